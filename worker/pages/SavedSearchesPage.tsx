// The searches that a person comes back to, with their feeds and what can be made of each.
import { savedTexts } from '../../shared/locales/saved.ts';
import { searchTexts } from '../../shared/locales/search.ts';
import { MAX_SAVED_NAME, type SavedSearch } from '../../shared/schema/saved-search.ts';
import type { InterfaceLanguage } from '../../shared/schema/text.ts';
import { Layout } from './Layout.tsx';
import { SavedFeeds, savedResults } from './SavedSearches.tsx';

interface Own {
  workspace: string;
  language: InterfaceLanguage;
  search: SavedSearch;
}

const Change = ({ workspace, language, search }: Own) => {
  const t = savedTexts(language);
  return (
    <details class="change">
      <summary aria-label={t.changeOf(search.name)}>{t.change}</summary>
      <form method="post" action={`/w/${workspace}/searches/${search.id}`}>
        <label>
          {t.name}
          <input name="name" value={search.name} maxlength={MAX_SAVED_NAME} required dir="auto" />
        </label>
        <button class="quiet" name="do" value="rename">
          {t.rename}
        </button>
      </form>
      <form method="post" action={`/w/${workspace}/searches/${search.id}`}>
        <p>{t.renewLead}</p>
        <button class="quiet" name="do" value="renew">
          {t.renew}
        </button>
      </form>
      <form method="post" action={`/w/${workspace}/searches/${search.id}`}>
        <p>{t.deleteLead}</p>
        <button class="quiet" name="do" value="delete">
          {t.delete}
        </button>
      </form>
    </details>
  );
};

const Item = ({ workspace, language, search }: Own) => (
  <li id={search.id}>
    <a href={savedResults(workspace, search)} dir="auto">
      {search.name}
    </a>
    <SavedFeeds search={search} language={language} />
    <p class="note" dir="auto">
      {search.query || savedTexts(language).asksNothing}
    </p>
    <Change {...{ workspace, language, search }} />
  </li>
);

export const SavedSearchesPage = ({
  workspace,
  language,
  searches,
}: {
  workspace: string;
  language: InterfaceLanguage;
  searches: readonly SavedSearch[];
}) => {
  const t = savedTexts(language);
  return (
    <Layout {...{ language, workspace }} here="library" title={t.title}>
      <main id="content" class="library">
        <h1>{t.title}</h1>
        <p class="note">{searches.length > 0 ? t.lead : t.none}</p>
        {searches.length === 0 && (
          <p>
            <a class="way" href={`/w/${workspace}/search`}>
              {searchTexts(language).title}
            </a>
          </p>
        )}
        <ul class="names saved">
          {searches.map((search) => (
            <Item {...{ workspace, language, search }} />
          ))}
        </ul>
      </main>
    </Layout>
  );
};
