// What narrows a shelf of the library down: the language of searching, with counts to choose from.
import type { ComponentChildren } from 'preact';
import { searchTexts } from '../../shared/locales/search.ts';
import type { SearchFacets, SearchSort } from '../../shared/schema/search.ts';
import { writeQuery } from '../../shared/search/query.ts';
import { AskedFilters, Facets, Orders, valuesOf } from './Facets.tsx';
import type { Searched } from './search-links.ts';
import { SearchField } from './SearchField.tsx';

export interface Filtered {
  searched: Searched;
  sort: SearchSort;
  /** How many were counted; null on a further page. */
  matches: number | null;
  isAtLeast: boolean;
  facets: SearchFacets | null;
}

/** A shelf with its filters around it. */
export const LibraryFilters = ({
  workspace,
  filtered: { searched, sort, matches, isAtLeast, facets },
  children,
}: {
  workspace: string;
  filtered: Filtered;
  children: ComponentChildren;
}) => {
  const { path, beside, language, query } = searched;
  const t = searchTexts(language);
  return (
    <>
      <SearchField
        {...{ workspace, language, path }}
        label={t.filter}
        query={writeQuery(query, language)}
        beside={{ ...beside, ...(searched.sort && { sort: searched.sort }) }}
        values={valuesOf(facets, language)}
        withButton
      />
      <AskedFilters searched={searched} />
      <div class="found-head">
        {matches !== null && <p>{isAtLeast ? t.atLeast(matches) : t.matches(matches)}</p>}
        <Orders {...{ searched, sort }} />
      </div>
      <div class="grid">
        <div>{children}</div>
        {facets && <Facets {...{ facets, searched, isAtLeast }} />}
      </div>
    </>
  );
};
