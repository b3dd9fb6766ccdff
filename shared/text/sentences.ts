// Where sentences begin and end, in any script.
//
// Intl.Segmenter is not asked: it knows the same stops (UAX #29), parts at 'Dr.', '?id=3' and '. »',
// overlooks '…', and answers differently from engine to engine. What it knows is in one expression.
import { endsSentence, LOOK } from './sentence-stops.ts';
import { partAtSpaces } from './sentence-spaces.ts';

/** A stretch of a text in UTF-16 units, without white space at its ends. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
}

// Unicode's Sentence_Terminal, what older engines do not count among them, and not the Burmese comma.
const MARKS = String.raw`(?:(?!၊)[\p{Sentence_Terminal}…។៕།])+`;
// Quotes and brackets that close, and footnotes.
const CLOSED = String.raw`(?:["'”’»›)\]}」』】）］〉》〕]|[“‘«‹](?=[\s\p{P}]|$)|\[\d{1,3}\])*`;
// Where quotes are set as the French do, they close behind a space: '. »'.
const CLOSED_APART = String.raw`(?:\s{1,2}[»›])?`;
const STOP = new RegExp(`(?<marks>${MARKS})(?<closed>${CLOSED})(?<gap>\\s*)`, 'gu');
const STOP_FRENCH = new RegExp(
  `(?<marks>${MARKS})(?<closed>${CLOSED}${CLOSED_APART})(?<gap>\\s*)`,
  'gu',
);
const LINE = /[\n\r\v\f\u2028\u2029]+/gu;

/** Ends of the sentences of one line, white space after them included; the line's own end left out. */
const endsIn = (line: string, language: string | null): readonly number[] => {
  const ends: number[] = [];
  let start = 0;
  for (const found of line.matchAll(/[«‹]\s/u.test(line) ? STOP_FRENCH : STOP)) {
    const { marks = '', closed = '', gap = '' } = found.groups ?? {};
    const at = found.index;
    const end = at + found[0].length;
    const from = Math.max(start, at - LOOK);
    const stop = {
      before: line.slice(from, at).trimStart(),
      isWhole: from === start,
      marks,
      closed,
      gap,
      after: line.slice(end, end + LOOK),
    };
    if (!endsSentence(stop, language)) continue;
    ends.push(end);
    start = end;
  }
  return ends;
};

const HAS_WORDS = /[\p{L}\p{N}]/u;

/** `text` from `start` to `end` without the white space at its ends; empty where there is nothing else. */
const trimmed = (text: string, start: number, end: number): Sentence => {
  const part = text.slice(start, end);
  const from = start + (part.length - part.trimStart().length);
  return { start: from, end: Math.max(from, start + part.trimEnd().length) };
};

const sentencesIn = (line: string, language: string | null): readonly Sentence[] => {
  const found: Sentence[] = [];
  let start = 0;
  for (const end of [...endsIn(line, language), line.length]) {
    const parts = partAtSpaces(line.slice(start, end)).map((at) => start + at);
    for (const part of [...parts, end]) {
      const sentence = trimmed(line, start, part);
      start = part;
      const last = found.at(-1);
      if (sentence.end === sentence.start) continue;
      // './.', '***' and an emoji belong to what they follow.
      if (last && !HAS_WORDS.test(line.slice(sentence.start, sentence.end)))
        found[found.length - 1] = { start: last.start, end: sentence.end };
      else found.push(sentence);
    }
  }
  return found;
};

/**
 * The sentences of a text, in order, without overlap, covering every letter of it. Line breaks end
 * a sentence; without stops (a heading, an item of a list) the line is one. Linear in the text.
 *
 * @param language A language tag (BCP 47), or null for unknown.
 */
export const sentences = (text: string, language: string | null): readonly Sentence[] => {
  const subtag = language?.split('-', 1)[0]?.toLowerCase() ?? null;
  const found: Sentence[] = [];
  let start = 0;
  for (const { index, 0: breaks } of [...text.matchAll(LINE), { index: text.length, 0: '' }]) {
    for (const sentence of sentencesIn(text.slice(start, index), subtag))
      found.push({ start: sentence.start + start, end: sentence.end + start });
    start = index + breaks.length;
  }
  return found;
};
