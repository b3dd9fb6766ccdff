// Finding what a library has: candidates by one statement, ranked here by the candidates alone, shown with their bodies
// by a second.
import type { Filings } from '../db/filings.ts';
import type { Library } from '../db/libraries.ts';
import type { Condition, Found, SearchReads } from '../db/search.ts';
import type { Shelved, Shelves } from '../db/shelves.ts';
import { dayIn } from '../../shared/digest/days.ts';
import { blockText } from '../../shared/schema/block.ts';
import type { Shelf } from '../../shared/schema/reading.ts';
import type {
  SearchAnswer,
  SearchFacets,
  SearchHit,
  SearchSort,
} from '../../shared/schema/search.ts';
import { extractOf, markTitle } from '../../shared/search/extract.ts';
import { parseQuery, type Query, writeQuery } from '../../shared/search/query.ts';
import { rankMatches } from '../../shared/search/rank.ts';
import type { Term } from '../../shared/search/terms.ts';
import { foldBare } from '../../shared/text/fold.ts';
import { foldName } from '../../shared/text/name.ts';
import type { Clock } from './ids.ts';
import { Refusal } from './refusal.ts';
import { facetsOf } from './search-facets.ts';
import { planSearch, type SearchPlan } from './search-plan.ts';

/** How many matches are ranked and counted: the newest, those as written first. */
export const MOST_MATCHES = 500;
/**
 * How many places of the library are looked through at a time for words in a row: their cost grows with the clips that
 * have all of them, 1.4 ms for a thousand.
 */
const ROW_SPAN = 20_000;
/** Hits of one page of results, and clips of one of a filtered shelf. */
const HITS = 20;
const SHELVED = 50;

export interface Asked {
  text: string;
  /** Null for the order that suits the query. */
  sort: SearchSort | null;
  cursor: string | null;
}

interface SearchTools {
  search: SearchReads;
  filings: Filings;
  now: Clock;
}

/** Where a page begins: before a place, and behind so many of what is ranked from there. */
interface Start {
  before: number | null;
  skip: number;
}

const startOf = (cursor: string | null): Start => {
  if (cursor === null) return { before: null, skip: 0 };
  const [, before, skip = '0'] = /^(\d{1,10})(?:\.(\d{1,3}))?$/.exec(cursor) ?? [];
  if (before === undefined) throw new Refusal('bad-request', 'no such cursor');
  return { before: Number(before), skip: Number(skip) };
};

/** Whether no name is called exactly so. */
const isUnknown = ({ kind, folded }: Condition & { folded: string }, names: Named): boolean =>
  !names[kind === 'tag' ? 'tags' : 'collections'].some((name) => foldName(name) === folded);

type Named = Awaited<ReturnType<Filings['names']>>;

/** The conditions with names that are written without their marks as they are in the library; null where none is so. */
const mended = (conditions: readonly Condition[], names: Named): readonly Condition[] | null => {
  const all = conditions.map((condition): Condition => {
    if (!('folded' in condition) || !isUnknown(condition, names)) return condition;
    const wanted = foldBare(condition.folded);
    const alike = names[condition.kind === 'tag' ? 'tags' : 'collections'].find(
      (name) => foldBare(name) === wanted,
    );
    return alike === undefined ? condition : { ...condition, folded: foldName(alike) };
  });
  return all.some((condition, at) => condition !== conditions[at]) ? all : null;
};

const matchesOf = async (
  { search, filings }: Omit<SearchTools, 'now'>,
  library: Pick<Library, 'workspace' | 'number'>,
  account: string,
  plan: SearchPlan,
  sort: SearchSort,
  wish: { before: number | null; count: number },
) => {
  const wanted = {
    account,
    ...wish,
    // In the order of days, how a word is written puts nothing first.
    exact: sort === 'relevance' ? plan.exact : null,
    loose: plan.loose,
    conditions: plan.conditions,
    span: plan.asksRow ? ROW_SPAN : null,
    standfirst: sort === 'relevance',
  };
  if (!plan.conditions.some((condition) => 'folded' in condition))
    return search.find(library, wanted);
  const [found, names] = await Promise.all([
    search.find(library, wanted),
    filings.names(library.workspace),
  ]);
  const conditions = mended(plan.conditions, names);
  return conditions ? search.find(library, { ...wanted, conditions }) : found;
};

const byPublished = (one: Found, other: Found): number =>
  other.day.localeCompare(one.day) || other.place - one.place;

const inOrder = (
  matches: readonly Found[],
  sort: SearchSort,
  terms: readonly Term[],
): readonly Found[] => {
  if (sort === 'relevance') return rankMatches(matches, terms);
  return sort === 'published' ? matches.toSorted(byPublished) : matches;
};

/** The places of the newest `count` matches of a query, the last kept first. */
export const newestMatches = async (
  tools: Omit<SearchTools, 'now'>,
  library: Pick<Library, 'workspace' | 'number'>,
  account: string,
  query: Query,
  count: number,
): Promise<readonly number[]> => {
  if (query.length === 0) return [];
  const wish = { before: null, count };
  const { found } = await matchesOf(tools, library, account, planSearch(query), 'kept', wish);
  return found.map(({ place }) => place);
};

