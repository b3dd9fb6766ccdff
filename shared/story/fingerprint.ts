// A text in at most 300 bytes, by which copies of it are known: wire copy under another headline, with something around
// it, or shortened (Broder 1997). Its figures are kept apart from its words, since a forecast, a market report and the
// later report of a disaster have the words of the earlier one and other figures; and its beginning is marked, since
// what goes on with an old story has another one.
import { type Block, blockText } from '../schema/block.ts';
import { shinglesOf } from './shingles.ts';
import {
  cutSketch,
  EMPTY,
  markedIn,
  meets,
  readSketch,
  sharedBy,
  type Sketch,
  writeSketch,
} from './sketch.ts';

/** The version of what `fingerprint` answers; only those of one version can be compared. */
export const FINGERPRINT_VERSION = 1;

const MAX_BYTES = 300;
/** Version, how many hooks there are, and how many bytes the figures take. */
const HEAD = 3;
const HOOKS = 6;
const HOOK_BYTES = 4;
const MAX_FIGURES = 60;

/** Bytes: with 24 for figures a report is taken for the earlier one nearly three times as often. */
const CUT_FIGURES = 32;
const CUT_WORDS = 64;

/** What `cutFingerprint` keeps stands in the first bytes, so many. */
export const BYTES_TO_CUT = HEAD + HOOKS * HOOK_BYTES + MAX_FIGURES + CUT_WORDS + 1;

/** Fewer shingles tell nothing: 'Đang cập nhật' is no copy of another. */
const LEAST_WORDS = 12;
const LEAST_FIGURES = 4;

/**
 * The fingerprint of a body, without its headline: at most 300 bytes, to be kept with the clip. The first
 * 100,000 units of the text are looked at.
 */
export const fingerprint = (
  body: { readonly blocks: readonly Block[] } | { readonly text: string },
): Uint8Array<ArrayBuffer> => {
  const { beginning, rest, figures } = shinglesOf(
    'text' in body ? body.text : body.blocks.map(blockText).join('\n'),
  );
  const all = Uint32Array.from(new Set([...beginning, ...rest])).sort();
  const hooks = all.length < LEAST_WORDS ? [] : all.subarray(0, HOOKS);
  const head = new DataView(new ArrayBuffer(HEAD + hooks.length * HOOK_BYTES));
  for (const [at, hook] of hooks.entries()) head.setUint32(HEAD + at * HOOK_BYTES, hook);
  const ofFigures = writeSketch([], figures, MAX_FIGURES);
  const room = MAX_BYTES - head.byteLength - ofFigures.length;
  const ofWords = writeSketch(beginning, rest, room);
  head.setUint8(0, FINGERPRINT_VERSION);
  head.setUint8(1, hooks.length);
  head.setUint8(2, ofFigures.length);
  return Uint8Array.from([...new Uint8Array(head.buffer), ...ofFigures, ...ofWords]);
};

/** Where the parts of a fingerprint end; null for what another version wrote, or what is none. */
const partsOf = (
  bytes: Uint8Array,
): { readonly hooks: number; readonly figures: number } | null => {
  const [version, count = 0, figures = 0] = bytes;
  const hooks = HEAD + count * HOOK_BYTES;
  if (version !== FINGERPRINT_VERSION || bytes.length < hooks + figures) return null;
  return { hooks, figures: hooks + figures };
};

/**
 * Up to six numbers of 32 bits of which two copies nearly always have one in common and other texts
 * nearly never: by an index of them the copies of a text are found among any number.
 */
export const hooksOf = (bytes: Uint8Array): readonly number[] => {
  const parts = partsOf(bytes);
  if (!parts) return [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, parts.hooks);
  const hooks: number[] = [];
  for (let at = HEAD; at < parts.hooks; at += HOOK_BYTES) hooks.push(view.getUint32(at));
  return hooks;
};

/**
 * As much of a fingerprint as it takes to tell that a whole one is of a copy: at most 99 bytes, without hooks. Null for
 * what another version wrote, or what is none.
 */
export const cutFingerprint = (bytes: Uint8Array): Uint8Array<ArrayBuffer> | null => {
  const parts = partsOf(bytes);
  if (!parts) return null;
  const ofFigures = cutSketch(bytes.subarray(parts.hooks, parts.figures), CUT_FIGURES);
  const ofWords = cutSketch(bytes.subarray(parts.figures), CUT_WORDS);
  const cut = new Uint8Array(HEAD + ofFigures.length + ofWords.length);
  cut.set([FINGERPRINT_VERSION, 0, ofFigures.length]);
  cut.set(ofFigures, HEAD);
  cut.set(ofWords, HEAD + ofFigures.length);
  return cut;
};

interface Read {
  readonly words: Sketch;
  readonly figures: Sketch;
}

/** What is left of a fingerprint once it is read. */
const read = (bytes: Uint8Array): Read => {
  const parts = partsOf(bytes);
  if (!parts) return { words: EMPTY, figures: EMPTY };
  return {
    figures: readSketch(bytes.subarray(parts.hooks, parts.figures)),
    words: readSketch(bytes.subarray(parts.figures)),
  };
};

/** How two texts are alike, each 0 to 1, estimated from their fingerprints. */
export interface Likeness {
  /** How much of the shorter one stands in the other; 0 where one is too short to tell. */
  readonly words: number;
  /** How much of the beginning of one of them stands in the other. */
  readonly beginning: number;
  /** The same as `words` of the figures; null where there are too few of them to tell. */
  readonly figures: number | null;
}

const likenessOf = (one: Read, other: Read): Likeness => ({
  words: sharedBy(one.words, other.words, LEAST_WORDS) ?? 0,
  beginning: Math.max(markedIn(one.words, other.words), markedIn(other.words, one.words)),
  figures: sharedBy(one.figures, other.figures, LEAST_FIGURES),
});

/** How two texts are alike. */
export const likeness = (a: Uint8Array, b: Uint8Array): Likeness => likenessOf(read(a), read(b));

/** How much of the shorter of two texts stands in the other, 0 to 1; 0 where one is too short to tell. */
export const copyShare = (a: Uint8Array, b: Uint8Array): number => likeness(a, b).words;

const COPIED = 0.6;
const COPIED_BEGINNING = 0.5;
const COPIED_FIGURES = 0.5;

const isCopied = ({ words, beginning, figures }: Likeness): boolean =>
  words >= COPIED &&
  beginning >= COPIED_BEGINNING &&
  (figures === null || figures >= COPIED_FIGURES);

/** Whether two texts are copies of one. */
export const areCopies = (a: Uint8Array, b: Uint8Array): boolean => isCopied(likeness(a, b));

/** Answers whether others are copies of a text: of 20,000 those that have nothing of it are not even read. */
export const copiesOf = (bytes: Uint8Array): ((other: Uint8Array) => boolean) => {
  const own = read(bytes);
  return (other) => {
    const parts = partsOf(other);
    return (
      parts !== null &&
      meets(other.subarray(parts.figures), own.words) &&
      isCopied(likenessOf(own, read(other)))
    );
  };
};
