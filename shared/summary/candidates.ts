// The sentences of a body that can stand in its summary, each as a span of it.
import type { Article } from '../schema/article.ts';
import { type Block, blockText } from '../schema/block.ts';
import type { Span } from '../schema/summary.ts';
import { datelineLength } from '../text/dateline.ts';
import { sentences } from '../text/sentences.ts';

/** A sentence of the body. */
export interface Candidate extends Span {
  readonly text: string;
  /** Whether it is the first of its block. */
  readonly opensBlock: boolean;
}

const MIN_LETTERS = 30;
// Of scripts that write a syllable or a word with one letter.
const MIN_DENSE_LETTERS = 12;
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

const lettersIn = (text: string): number => text.match(/\p{L}/gu)?.length ?? 0;

const isLongEnough = (text: string): boolean =>
  lettersIn(text) >= (DENSE.test(text) ? MIN_DENSE_LETTERS : MIN_LETTERS);

const isNoSentence = (text: string): boolean =>
  POINTER.test(text) || BYLINE.test(text) || (text.length < 160 && CREDIT_LINE.test(text));

const isGood = ({ text }: Candidate): boolean =>
  text.length <= MAX_LENGTH &&
  isLongEnough(text) &&
  ENDS.test(text) &&
  !ASKS.test(text) &&
  !isNoSentence(text);

const isTolerable = ({ text }: Candidate): boolean =>
  lettersIn(text) > 0 && text.length <= MAX_LENGTH && !isNoSentence(text);

const hasLetters = ({ text }: Candidate): boolean => lettersIn(text) > 0;

// A summary leaves out what an agency puts before the first words, and whose picture stands over them.
const openingLength = (text: string): number => {
  const dateline = datelineLength(text);
  return dateline + (CREDIT_BEFORE.exec(text.slice(dateline))?.[0].length ?? 0);
};

const sentencesOf = (
  block: Block,
  index: number,
  language: string | null,
): readonly Candidate[] => {
  const text = blockText(block);
  const opening = openingLength(text);
  return sentences(text.slice(opening), language).flatMap(({ start, end }, at) => {
    const from = start + opening;
    const credit =
      at === 0 ? 0 : (CREDIT_BEFORE.exec(text.slice(from, end + opening))?.[0].length ?? 0);
    const span = { block: index, start: from + credit, end: end + opening };
    return span.end > span.start
      ? [{ ...span, text: text.slice(span.start, span.end), opensBlock: at === 0 }]
      : [];
  });
};

/** Blocks in which sentences are looked for, the best first: a body of quotes or of lists alone is told by them. */
const KINDS: readonly (readonly Block['kind'][])[] = [
  ['paragraph'],
  ['paragraph', 'quote'],
  ['paragraph', 'quote', 'list'],
];

const TOLD: ReadonlySet<Block['kind']> = new Set(KINDS.flat());

/**
 * What can stand in a summary, in the body's order: whole sentences that tell something, and for want
 * of them what comes nearest. Empty where the body has no text but headings, tables, code and captions.
 */
export const findCandidates = ({
  blocks,
  language,
}: Pick<Article, 'blocks' | 'language'>): readonly Candidate[] => {
  const all = blocks.flatMap((block, index) =>
    TOLD.has(block.kind) ? sentencesOf(block, index, language) : [],
  );
  for (const serves of [isGood, isTolerable, hasLetters])
    for (const kinds of KINDS) {
      const found = all.filter(
        (candidate) => kinds.includes(blocks[candidate.block]?.kind ?? 'code') && serves(candidate),
      );
      if (found.length > 0) return found;
    }
  return [];
};
