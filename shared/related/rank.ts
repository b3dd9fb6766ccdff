// What is related to an article: the one ranking, on the server and in the extension.
import type { MediaTopicId } from '../schema/media-topic.ts';
import { type Told } from './features.ts';
import { readNames } from './names.ts';
import { seeNeighbours } from './neighbours.ts';
import { readVector, termVector, type Vector } from './vector.ts';

/** Where an article stands: what it has in common with others beside its words. */
export interface Place {
  readonly category: MediaTopicId | null;
  readonly site: string | null;
  /** The site's own path, outermost first. */
  readonly section: readonly string[];
  readonly story: string | null;
  /** The day it was published, as yyyy-mm-dd. */
  readonly day: string | null;
}

/** A clip that may be related. */
export interface Candidate extends Place {
  readonly id: string;
  /** Its canonical address. */
  readonly address: string;
  /** As `termVector` made it, of the article or of the card. */
  readonly vector: Uint8Array;
}

/** The article to which others may be related; what is told of it names what they share. */
export interface Asking extends Told, Place {
  /** Its description, where it is stored. */
  readonly vector?: Uint8Array;
}

/** What is not to be named: the article itself and its copies, and what the page already lists. */
export interface Without {
  readonly ids?: ReadonlySet<string>;
  readonly addresses?: ReadonlySet<string>;
}

/** Why something is related; a term as the article writes it. */
export type Reason =
  | { readonly kind: 'story' | 'section' | 'category' }
  | { readonly kind: 'term'; readonly term: string };

export interface Related<Item> {
  readonly item: Item;
  readonly score: number;
  /** The best first, at least one. */
  readonly reasons: readonly Reason[];
}

// What speaks for an item beside its words, on the scale of closeness: two reports of an event are .1 to .5 close, what
// has a word in common .05. So the same category goes first among what is about as close, and no story is torn apart.
const SAME_STORY = 0.2;
const SAME_CATEGORY = 0.04;
const SAME_SECTION = 0.02;
const SAME_DAY = 0.03;
const WEEK = 7;

/** What is less alike has a common word and nothing else: that alone is no reason. */
const LEAST_ALIKE = 0.06;

const EMPTY: Vector = {
  words: 0,
  numbers: new Uint32Array(),
  strengths: new Float32Array(),
  marks: new Uint8Array(),
};

const DAY = 86_400_000;

/** How much speaks for a day that it is near another, which is known for each day that has been asked for. */
const makeNearInTime = (day: string | null) => {
  const known = new Map<string, number>();
  return (other: string | null): number => {
    if (!day || !other) return 0;
    const before = known.get(other);
    if (before !== undefined) return before;
    const days = Math.abs(Date.parse(day) - Date.parse(other)) / DAY;
    const near = Number.isNaN(days) ? 0 : SAME_DAY / (1 + days / WEEK);
    known.set(other, near);
    return near;
  };
};

const isSameSection = (a: Place, b: Place): boolean =>
  a.site !== null &&
  a.site === b.site &&
  a.section.length > 0 &&
  a.section.length === b.section.length &&
  a.section.every((name, at) => name === b.section[at]);

/**
 * Makes candidates ready to be ranked: some 500 that a statement found, or once all cards of a mirror. Nothing but these
 * candidates counts for what is rare and what is near.
 *
 * The answer ranks them by what they share with an article, those of its category first where they share as much; each
 * says why it is there, once it is asked for: to name it is what takes longest. At most 40, none without a reason.
 */
export const rankAmong = <Item extends Candidate>(items: readonly Item[]) => {
  const neighbours = seeNeighbours(items.map(({ vector }) => vector));
  return function* related(
    asking: Asking,
    { ids, addresses }: Without = {},
  ): Generator<Related<Item>> {
    const vector = readVector(asking.vector ?? termVector(asking)) ?? EMPTY;
    const isLeftOut = (at: number): boolean => {
      const item = items[at];
      return !item || ids?.has(item.id) === true || addresses?.has(item.address) === true;
    };
    const isSameStory = (item: Item): boolean =>
      asking.story !== null && item.story === asking.story;
    const isSameCategory = (item: Item): boolean =>
      asking.category !== null && item.category === asking.category;
    const nearInTime = makeNearInTime(asking.day);
    const ranked = neighbours
      .nearest(vector, isLeftOut)
      .flatMap(({ at, alike, closeness }) => {
        const item = items[at];
        if (!item) return [];
        let score = closeness + nearInTime(item.day);
        if (isSameStory(item)) score += SAME_STORY;
        if (isSameSection(asking, item)) score += SAME_SECTION;
        if (isSameCategory(item)) score += SAME_CATEGORY;
        return [{ item, score, alike }];
      })
      .sort((a, b) => b.score - a.score);
    let nameOf: ReturnType<typeof readNames> | null = null;
    for (const { item, score, alike } of ranked) {
      const reasons: Reason[] = [];
      if (isSameStory(item)) reasons.push({ kind: 'story' });
      if (alike >= LEAST_ALIKE) {
        nameOf ??= readNames(asking);
        const term = nameOf(item.vector, neighbours.rarity);
        if (term !== null) reasons.push({ kind: 'term', term });
      }
      if (isSameSection(asking, item)) reasons.push({ kind: 'section' });
      if (isSameCategory(item)) reasons.push({ kind: 'category' });
      if (reasons.length > 0) yield { item, score, reasons };
    }
  };
};
