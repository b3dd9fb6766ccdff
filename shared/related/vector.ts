// The description of one article by which it is compared with others: small enough to be stored for each clip, so that
// nobody reads its text again to rank it. Features are hashed (Weinberger et al. 2009): no list of words need be kept.
import { hashOf } from '../text/hash.ts';
import { type Feature, promise, type Read, readFeatures, type Told } from './features.ts';

/** The first byte: what is written otherwise is not read. */
const VERSION = 1;
const HEAD = 3;
const WIDTH = 3;
/** So that a description has at most 600 bytes. */
const MOST = 199;

const HASH_BITS = 19;
const PAIR = 1 << HASH_BITS;
/** How many numbers of features there are. */
export const NUMBERS = 2 * PAIR;

/** The number of a feature: 20 bits, the first of which tells a pair from a word. */
export const numberOf = ({ key, isPair }: Pick<Feature, 'key' | 'isPair'>): number => {
  const hash = hashOf(key);
  // The last bits go into the first, which are the ones that are kept.
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return ((mixed ^ (mixed >>> 12)) >>> (32 - HASH_BITS)) | (isPair ? PAIR : 0);
};

/** How often is told in four steps: once, twice, up to four times, more. */
const stepOf = (count: number): number => (count > 4 ? 3 : count > 2 ? 2 : count - 1);
const COUNTS = [1, 2, 3.5, 6];

/** Marks of a feature: that it stands in the title, and that it is a name or a number. */
export const IN_TITLE = 8;
export const IS_NAME = 4;

/** The features that are worth keeping of an article by their numbers, the most promising first. */
export const promisingFeatures = ({ features, words }: Read): ReadonlyMap<number, Feature> => {
  const byNumber = new Map<number, Feature>();
  const ranked = features
    .map((feature) => ({ feature, worth: promise(feature, words) }))
    .filter(({ worth }) => worth > 0)
    .sort((a, b) => b.worth - a.worth);
  for (const { feature } of ranked) {
    if (byNumber.size === MOST) break;
    const number = numberOf(feature);
    if (!byNumber.has(number)) byNumber.set(number, feature);
  }
  return byNumber;
};

/**
 * Describes an article in at most 600 bytes: a version, the number of its words in two bytes, then its most promising
 * features, the best first, in three bytes each: 20 bits the feature, one whether it stands in the title, one whether it
 * is a name or a number, two how often it is said.
 */
export const termVector = (told: Told): Uint8Array => {
  const read = readFeatures(told);
  const features = promisingFeatures(read);
  const bytes = new Uint8Array(descriptionSize(features.size));
  const words = Math.min(read.words, 0xffff);
  bytes.set([VERSION, words >>> 8, words & 0xff]);
  let at = HEAD;
  for (const [number, feature] of features) {
    const flags = (feature.inTitle ? IN_TITLE : 0) | (feature.isName ? IS_NAME : 0);
    const value = (number << 4) | flags | stepOf(feature.count);
    bytes.set([value >>> 16, (value >>> 8) & 0xff, value & 0xff], at);
    at += WIDTH;
  }
  return bytes;
};

/** A description as it is compared. */
export interface Vector {
  readonly words: number;
  /** The numbers of its features, the most promising first, none twice. */
  readonly numbers: Uint32Array;
  /** How much each counts before its rarity is known. */
  readonly strengths: Float32Array;
  /** What is known of each besides: `IN_TITLE`, `IS_NAME`. */
  readonly marks: Uint8Array;
}

// What a feature counts for by its lowest four bits: said ten times is not ten times as much. Found on one half of the
// events, held on the other (docs/relating.md).
const PAIR_STRENGTH = 0.7;
const PAIR_KIND = 16;

/** How much a feature counts before its rarity is known, by its kind. */
export const STRENGTHS = Float32Array.from(
  { length: 2 * PAIR_KIND },
  (_, kind) =>
    (1 + Math.log(COUNTS[kind & 3] ?? 1)) *
    (kind & IN_TITLE ? 1.3 : 1) *
    (kind & IS_NAME ? 1.4 : 1) *
    (kind & PAIR_KIND ? PAIR_STRENGTH : 1),
);

/** How many bytes are a description of so many features; so many of a longer one are a description of its first. */
export const descriptionSize = (features: number): number => HEAD + features * WIDTH;

/** How many features a description has; none where another version wrote it, or where it is none. */
export const featuresIn = (bytes: Uint8Array): number => {
  const size = (bytes.length - HEAD) / WIDTH;
  return bytes[0] === VERSION && size > 0 && Number.isInteger(size) ? size : 0;
};

/** The number of the nth feature of a description. */
export const numberAt = (bytes: Uint8Array, nth: number): number => {
  const from = HEAD + nth * WIDTH;
  return (
    ((bytes[from] ?? 0) << 12) | ((bytes[from + 1] ?? 0) << 4) | ((bytes[from + 2] ?? 0) >>> 4)
  );
};

/** The kind of the nth feature of a description, a number below 32 with the marks among its bits. */
export const kindAt = (bytes: Uint8Array, nth: number): number => {
  const from = HEAD + nth * WIDTH;
  return ((bytes[from + 2] ?? 0) & 15) | ((bytes[from] ?? 0) & 128 ? PAIR_KIND : 0);
};

/** Reads a description; null for one that another version wrote, or that is none. */
export const readVector = (bytes: Uint8Array): Vector | null => {
  if (bytes[0] !== VERSION || bytes.length < HEAD || (bytes.length - HEAD) % WIDTH !== 0)
    return null;
  const size = featuresIn(bytes);
  const numbers = new Uint32Array(size);
  const strengths = new Float32Array(size);
  const marks = new Uint8Array(size);
  for (let at = 0; at < size; at += 1) {
    const kind = kindAt(bytes, at);
    numbers[at] = numberAt(bytes, at);
    marks[at] = kind & (IN_TITLE | IS_NAME);
    strengths[at] = STRENGTHS[kind] ?? 1;
  }
  return { words: ((bytes[1] ?? 0) << 8) | (bytes[2] ?? 0), numbers, strengths, marks };
};
