// The words of an article in their places: what key terms are made of.
import { latinOr } from '../text/letters.ts';
import { opensSentences } from '../text/sentence-openers.ts';
import { type Sentence, sentences } from '../text/sentences.ts';
import type { Passage } from './passages.ts';
import { functionWords, NEVER_NAMES, VIETNAMESE_COMPOUNDS } from './term-words.ts';

/** A word where it stands. */
export interface Word {
  /** Lower case. */
  readonly key: string;
  /** The same number for the same key. */
  readonly id: number;
  readonly start: number;
  readonly end: number;
  /** Which of the article's sentences, counted through. */
  readonly sentence: number;
  /** Whether nothing but a space parts it from the word before. */
  readonly isJoined: boolean;
  readonly isCapital: boolean;
  /** Whether a capital says nothing here: it opens a sentence, or all words have one. */
  readonly isOpening: boolean;
  readonly isNumber: boolean;
  /** Whether it is too small a word for a phrase. */
  readonly isSmall: boolean;
}

/** One of the article's texts. */
export interface Text {
  readonly text: string;
  readonly isTitle: boolean;
  readonly words: readonly Word[];
}

const FIRST = latinOr(String.raw`\p{L}\p{N}`);
const NEXT = latinOr(String.raw`\p{L}\p{M}\p{N}\u200C\u200D`);
// A stop or an apostrophe joins what is short, or has a small letter after its capital.
const JOINED = String.raw`[.'’](?=${FIRST}{1,12}(?!${FIRST})|\p{Lu}\p{Ll})`;
const WORD = new RegExp(`${FIRST}${NEXT}*(?:(?:[-&]|${JOINED})${FIRST}${NEXT}*)*`, 'gu');
// Thai, Lao, Burmese, Khmer, kana, Han: by their ranges, which are looked for in all of a text and fast.
const SPACELESS =
  /[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3041-\u30FF\u3400-\u9FFF\uF900-\uFAFF]/;
