// What may be a key term: names, what is said again, and for want of both what stands together.
import { namesOf } from './term-names.ts';
import { repeatedPhrases } from './term-phrases.ts';
import type { Row } from './term-row.ts';
import type { Word } from './term-tokens.ts';

/** Something that may be a key term. */
export interface Candidate {
  /** Its words in lower case, parted by spaces. */
  readonly key: string;
  readonly kind: 'name' | 'institution' | 'phrase' | 'word';
  /** How many words it has. */
  readonly size: number;
  /** Where it stands: the places of its first word. */
  readonly places: Set<number>;
  /** Where a part of it stands for it. */
  readonly mentions: Set<number>;
}

const FEW = 3;
const MAX_STRETCH = 5;
const MAX_STRETCHES = 40;
const MOSTLY = 0.6;
const DENSE =
  /^[\p{Script=Han}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]{2,}$/u;
// What is no noun, as far as an ending tells.
const NO_NOUN: Readonly<Record<string, RegExp>> = {
  en: /(?:ly|ed|ing)$/u,
  es: /(?:mente|ando|iendo)$/u,
  pt: /(?:mente|ando|endo|indo)$/u,
  fr: /(?:ement|er)$/u,
  it: /(?:mente|ando|endo)$/u,
  ru: /(?:ть|ться|лся|лась|лись|ый|ий|ая|ые|ого)$/u,
};

/** Where it stands first. */
export const firstPlace = ({ places }: Candidate): number => {
  let first = Number.POSITIVE_INFINITY;
  for (const at of places) first = Math.min(first, at);
  return first;
};

const keyOf = ({ words }: Row, at: number, size: number): string =>
  words
    .slice(at, at + size)
    .map(({ key }) => key)
    .join(' ');

/** Whether a single word can stand alone as a term. */
const standsAlone = ({ key, isCapital }: Word, times: number, language: string | null): boolean => {
  if (language === 'vi') return false;
  if (DENSE.test(key)) return true;
  if (language === 'de') return isCapital && key.length > 4;
  return key.length > 4 && times > 2 && !NO_NOUN[language ?? '']?.test(key);
};

const sayings = (row: Row, language: string | null): readonly Candidate[] => {
  const found = new Map<string, Candidate>();
  const add = (kind: Candidate['kind'], size: number, places: readonly number[]): void => {
    const key = keyOf(row, places[0] ?? 0, size);
    const known = found.get(key);
    if (known) for (const at of places) known.places.add(at);
    else found.set(key, { key, kind, size, places: new Set(places), mentions: new Set() });
  };
  for (const { from, to, isRun } of namesOf(row.words, row.marks, language))
    add(isRun ? 'name' : 'institution', to - from, [from]);
  for (const { size, places } of repeatedPhrases(row.words, row.marks, language)) {
    const first = row.words[places[0] ?? 0];
    if (size === 1 && (!first || !standsAlone(first, places.length, language))) continue;
    add(size === 1 && !DENSE.test(first?.key ?? '') ? 'word' : 'phrase', size, places);
  }
  // 'Flight' that is nearly always 'Flight 9525' is no name of its own; nor 'Energien' of 'erneuerbare Energien'.
  for (const { key, size, places } of found.values()) {
    if (size === 1) continue;
    const isNumbered = /\d$/u.test(key);
    if (!isNumbered && language !== 'de') continue;
    const name = found.get(key.replace(isNumbered ? / [^ ]+$/u : /^.* /u, ''));
    if (name && places.size >= name.places.size * MOSTLY) found.delete(name.key);
  }
  return [...found.values()];
};

/** Of a text that says nothing twice and names nobody, whatever stands together in it. */
const stretches = (row: Row): readonly Candidate[] => {
  const { words } = row;
  const found: Candidate[] = [];
  for (let at = 0; at < words.length && found.length < MAX_STRETCHES;) {
    let to = at;
    while (to < words.length && !words[to]?.isSmall && (to === at || words[to]?.isJoined)) to += 1;
    const size = Math.min(to - at, MAX_STRETCH);
    if (size > 0 && size === to - at && !words[at]?.isNumber)
      found.push({
        key: keyOf(row, at, size),
        kind: size > 1 ? 'phrase' : 'word',
        size,
        places: new Set([at]),
        mentions: new Set(),
      });
    at = Math.max(to, at + 1);
  }
  return found;
};

/**
 * Everything in an article that may be a key term.
 *
 * @param language A language by its first subtag, or null for unknown.
 */
export const findTerms = (row: Row, language: string | null): readonly Candidate[] => {
  const found = sayings(row, language);
  return found.length < FEW ? [...found, ...stretches(row)] : found;
};