/** A page of matches, and what is known of all. */
interface Matches {
  sort: SearchSort;
  terms: readonly Term[];
  /** The places of this page, in their order. */
  places: readonly number[];
  /** Those that were counted, on the first page; else null. */
  counted: readonly Found[] | null;
  isAtLeast: boolean;
  next: string | null;
}

/** Finds a page of `size` matches of a query. Throws 'bad-request' for a cursor that is none. */
const findMatches = async (
  tools: SearchTools,
  library: Pick<Library, 'workspace' | 'number'>,
  account: string,
  query: Query,
  { sort: wished, cursor }: Omit<Asked, 'text'>,
  size: number,
): Promise<Matches> => {
  const plan = planSearch(query);
  const suited = plan.terms.length > 0 ? 'relevance' : 'kept';
  const sort = wished === null || wished === 'relevance' ? suited : wished;
  const { before, skip } = startOf(cursor);
  const isFirst = cursor === null;
  // In the order of keeping a page takes no more than itself, however far it is.
  const count = sort === 'kept' && !isFirst ? size : MOST_MATCHES;
  const wish = { before, count: count + 1 };
  const { found, reached } = await matchesOf(tools, library, account, plan, sort, wish);
  const matches = found.slice(0, count);
  const page = inOrder(matches, sort, plan.terms).slice(skip, skip + size);
  const next = (): string | null => {
    const last = page.at(-1);
    if (sort !== 'kept') {
      const newest = matches.reduce((top, { place }) => Math.max(top, place), 0);
      if (skip + size < matches.length) return `${before ?? newest + 1}.${skip + page.length}`;
      // What was not looked at yet is ranked by itself.
      return reached === null ? null : String(reached);
    }
    // What was not looked at yet is looked at from there.
    if (found.length <= size) return reached === null ? null : String(reached);
    return last ? String(last.place) : null;
  };
  return {
    sort,
    terms: plan.terms,
    places: page.map(({ place }) => place),
    counted: isFirst ? matches : null,
    isAtLeast: isFirst && (reached !== null || found.length > count),
    next: next(),
  };
};

const placesOf = (matches: readonly Found[] | null): readonly number[] =>
  (matches ?? []).map(({ place }) => place);

type Shown = Awaited<ReturnType<SearchReads['show']>>[number];

const hitOf = ({ item, blocks }: Shown, terms: readonly Term[]): SearchHit => {
  const { text: title, marks } = markTitle(item.title, terms);
  const extract = extractOf(blocks.values().map(blockText), terms);
  return {
    ...item,
    title,
    titleMarks: [...marks],
    extract: extract && { text: extract.text, marks: [...extract.marks] },
  };
};

type SearchedLibrary = Pick<Library, 'workspace' | 'number' | 'zone' | 'language'>;

/** Finds a page of what a library has for a query of an account. Throws 'bad-request' for a cursor that is none. */
export const searchLibrary = async (
  tools: SearchTools,
  library: SearchedLibrary,
  account: string,
  asked: Asked,
): Promise<SearchAnswer> => {
  const query = parseQuery(asked.text, dayIn(tools.now(), library.zone));
  const written = writeQuery(query, library.language);
  if (query.length === 0)
    return {
      query: written,
      sort: 'kept',
      hits: [],
      matches: null,
      isAtLeast: false,
      facets: null,
      next: null,
    };
  const found = await findMatches(tools, library, account, query, asked, HITS);
  const [shown, names] = await Promise.all([
    tools.search.show(library, found.places),
    tools.search.countNames(library, placesOf(found.counted)),
  ]);
  return {
    query: written,
    sort: found.sort,
    hits: shown.map((card) => hitOf(card, found.terms)),
    matches: found.counted?.length ?? null,
    isAtLeast: found.isAtLeast,
    facets: found.counted && facetsOf(found.counted, names),
    next: found.next,
  };
};

/** A page of a shelf, of those clips alone that a query finds. */
export interface FilteredShelf {
  query: Query;
  sort: SearchSort;
  clips: readonly Shelved[];
  /** How many were counted; null on a further page. */
  matches: number | null;
  isAtLeast: boolean;
  facets: SearchFacets | null;
  next: string | null;
}

const ON_SHELF = { 'to-read': 'to-read', done: 'done', starred: 'starred', all: null } as const;

/** Finds a page of a person's shelf for a query. Throws 'bad-request' for a cursor that is none. */
export const filterShelf = async (
  tools: SearchTools & { shelves: Shelves },
  library: SearchedLibrary,
  account: string,
  shelf: Shelf,
  asked: Asked,
): Promise<FilteredShelf> => {
  const query = parseQuery(asked.text, dayIn(tools.now(), library.zone));
  const state = ON_SHELF[shelf];
  const onShelf: Query = state
    ? [...query, { kind: 'is', value: state, state, not: false }]
    : query;
  const found = await findMatches(tools, library, account, onShelf, asked, SHELVED);
  const [clips, names] = await Promise.all([
    tools.shelves.at(library, account, found.places),
    tools.search.countNames(library, placesOf(found.counted)),
  ]);
  return {
    query,
    sort: found.sort,
    clips,
    matches: found.counted?.length ?? null,
    isAtLeast: found.isAtLeast,
    facets: found.counted && facetsOf(found.counted, names),
    next: found.next,
  };
};
