// The names and noun phrases that an article is about, as they are written in it.
import { fold } from '../text/fold.ts';
import type { Passage } from './passages.ts';
import { type Candidate, findTerms } from './term-candidates.ts';
import { foldParts } from './term-parts.ts';
import { readRow, type Row } from './term-row.ts';
import { VIETNAMESE_GENERIC } from './term-words.ts';

interface Term {
  /** As it stands in the text. */
  readonly written: string;
  /** Letters and digits only, in lower case, parted by spaces. */
  readonly folded: string;
}

const MOST = 8;
const FEWEST = 3;
const MAX_LENGTH = 100;
// Below this share of the best one's weight a term says little.
const WEAK = 0.2;
// How much more a term of the title weighs, and each kind; found by eye on news in both languages.
const TITLE = 1.8;
const KIND: Readonly<Record<Candidate['kind'], number>> = {
  name: 1.6,
  institution: 1.6,
  phrase: 1,
  word: 0.5,
};
// 'N.V.T.' and 'Đ. T.H' name somebody whom the article will not name.
const INITIALS_ONLY = /^\p{L}(?:\.\p{L})*(?: \p{L}(?:\.\p{L})*)*$/u;

/** How much speaks for a candidate: said often, early, all over the text, in the title; a name. */
const weigh = (
  { key, kind, size, places, mentions }: Candidate,
  row: Row,
  isVietnamese: boolean,
): number => {
  const sentences = (row.words.at(-1)?.sentence ?? 0) + 1;
  const told = new Set<number>();
  let inTitle = false;
  for (const at of [...places, ...mentions])
    if (row.textOf[at]?.isTitle) inTitle = true;
    else told.add(row.words[at]?.sentence ?? 0);
  let [first, last] = [told.size > 0 ? sentences : 0, 0];
  for (const at of told) [first, last] = [Math.min(first, at), Math.max(last, at)];
  const spread = (last - first) / sentences;
  return (
    Math.log2(1 + told.size + (inTitle ? 0.5 : 0)) *
    KIND[kind] *
    (inTitle ? TITLE : 1) *
    (1 + 0.6 / (1 + first / 3)) *
    (1 + 0.3 * spread) *
    (size === 1 && kind !== 'phrase' ? 0.8 : Math.min(1.2, 0.9 + size / 20)) *
    (kind === 'phrase' && size === 2 && isVietnamese ? 0.75 : 1) *
    (VIETNAMESE_GENERIC.has(key) ? 0.4 : 1)
  );
};

/** A candidate as it is written inside a sentence, if it stands inside one. */
const writtenIn = ({ kind, size, places }: Candidate, { words, textOf }: Row): string => {
  const at = [...places];
  const isPlain = kind === 'phrase' || kind === 'word';
  const best =
    (isPlain ? at.find((place) => !words[place]?.isCapital) : undefined) ??
    at.find((place) => !words[place]?.isOpening) ??
    at[0] ??
    0;
  const text = textOf[best]?.text ?? '';
  return text.slice(words[best]?.start, words[best + size - 1]?.end);
};

const isTerm = (written: string, { key }: Candidate): boolean =>
  written.length <= MAX_LENGTH && /\p{L}/u.test(written) && !INITIALS_ONLY.test(key);

/** Whether one is written in the other, or they have more than half of their words in common. */
const overlap = (a: Term, b: Term): boolean => {
  if (a.folded.includes(b.folded) || b.folded.includes(a.folded)) return true;
  const [x, y] = [a.folded.split(' '), b.folded.split(' ')];
  const common = x.filter((word) => y.includes(word)).length;
  return common > Math.min(x.length, y.length) / 2;
};

/**
 * The key terms of an article: three to eight, the best first, each as it stands in one of the
 * blocks' texts or in the title, none within another. Fewer where the text has no more to give.
 */
export const keyTerms = (
  passages: readonly Passage[],
  title: string,
  tag: string | null,
): readonly string[] => {
  const language = tag?.split('-', 1)[0]?.toLowerCase() ?? null;
  const row = readRow(passages, title, language);
  const ranked = foldParts(findTerms(row, language), row, language)
    .map((candidate) => ({ candidate, weight: weigh(candidate, row, language === 'vi') }))
    .sort((a, b) => b.weight - a.weight);
  const chosen: Term[] = [];
  let least = 0;
  for (const { candidate, weight } of ranked) {
    if (chosen.length === MOST || (chosen.length >= FEWEST && weight < least)) break;
    const written = writtenIn(candidate, row);
    if (!isTerm(written, candidate)) continue;
    if (chosen.length === 0) least = weight * WEAK;
    const term = { written, folded: fold(written) };
    if (!chosen.some((other) => overlap(term, other))) chosen.push(term);
  }
  return chosen.map(({ written }) => written);
};
