// A month as a calendar: how much each day has, and what of.
import { addMonths, monthWeeks } from '../../shared/digest/days.ts';
import { weekOf } from '../../shared/digest/weeks.ts';
import { daysTexts } from '../../shared/locales/days.ts';
import { texts } from '../../shared/locales/index.ts';
import { weight } from '../../shared/ui/Calendar.tsx';
import type { Counted, DayOfMonth, Month } from '../domain/months.ts';
import { foreign } from './Clip.tsx';
import { fullDay, month as monthIn, shortDay } from './dates.ts';
import type { FeedAddresses } from './feeds.ts';
import { categoryName } from './groups.ts';
import { Layout } from './Layout.tsx';
import {
  framed,
  Nothing,
  OfCollection,
  spanAddress,
  spanPattern,
  Spans,
  type SpanSetting,
  Step,
} from './Span.tsx';

interface Props {
  month: Month;
  setting: SpanSetting;
}

const Masthead = ({ month: { first, earlier, later }, setting }: Props) => {
  const { language, today, collection } = setting;
  const { previous, next, ofCollection } = daysTexts(language);
  const to = (months: number): string | null => {
    const day = addMonths(first, months);
    // Nothing is published or kept after today.
    return day && (months < 0 || day <= today) ? day : null;
  };
  const [lastYear, nextYear] = [to(-12), to(12)];
  const [before, after] = collection === null ? [to(-1), to(1)] : [earlier, later];
  const address = (day: string | null) => day && spanAddress(setting, 'month', day);
  return (
    <>
      <div class="masthead">
        <Step
          way="prev"
          label={collection === null ? previous.month : ofCollection.earlier.month}
          name={before ? monthIn(before, language) : ''}
          href={address(before)}
        />
        <h1>{monthIn(first, language)}</h1>
        <Step
          way="next"
          label={collection === null ? next.month : ofCollection.later.month}
          name={after ? monthIn(after, language) : ''}
          href={address(after)}
        />
      </div>
      <OfCollection setting={setting} />
      <p class="years">
        {lastYear ? (
          <a href={address(lastYear) ?? ''}>{`${previous.year}: ${monthIn(lastYear, language)}`}</a>
        ) : (
          <span />
        )}
        {nextYear && (
          <a href={address(nextYear) ?? ''}>{`${next.year}: ${monthIn(nextYear, language)}`}</a>
        )}
      </p>
    </>
  );
};

const fullest = ({ days }: Month): DayOfMonth | null =>
  [...days.values()].reduce<DayOfMonth | null>(
    (most, day) => (most === null || day.clips > most.clips ? day : most),
    null,
  );

const Facts = ({ month, setting }: Props) => {
  const { language } = setting;
  const { pages } = texts(language);
  const t = daysTexts(language);
  const most = fullest(month);
  return (
    <div class="facts">
      <ul>
        <li>
          <b>{pages.number(month.clips)}</b> {pages.clips(month.clips)}
        </li>
        <li>
          <b>{month.days.size}</b> {t.daysWithClips(month.days.size)}
        </li>
        {most && month.days.size > 1 && (
          <li>
            {t.most}{' '}
            <a href={spanAddress(setting, 'day', most.day)}>
              <b>{shortDay(most.day, language)}</b>
            </a>{' '}
            ({pages.number(most.clips)})
          </li>
        )}
      </ul>
    </div>
  );
};

/** How many categories of a day are named where its room is small. */
const NAMED = 2;

const Day = ({
  day,
  told,
  most,
  setting,
}: {
  day: string;
  told: DayOfMonth | undefined;
  most: number;
  setting: SpanSetting;
}) => {
  const { language, today } = setting;
  const date = (
    <time datetime={day} class={day === today ? 'date today' : 'date'}>
      {Number(day.slice(8))}
    </time>
  );
  if (!told) return <span class="none">{date}</span>;
  const { pages } = texts(language);
  const named = told.categories
    .slice(0, NAMED)
    .flatMap(({ category }) => categoryName(category, language) ?? []);
  return (
    <a href={spanAddress(setting, 'day', day)} class={weight(told.clips, most)}>
      <span class="spoken">{fullDay(day, language)}</span>
      <span aria-hidden="true">{date}</span>
      <span class="count">
        {pages.number(told.clips)} <span>{pages.clips(told.clips)}</span>
      </span>
      {told.headline && (
        <span class="first" {...foreign(told.headline)}>
          {told.headline.title}
        </span>
      )}
      {named.length > 0 && <span class="topics">{named.join(' · ')}</span>}
    </a>
  );
};

const Table = ({ month, setting }: Props) => {
  const { language } = setting;
  const { pages } = texts(language);
  const most = fullest(month)?.clips ?? 1;
  return (
    <table class="month" aria-label={pages.calendar} data-address={spanPattern(setting, 'month')}>
      <thead>
        <tr>
          {pages.weekdays.map((weekday) => (
            <th scope="col">{weekday}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {monthWeeks(month.first).map((week) => (
          <tr>
            {week.map((day) => (
              <td data-day={day}>
                {day && <Day {...{ day, most, setting }} told={month.days.get(day)} />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

/** Names with a count each. */
const Categories = ({
  counted,
  setting,
}: {
  counted: readonly Counted[];
  setting: SpanSetting;
}) => {
  const { pages } = texts(setting.language);
  return (
    <section aria-labelledby="sections">
      <h2 id="sections">{pages.sections}</h2>
      <ul class="list">
        {counted.map(({ category, clips }) => (
          <li>
            {categoryName(category, setting.language) ?? pages.noSection}
            <span>{pages.number(clips)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
};

const Weeks = ({ month, setting }: Props) => {
  const { language } = setting;
  const t = daysTexts(language);
  return (
    <section aria-labelledby="weeks">
      <h2 id="weeks">{t.week}</h2>
      <ul class="list">
        {monthWeeks(month.first).map((week) => {
          const days = week.filter((day) => day !== null);
          const [from = month.first] = days;
          const clips = days.reduce((sum, day) => sum + (month.days.get(day)?.clips ?? 0), 0);
          if (clips === 0) return null;
          const [year = '', number = ''] = weekOf(from).split('-W');
          return (
            <li>
              <a href={spanAddress(setting, 'week', from)}>
                {t.weekName(Number(number), Number(year))}
              </a>
              <span>{texts(language).pages.number(clips)}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
};

export const MonthPage = ({ month, setting, feeds }: Props & { feeds: FeedAddresses }) => {
  const { language, workspace, axis, today, collection } = setting;
  const { first, earlier, later } = month;
  const t = daysTexts(language);
  const nearest = [earlier, later].filter((day) => day !== null);
  const empty = collection === null ? t.empty[axis].month : t.ofCollection.empty.month;
  return (
    <Layout {...{ language, workspace, feeds }} {...framed(setting, monthIn(first, language))}>
      <main id="content">
        <Spans here="month" day={first} setting={setting} />
        <Masthead {...{ month, setting }} />
        {month.clips > 0 && <Facts {...{ month, setting }} />}
        {month.clips === 0 && (
          <Nothing
            heading={first > today ? t.future.month : empty}
            lead={t.nearestMonths}
            nearest={nearest.map((day) => ({
              href: spanAddress(setting, 'month', day),
              name: monthIn(day, language),
            }))}
            setting={setting}
          />
        )}
        <Table {...{ month, setting }} />
        {month.clips > 0 && (
          <div class="totals">
            {month.categories.length > 0 && (
              <Categories counted={month.categories} setting={setting} />
            )}
            <Weeks {...{ month, setting }} />
          </div>
        )}
      </main>
    </Layout>
  );
};
