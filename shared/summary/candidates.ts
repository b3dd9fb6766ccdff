// The sentences of a body that can stand in its summary, each as a span of it.
import type { Block } from '../schema/block.ts';
import type { Span } from '../schema/summary.ts';
import type { Passage } from './passages.ts';

/** A sentence of the body. */
export interface Candidate extends Span {
  readonly text: string;
  /** Whether it is the first of its block. */
  readonly opensBlock: boolean;
}

const HAS_LETTERS = /\p{L}/u;
const HAS_ENOUGH = /^(?:\P{L}*\p{L}){30}/u;
// Of scripts that write a syllable or a word with one letter.
const HAS_ENOUGH_DENSE = /^(?:\P{L}*\p{L}){12}/u;
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const MAX_LENGTH = 800;

const ENDS = /[.!…。！؟۔।॥។።՝:;]["'”’»)\]」』]*$|["'”’»)\]」』]$/u;
const ASKS = /[?？؟;՞]["'”’»)\]」』]*$/u;
// Whose picture it is, in front of the first sentence or alone: '(Nguồn: TTXVN)', 'Ảnh: Hoàng Yến', 'Photo: Reuters'.
const CREDIT_WORD =
  '(?:(?:nguồn|ảnh)(?: (?:ảnh|minh (?:họa|hoạ)|tư liệu|chụp màn hình|cắt từ \\p{L}+))?|photos?|pictures?|images?|source|credit|foto|fotos|quelle|fuente|fonte|crédit)';
const CREDIT_BEFORE = new RegExp(`^\\(\\s*${CREDIT_WORD}\\s*[:：][^()]{1,60}\\)\\s*`, 'iu');
const CREDIT_LINE = new RegExp(
  `^[^.!?]{0,80}\\(?${CREDIT_WORD}\\s*[:：/]|^ảnh minh (?:họa|hoạ)`,
  'iu',
);
const POINTER =
  /^(?:read (?:more|also|next)|see also|related|watch|listen|click|subscribe|sign up|follow us|share this|advertisement|mời (?:bạn|quý)|xem (?:thêm|tiếp|video)|đọc thêm|tin liên quan|lesen sie|mehr zum thema|lire aussi|leia (?:também|mais)|lea (?:también|más)|leggi anche)(?![\p{L}\p{N}])/iu;
const BYLINE = /^(?:by|von|par|por|theo|tin, ảnh|bài, ảnh|bài và ảnh)\s*:?\s*[^.!?]{2,60}$/iu;

const isLongEnough = (text: string): boolean =>
  HAS_ENOUGH.test(text) || (DENSE.test(text) && HAS_ENOUGH_DENSE.test(text));

const isNoSentence = (text: string): boolean =>
  POINTER.test(text) || BYLINE.test(text) || (text.length < 160 && CREDIT_LINE.test(text));

const isGood = ({ text }: Candidate): boolean =>
  text.length <= MAX_LENGTH &&
  isLongEnough(text) &&
  ENDS.test(text) &&
  !ASKS.test(text) &&
  !isNoSentence(text);

const isTolerable = ({ text }: Candidate): boolean =>
  HAS_LETTERS.test(text) && text.length <= MAX_LENGTH && !isNoSentence(text);

const hasLetters = ({ text }: Candidate): boolean => HAS_LETTERS.test(text);

// A summary leaves out whose picture stands before a sentence.
const sentencesOf = ({ block, text, sentences }: Passage): readonly Candidate[] => {
  const found: Candidate[] = [];
  for (const { start, end } of sentences) {
    const from = start + (CREDIT_BEFORE.exec(text.slice(start, end))?.[0].length ?? 0);
    const opensBlock = found.length === 0;
    if (end > from)
      found.push({ block, start: from, end, text: text.slice(from, end), opensBlock });
  }
  return found;
};

/** Blocks in which sentences are looked for, the best first: a body of quotes or of lists alone is told by them. */
const KINDS: readonly (readonly Block['kind'][])[] = [
  ['paragraph'],
  ['paragraph', 'quote'],
  ['paragraph', 'quote', 'list'],
];

/**
 * What can stand in a summary, in the body's order: whole sentences that tell something, and for want
 * of them what comes nearest. Empty where the body has no text but headings, tables, code and captions.
 */
export const findCandidates = (passages: readonly Passage[]): readonly Candidate[] => {
  for (const serves of [isGood, isTolerable, hasLetters])
    for (const kinds of KINDS) {
      const told = passages.filter(({ kind }) => kinds.includes(kind));
      const found = told.flatMap(sentencesOf).filter(serves);
      if (found.length > 0) return found;
    }
  return [];
};
