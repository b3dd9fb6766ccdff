// Saved searches beside a search: what it is saved as, a form to save it, and the list of all.
import { savedTexts } from '../../shared/locales/saved.ts';
import { texts } from '../../shared/locales/index.ts';
import { FEED_FORMATS } from '../../shared/digest/feeds.ts';
import { MAX_SAVED_NAME, type SavedSearch } from '../../shared/schema/saved-search.ts';
import type { InterfaceLanguage } from '../../shared/schema/text.ts';

interface Where {
  workspace: string;
  language: InterfaceLanguage;
}

/** The address of all that a person saved, and of one of them there. */
export const savedAddress = (workspace: string, id?: string): string =>
  `/w/${workspace}/searches${id === undefined ? '' : `#${id}`}`;

/** The address of what a saved search finds. */
export const savedResults = (workspace: string, { query }: Pick<SavedSearch, 'query'>): string =>
  `/w/${workspace}/search?${new URLSearchParams({ q: query })}`;

export const SavedFeeds = ({
  search: { name, feed },
  language,
}: {
  search: SavedSearch;
  language: InterfaceLanguage;
}) => {
  const t = savedTexts(language);
  const { feedFormats } = texts(language).pages;
  return (
    <nav class="saved-feeds" aria-label={t.feedsOf(name)}>
      {FEED_FORMATS.map((format) => (
        <a href={feed[format]} aria-label={t.formatOf(feedFormats[format], name)}>
          {feedFormats[format]}
        </a>
      ))}
    </nav>
  );
};

/** What a search is saved as; else a form that saves it. */
export const SaveSearch = ({
  workspace,
  language,
  query,
  saved,
}: Where & { query: string; saved: SavedSearch | null }) => {
  const t = savedTexts(language);
  if (saved)
    return (
      <div class="saved-as">
        <p>
          {t.savedAs}{' '}
          <a href={savedAddress(workspace, saved.id)} dir="auto">
            {saved.name}
          </a>
        </p>
        <SavedFeeds search={saved} language={language} />
      </div>
    );
  return (
    <details class="save-search">
      <summary>{t.save}</summary>
      <form method="post" action={savedAddress(workspace)}>
        <input type="hidden" name="query" value={query} />
        <label>
          {t.name}
          <input
            name="name"
            value={query.slice(0, MAX_SAVED_NAME).toWellFormed()}
            maxlength={MAX_SAVED_NAME}
            required
            dir="auto"
          />
        </label>
        <button class="quiet">{t.press}</button>
      </form>
    </details>
  );
};

/** The names of all saved searches, each leading to what it finds. */
export const SavedNames = ({
  workspace,
  language,
  searches,
}: Where & { searches: readonly SavedSearch[] }) => {
  const t = savedTexts(language);
  if (searches.length === 0) return null;
  return (
    <section class="asking">
      <h2>{t.title}</h2>
      <ul class="saved-names">
        {searches.map((search) => (
          <li>
            <a href={savedResults(workspace, search)} dir="auto">
              {search.name}
            </a>
          </li>
        ))}
      </ul>
      <p>
        <a class="way" href={savedAddress(workspace)}>
          {t.all}
        </a>
      </p>
    </section>
  );
};
