// Finds what has been changed: the place whose words can be made of those that were marked, and of those
// around them, with the fewest changes (Sellers 1980, over words instead of letters).
import type { Anchor } from '../schema/highlight.ts';
import type { Stretch } from './stretch.ts';

interface Word extends Stretch {
  /** As it is compared: lower case, without marks, since tone marks wander ('hòa', 'hoà'). */
  folded: string;
}

// Scripts that set no spaces are compared letter by letter.
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|[\p{L}\p{M}\p{N}]+/gu;

const wordsOf = (text: string): Word[] =>
  Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
    folded: word.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '') || word,
  }));

/** Comparisons of one word with another for one anchor, a fifth of a second at most: counted, not timed. */
const MAX_COMPARED = 2_000_000;
/** A word of the quote counts twice as much as one around it. */
const QUOTE = 2;
const AROUND = 1;
/** So many words must be found again, of quote and context together. */
const LEAST_WORDS = 6;
/** What may be new among the words of a quote, beside as many as it has itself. */
const ROOM = 4;

interface Pattern {
  words: readonly string[];
  /** The words from `from` to before `to` are those of the quote. */
  from: number;
  to: number;
}

/** An alignment of the pattern with words that end somewhere in the text. */
interface Aligned {
  cost: number;
  /** Words of the quote that were found again, the first and the last of them in the text, and all found. */
  quoted: number;
  first: number;
  last: number;
  found: number;
}

/** An alignment for each word of the pattern and for none; in arrays, so that none of millions is an object. */
interface Column {
  readonly cost: Int32Array;
  readonly quoted: Int32Array;
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly found: Int32Array;
}

const newColumn = (rows: number): Column => ({
  cost: new Int32Array(rows),
  quoted: new Int32Array(rows),
  first: new Int32Array(rows).fill(-1),
  last: new Int32Array(rows).fill(-1),
  found: new Int32Array(rows),
});

const alignedAt = ({ cost, quoted, first, last, found }: Column, row: number): Aligned => ({
  cost: cost[row] ?? 0,
  quoted: quoted[row] ?? 0,
  first: first[row] ?? -1,
  last: last[row] ?? -1,
  found: found[row] ?? 0,
});

const copy = (to: Column, row: number, from: Column, source: number, cost: number): void => {
  to.cost[row] = cost;
  to.quoted[row] = from.quoted[source] ?? 0;
  to.first[row] = from.first[source] ?? -1;
  to.last[row] = from.last[source] ?? -1;
  to.found[row] = from.found[source] ?? 0;
};

/** Takes another alignment where it is cheaper, or as cheap with more words found. */
const relax = (to: Column, row: number, from: Column, source: number, weight: number): void => {
  const cost = (from.cost[source] ?? 0) + weight;
  const known = to.cost[row] ?? 0;
  if (cost < known || (cost === known && (from.found[source] ?? 0) > (to.found[row] ?? 0)))
    copy(to, row, from, source, cost);
};

const note = (column: Column, row: number, isQuoted: boolean, place: number): void => {
  column.found[row] = (column.found[row] ?? 0) + 1;
  if (!isQuoted) return;
  column.quoted[row] = (column.quoted[row] ?? 0) + 1;
  if ((column.first[row] ?? -1) < 0) column.first[row] = place;
  column.last[row] = place;
};

