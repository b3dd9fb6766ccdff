// The words of a text where they stand, as articles are compared by them.
import { latinOr } from '../text/letters.ts';

/** A word and what its writing says. */
export interface Word {
  /** NFC, lower case. */
  readonly word: string;
  /** Where it stands in the text that was read, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** A number, or a capital where a capital says something. */
  readonly isName: boolean;
  /** Whether no more than a space or one mark parts it from the word before: '23/10', 'Hà Nội'. */
  readonly isJoined: boolean;
}

const WORD = new RegExp(`${latinOr(String.raw`\p{L}\p{M}\p{N}`)}+`, 'gu');
// Scripts that set no spaces: their words are stood for by each two letters that stand together.
const SPACELESS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const LETTER = /\P{M}\p{M}*/gu;
const ENDS_SENTENCE = /[.!?…:;"“”«»()\n]/u;
const NUMBER = /^\p{N}/u;
// From so many words on, a line of which most have capitals is a headline that sets them everywhere.
const HEADLINE = 4;
/** What an article reports is told in fewer: one without end must not cost without end. */
const MOST = 2_500;

const pairsIn = (written: string, start: number): readonly Word[] => {
  const letters = Array.from(written.toLowerCase().matchAll(LETTER));
  const size = Math.min(2, letters.length);
  return letters.slice(size - 1).map((last, at) => {
    const first = letters[at] ?? last;
    return {
      word: size === 2 ? first[0] + last[0] : last[0],
      start: start + first.index,
      end: start + last.index + last[0].length,
      isName: false,
      isJoined: at > 0,
    };
  });
};

const opens = (gap: string): boolean => gap !== ' ' && ENDS_SENTENCE.test(gap);

/** The first words of a text in NFC, in its order; of scripts without spaces all pairs of letters. */
export const readWords = (text: string): readonly Word[] => {
  const found: Word[] = [];
  let capitals = 0;
  let end = 0;
  for (const { 0: written, index } of text.matchAll(WORD)) {
    if (found.length >= MOST) break;
    const gap = text.slice(end, index);
    const isOpening = found.length === 0 || opens(gap);
    end = index + written.length;
    if (written.charCodeAt(0) > 0x0dff && SPACELESS.test(written)) {
      found.push(...pairsIn(written, index).slice(0, MOST - found.length));
      continue;
    }
    const word = written.toLowerCase();
    const isCapital = word.charCodeAt(0) !== written.charCodeAt(0);
    if (isCapital) capitals += 1;
    found.push({
      word,
      start: index,
      end,
      isName: (isCapital && !isOpening) || NUMBER.test(word),
      isJoined: found.length > 0 && gap.length < 2 && gap !== '\n',
    });
  }
  if (found.length < HEADLINE || capitals < found.length * 0.6) return found;
  return found.map((word) => Object.assign(word, { isName: NUMBER.test(word.word) }));
};
