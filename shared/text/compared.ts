// The words of a text as they are compared with others: lower case, without marks around them.
import { latinOr } from './letters.ts';

const SPACED_WORD = new RegExp(`${latinOr(String.raw`\p{L}\p{M}\p{N}`)}+`, 'gu');
// Scripts that set no spaces: their words are stood for by each two letters that stand together.
const SPACELESS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{M}ー]+|[\p{L}\p{M}\p{N}]+/gu;

const pairs = (word: string): readonly string[] => {
  const letters = [...word];
  return letters.length < 2
    ? letters
    : letters.slice(1).map((letter, index) => `${letters[index]}${letter}`);
};

/** The words of a text, in its order, as they are compared; of scripts without spaces all pairs of letters. */
export const comparedWords = (text: string): readonly string[] => {
  const folded = text.normalize('NFC').toLowerCase();
  if (!SPACELESS.test(folded)) return folded.match(SPACED_WORD) ?? [];
  return (folded.match(WORD) ?? []).flatMap((word) => (SPACELESS.test(word) ? pairs(word) : word));
};
