// All that a workspace holds, by what a person does with it, newest first.
import { importTexts } from '../../shared/locales/imports.ts';
import { texts } from '../../shared/locales/index.ts';
import { libraryTexts } from '../../shared/locales/library.ts';
import { savedTexts } from '../../shared/locales/saved.ts';
import { searchTexts } from '../../shared/locales/search.ts';
import { trashTexts } from '../../shared/locales/trash.ts';
import { type Shelf, SHELVES } from '../../shared/schema/reading.ts';
import type { Setting } from './Clip.tsx';
import { Layout } from './Layout.tsx';
import { type Filtered, LibraryFilters } from './LibraryFilters.tsx';
import { namesAddress } from './NamesPage.tsx';
import { savedAddress } from './SavedSearches.tsx';
import { searchAddress } from './search-links.ts';
import { ShelfList, type Shown } from './ShelfList.tsx';
import { type TellsOf, Told } from './Told.tsx';
import { besideOf, type View, Views } from './Views.tsx';

/** The address of a shelf without filters. */
const shelfAddress = (workspace: string, shelf: Shelf, view: View): string =>
  `/w/${workspace}/library?${new URLSearchParams({ shelf, ...besideOf(view) })}`;

const Shelves = ({
  setting,
  shelf,
  filtered,
  view,
}: {
  setting: Setting;
  shelf: Shelf;
  filtered: Filtered | null;
  view: View;
}) => {
  const t = libraryTexts(setting.language);
  return (
    <nav class="shelves" aria-label={t.shelvesLabel}>
      {SHELVES.map((each) => (
        <a
          href={
            filtered
              ? searchAddress({ ...filtered.searched, beside: { shelf: each, ...besideOf(view) } })
              : shelfAddress(setting.workspace, each, view)
          }
          aria-current={each === shelf ? 'page' : undefined}
        >
          {t.shelves[each]}
        </a>
      ))}
    </nav>
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
  shelf,
  clips,
  next,
  isFirst,
  here,
  told,
  isNew,
  mayWrite,
  canCopy,
  news,
  filtered,
  view,
}: {
  setting: Setting;
  shelf: Shelf;
  clips: readonly Shown[];
  /** Where the list goes on; null at its end. */
  next: string | null;
  /** Whether it begins with the newest. */
  isFirst: boolean;
  /** The address of this list. */
  here: string;
  told: TellsOf | null;
  /** Whether nothing was ever kept. */
  isNew: boolean;
  mayWrite: boolean;
  /** Whether the person may keep in another workspace. */
  canCopy: boolean;
  /** How much others of the team have done since their visit before. */
  news: number;
  /** What the list is narrowed down by; null where its filters are closed. */
  filtered: Filtered | null;
  view: View;
}) => {
  const { language, workspace } = setting;
  const t = importTexts(language);
  const own = libraryTexts(language);
  const first = filtered ? searchAddress(filtered.searched) : shelfAddress(workspace, shelf, view);
  const addressOf = (as: View): string =>
    filtered
      ? searchAddress({ ...filtered.searched, beside: { shelf, ...besideOf(as) } })
      : shelfAddress(workspace, shelf, as);
  const isNarrowed = filtered !== null && filtered.searched.query.length > 0;
  const list = (
    <>
      {clips.length === 0 && isFirst && isNarrowed && <p>{searchTexts(language).nothing}</p>}
      {clips.some(({ item }) => !item.filled) && <p class="note">{t.addressOnlyLead}</p>}
      {clips.length === 0 && isFirst && !isNarrowed && (isNew || shelf === 'all') && (
        <Empty {...{ setting, canImport: mayWrite }} />
      )}
      {clips.length === 0 && isFirst && !isNarrowed && !isNew && shelf !== 'all' && (
        <div class="empty">
          <p>{own.emptyShelves[shelf]}</p>
          <p>
            <a href={`/w/${workspace}/library?shelf=all`}>{own.toAll}</a>
          </p>
        </div>
      )}
      {clips.length === 0 && !isFirst && <p>{t.noOlder}</p>}
      {clips.length > 0 && (
        <ShelfList {...{ clips, setting, here, view, canCopy }} mayFile={mayWrite} />
      )}
      {(next !== null || !isFirst) && (
        <nav class="pages" aria-label={t.library}>
          {isFirst ? (
            <span />
          ) : (
            <a class="way" href={first}>
              {t.newestFirst}
            </a>
          )}
          {next !== null && (
            <a class="way" rel="next" href={`${first}&before=${encodeURIComponent(next)}`}>
              {t.older}
            </a>
          )}
        </nav>
      )}
    </>
  );
  return (
    <Layout {...{ language, workspace, news }} here="library" title={t.library} script="library">
      <main id="content" class="library">
        <div class="top">
          <h1>{t.library}</h1>
          <nav class="ways" aria-label={own.ways}>
            <a href={namesAddress(workspace, 'tag')}>{own.names.tags}</a>
            <a href={namesAddress(workspace, 'collection')}>{own.names.collections}</a>
            <a href={savedAddress(workspace)}>{savedTexts(language).title}</a>
            <a href={`/w/${workspace}/library/full`}>{own.fullness.title}</a>
            {mayWrite && <a href={`/w/${workspace}/import`}>{t.title}</a>}
            {mayWrite && <a href={`/w/${workspace}/trash`}>{trashTexts(language).title}</a>}
          </nav>
        </div>
        <Shelves {...{ setting, shelf, filtered, view }} />
        {!isNew && (
          <div class="narrow">
            {!filtered && (
              <a class="way" href={`${first}&q=`}>
                {searchTexts(language).narrow}
              </a>
            )}
            <Views {...{ language, view, addressOf }} />
          </div>
        )}
        {told !== null && <Told told={told} language={language} />}
        {filtered ? <LibraryFilters {...{ workspace, filtered }}>{list}</LibraryFilters> : list}
      </main>
    </Layout>
  );
};
