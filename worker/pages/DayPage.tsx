// The digest of a day as a front page.
import { daysTexts } from '../../shared/locales/days.ts';
import { texts } from '../../shared/locales/index.ts';
import type { Axis } from '../../shared/digest/axis.ts';
import { addDays } from '../../shared/digest/days.ts';
import { FEED_FORMATS } from '../../shared/digest/feeds.ts';
import { readingMinutes } from '../../shared/text/reading.ts';
import type { Digest, DigestGroup } from '../../shared/schema/digest.ts';
import type { InterfaceLanguage } from '../../shared/schema/text.ts';
import type { TrashItem } from '../../shared/schema/trash.ts';
import type { LookBack } from '../domain/look-back.ts';
import { leadOf, LeadStory, StoryItem } from './Clip.tsx';
import { DayTitle } from './DayTitle.tsx';
import { fullDay, plainDay, shortDay } from './dates.ts';
import { DayTerms, outlineOf, Pager, Sections } from './DayOutline.tsx';
import type { FeedAddresses } from './feeds.ts';
import { Earlier } from './Earlier.tsx';
import { groupName } from './groups.ts';
import { Layout } from './Layout.tsx';
import { LookBackBox } from './LookBack.tsx';
import { Fresh, OrderForm, type Own } from './Own.tsx';
import { RemovedNotice } from './Removed.tsx';
import { ShareLink } from './ShareLink.tsx';
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
  language: InterfaceLanguage;
  digest: Digest;
  /** Whether it is the digest of what was published on the day, or of what was kept on it. */
  axis: Axis;
  /** The present day in the workspace's zone. */
  today: string;
  moving: SpanSetting['moving'];
  counts: ReadonlyMap<string, number>;
  feeds: FeedAddresses;
  /** Whether images are shown. */
  images: boolean;
  /** A clip that was deleted just now. */
  removed: TrashItem | null;
  /** What earlier years had, on the present day; else null. */
  lookBack: LookBack | null;
  /** How much others of the team have done since the reader's visit before, on the present day; else 0. */
  news: number;
  /** What the reader has of their own. */
  own: Own;
  /** Whether they may share it. */
  mayShare: boolean;
}

const Masthead = ({ digest, setting }: { digest: Digest; setting: SpanSetting }) => {
  const { language, today, collection } = setting;
  const { pages: t } = texts(language);
  const { ofCollection } = daysTexts(language);
  // A collection has nothing on most days.
  const [before, after] =
    collection === null
      ? [addDays(digest.day, -1), digest.day < today ? addDays(digest.day, 1) : null]
      : [digest.earlier, digest.later];
  const name = collection === null ? shortDay : plainDay;
  return (
    <div class="masthead">
      <Step
        way="prev"
        label={collection === null ? t.previousDay : ofCollection.earlier.day}
        name={before ? name(before, language) : ''}
        href={before && spanAddress(setting, 'day', before)}
      />
      <DayTitle day={digest.day} language={language} />
      <Step
        way="next"
        label={collection === null ? t.nextDay : ofCollection.later.day}
        name={after ? name(after, language) : ''}
        href={after && spanAddress(setting, 'day', after)}
      />
    </div>
  );
};

const Facts = ({ digest, language, feeds }: Pick<Props, 'digest' | 'language' | 'feeds'>) => {
  const { pages: t, related } = texts(language);
  const { clips, stories, sites, minutes, summaryWords } = digest;
  return (
    <div class="facts">
      <ul>
        <li>
          <b>{t.number(clips)}</b> {t.clips(clips)}
        </li>
        {stories < clips && (
          <li>
            <b>{t.number(stories)}</b> {related.stories(stories)}
          </li>
        )}
        <li>
          <b>{t.number(sites)}</b> {t.sources(sites)}
        </li>
        <li>
          {t.readAll} <b>{t.minutes(minutes)}</b>, {t.readSummaries}{' '}
          <b>{t.minutes(readingMinutes(summaryWords, language))}</b>
        </li>
      </ul>
      <nav aria-label={t.feeds}>
        {FEED_FORMATS.map((format) => (
          <a href={feeds.daily[format]}>{t.feedFormats[format]}</a>
        ))}
      </nav>
    </div>
  );
};

