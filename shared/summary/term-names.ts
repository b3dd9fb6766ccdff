// Names in a text: runs of capitals where a capital says something, and Vietnamese institutions.
import type { Word } from './term-tokens.ts';
import {
  GENERIC_ACRONYMS,
  NAME_LINKS,
  titlesBefore,
  VIETNAMESE_COUNTRIES,
  VIETNAMESE_GENERIC,
  VIETNAMESE_HEADS,
  VIETNAMESE_LONG_COUNTRIES,
  VIETNAMESE_PLACES,
  VIETNAMESE_SURNAMES,
} from './term-words.ts';
import { bondOf } from './vietnamese-words.ts';

/** A name by the places of its first word and of what comes after its last. */
export interface Name {
  readonly from: number;
  readonly to: number;
  /** Whether all of it has capitals, as persons and places have. */
  readonly isRun: boolean;
}

/** By a word's number: how often it stands with a capital where that says something, and how often without. */
interface Evidence {
  readonly capital: Uint32Array;
  readonly small: Uint32Array;
}

/** Weighs what the article's own writing says about capitals. */
export const weighCapitals = (words: readonly Word[]): Evidence => {
  const capital = new Uint32Array(words.length);
  const small = new Uint32Array(words.length);
  for (const { id, isCapital, isOpening } of words) {
    if (!isCapital) small[id] = (small[id] ?? 0) + 1;
    else if (!isOpening) capital[id] = (capital[id] ?? 0) + 1;
  }
  return { capital, small };
};

/** Which of the words are names or parts of them. */
export const markNames = (words: readonly Word[], evidence: Evidence): readonly boolean[] => {
  const marks: boolean[] = Array.from({ length: words.length }, () => false);
  for (let at = words.length - 1; at >= 0; at -= 1) {
    const word = words[at];
    if (!word?.isCapital || word.isSmall) continue;
    const capital = evidence.capital[word.id] ?? 0;
    const small = evidence.small[word.id] ?? 0;
    const isBeforeName = marks[at + 1] === true && words[at + 1]?.isJoined === true;
    marks[at] = word.isOpening
      ? (capital > 0 && (capital >= small || isBeforeName)) || (isBeforeName && small === 0)
      : small <= 4 * capital || isBeforeName;
  }
  return marks;
};

// A syllable as Vietnamese spells it, marks left off; 'Trump' and 'Samsung' are none.
const SYLLABLE =
  /^(?:ngh?|nh|ch?|gh?|gi|kh?|ph|qu|t[hr]?|[bdđhlmrsvx])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?$/u;

/** Whether a word alone may be Vietnamese: then it names nobody by itself. */
export const isSyllable = (key: string): boolean =>
  SYLLABLE.test(key.normalize('NFD').replace(/\p{M}+/gu, ''));

/** Whether what stands before `to`, from `from` on, ends within a word that goes on in lower case: 'Phó Thủ' of 'Phó Thủ tướng'. */
const endsWithinWord = (words: readonly Word[], from: number, to: number): boolean => {
  const [last, next] = [words[to - 1], words[to]];
  if (!next?.isJoined || next.isCapital || next.isNumber) return false;
  const before = to - 2 >= from ? words[to - 2] : undefined;
  return bondOf(last?.key, next.key) > bondOf(before?.key, last?.key);
};

const MAX_WORDS = 12;
const MAX_SMALL = 5;

const runEnd = (marks: readonly boolean[], words: readonly Word[], from: number): number => {
  let to = from + 1;
  while (marks[to] && words[to]?.isJoined) to += 1;
  return to;
};

const headLength = (words: readonly Word[], from: number): number => {
  let key = '';
  let found = 0;
  for (let length = 1; length <= 3; length += 1) {
    const word = words[from + length - 1];
    if (!word || (length > 1 && !word.isJoined)) break;
    key = length === 1 ? word.key : `${key} ${word.key}`;
    if (VIETNAMESE_HEADS.has(key)) found = length;
  }
  return found;
};

const isPerson = (words: readonly Word[], from: number, to: number): boolean =>
  to - from >= 3 &&
  VIETNAMESE_SURNAMES.has(words[from]?.key ?? '') &&
  !VIETNAMESE_PLACES.has(words[from - 1]?.key ?? '');

/** Where the institution that begins at `from` ends, if it is one: 'Ủy ban nhân dân huyện Hưng Hà'. */
const institutionEnd = (
  words: readonly Word[],
  marks: readonly boolean[],
  from: number,
): number | null => {
  const head = headLength(words, from);
  if (head === 0) return null;
  let end: number | null = null;
  let small = 0;
  for (let at = from + 1; at < words.length && at - from < MAX_WORDS; at += 1) {
    const word = words[at];
    if (!word?.isJoined || word.isNumber) break;
    const isAnd = word.key === 'và' && marks[at + 1] === true && end !== null;
    if (marks[at]) {
      const to = runEnd(marks, words, at);
      if (at - from >= head && isPerson(words, at, to)) break;
      const next = words[to];
      const last = words[to - 1]?.key ?? '';
      // 'Trung ương', 'CP Xây dựng': one syllable with a capital is half a word.
      const isHalf =
        (to - at === 1 || !isSyllable(words[to - 2]?.key ?? '')) &&
        next?.isJoined === true &&
        !next.isSmall &&
        !next.isCapital &&
        isSyllable(last) &&
        !VIETNAMESE_COUNTRIES.has(last);
      end = isHalf || endsWithinWord(words, from, to) ? to + 1 : to;
      at = end - 1;
      small = 0;
    } else if (!isAnd && (word.isSmall || (small += 1) > MAX_SMALL)) break;
  }
  return end !== null && end - from > head ? end : null;
};

