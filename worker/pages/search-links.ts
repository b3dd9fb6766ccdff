// Searches as addresses, and parts of a query as they are added to it and taken from it.
import type { SearchSort } from '../../shared/schema/search.ts';
import type { InterfaceLanguage } from '../../shared/schema/text.ts';
import {
  isSamePart,
  type Part,
  parseQuery,
  type Query,
  valuePart,
  writeQuery,
} from '../../shared/search/query.ts';

export interface Searched {
  /** The page that shows it: `/w/:workspace/search`. */
  path: string;
  /** What stands in its address beside the search: the shelf of a library, whose filters are open without a query too. */
  beside?: Readonly<Record<string, string>>;
  language: InterfaceLanguage;
  query: Query;
  /** Null for the order that suits the query. */
  sort: SearchSort | null;
}

/** The address of a search. */
export const searchAddress = (
  { path, beside, language, query, sort }: Searched,
  before: string | null = null,
): string => {
  const asked = new URLSearchParams(beside);
  if (query.length > 0 || beside) asked.set('q', writeQuery(query, language));
  if (sort) asked.set('sort', sort);
  if (before !== null) asked.set('before', before);
  return asked.size > 0 ? `${path}?${asked}` : path;
};

/** The address of what a query finds on one day, which takes the place of any other that it names. */
export const dayOfQuery = (
  workspace: string,
  language: InterfaceLanguage,
  { asked, day }: { asked: Query; day: string },
): string => {
  const others = asked.filter(({ kind, not }) => kind !== 'on' || not);
  // First, for of a query that is very long the end is not read.
  const query = [...parseQuery(`on:${day}`, day), ...others];
  return searchAddress({ path: `/w/${workspace}/search`, language, query, sort: null });
};

/** The address of what a part of the library has on a day. */
export const dayOfPart = (
  workspace: string,
  language: InterfaceLanguage,
  { kind, called, day }: { kind: 'category' | 'tag'; called: string; day: string },
): string => {
  const query = [valuePart(kind, called), ...parseQuery(`on:${day}`, day)];
  return searchAddress({ path: `/w/${workspace}/search`, language, query, sort: null });
};

/** Without one of its parts. */
export const without = (query: Query, part: Part): Query =>
  query.filter((one) => !isSamePart(one, part));

/** With a part; of days, instead of other days. */
export const withPart = (query: Query, part: Part): Query => [
  ...query.filter((one) => part.kind !== 'on' || one.kind !== 'on' || one.not),
  part,
];

export const hasPart = (query: Query, part: Part): boolean =>
  query.some((one) => isSamePart(one, part));

/** A month as a part of a query. */
export const monthPart = (value: string): Part | undefined => parseQuery(`on:${value}`, value)[0];
