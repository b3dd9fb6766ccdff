// A day as people without an account read it: its stories, and nothing of what lies around it.
import { texts } from '../../shared/locales/index.ts';
import { shareTexts } from '../../shared/locales/share.ts';
import type { DigestGroup, DigestHead } from '../../shared/schema/digest.ts';
import { leadOf } from './Clip.tsx';
import { DayTitle } from './DayTitle.tsx';
import { fullDay } from './dates.ts';
import { groupName } from './groups.ts';
import { type Framed, SharedFrame } from './SharedFrame.tsx';
import { SharedStory, type SharedSetting, toldStory } from './SharedStory.tsx';

export interface SharedDayProps {
  day: Pick<DigestHead, 'day' | 'clips' | 'stories' | 'sites' | 'pages'> & {
    page: number;
    groups: readonly DigestGroup[];
  };
  /** The collection whose day it is; null for the library's. */
  collection: string | null;
  /** The address of one of its pages. */
  pageAddress: (page: number) => string;
  setting: SharedSetting;
}

/** '12 clips, 9 stories, 5 sources' */
const countsOf = ({ day: { clips, stories, sites }, setting: { language } }: SharedDayProps) => {
  const { pages: t, related } = texts(language);
  return [
    `${t.number(clips)} ${t.clips(clips)}`,
    ...(stories < clips ? [`${t.number(stories)} ${related.stories(stories)}`] : []),
    `${t.number(sites)} ${t.sources(sites)}`,
  ];
};

/** A group; the first of a day has what leads it. */
const Group = ({
  group,
  place,
  setting,
}: {
  group: DigestGroup;
  place: 'first' | 'further';
  setting: SharedSetting;
}) => {
  const stories = group.stories.flatMap((story) => {
    const [clip, ...others] = story.clips;
    return clip ? [{ story, clip, others }] : [];
  });
  const lead = place === 'first' ? leadOf(stories, false) : undefined;
  const items = stories.filter((each) => each !== lead);
  const tell = ({ story }: (typeof stories)[number], as: 'lead' | 'item') => {
    const told = toldStory(story);
    return told && <SharedStory {...told} text={null} heading="h3" {...{ as, setting }} />;
  };
  return (
    <section class="group">
      <div class="head">
        <h2>{groupName(group, setting.language)}</h2>
      </div>
      {lead && tell(lead, 'lead')}
      {items.length > 0 && (
        <div class={lead ? 'pair below' : 'pair'}>{items.map((each) => tell(each, 'item'))}</div>
      )}
    </section>
  );
};

/** What the page of a day has below its frame. */
export const DayStories = (props: SharedDayProps) => {
  const { day, collection, pageAddress, setting } = props;
  const t = shareTexts(setting.language);
  return (
    <main id="content" class="shared-day">
      <DayTitle day={day.day} language={setting.language} />
      {collection !== null && <p dir="auto">{t.dayOf(collection)}</p>}
      <div class="facts">
        <ul>
          {countsOf(props).map((count) => (
            <li>{count}</li>
          ))}
        </ul>
      </div>
      {day.clips === 0 && <p>{t.noClips}</p>}
      {day.groups.map((group, at) => (
        <Group
          group={group}
          place={at === 0 && day.page === 1 ? 'first' : 'further'}
          setting={{ ...setting, day: day.day }}
        />
      ))}
      {day.pages > 1 && (
        <nav class="pages" aria-label={fullDay(day.day, setting.language)}>
          {day.page > 1 ? (
            <a class="way" href={pageAddress(1)}>
              {t.newest}
            </a>
          ) : (
            <span />
          )}
          {day.page < day.pages && (
            <a class="way" rel="next" href={pageAddress(day.page + 1)}>
              {t.older}
            </a>
          )}
        </nav>
      )}
    </main>
  );
};

export const SharedDayPage = ({ framed, ...shown }: SharedDayProps & { framed: Framed }) => {
  const name = fullDay(shown.day.day, framed.language);
  const { collection } = shown;
  return (
    <SharedFrame
      {...framed}
      title={collection === null ? name : `${name} · ${collection}`}
      description={countsOf(shown).join(', ')}
    >
      <DayStories {...shown} />
    </SharedFrame>
  );
};
