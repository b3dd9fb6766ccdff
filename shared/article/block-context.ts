// A page's blocks together: what stands around each of them, and which parts of the page hold its text.
import type { Block } from '../schema/block.ts';
import { readText, type Text } from './block-text.ts';
import { FAR, levelsBelow, type Place, Places } from './block-places.ts';

/** A block and the element that it is the text of. */
export interface Placed {
  readonly block: Block;
  readonly element: Element;
}

/** What is known of the headline: where it stands, and its words, folded. */
export interface Heading {
  readonly element: Element | null;
  readonly folded: string;
}

/** A block with all that its features are read from. */
export interface Seen {
  readonly block: Block;
  readonly element: Element;
  readonly own: Text;
  readonly place: Place;
  readonly up: Place | null;
  readonly before: Seen | undefined;
  readonly after: Seen | undefined;
}

/** What the blocks of a page have in common. */
export interface Whole {
  readonly seen: readonly Seen[];
  /** All that they stand in, each after what it lies in. */
  readonly places: readonly Place[];
  /** UTF-16 units before each block, and in all. */
  readonly starts: readonly number[];
  readonly length: number;
  readonly prose: number;
  /** Units up to the end of each block: of all text, of links, of running text. */
  readonly lengthUpTo: readonly number[];
  readonly linkedUpTo: readonly number[];
  readonly proseUpTo: readonly number[];
  /** The smallest place with most of the running text. */
  readonly main: Place | null;
  /** The place for which most running text speaks. */
  readonly top: Place | null;
  /** The smallest place with the headline and a good part of the running text. */
  readonly headlineBox: Place | null;
  readonly bestParent: number;
  /** Where the headline stands among the blocks; -1 without one. */
  readonly headlineAt: number;
  readonly title: string;
  readonly texts: ReadonlyMap<string, number>;
}

const MOST = 0.6;
const GOOD_PART = 0.35;
/** Levels up to which a text speaks for what it stands in, and how much its length counts. */
const SPEAKS = 6;
const MOST_LENGTH = 6;

/** A part of a whole, 0 where there is none. */
export const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
/** Which share of a place's text is links. */
export const density = (place: Place | null | undefined): number =>
  place ? share(place.linked, place.characters) : 0;
// Adds a block's text to its own place, and lets it speak for the nearest that this lies in.
const addTo = ({ own, place }: Seen): void => {
  place.characters += own.length;
  place.linked += own.linked;
  place.prose += own.prose;
  place.blocks += 1;
  if (own.prose === 0 || place.worst < FAR) return;
  const speaks = 1 + Math.min(MOST_LENGTH, own.length / 100) + own.commas;
  let level = 0;
  for (let at = place.up; at && level < SPEAKS; at = at.up) {
    at.score += speaks / (level < 2 ? level + 1 : level * 3);
    level += 1;
  }
};

// What a place holds, all that it lies in holds as well.
const addUp = (places: readonly Place[]): void => {
  for (const { up, characters, linked, prose, blocks } of places.toReversed()) {
    if (!up) continue;
    up.characters += characters;
    up.linked += linked;
    up.prose += prose;
    up.blocks += blocks;
  }
};

const standing = (place: Place): number => {
  const name = place.worst === 0 ? 0.3 : place.bad === 0 ? 0.7 : place.good === 0 ? 1.25 : 1;
  return place.score * (1 - density(place)) * name;
};

const FOLLOWS = 4;

/** All that is known of a page's blocks before any of them is judged. */
export const seeWhole = (placed: readonly Placed[], heading: Heading): Whole => {
  const places = new Places(heading.element);
  const seen: { -readonly [Key in keyof Seen]: Seen[Key] }[] = placed.map(({ block, element }) => {
    const place = places.of(element);
    return {
      block,
      element,
      own: readText(block),
      place,
      up: place.up,
      before: undefined,
      after: undefined,
    };
  });
  const starts: number[] = [];
  const lengthUpTo: number[] = [];
  const linkedUpTo: number[] = [];
  const proseUpTo: number[] = [];
  const texts = new Map<string, number>();
  let length = 0;
  let linked = 0;
  let prose = 0;
  for (const [index, one] of seen.entries()) {
    one.before = seen[index - 1];
    one.after = seen[index + 1];
    addTo(one);
    starts.push(length);
    length += one.own.length;
    linked += one.own.linked;
    prose += one.own.prose;
    lengthUpTo.push(length);
    linkedUpTo.push(linked);
    proseUpTo.push(prose);
    const { alike } = one.place;
    alike.blocks += 1;
    alike.characters += one.own.length;
    texts.set(one.own.beginning, (texts.get(one.own.beginning) ?? 0) + 1);
  }
  const all = places.all();
  addUp(all);
  let main: Place | null = null;
  let top: Place | null = null;
  for (const place of all) {
    if (place.prose > 0 && place.prose >= prose * MOST && place.depth > (main?.depth ?? 0))
      main = place;
    if (standing(place) > (top ? standing(top) : 0)) top = place;
  }
  let headlineBox = places.find(heading.element);
  while (headlineBox && (headlineBox.prose === 0 || headlineBox.prose < prose * GOOD_PART))
    headlineBox = headlineBox.up;
  for (const place of all) {
    place.belowMain = levelsBelow(place, main, place.up?.belowMain);
    place.belowTop = levelsBelow(place, top, place.up?.belowTop);
    place.belowHeadlineBox = levelsBelow(place, headlineBox, place.up?.belowHeadlineBox);
  }
  const isFrom = (element: Element): boolean =>
    heading.element !== null &&
    (heading.element.contains(element) ||
      (heading.element.compareDocumentPosition(element) & FOLLOWS) !== 0);
  return {
    seen,
    places: all,
    starts,
    length,
    prose,
    lengthUpTo,
    linkedUpTo,
    proseUpTo,
    main,
    top,
    headlineBox,
    bestParent: seen.reduce((most, { up }) => Math.max(most, up?.prose ?? 0), 1),
    headlineAt: placed.findIndex(({ element }) => isFrom(element)),
    title: heading.folded,
    texts,
  };
};