const SECOND_LINKS = new Set(['the', 'la', 'las', 'los', 'der', 'den']);

/** The end of a run of names that small words link: 'Bank of England'. */
const linkedEnd = (words: readonly Word[], marks: readonly boolean[], from: number): number => {
  let to = runEnd(marks, words, from);
  while (words[to]?.isJoined && NAME_LINKS.has(words[to]?.key ?? '')) {
    const isTwofold = SECOND_LINKS.has(words[to + 1]?.key ?? '') && !marks[to + 1];
    const next = isTwofold ? to + 2 : to + 1;
    if (!marks[next] || !words[next]?.isJoined) break;
    // 'Ursula von der Leyen' is a name, 'Angaben von Berger' is none.
    if (words[to]?.key === 'von' && !isTwofold) break;
    // 'Bank of the West' is a name, 'Michael Verlich of the Red Cross' are two.
    if (words[to]?.key === 'of' && to - from > (isTwofold ? 1 : 2)) break;
    to = runEnd(marks, words, next);
  }
  return to;
};

/** How many words before a name say of which country: 'Nga Vladimir Putin', 'Trung Quốc Tập Cận Bình'. */
const countryLength = (words: readonly Word[], from: number, to: number): number => {
  const [first = '', second = '', third = ''] = words.slice(from, to).map(({ key }) => key);
  if (VIETNAMESE_COUNTRIES.has(first) && second !== '' && !isSyllable(second)) return 1;
  const isLong = VIETNAMESE_LONG_COUNTRIES.has(`${first} ${second}`);
  const isSent = to - from > 4 || VIETNAMESE_SURNAMES.has(third) || !isSyllable(third);
  return isLong && third !== '' && isSent ? 2 : 0;
};

/** The end of a run: before what begins a word that goes on in lower case, 'Trưởng Công an', or behind it, 'Tết Nguyên đán'. */
const vietnameseEnd = (words: readonly Word[], marks: readonly boolean[], from: number): number => {
  const to = runEnd(marks, words, from);
  for (let at = from + 1; at < to; at += 1) if (headLength(words, at) > 1) return at;
  if (to - from < 2 || !endsWithinWord(words, from, to)) return to;
  const isOffice = VIETNAMESE_GENERIC.has(`${words[to - 1]?.key} ${words[to]?.key}`);
  return isOffice ? to - 1 : to + 1;
};

/** Where a name begins behind the titles before it: 'Wisconsin Gov. Scott Walker'. */
const afterTitles = (
  words: readonly Word[],
  from: number,
  to: number,
  titles: ReadonlySet<string>,
): number => {
  let start = from;
  while (start < to && titles.has(words[start]?.key ?? '')) start += 1;
  // 'Secretary of State John Kerry'; 'Queen of the Sky' is one name.
  if (start > from && NAME_LINKS.has(words[start]?.key ?? ''))
    return to - start > 3 ? start + 2 : from;
  for (let at = to - 3; at > start; at -= 1) if (titles.has(words[at]?.key ?? '')) return at + 1;
  return start;
};

/** The names in a row of words, in its order, without the titles before them. */
export const namesOf = (
  words: readonly Word[],
  marks: readonly boolean[],
  language: string | null,
): readonly Name[] => {
  const isVietnamese = language === 'vi';
  const titles = titlesBefore(language);
  const found: Name[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const isHeadFirst = isVietnamese && words[at]?.isCapital === true;
    const institution = isHeadFirst ? institutionEnd(words, marks, at) : null;
    if (institution !== null) {
      found.push({ from: at, to: institution, isRun: false });
      at = institution - 1;
      continue;
    }
    if (!marks[at]) continue;
    const to = isVietnamese ? vietnameseEnd(words, marks, at) : linkedEnd(words, marks, at);
    const named = afterTitles(words, at, to, titles);
    const from = named + (isVietnamese ? countryLength(words, named, to) : 0);
    // A Vietnamese run of one syllable is the head of a word that goes on in lower case: 'Quốc hội'.
    const only = to - from === 1 ? words[from]?.key : undefined;
    const isName =
      only === undefined ||
      ((isVietnamese ? !isSyllable(only) || VIETNAMESE_COUNTRIES.has(only) : only.length > 1) &&
        !GENERIC_ACRONYMS.has(only));
    if (from < to && isName) found.push({ from, to, isRun: true });
    at = to - 1;
  }
  return found;
};