const Group = ({
  digest,
  group,
  setting,
  images,
  own,
}: {
  digest: Digest;
  group: DigestGroup;
  setting: SpanSetting;
  images: boolean;
  own: Own;
}) => {
  const { pages: t } = texts(setting.language);
  const told = group.stories.flatMap(({ id, clips: [clip, ...others], summary, related }) =>
    clip ? [{ id, clip, others, summary, related }] : [],
  );
  const { told: outline, place } = outlineOf(digest, group);
  const count = outline?.clips ?? told.length;
  const lead = place === 1 && digest.page === 1 ? leadOf(told, images) : undefined;
  const items = told.filter((story) => story !== lead);
  return (
    <section class="group" id={`group-${place}`}>
      <div class="head">
        <h2>{groupName(group, setting.language)}</h2>
        <small>
          {t.number(count)} {t.clips(count)}
        </small>
      </div>
      {lead && (
        <LeadStory {...lead} {...{ setting, images, own }}>
          <Earlier related={lead.related} story={lead.id} setting={setting} />
        </LeadStory>
      )}
      {items.length > 0 && (
        <div class={lead ? 'pair below' : 'pair'}>
          {items.map(({ id, clip, others, summary, related }) => (
            <StoryItem key={id} {...{ clip, others, summary, setting, own }}>
              <Earlier related={related.slice(0, 1)} story={id} setting={setting} />
            </StoryItem>
          ))}
        </div>
      )}
    </section>
  );
};

const EmptyDay = ({ digest, setting }: { digest: Digest; setting: SpanSetting }) => {
  const { axis, language, today, collection } = setting;
  const { pages: t } = texts(language);
  const { empty: emptyBy, ofCollection } = daysTexts(language);
  const emptyOf = axis === 'kept' ? emptyBy.kept.day : t.emptyDay;
  const empty = collection === null ? emptyOf : ofCollection.empty.day;
  const nearest = [digest.earlier, digest.later].filter((day) => day !== null);
  return (
    <Nothing
      heading={digest.day > today ? t.futureDay : empty}
      lead={t.nearestDays}
      nearest={nearest.map((day) => ({
        href: spanAddress(setting, 'day', day),
        name: fullDay(day, language),
      }))}
      setting={setting}
    />
  );
};

export const DayPage = ({
  language,
  digest,
  axis,
  today,
  moving,
  counts,
  feeds,
  images,
  removed,
  lookBack,
  news,
  own,
  mayShare,
}: Props) => {
  const { workspace, day, zone, groups, collection } = digest;
  const setting = { workspace, zone, language, axis, today, moving, collection };
  return (
    <Layout {...{ language, workspace, feeds, news }} {...framed(setting, fullDay(day, language))}>
      <main id="content">
        {removed && <RemovedNotice item={removed} setting={setting} />}
        <Spans here="day" {...{ day, setting }} />
        <Masthead {...{ digest, setting }} />
        <OfCollection setting={setting} />
        {digest.clips > 0 && <Facts {...{ digest, language, feeds }} />}
        <DayTerms {...{ digest, setting }} />
        <Fresh {...{ own, digest, setting }} />
        <div class="grid">
          <div>
            {digest.clips === 0 && <EmptyDay {...{ digest, setting }} />}
            {groups.map((group) => (
              <Group {...{ digest, group, setting, images, own }} />
            ))}
            <Pager {...{ digest, setting }} />
          </div>
          <div class="side">
            <SideCalendar isOpen {...{ day, counts, setting }} />
            {lookBack && <LookBackBox {...{ lookBack, setting }} />}
            <Sections {...{ digest, setting }}>
              <OrderForm {...{ own, digest, setting }} />
            </Sections>
            {mayShare && axis === 'published' && (
              <ShareLink of={{ kind: 'day', day, collection }} {...{ workspace, language }} />
            )}
          </div>
        </div>
      </main>
    </Layout>
  );
};
