// All that a workspace holds, as a dense list, newest first.
import { importTexts } from '../../shared/locales/imports.ts';
import { texts } from '../../shared/locales/index.ts';
import type { LibraryItem, LibraryPage as Listed } from '../../shared/schema/library.ts';
import { foreign, type Setting, siteOf } from './Clip.tsx';
import { plainDay } from './dates.ts';
import { Layout } from './Layout.tsx';

const Item = ({ clip, setting }: { clip: LibraryItem; setting: Setting }) => {
  const t = importTexts(setting.language);
  const own = `/w/${setting.workspace}/clip/${clip.id}`;
  return (
    <li>
      <h2 {...foreign(clip)}>
        {clip.filled ? (
          <a href={own}>{clip.title}</a>
        ) : (
          <a href={clip.url} rel="noreferrer">
            {clip.title}
          </a>
        )}
      </h2>
      <p class="meta">
        <b {...foreign(clip)}>{siteOf(clip)}</b>
        {clip.section.length > 0 && <span {...foreign(clip)}>{clip.section.join(' › ')}</span>}
        <span>{t.keptOn(plainDay(clip.keptDay, setting.language))}</span>
        {!clip.filled && (
          <a href={own} aria-label={t.addressOnlyOf(clip.title)}>
            {t.addressOnly}
          </a>
        )}
        {clip.tags.map((tag) => (
          <span class="tag" dir="auto">
            {tag}
          </span>
        ))}
      </p>
    </li>
  );
};

const Empty = ({ setting, canImport }: { setting: Setting; canImport: boolean }) => {
  const t = importTexts(setting.language);
  return (
    <div class="empty">
      <h2>{t.emptyTitle}</h2>
      <p>{t.emptyText}</p>
      <p>
        <a href="/sample/">{texts(setting.language).pages.trySample}</a>
      </p>
      {canImport && (
        <p>
          <a href={`/w/${setting.workspace}/import`}>{t.emptyImport}</a>
        </p>
      )}
    </div>
  );
};

export const LibraryPage = ({
  setting,
  listed,
  isFirst,
  canImport,
}: {
  setting: Setting;
  listed: Listed;
  /** Whether it begins with the newest. */
  isFirst: boolean;
  canImport: boolean;
}) => {
  const { language, workspace } = setting;
  const t = importTexts(language);
  const { clips, next } = listed;
  const here = `/w/${workspace}/library`;
  return (
    <Layout {...{ language, workspace }} here="library" title={t.library}>
      <main id="content" class="library">
        <div class="top">
          <h1>{t.library}</h1>
          {canImport && (
            <a class="way" href={`/w/${workspace}/import`}>
              {t.title}
            </a>
          )}
        </div>
        {clips.some(({ filled }) => !filled) && <p class="note">{t.addressOnlyLead}</p>}
        {clips.length === 0 && isFirst && <Empty {...{ setting, canImport }} />}
        {clips.length === 0 && !isFirst && <p>{t.noOlder}</p>}
        <ol class="dense">
          {clips.map((clip) => (
            <Item {...{ clip, setting }} />
          ))}
        </ol>
        {(next || !isFirst) && (
          <nav class="pages" aria-label={t.library}>
            {isFirst ? (
              <span />
            ) : (
              <a class="way" href={here}>
                {t.newestFirst}
              </a>
            )}
            {next && (
              <a class="way" rel="next" href={`${here}?before=${encodeURIComponent(next)}`}>
                {t.older}
              </a>
            )}
          </nav>
        )}
      </main>
    </Layout>
  );
};