/** Calls `take` with the best alignment that ends at each word of the text. */
const align = (
  { words, from, to }: Pattern,
  text: readonly Word[],
  take: (aligned: Aligned) => void,
): void => {
  // Words as numbers: the same word, the same number; none of the pattern's is 0.
  const numbers = new Map(words.map((word, row) => [word, row + 1]));
  const pattern = words.map((word) => numbers.get(word) ?? 0);
  const rows = words.length;
  const weightOf = (row: number): number => (row > from && row <= to ? QUOTE : AROUND);
  let before = newColumn(rows + 1);
  let column = newColumn(rows + 1);
  // The pattern may begin at any word; ahead of the first one all of it is missing.
  for (let row = 1; row <= rows; row += 1)
    before.cost[row] = (before.cost[row - 1] ?? 0) + weightOf(row);
  for (const [place, { folded }] of text.entries()) {
    const word = numbers.get(folded) ?? 0;
    for (let row = 1; row <= rows; row += 1) {
      const weight = weightOf(row);
      const isSame = pattern[row - 1] === word;
      copy(column, row, before, row - 1, (before.cost[row - 1] ?? 0) + (isSame ? 0 : weight));
      if (isSame) note(column, row, weight === QUOTE, place);
      relax(column, row, column, row - 1, weight);
      relax(column, row, before, row, AROUND);
    }
    take(alignedAt(column, rows));
    [before, column] = [column, before];
  }
};

const isLikeEnough = ({ quoted, first, last, found }: Aligned, { from, to }: Pattern): boolean => {
  const length = to - from;
  return (
    quoted > 0 &&
    quoted * 3 >= length * 2 &&
    found >= LEAST_WORDS &&
    last - first < 2 * length + ROOM
  );
};

const patternOf = ({ before, quote, after }: Anchor): Pattern => {
  const [ahead, quoted, behind] = [before, quote, after].map((part) =>
    wordsOf(part).map(({ folded }) => folded),
  );
  const words = [...(ahead ?? []), ...(quoted ?? []), ...(behind ?? [])];
  const from = ahead?.length ?? 0;
  return { words, from, to: from + (quoted?.length ?? 0) };
};

/** The words around a position, as many as may be compared. */
const wordsAround = (words: readonly Word[], position: number, count: number): readonly Word[] => {
  if (words.length <= count) return words;
  const at = words.findIndex(({ end }) => end >= position);
  const middle = at < 0 ? words.length : at;
  const from = Math.min(Math.max(0, middle - Math.floor(count / 2)), words.length - count);
  return words.slice(from, from + count);
};

/** What a quote has around its words, quotation marks and full stops, belongs to it where it still stands. */
const withMarks = (text: string, quote: string, { start: from, end: to }: Stretch): Stretch => {
  const head = /^[^\p{L}\p{M}\p{N}]*/u.exec(quote)?.[0] ?? '';
  const tail = /[^\p{L}\p{M}\p{N}]*$/u.exec(quote)?.[0] ?? '';
  return {
    start: text.endsWith(head, from) ? from - head.length : from,
    end: text.startsWith(tail, to) ? to + tail.length : to,
  };
};

/**
 * Finds the place of a text that is most like a quote with its context; of equals the nearest. Two thirds
 * of the quote's words must be there in their order, six words with those around them, and not more than as
 * many others between them. Null where there is none. Long texts are read around the position alone.
 */
export const makeNearFinder = (text: string): ((anchor: Anchor) => Stretch | null) => {
  let words: Word[] | null = null;
  return (anchor) => {
    const pattern = patternOf(anchor);
    if (pattern.to === pattern.from) return null;
    words ??= wordsOf(text);
    const count = Math.ceil(MAX_COMPARED / pattern.words.length);
    const within = wordsAround(words, anchor.start, count);
    const distance = ({ first }: Aligned) => Math.abs((within[first]?.start ?? 0) - anchor.start);
    let best: Aligned | null = null;
    align(pattern, within, (aligned) => {
      if (!isLikeEnough(aligned, pattern)) return;
      if (best === null || aligned.cost < best.cost) best = aligned;
      else if (aligned.cost === best.cost && distance(aligned) < distance(best)) best = aligned;
    });
    return stretchOf(best, within, text, anchor.quote);
  };
};

const stretchOf = (
  best: Aligned | null,
  within: readonly Word[],
  text: string,
  quote: string,
): Stretch | null => {
  const first = best && within[best.first];
  const last = best && within[best.last];
  return first && last ? withMarks(text, quote, { start: first.start, end: last.end }) : null;
};
