// A month with a weight on each day by the number of its clips.
import { monthWeeks } from '../digest/days.ts';
import type { Texts } from '../locales/index.ts';

/** A day in words. */
type Said = (day: string) => string;

interface Props {
  /** The day that is open, or one of the month that is shown. */
  day: string;
  isOpen: boolean;
  /** Clips by day; days of none are left out. */
  counts: ReadonlyMap<string, number>;
  /** Days of other months that one may go to from here. */
  earlier: string | null;
  later: string | null;
  texts: Texts;
  fullDay: Said;
  /** With its year. */
  month: Said;
  /** Without. */
  monthName: Said;
  addressOf: (day: string) => string;
  /** Where the month's name leads. */
  monthAddress?: string;
  /** Where a day of another month is, with `{day}` and `{month}` in its place: for who goes there by keys. */
  pattern?: string;
}

/** The weight of a day of so many clips, where the fullest has `most`: a colour, and a bar for who sees none. */
export const weight = (count: number, most: number): string =>
  `n${Math.max(1, Math.ceil((count / most) * 3))}`;

const Day = ({ day, most, props }: { day: string; most: number; props: Props }) => {
  const count = props.counts.get(day) ?? 0;
  const date = String(Number(day.slice(8)));
  const name = props.texts.pages.dayWithClips(props.fullDay(day), count);
  const address = props.addressOf(day);
  if (day === props.day && props.isOpen)
    return (
      <a
        href={address}
        class={count > 0 ? weight(count, most) : undefined}
        aria-current="date"
        aria-label={name}
      >
        {date}
      </a>
    );
  if (count === 0) return <span>{date}</span>;
  return (
    <a href={address} class={weight(count, most)} aria-label={name}>
      {date}
    </a>
  );
};

const Neighbour = ({ day, props }: { day: string | null; props: Props }) =>
  day ? <a href={props.addressOf(day)}>{props.monthName(day)}</a> : <span />;

export const Calendar = (props: Props) => {
  const { pages: t } = props.texts;
  const most = Math.max(...props.counts.values(), 1);
  const name = props.month(props.day);
  return (
    <section aria-label={t.calendar}>
      <p class="of-month">{props.monthAddress ? <a href={props.monthAddress}>{name}</a> : name}</p>
      <table class="cal" aria-label={name} data-address={props.pattern}>
        <thead>
          <tr>
            {t.weekdays.map((weekday) => (
              <th scope="col">{weekday}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {monthWeeks(props.day).map((week) => (
            <tr>
              {week.map((day) => (
                <td data-day={day}>{day && <Day {...{ day, most, props }} />}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="months">
        <Neighbour day={props.earlier} props={props} />
        <Neighbour day={props.later} props={props} />
      </p>
    </section>
  );
};