const HIRAGANA = /^[\p{Script=Hiragana}ー]+$/u;
const POSSESSIVE = /['’]s$/u;
const ELISION = /^\p{L}{1,5}['’](?=\p{L}{2})/u;
const ELIDING = new Set(['fr', 'it', 'ca']);
// What Korean adds to a noun.
const KOREAN_PARTICLE =
  /(?:에서는|에게는|으로는|까지는|이라고|에서|에게|에는|으로|까지|부터|보다|처럼|은|는|이|가|을|를|의|에|로|와|과|도|만)$/u;
const CONTRACTION = /n['’]t$|['’](?:ll|re|ve|d|m)$/u;
const OPENS_AFTER = /[:!?…"“„«»]/u;

/** What a word says by itself, wherever it stands. */
interface Form {
  readonly key: string;
  readonly id: number;
  readonly isCapital: boolean;
  readonly isNumber: boolean;
  readonly isSmall: boolean;
  /** Whether it is small with a capital, too: 'I've', 'Monday'. */
  readonly isNever: boolean;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Of a word as it is written, what counts of it. */
interface Piece extends Stretch {
  readonly form: Form;
}

/** What is known while an article is read. */
interface Reading {
  readonly language: string | null;
  readonly forms: Map<string, Form>;
  readonly ids: Map<string, number>;
  sentence: number;
}

const formOf = (written: string, { language, ids }: Reading): Form => {
  const key = written.toLowerCase();
  const isNever = key.length < 2 || NEVER_NAMES.has(key) || CONTRACTION.test(key);
  const id = ids.get(key) ?? ids.size;
  ids.set(key, id);
  const small = functionWords(language);
  return {
    key,
    id,
    isCapital: /^\p{Ll}?\p{Lu}/u.test(written),
    isNumber: /^\p{N}/u.test(written) && !/\p{L}{2}/u.test(written),
    isSmall:
      (small ? small.has(key) : key.length <= 3) ||
      (isNever && !/^\p{Lu}$/u.test(written) && !SPACELESS.test(key)) ||
      HIRAGANA.test(key),
    isNever,
  };
};

const knownForm = (reading: Reading, written: string): Form => {
  const known = reading.forms.get(written);
  if (known) return known;
  const form = formOf(written, reading);
  reading.forms.set(written, form);
  return form;
};

const segmenters = new Map<string, Intl.Segmenter>();

const segmentedIn = (text: string, reading: Reading): readonly Piece[] => {
  const language = reading.language ?? 'und';
  const segmenter =
    segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'word' });
  segmenters.set(language, segmenter);
  const found: Piece[] = [];
  for (const { index, segment, isWordLike } of segmenter.segment(text))
    if (isWordLike)
      found.push({ start: index, end: index + segment.length, form: knownForm(reading, segment) });
  return found;
};

// Where the word that is written from `start` begins and ends without what was added to it.
const withoutAdded = (written: string, start: number, language: string | null): Stretch => {
  const elided = ELIDING.has(language ?? '') ? (ELISION.exec(written)?.[0].length ?? 0) : 0;
  const added = language === 'ko' && written.length > 2 ? KOREAN_PARTICLE : POSSESSIVE;
  const end = start + written.length - (added.exec(written)?.[0].length ?? 0);
  return { start: start + elided, end };
};

const spacedIn = (text: string, reading: Reading): readonly Piece[] => {
  const { language } = reading;
  const hasAdded = language === 'ko' || text.includes("'") || text.includes('’');
  const found: Piece[] = [];
  for (const { index, 0: written } of text.matchAll(WORD)) {
    if (!hasAdded) {
      found.push({ start: index, end: index + written.length, form: knownForm(reading, written) });
      continue;
    }
    const { start, end } = withoutAdded(written, index, language);
    if (end > start) found.push({ start, end, form: knownForm(reading, text.slice(start, end)) });
  }
  return found;
};

const isCompound = (first: Piece | undefined, second: Piece | undefined): boolean =>
  VIETNAMESE_COMPOUNDS.get(first?.form.key ?? '')?.has(second?.form.key ?? '') === true;

const isInCompound = (pieces: readonly Piece[], at: number): boolean =>
  isCompound(pieces[at - 1], pieces[at]) || isCompound(pieces[at], pieces[at + 1]);

const haveCapitalsThroughout = (pieces: readonly Piece[]): boolean =>
  pieces.length > 3 && pieces.filter(({ form }) => form.isCapital).length > pieces.length * 0.6;

/** The words of the sentence `told`, which stands at `offset` of its text. */
const wordsOf = (
  told: string,
  offset: number,
  isHeadline: boolean,
  reading: Reading,
): readonly Word[] => {
  const { language, sentence } = reading;
  const pieces = SPACELESS.test(told) ? segmentedIn(told, reading) : spacedIn(told, reading);
  const isShouted = !/\p{Ll}/u.test(told) || (isHeadline && haveCapitalsThroughout(pieces));
  return pieces.map(({ start, end, form }, at) => {
    const { key, id, isCapital, isNumber, isSmall, isNever } = form;
    const gap = told.slice(pieces[at - 1]?.end ?? 0, start);
    const isOpening = isShouted || at === 0 || (gap !== ' ' && OPENS_AFTER.test(gap));
    const saysCapital = isCapital && !isOpening && !isNever;
    const mayBeSmall =
      !saysCapital && (isSmall || (isOpening && isCapital && opensSentences(key, language)));
    return {
      key,
      id,
      start: offset + start,
      end: offset + end,
      sentence,
      isJoined: at > 0 && (gap === ' ' || gap === '' || (gap === '. ' && isCapital)),
      isCapital,
      isOpening,
      isNumber,
      isSmall: mayBeSmall && !(language === 'vi' && isInCompound(pieces, at)),
    };
  });
};

const readText = (
  text: string,
  told: readonly Sentence[],
  isHeadline: boolean,
  reading: Reading,
): readonly Word[] =>
  told.flatMap(({ start, end }) => {
    const words = wordsOf(text.slice(start, end), start, isHeadline, reading);
    reading.sentence += 1;
    return words;
  });

/** The texts of an article with their words: the body in its order, then the title. */
export const readTexts = (
  passages: readonly Passage[],
  title: string,
  language: string | null,
): readonly Text[] => {
  const reading: Reading = {
    language,
    forms: new Map(),
    ids: new Map(),
    sentence: 0,
  };
  const body = passages.map(({ kind, text, sentences: told }) => ({
    text,
    isTitle: false,
    words: readText(text, told, kind === 'heading', reading),
  }));
  const headline = title.normalize('NFC');
  const words = readText(headline, sentences(headline, language), true, reading);
  return [...body, { text: headline, isTitle: true, words }];
};
