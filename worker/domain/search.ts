// Finding what a library has: candidates by one statement, ranked here by the candidates alone, shown with their bodies
// by a second.
import type { Filings } from '../db/filings.ts';
import type { Library } from '../db/libraries.ts';
import type { Condition, Found, SearchReads } from '../db/search.ts';
import { dayIn } from '../../shared/digest/days.ts';
import { blockText } from '../../shared/schema/block.ts';
import type { SearchAnswer, SearchHit, SearchSort } from '../../shared/schema/search.ts';
import { extractOf, markTitle } from '../../shared/search/extract.ts';
import { parseQuery, writeQuery } from '../../shared/search/query.ts';
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
/** Hits of one page. */
const PAGE = 20;

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
  { search, filings }: SearchTools,
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

type Shown = Awaited<ReturnType<SearchReads['show']>>;

const hitOf = ({ item, blocks }: Shown['cards'][number], terms: readonly Term[]): SearchHit => {
  const { text: title, marks } = markTitle(item.title, terms);
  const extract = extractOf(blocks.values().map(blockText), terms);
  return {
    ...item,
    title,
    titleMarks: [...marks],
    extract: extract && { text: extract.text, marks: [...extract.marks] },
  };
};

/** Finds a page of what a library has for a query of an account. Throws 'bad-request' for a cursor that is none. */
export const searchLibrary = async (
  tools: SearchTools,
  library: Pick<Library, 'workspace' | 'number' | 'zone' | 'language'>,
  account: string,
  { text, sort: wished, cursor }: Asked,
): Promise<SearchAnswer> => {
  const query = parseQuery(text, dayIn(tools.now(), library.zone));
  const plan = planSearch(query);
  const suited = plan.terms.length > 0 ? 'relevance' : 'kept';
  const sort =
    wished === null || (wished === 'relevance' && plan.terms.length === 0) ? suited : wished;
  const { before, skip } = startOf(cursor);
  const answer = { query: writeQuery(query, library.language), sort };
  const isNothing = query.length === 0;
  if (isNothing)
    return { ...answer, hits: [], matches: null, isAtLeast: false, facets: null, next: null };
  const isFirst = cursor === null;
  // In the order of keeping a page takes no more than itself, however far it is.
  const count = sort === 'kept' && !isFirst ? PAGE : MOST_MATCHES;
  const { found, isCut } = await matchesOf(tools, library, account, plan, sort, {
    before,
    count: count + 1,
  });
  const matches = found.slice(0, count);
  const ordered = inOrder(matches, sort, plan.terms);
  const page = ordered.slice(skip, skip + PAGE);
  const counted = isFirst ? matches.map(({ place }) => place) : [];
  const shown = await tools.search.show(
    library,
    page.map(({ place }) => place),
    counted,
  );
  const newest = matches.reduce((top, { place }) => Math.max(top, place), 0);
  const last = page.at(-1);
  const hasMore = skip + PAGE < (sort === 'kept' ? found.length : matches.length);
  const further =
    sort === 'kept' ? String(last?.place) : `${before ?? newest + 1}.${skip + page.length}`;
  return {
    ...answer,
    hits: shown.cards.map((card) => hitOf(card, plan.terms)),
    matches: isFirst ? matches.length : null,
    isAtLeast: isFirst && (isCut || found.length > count),
    facets: isFirst ? facetsOf(matches, shown) : null,
    next: last && hasMore ? further : null,
  };
};
