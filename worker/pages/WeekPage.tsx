// A week: seven days, each with what it is about and its first stories.
import { addDays } from '../../shared/digest/days.ts';
import { weekOf } from '../../shared/digest/weeks.ts';
import { daysTexts } from '../../shared/locales/days.ts';
import { texts } from '../../shared/locales/index.ts';
import type { Week } from '../domain/days.ts';
import type { Story } from '../../shared/schema/digest.ts';
import { leadOf, StoryItem } from './Clip.tsx';
import { fullDay, plainDay } from './dates.ts';
import type { FeedAddresses } from './feeds.ts';
import { groupName } from './groups.ts';
import { Layout } from './Layout.tsx';
import {
  framed,
  Nothing,
  OfCollection,
  SideCalendar,
  spanAddress,
  Spans,
  type SpanSetting,
  Step,
} from './Span.tsx';

interface Props {
  week: Week;
  setting: SpanSetting;
}

const weekName = (day: string, { language }: SpanSetting): string => {
  const [year = '', number = ''] = weekOf(day).split('-W');
  return daysTexts(language).weekName(Number(number), Number(year));
};

const Masthead = ({ week: { days, earlier, later }, setting }: Props) => {
  const { language, today, collection } = setting;
  const { previous, next, range, ofCollection } = daysTexts(language);
  const [{ day: first }] = days;
  const last = days.at(-1)?.day ?? first;
  const before = collection === null ? addDays(first, -7) : earlier;
  const after = collection === null ? addDays(first, 7) : later;
  const isOver = after !== null && after <= today;
  return (
    <>
      <div class="masthead">
        <Step
          way="prev"
          label={collection === null ? previous.week : ofCollection.earlier.week}
          name={before ? weekName(before, setting) : ''}
          href={before && spanAddress(setting, 'week', before)}
        />
        <h1>{weekName(first, setting)}</h1>
        <Step
          way="next"
          label={collection === null ? next.week : ofCollection.later.week}
          name={isOver ? weekName(after, setting) : ''}
          href={isOver ? spanAddress(setting, 'week', after) : null}
        />
      </div>
      <p class="range">{range(plainDay(first, language), plainDay(last, language))}</p>
      <OfCollection setting={setting} />
    </>
  );
};

/** The first stories of a day, what leads them first. */
const ledBy = (first: readonly Pick<Story, 'id' | 'clips' | 'summary'>[]) => {
  const stories = first.flatMap(({ clips: [clip, ...others], ...story }) =>
    clip ? [{ ...story, clip, others }] : [],
  );
  const lead = leadOf(stories, false);
  return lead ? [lead, ...stories.filter((story) => story !== lead)] : [];
};

const Day = ({ told, setting }: { told: Week['days'][number]; setting: SpanSetting }) => {
  const { language, today } = setting;
  const { pages } = texts(language);
  const t = daysTexts(language);
  const { day, clips, stories, outline, first } = told;
  const address = spanAddress(setting, 'day', day);
  const more = stories - first.length;
  // Nothing is said of days to come.
  if (clips === 0 && day > today) return null;
  return (
    <section class="group of-week" aria-labelledby={`on-${day}`}>
      <div class="head">
        <h2 id={`on-${day}`}>
          <a href={address}>{fullDay(day, language)}</a>
        </h2>
        <small>{clips > 0 ? `${pages.number(clips)} ${pages.clips(clips)}` : t.nothing}</small>
      </div>
      {clips > 0 && (
        <>
          <ul class="topics">
            {outline.map((group) => (
              <li>
                {groupName(group, language)} {pages.number(group.clips)}
              </li>
            ))}
          </ul>
          <div class="pair">
            {ledBy(first).map(({ id, clip, others, summary }) => (
              <StoryItem key={id} {...{ clip, others, summary, setting }} />
            ))}
          </div>
          {more > 0 && (
            <p class="more">
              <a class="way" href={address}>
                {t.moreStories(more)}
              </a>
            </p>
          )}
        </>
      )}
    </section>
  );
};

const Facts = ({ week, setting: { language } }: Props) => {
  const { pages } = texts(language);
  const clips = week.days.reduce((sum, day) => sum + day.clips, 0);
  const days = week.days.filter((day) => day.clips > 0).length;
  return (
    <div class="facts">
      <ul>
        <li>
          <b>{pages.number(clips)}</b> {pages.clips(clips)}
        </li>
        <li>
          <b>{days}</b> {daysTexts(language).daysWithClips(days)}
        </li>
      </ul>
    </div>
  );
};

export const WeekPage = ({
  week,
  setting,
  feeds,
}: Props & {
  feeds: FeedAddresses;
}) => {
  const { language, workspace, axis, today, collection } = setting;
  const t = daysTexts(language);
  const { days, earlier, later } = week;
  const [{ day }] = days;
  const counts = new Map(week.counts.map((counted) => [counted.day, counted.clips]));
  const isEmpty = days.every(({ clips }) => clips === 0);
  const nearest = [earlier, later].filter((each) => each !== null);
  const empty = collection === null ? t.empty[axis].week : t.ofCollection.empty.week;
  return (
    <Layout {...{ language, workspace, feeds }} {...framed(setting, weekName(day, setting))}>
      <main id="content">
        <Spans here="week" {...{ day, setting }} />
        <Masthead {...{ week, setting }} />
        {!isEmpty && <Facts {...{ week, setting }} />}
        <div class="grid">
          <div>
            {isEmpty ? (
              <Nothing
                heading={day > today ? t.future.week : empty}
                lead={t.nearestWeeks}
                nearest={nearest.map((each) => ({
                  href: spanAddress(setting, 'week', each),
                  name: weekName(each, setting),
                }))}
                setting={setting}
              />
            ) : (
              days.map((told) => <Day {...{ told, setting }} />)
            )}
          </div>
          <div class="side">
            <SideCalendar isOpen={false} {...{ day, counts, setting }} />
          </div>
        </div>
      </main>
    </Layout>
  );
};
