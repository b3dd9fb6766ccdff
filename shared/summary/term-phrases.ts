// Phrases that an article says again: two to eight words that stand together between small words and marks.
import type { Word } from './term-tokens.ts';
import { isSyllable } from './term-names.ts';
import { bondOf } from './vietnamese-words.ts';
import { NAME_LINKS, titlesBefore, VIETNAMESE_COUNTRIES, VIETNAMESE_PLACES } from './term-words.ts';

/** A phrase by where it stands: `at` counts the words of the article. */
export interface Phrase {
  readonly size: number;
  readonly places: readonly number[];
}

const MAX_SIZE = 8;
// A phrase that stands nearly always within a longer one is part of it.
const WITHIN = 0.7;
// Of a long text only what is said more often can be what it is about.
const WORDS_A_TIME = 4_000;

const mayStandInside = (word: Word): boolean => !word.isSmall || NAME_LINKS.has(word.key);

/** Whether a phrase can begin and end there, without cutting a name or a word in two. */
const isWhole = (
  words: readonly Word[],
  marks: readonly boolean[],
  from: number,
  size: number,
  language: string | null,
): boolean => {
  const first = words[from];
  const last = words[from + size - 1];
  const before = words[from - 1];
  const after = words[from + size];
  if (!first || !last || first.isSmall || last.isSmall || first.isNumber) return false;
  if (last.isNumber && !words[from + size - 2]?.isCapital) return false;
  const isCutBefore = first.isJoined && marks[from - 1] === true;
  if (isCutBefore && marks[from]) return false;
  if (after?.isJoined && marks[from + size - 1] && marks[from + size]) return false;
  if (marks[from + 1] && titlesBefore(language).has(first.key)) return false;
  if (language !== 'vi') return true;
  const second = size > 1 ? words[from + 1] : undefined;
  const forelast = size > 1 ? words[from + size - 2] : undefined;
  if (first.isJoined && bondOf(before?.key, first.key) > bondOf(first.key, second?.key))
    return false;
  if (after?.isJoined && bondOf(last.key, after.key) > bondOf(forelast?.key, last.key))
    return false;
  // 'Ủy ban' is one word, and so is what begins with its second syllable.
  if (isCutBefore && before && isSyllable(before.key) && !VIETNAMESE_COUNTRIES.has(before.key))
    return marks[from - 2] === true && before.isJoined;
  // 'Hội đồng nhân dân tỉnh' may end on a place's kind, 'tỉnh Nghệ An' does not begin with it.
  return !(VIETNAMESE_PLACES.has(first.key) && !first.isCapital && marks[from + 1]);
};

/** Numbers for what stands at each place, the same for the same; -1 where it is said too seldom. */
interface Level {
  readonly ids: Int32Array;
  readonly places: ReadonlyMap<number, readonly number[]>;
}

const levelOf = (length: number, least: number, keyAt: (at: number) => number | null): Level => {
  const numbers = new Map<number, number>();
  const ids = new Int32Array(length).fill(-1);
  const times = new Int32Array(length);
  for (let at = 0; at < length; at += 1) {
    const key = keyAt(at);
    if (key === null) continue;
    const id = numbers.get(key) ?? numbers.size;
    if (id === numbers.size) numbers.set(key, id);
    ids[at] = id;
    times[id] = (times[id] ?? 0) + 1;
  }
  const places = new Map<number, number[]>();
  ids.forEach((id, at) => {
    if (id < 0) return;
    if ((times[id] ?? 0) < least) {
      ids[at] = -1;
      return;
    }
    const known = places.get(id);
    if (known) known.push(at);
    else places.set(id, [at]);
  });
  return { ids, places };
};

interface Counted {
  readonly phrase: Phrase;
  /** How often the longer phrase is said that it is most often part of. */
  longest: number;
}

/** Single words and phrases that are said again and again, each where it stands whole. */
export const repeatedPhrases = (
  words: readonly Word[],
  marks: readonly boolean[],
  language: string | null,
): readonly Phrase[] => {
  const found: Phrase[] = [];
  const least = Math.max(2, Math.ceil(words.length / WORDS_A_TIME));
  let level = levelOf(words.length, least, (at) => {
    const word = words[at];
    return word && mayStandInside(word) ? word.id : null;
  });
  let shorter = new Map<number, Counted>();
  let { ids: shorterIds } = level;
  for (let size = 1; size <= MAX_SIZE && level.places.size > 0; size += 1) {
    const counted = new Map<number, Counted>();
    for (const [id, all] of level.places) {
      const places = all.filter((at) => isWhole(words, marks, at, size, language));
      if (places.length < least) continue;
      counted.set(id, { phrase: { size, places }, longest: 0 });
      const first = places[0] ?? 0;
      for (const at of [first, first + 1]) {
        const part = shorter.get(shorterIds[at] ?? -1);
        if (part) part.longest = Math.max(part.longest, places.length);
      }
    }
    for (const { phrase, longest } of shorter.values())
      if (longest < phrase.places.length * WITHIN) found.push(phrase);
    const { ids } = level;
    [shorter, shorterIds] = [counted, ids];
    level = levelOf(words.length, least, (at) => {
      const [left = -1, right = -1] = [ids[at], ids[at + 1]];
      return left < 0 || right < 0 || !words[at + 1]?.isJoined ? null : left * words.length + right;
    });
  }
  return [...found, ...Array.from(shorter.values(), ({ phrase }) => phrase)];
};
