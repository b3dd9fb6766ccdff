// A day as it is composed of its clips: what is told of all of it, and its groups page by page.
import type { StoredCard } from '../db/clips.ts';
import type { DaysOf } from '../db/days-of.ts';
import type { Library } from '../db/libraries.ts';
import { groupClips } from '../../shared/digest/index.ts';
import { pagesOf } from '../../shared/digest/pages.ts';
import { siteOf } from '../../shared/digest/site.ts';
import { dayTerms } from '../../shared/digest/terms.ts';
import { countWords, readingMinutes } from '../../shared/text/reading.ts';
import type { Digest, DigestGroup, DigestHead, GroupOutline } from '../../shared/schema/digest.ts';
import { inOrder } from './category-order.ts';

/** Whose days: a library's, or those of one of its collections. */
export type Where = Pick<Library, 'workspace' | 'zone'> & {
  collection?: { id: string; name: string };
};

export const daysOf = ({ collection }: Pick<Where, 'collection'>): DaysOf =>
  collection ? { collection: collection.id } : 'published';

/** A change of the library: its number and its instant. */
export interface Change {
  seq: number;
  changedAt: string;
}

/** The newest of several changes, or null where there is none. */
export const newestChange = (changes: readonly Change[]): Change | null =>
  changes.reduce<Change | null>(
    (newest, change) => (!newest || change.seq > newest.seq ? change : newest),
    null,
  );

/** A day as it is composed: what is told of all of it, and its groups page by page. */
export interface ComposedDay {
  head: DigestHead;
  pages: readonly DigestGroup[][];
}

type Named = Pick<DigestGroup, 'category' | 'section'>;

const clipsOf = ({ stories }: DigestGroup) => stories.flatMap(({ clips }) => clips);

const isSame = (one: Named, other: Named): boolean =>
  one.category === other.category && one.section === other.section;

/** The page on which a group begins. */
const pageOf = (pages: ComposedDay['pages'], group: Named): number =>
  pages.findIndex((page) => page.some((one) => isSame(one, group))) + 1;

const outlineOf = (groups: readonly DigestGroup[], pages: ComposedDay['pages']): GroupOutline[] =>
  groups.map((group) => ({
    category: group.category,
    section: group.section,
    stories: group.stories.length,
    clips: clipsOf(group).length,
    page: pageOf(pages, group),
  }));

/** The groups of pages, each whole again that was cut. */
const joined = (pages: ComposedDay['pages']): DigestGroup[] => {
  const groups: DigestGroup[] = [];
  for (const group of pages.flat()) {
    const last = groups.at(-1);
    if (last && isSame(last, group))
      groups.splice(-1, 1, { ...last, stories: [...last.stories, ...group.stories] });
    else groups.push(group);
  }
  return groups;
};

/** A day with its categories in a reader's order, cut into pages anew. */
const dayInOrder = ({ head, pages }: ComposedDay, order: readonly string[]): ComposedDay => {
  if (order.length === 0) return { head, pages };
  const cut = pagesOf(inOrder(joined(pages), order));
  const outline = inOrder(head.outline, order).map(({ category, section, stories, clips }) => {
    const page = pageOf(cut, { category, section });
    return { category, section, stories, clips, page };
  });
  return { head: { ...head, outline, pages: cut.length }, pages: cut };
};

/**
 * A day from what is stored of it. Revision and `updated` come from the newest change among its
 * clips and tombstones, so that the same library gives the same bytes whenever it is asked.
 * @param termsOf the key terms of its clips by their ids
 */
export const composeDay = (
  { zone }: Pick<Library, 'zone'>,
  day: string,
  { cards, tombstone }: { cards: readonly StoredCard[]; tombstone: Change | null },
  termsOf: ReadonlyMap<string, readonly string[]> = new Map(),
): ComposedDay => {
  const newest = newestChange(tombstone ? [...cards, tombstone] : cards);
  const clips = cards.map(({ card }) => card);
  const groups = groupClips(clips, zone);
  const pages = pagesOf(groups);
  const sum = (count: (clip: (typeof clips)[number]) => number): number =>
    clips.reduce((all, clip) => all + count(clip), 0);
  const head = {
    day,
    zone,
    revision: newest?.seq ?? 0,
    updated: newest?.changedAt ?? null,
    clips: clips.length,
    stories: groups.reduce((all, { stories }) => all + stories.length, 0),
    sites: new Set(clips.map(siteOf)).size,
    minutes: sum(({ words, language }) => readingMinutes(words, language)),
    summaryWords: sum(({ summary }) => countWords(summary.join(' '))),
    terms: dayTerms(groups, termsOf),
    outline: outlineOf(groups, pages),
    pages: pages.length,
  };
  return { head, pages };
};

/** A page of a composed day, whose categories go in the order that a reader gives them. */
export const pageOfDay = (
  { workspace, collection }: Pick<Where, 'workspace' | 'collection'>,
  composed: ComposedDay,
  page: number,
  nearest: Pick<Digest, 'earlier' | 'later'>,
  order: readonly string[] = [],
): Digest => {
  const { head, pages } = dayInOrder(composed, order);
  return {
    workspace,
    collection: collection?.name ?? null,
    ...head,
    page,
    groups: pages[page - 1] ?? [],
    ...nearest,
  };
};
