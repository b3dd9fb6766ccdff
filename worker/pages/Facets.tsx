// What narrows a search down: how many matches have what, each a link that adds it to the query or takes it away.
import { searchTexts } from '../../shared/locales/search.ts';
import type { Facet, SearchFacets, SearchSort } from '../../shared/schema/search.ts';
import type { Values } from '../../shared/search/complete.ts';
import { texts } from '../../shared/locales/index.ts';
import type { InterfaceLanguage } from '../../shared/schema/text.ts';
import { type Part, valuePart, writePart } from '../../shared/search/query.ts';
import { month } from './dates.ts';
import { categoryName } from './groups.ts';
import {
  hasPart,
  monthPart,
  searchAddress,
  type Searched,
  without,
  withPart,
} from './search-links.ts';

type Kind = keyof SearchFacets;

const ORDER: readonly Kind[] = ['site', 'section', 'category', 'on', 'tag', 'in', 'lang'];

const languageName = (tag: string, language: InterfaceLanguage): string =>
  new Intl.DisplayNames([language], { type: 'language', fallback: 'code' }).of(tag) ?? tag;

const nameOf = (kind: Kind, value: string, language: InterfaceLanguage): string => {
  if (kind === 'category') return categoryName(value, language) ?? value;
  if (kind === 'on') return month(`${value}-01`, language);
  return kind === 'lang' && /^[a-z]{2,8}$/.test(value) ? languageName(value, language) : value;
};

/** A value of a facet as a part of a query, as a reader would write it. */
export const facetPart = (
  kind: Kind,
  value: string,
  language: InterfaceLanguage,
): Part | undefined => {
  if (kind === 'on') return monthPart(value);
  return valuePart(kind, kind === 'category' ? nameOf(kind, value, language) : value);
};

const Values = ({
  kind,
  facets,
  searched,
}: {
  kind: Kind;
  facets: readonly Facet[];
  searched: Searched;
}) => {
  const { language, query } = searched;
  return (
    <ul>
      {facets.map(({ value, clips }) => {
        const part = facetPart(kind, value, language);
        if (!part) return null;
        const isChosen = hasPart(query, part);
        const next = isChosen ? without(query, part) : withPart(query, part);
        return (
          <li>
            <a
              href={searchAddress({ ...searched, query: next })}
              aria-current={isChosen ? 'true' : undefined}
              dir="auto"
            >
              {nameOf(kind, value, language)}
            </a>
            <span>{clips}</span>
          </li>
        );
      })}
    </ul>
  );
};

/** All facets; one that no match has, or all have alike, narrows nothing and is left out unless it was asked for. */
export const Facets = ({
  facets,
  searched,
  isAtLeast,
}: {
  facets: SearchFacets;
  searched: Searched;
  isAtLeast: boolean;
}) => {
  const t = searchTexts(searched.language);
  const kinds = ORDER.filter(
    (kind) =>
      facets[kind].length > 1 ||
      (facets[kind].length === 1 && searched.query.some((part) => part.kind === kind)),
  );
  if (kinds.length === 0) return null;
  return (
    <aside class="facets" aria-label={t.narrow}>
      {isAtLeast && <p class="note">{t.counted}</p>}
      {kinds.map((kind) => (
        <section>
          <h2>{t.facets[kind]}</h2>
          <Values {...{ kind, searched }} facets={facets[kind]} />
        </section>
      ))}
    </aside>
  );
};

/** The filters of a query, each with a way to be without it. */
export const AskedFilters = ({ searched }: { searched: Searched }) => {
  const t = searchTexts(searched.language);
  const filters = searched.query.filter(({ kind }) => kind !== 'word' && kind !== 'phrase');
  if (filters.length === 0) return null;
  return (
    <ul class="asked" aria-label={t.asked}>
      {filters.map((part) => {
        const written = writePart(part, searched.language);
        const query = without(searched.query, part);
        return (
          <li>
            <span dir="auto">{written}</span>
            <a href={searchAddress({ ...searched, query })} aria-label={t.without(written)}>
              ×
            </a>
          </li>
        );
      })}
    </ul>
  );
};

/** In which order matches are shown, each a link. */
export const Orders = ({ searched, sort: chosen }: { searched: Searched; sort: SearchSort }) => {
  const t = searchTexts(searched.language);
  const hasWords = searched.query.some(
    ({ kind, not }) => !not && (kind === 'word' || kind === 'phrase'),
  );
  const sorts = hasWords
    ? (['relevance', 'published', 'kept'] as const)
    : (['kept', 'published'] as const);
  return (
    <nav class="orders" aria-label={t.order}>
      {sorts.map((sort) => (
        <a
          href={searchAddress({ ...searched, sort: sort === sorts[0] ? null : sort })}
          aria-current={sort === chosen ? 'true' : undefined}
        >
          {t.orders[sort]}
        </a>
      ))}
    </nav>
  );
};

/** What may be asked for beside tags and collections: what the matches have, and all topics. */
export const valuesOf = (facets: SearchFacets | null, language: InterfaceLanguage): Values => ({
  category: Object.values(texts(language).pages.categories),
  site: facets?.site.map(({ value }) => value) ?? [],
  section: facets?.section.map(({ value }) => value) ?? [],
  lang: facets?.lang.map(({ value }) => value) ?? [],
  on: facets?.on.map(({ value }) => value) ?? [],
});
