// The list of the library: what waits on this machine, and the cards of the library's copy, as one.
import { publishedTime } from '../../../shared/digest/days.ts';
import type { Matchable } from '../../../shared/search/match.ts';
import { dayIn } from '../../../shared/digest/days.ts';
import type { StoredCard } from '../../lib/database.ts';
import type { MirrorHead } from '../../lib/mirror-read.ts';
import type { Operation } from '../../lib/operation.ts';
import type { Entry, Whereabouts } from './entries.ts';

/** A clip of the list. */
export interface Listed extends Matchable {
  /** Of what waits, the id of its keep; else that of the clip. */
  readonly id: string;
  readonly url: string;
  /** Whether its address alone is known. */
  readonly isLink: boolean;
  /** What stands under its headline: the first of its summary, or its standfirst; '' where neither is here. */
  readonly sentence: string;
  readonly keptDay: string;
  /** `HH:MM` where the page told one. */
  readonly time: string | null;
  readonly whereabouts: Whereabouts | 'library';
  /** What waits; null where all of it is in the library. */
  readonly operation: Operation | null;
  /** Its id in the library; null where that is not known here. */
  readonly clip: string | null;
}

/** What is known of all clips of a list. */
export interface ListSetting {
  /** The reader's time zone. */
  zone: string;
  /** The account that reads. */
  account: string | null;
  /** Canonical URLs. */
  highlighted: ReadonlySet<string>;
}

const NO_NAMES: readonly string[] = [];

/** What waits to be sent, with what the library has of it already. It is to be read, as all that one keeps. */
export const listEntry = (
  entry: Entry,
  known: Listed | undefined,
  { zone, highlighted }: ListSetting,
): Listed => {
  const { id, title, url, isLink, card, day, time, whereabouts, operation } = entry;
  // A keep changes nothing of an article that the library has.
  const told = known && !known.isLink ? known : card;
  return {
    id,
    title,
    url,
    canonicalUrl: url,
    isLink,
    site: card?.site ?? null,
    section: card?.section ?? [],
    language: card?.language ?? null,
    category: told?.category ?? null,
    authors: told?.authors ?? [],
    sentence: card?.sentence ?? '',
    day,
    keptDay: dayIn(new Date(operation.capturedAt), zone),
    time,
    tags: known?.tags ?? operation.filing?.tags ?? [],
    collections: known?.collections ?? operation.filing?.collections ?? [],
    state: known?.state ?? 'to-read',
    starred: known?.starred ?? false,
    isMine: true,
    isHighlighted: highlighted.has(url),
    whereabouts,
    operation,
    clip: known?.clip ?? null,
  };
};

/** A card of the library's copy. */
export const listCard = (
  card: StoredCard,
  { names }: MirrorHead,
  { zone, account, highlighted }: ListSetting,
): Listed => {
  const called = (ids: readonly string[]): readonly string[] =>
    ids.length === 0 ? NO_NAMES : ids.flatMap((id) => names.get(id)?.name ?? []);
  const { published } = card;
  return {
    id: card.id,
    title: card.title,
    url: card.url,
    canonicalUrl: card.canonicalUrl,
    isLink: !card.filled,
    site: card.site,
    section: card.section,
    language: card.language,
    category: card.category,
    authors: card.authors,
    sentence: card.standfirst ?? '',
    day: card.day,
    keptDay: card.keptDay,
    get time() {
      return published !== null && card.filled ? publishedTime(published, zone) : null;
    },
    tags: called(card.tags),
    collections: called(card.collections),
    state: card.state,
    starred: card.starred,
    isMine: card.keepers.some((keeper) => keeper.account === account),
    isHighlighted: highlighted.has(card.canonicalUrl),
    whereabouts: 'library',
    operation: null,
    clip: card.id,
  };
};

export const LIST_SORTS = ['kept', 'published'] as const;
/** By which day a list goes; the newest comes first. */
export type ListSort = (typeof LIST_SORTS)[number];

/** The day under which a clip stands. */
export const dayBy = (sort: ListSort, { day, keptDay }: Listed): string =>
  sort === 'kept' ? keptDay : day;

/** A list in its order; of one day, what is newest in the given one stays so. */
export const inOrder = (listed: readonly Listed[], sort: ListSort): readonly Listed[] =>
  listed.toSorted((one, other) => {
    const [first, second] = [dayBy(sort, one), dayBy(sort, other)];
    return first === second ? 0 : first < second ? 1 : -1;
  });
