// How many of the matches have what.
import type { Found, NameCounts } from '../db/search.ts';
import type { Facet, SearchFacets } from '../../shared/schema/search.ts';

/** How many values of each are told. */
const MOST = 12;

/** How many of the matches have each value, the most frequent first. */
const counts = <Value extends string>(
  matches: readonly Found[],
  valuesOf: (match: Found) => readonly (Value | null | undefined)[],
): { value: Value; clips: number }[] => {
  const found = new Map<Value, number>();
  for (const match of matches)
    for (const value of new Set(valuesOf(match)))
      if (value) found.set(value, (found.get(value) ?? 0) + 1);
  return Array.from(found, ([value, clips]) => ({ value, clips })).sort(
    (one, other) => other.clips - one.clips,
  );
};

const hostOf = (url: string | null): string | undefined =>
  URL.parse(url ?? '')?.hostname.replace(/^www\./, '');

const newestFirst = (one: Facet, other: Facet): number => other.value.localeCompare(one.value);

/** The facets of matches; what tags and collections they have was counted where it is stored. */
export const facetsOf = (
  matches: readonly Found[],
  { tags, collections }: NameCounts,
): SearchFacets => ({
  site: counts(matches, ({ site, url }) => [site ?? hostOf(url)]).slice(0, MOST),
  section: counts(matches, ({ section }) => section).slice(0, MOST),
  category: counts(matches, ({ category }) => [category]).slice(0, MOST),
  lang: counts(matches, ({ language }) => [language?.split('-')[0]?.toLowerCase()]).slice(0, MOST),
  on: counts(matches, ({ day }) => [day.slice(0, 7)])
    .sort(newestFirst)
    .slice(0, MOST),
  tag: tags,
  in: collections,
});
