// What was deleted and can still come back: complete without a script.
import type { ComponentChildren } from 'preact';
import { dayIn } from '../../shared/digest/days.ts';
import { importTexts } from '../../shared/locales/imports.ts';
import { trashTexts } from '../../shared/locales/trash.ts';
import { TRASH_DAYS, type TrashItem, type TrashPage as Listed } from '../../shared/schema/trash.ts';
import { siteOf } from '../../shared/digest/site.ts';
import { foreign, type Setting } from './Clip.tsx';
import { plainDay } from './dates.ts';
import { Layout } from './Layout.tsx';
import { RemovedNotice } from './Removed.tsx';

/** What was done just now. */
export type TrashTold =
  | { removed: TrashItem }
  /** The id of a clip that was put back. */
  | { isBack: string }
  | { emptied: number };

/** A question behind the words that lead to it; the button in it does what is asked. */
const Ask = ({
  words,
  label,
  question,
  action,
  children,
}: {
  words: string;
  /** The words for those who hear them without the list; null where there is none. */
  label: string | null;
  question: string;
  action: string;
  children: ComponentChildren;
}) => (
  <details class="sure">
    <summary aria-label={label ?? undefined}>{words}</summary>
    <form method="post" action={action}>
      <p>{question}</p>
      {children}
    </form>
  </details>
);

const Item = ({ item, setting }: { item: TrashItem; setting: Setting }) => {
  const { workspace, zone, language } = setting;
  const t = trashTexts(language);
  const day = (instant: string) => plainDay(dayIn(new Date(instant), zone), language);
  const own = `/w/${workspace}/trash/${item.id}`;
  return (
    <li>
      <h2 {...foreign(item)}>
        <a href={item.url} rel="noreferrer">
          {item.title}
        </a>
      </h2>
      <p class="meta">
        <b {...foreign(item)}>{siteOf(item)}</b>
        <span>{t.deletedOn(day(item.deletedAt))}</span>
        <span>{t.goesOn(day(item.expiresAt))}</span>
      </p>
      {item.keptAnew !== null && (
        <p class="note">
          <a href={`/w/${workspace}/clip/${item.keptAnew}`}>{t.keptAnew}</a>. {t.keptAnewHint}
        </p>
      )}
      <div class="item-acts">
        {item.keptAnew === null && (
          <form method="post" action={`${own}/restore`}>
            <button class="quiet" aria-label={t.of(t.putBack, item.title)}>
              {t.putBack}
            </button>
          </form>
        )}
        <Ask
          words={t.forGood}
          label={t.of(t.forGood, item.title)}
          question={t.forGoodAsk}
          action={`${own}/delete`}
        >
          <button class="quiet" aria-label={t.of(t.forGoodYes, item.title)}>
            {t.forGoodYes}
          </button>
        </Ask>
      </div>
    </li>
  );
};

const Told = ({ told, setting }: { told: TrashTold; setting: Setting }) => {
  const t = trashTexts(setting.language);
  if ('removed' in told) return <RemovedNotice item={told.removed} setting={setting} />;
  return (
    <div class="notice">
      <output>{'isBack' in told ? t.isBack : t.emptied(told.emptied)}</output>
      {'isBack' in told && (
        <a class="way" href={`/w/${setting.workspace}/clip/${told.isBack}`}>
          {t.open}
        </a>
      )}
    </div>
  );
};

export const TrashPage = ({
  setting,
  listed: { clips, next, count, until },
  isFirst,
  told,
}: {
  setting: Setting;
  listed: Listed;
  /** Whether it begins with what was deleted last. */
  isFirst: boolean;
  told: TrashTold | null;
}) => {
  const { language, workspace } = setting;
  const t = trashTexts(language);
  const { older, newestFirst } = importTexts(language);
  const here = `/w/${workspace}/trash`;
  return (
    <Layout {...{ language, workspace }} here="library" title={t.title}>
      <main id="content" class="library trash">
        <h1>{t.title}</h1>
        {told && <Told {...{ told, setting }} />}
        <p class="note">{t.lead(TRASH_DAYS)}</p>
        {count === 0 && <p>{t.nothing}</p>}
        {count > 0 && clips.length === 0 && <p>{t.nothingOlder}</p>}
        {count > 0 && (
          <Ask words={t.empty} label={null} question={t.emptyAsk(count)} action={`${here}/empty`}>
            <input type="hidden" name="until" value={until} />
            <button class="quiet">{t.emptyYes(count)}</button>
          </Ask>
        )}
        <ol class="dense">
          {clips.map((item) => (
            <Item {...{ item, setting }} />
          ))}
        </ol>
        {(next !== null || !isFirst) && (
          <nav class="pages" aria-label={t.title}>
            {isFirst ? (
              <span />
            ) : (
              <a class="way" href={here}>
                {newestFirst}
              </a>
            )}
            {next !== null && (
              <a class="way" rel="next" href={`${here}?before=${next}`}>
                {older}
              </a>
            )}
          </nav>
        )}
      </main>
    </Layout>
  );
};
