// What people of a workspace did, day by day, the latest first: complete without a script.
import { Fragment } from 'preact';
import { dayIn } from '../../shared/digest/days.ts';
import { localTime } from '../../shared/digest/local-time.ts';
import { activityTexts } from '../../shared/locales/activity.ts';
import type {
  ActivityItem,
  ActivityPage as Listed,
  Somebody,
} from '../../shared/schema/activity.ts';
import type { Setting } from './Clip.tsx';
import { fullDay } from './dates.ts';
import { Layout } from './Layout.tsx';
import { nameAddress } from './NamesPage.tsx';
import { Visit } from './Visit.tsx';

/** The address of the page. */
export const activityAddress = (workspace: string): string => `/w/${workspace}/activity`;

/** How many clips of an act are named. */
const NAMED = 5;

/** What the same person does clip by clip is told as one. */
const isGoingOn = (item: ActivityItem, next: ActivityItem, zone: string): boolean =>
  ['keep', 'copy', 'delete', 'restore', 'mark'].includes(item.kind) &&
  item.kind === next.kind &&
  item.by.account === next.by.account &&
  item.isNew === next.isNew &&
  dayIn(new Date(item.at), zone) === dayIn(new Date(next.at), zone) &&
  JSON.stringify(item.addedTo) === JSON.stringify(next.addedTo);

const entriesOf = (items: readonly ActivityItem[], zone: string): ActivityItem[] => {
  const entries: ActivityItem[] = [];
  for (const item of items) {
    const last = entries.at(-1);
    if (last && isGoingOn(last, item, zone))
      entries[entries.length - 1] = {
        ...last,
        clips: [...last.clips, ...item.clips],
        count: last.count + item.count,
      };
    else entries.push(item);
  }
  return entries;
};

interface Shown {
  item: ActivityItem;
  setting: Setting;
  /** The account that looks. */
  account: string;
}

const Who = ({
  somebody: { account, name },
  isFirst,
  ...shown
}: { somebody: Somebody; isFirst: boolean } & Omit<Shown, 'item'>) => {
  const t = activityTexts(shown.setting.language);
  if (account === shown.account) return <b>{isFirst ? t.page.you : t.page.youToo}</b>;
  const words = name === null ? t.left : t.somebody;
  const called = isFirst ? words.charAt(0).toUpperCase() + words.slice(1) : words;
  return <b>{name ? <bdi>{name}</bdi> : called}</b>;
};

const Collections = ({
  of,
  setting: { workspace, language },
}: {
  of: ActivityItem['addedTo'];
  setting: Setting;
}) => (
  <>
    {of.map(({ id, name }, nth) => (
      <Fragment key={id}>
        {nth > 0 && ', '}
        {name === null ? (
          activityTexts(language).page.goneCollection
        ) : (
          <a href={nameAddress(workspace, 'collection', name)}>
            <bdi>{name}</bdi>
          </a>
        )}
      </Fragment>
    ))}
  </>
);

/** What was done, after who did it. */
const Deed = ({ item, setting, account }: Shown) => {
  const { page: t } = activityTexts(setting.language);
  const { addedTo, removedFrom, count } = item;
  const clips = t.clips(count);
  const added = <Collections of={addedTo} setting={setting} />;
  const removed = <Collections of={removedFrom} setting={setting} />;
  const whom = item.member && (
    <Who somebody={item.member} isFirst={false} {...{ setting, account }} />
  );
  switch (item.kind) {
    case 'keep':
    case 'copy':
      return (
        <>
          {t[item.kind](clips)}
          {addedTo.length > 0 && (
            <>
              {t.into} {added}
            </>
          )}
        </>
      );
    case 'file':
      if (addedTo.length === 0)
        return (
          <>
            {t.took(clips)} {removed}
          </>
        );
      return (
        <>
          {t.put(clips)} {added}
          {removedFrom.length > 0 && (
            <>
              {t.outOf} {removed}
            </>
          )}
        </>
      );
    case 'delete':
    case 'restore':
      return <>{t[item.kind](clips)}</>;
    case 'mark':
      return <>{t.mark(count)}</>;
    case 'import':
      return (
        <>
          {t.import(count)} {item.isUndone && t.undone}
        </>
      );
    case 'drop':
      return (
        <>
          {t.drop} <bdi>{item.collection}</bdi>
        </>
      );
    case 'merge':
      return (
        <>
          {t.merge} <bdi>{item.collection}</bdi> {t.mergeInto} {added}
        </>
      );
    case 'join':
      return <>{t.join[item.role ?? 'viewer']}</>;
    case 'leave':
      return <>{t.leave}</>;
    case 'remove':
      return (
        <>
          {t.remove} {whom}
        </>
      );
    case 'role':
      return (
        <>
          {t.role} {whom} {t.roleAs[item.role ?? 'viewer']}
        </>
      );
    case 'hand-over':
      return (
        <>
          {t.handOver} {whom}
        </>
      );
  }
};

