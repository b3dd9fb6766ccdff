// A month with a weight on each day by the number of its clips.
import { texts } from '../../shared/locales/index.ts';
import { addMonths, monthWeeks } from '../../shared/digest/days.ts';
import type { InterfaceLanguage } from '../../shared/schema/text.ts';
import { fullDay, month, monthName } from './dates.ts';

interface Props {
  workspace: string;
  language: InterfaceLanguage;
  /** The day that is open. */
  day: string;
  /** Clips by day; days of none are left out. */
  counts: ReadonlyMap<string, number>;
}

const weight = (count: number, most: number): string =>
  `n${Math.max(1, Math.ceil((count / most) * 3))}`;

const Day = ({
  day,
  count,
  most,
  props,
}: {
  day: string;
  count: number;
  most: number;
  props: Props;
}) => {
  const { pages: t } = texts(props.language);
  const date = String(Number(day.slice(8)));
  const name = t.dayWithClips(fullDay(day, props.language), count);
  const address = `/w/${props.workspace}/day/${day}`;
  if (day === props.day)
    return (
      <a href={address} aria-current="date" aria-label={name}>
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

const Neighbour = ({ props, months }: { props: Props; months: 1 | -1 }) => {
  const day = addMonths(props.day, months);
  return day ? (
    <a href={`/w/${props.workspace}/day/${day}`}>{monthName(day, props.language)}</a>
  ) : (
    <span />
  );
};

export const Calendar = (props: Props) => {
  const { pages: t } = texts(props.language);
  const most = Math.max(...props.counts.values(), 1);
  return (
    <section aria-label={t.calendar}>
      <table class="cal">
        <caption>{month(props.day, props.language)}</caption>
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
                <td>
                  {day && <Day {...{ day, most, props }} count={props.counts.get(day) ?? 0} />}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="months">
        <Neighbour props={props} months={-1} />
        <Neighbour props={props} months={1} />
      </p>
    </section>
  );
};