const Clips = ({ item, setting: { workspace, language } }: Pick<Shown, 'item' | 'setting'>) => {
  const { page: t } = activityTexts(language);
  const named = item.clips.slice(0, NAMED);
  if (named.length === 0) return null;
  const more = item.count - named.length;
  return (
    <ul>
      {named.map(({ id, title, isThere }) => (
        <li>
          {isThere ? (
            <a href={`/w/${workspace}/clip/${id}`} dir="auto">
              {title}
            </a>
          ) : (
            <span class="gone">
              {title === null ? (
                t.goneClip
              ) : (
                <>
                  <bdi>{title}</bdi> <a href={`/w/${workspace}/trash`}>({t.inTrash})</a>
                </>
              )}
            </span>
          )}
        </li>
      ))}
      {more > 0 && <li class="gone">{t.more(more)}</li>}
    </ul>
  );
};

const Entry = ({ item, setting, account }: Shown) => {
  const { page: t } = activityTexts(setting.language);
  const { time } = localTime(new Date(item.at), setting.zone);
  // That they have left is what is told then.
  const by = item.kind === 'leave' ? { ...item.by, name: item.by.name ?? '' } : item.by;
  return (
    <li>
      <time datetime={item.at}>{time}</time>
      <div>
        <p>
          <Who somebody={by} isFirst {...{ setting, account }} />{' '}
          <Deed {...{ item, setting, account }} />
          {item.isNew && (
            <>
              {' '}
              <span class="new">{t.isNew}</span>
            </>
          )}
        </p>
        <Clips {...{ item, setting }} />
      </div>
    </li>
  );
};

/** How much is new. */
const News = ({
  news,
  seq,
  isBehind,
  setting: { workspace, language },
}: Pick<Props, 'news' | 'seq' | 'isBehind' | 'setting'>) => (
  <Visit
    {...{ workspace, language, seq, isBehind }}
    news={news > 0 ? activityTexts(language).page.sinceVisit(news) : null}
  >
    <input type="hidden" name="on" value="activity" />
  </Visit>
);

interface Props extends Listed {
  setting: Setting;
  account: string;
  /** How the library stands, and whether that was not yet seen on any page. */
  seq: number;
  isBehind: boolean;
  isFirst: boolean;
}

export const ActivityPage = ({
  items,
  next,
  news,
  setting,
  account,
  seq,
  isBehind,
  isFirst,
}: Props) => {
  const { language, workspace, zone } = setting;
  const { page: t } = activityTexts(language);
  const days = Map.groupBy(entriesOf(items, zone), ({ at }) => dayIn(new Date(at), zone));
  return (
    <Layout {...{ language, workspace }} here="activity" title={t.title}>
      <main id="content" class="activity">
        <h1>{t.title}</h1>
        <p>{t.lead}</p>
        {isFirst && <News {...{ news, seq, isBehind, setting }} />}
        {items.length === 0 && <p>{isFirst ? t.empty : t.noOlder}</p>}
        {Array.from(days, ([day, entries]) => (
          <section aria-labelledby={`day-${day}`}>
            <h2 id={`day-${day}`}>{fullDay(day, language)}</h2>
            <ol>
              {entries.map((item) => (
                <Entry {...{ item, setting, account }} />
              ))}
            </ol>
          </section>
        ))}
        {(next !== null || !isFirst) && (
          <nav class="pages" aria-label={t.title}>
            {isFirst ? (
              <span />
            ) : (
              <a class="way" href={activityAddress(workspace)}>
                {t.newest}
              </a>
            )}
            {next !== null && (
              <a
                class="way"
                rel="next"
                href={`${activityAddress(workspace)}?before=${encodeURIComponent(next)}`}
              >
                {t.older}
              </a>
            )}
          </nav>
        )}
      </main>
    </Layout>
  );
};
