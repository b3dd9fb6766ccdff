// What happens to a text when others print it too, and what looks like that and is not.
import { sentences } from '../../../shared/text/sentences.ts';
import type { RealText } from './corpus.ts';

type Random = () => number;

/** What an alteration may draw on: lines that stood around other pages, and another text in the same language. */
export interface Material {
  readonly around: readonly string[];
  readonly other: string;
  readonly language: string;
  readonly random: Random;
}

export type Alteration = (text: string, material: Material) => string;

const sentencesOf = (text: string, language: string): readonly string[] =>
  sentences(text, language || null).map(({ start, end }) => text.slice(start, end));

const wordsIn = (text: string): number => text.split(/\s+/u).length;

/** The first lines that have so many words, with the last of them cut. */
const someWords = (lines: readonly string[], words: number): string =>
  lines
    .join('\n')
    .split(/(?<=\s)/u)
    .slice(0, words)
    .join('');

/** Up to two fifths of the text's own length around it. */
const wrap: Alteration = (text, { around, random }) => {
  const from = Math.floor(random() * around.length);
  const turned = [...around.slice(from), ...around.slice(0, from)];
  const words = Math.floor(wordsIn(text) * 0.2);
  const before = someWords(turned, Math.floor(words * random()));
  const after = someWords(turned.toReversed(), Math.floor(words * (0.5 + random())));
  return `${before}\n${text}\n${after}`;
};

/** Half to nine tenths of it are left. */
const shorten: Alteration = (text, { language, random }) => {
  const parts = sentencesOf(text, language);
  return parts.slice(0, Math.max(3, Math.ceil(parts.length * (0.5 + 0.4 * random())))).join(' ');
};

/** The first sentence, or two of a long text, are another text's. */
const otherLede: Alteration = (text, { other, language }) => {
  const parts = sentencesOf(text, language);
  const replaced = parts.length > 8 ? 2 : 1;
  return [...sentencesOf(other, language).slice(0, replaced), ...parts.slice(replaced)].join(' ');
};

const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/[“”"]/gu, "'"],
  [/[’‘]/gu, "'"],
  [/ [-–] /gu, ' — '],
  [/(?<=\p{L})-(?=\p{L})/gu, ' '],
  [/(\d)[.,](?=\d{3})/gu, '$1 '],
  [/oà/gu, 'òa'],
  [/oá/gu, 'óa'],
  [/uý/gu, 'úy'],
  [/(?<=l)ý/gu, 'í'],
  [/TP\.? ?HCM/gu, 'TP Hồ Chí Minh'],
  [/isation/gu, 'ization'],
  [/ise(?=d|s|\b)/gu, 'ize'],
  [/our(?=\b|s\b)/gu, 'or'],
  [/percent/gu, 'per cent'],
  [/\bMr\.? /gu, ''],
  [/(\p{L}{3,}) \(\p{Lu}{2,6}\)/gu, '$1'],
];

const respell: Alteration = (text, { random }) => {
  const spelled = SPELLINGS.reduce((so, [from, to]) => so.replace(from, to), text);
  return random() < 0.5 ? spelled.normalize('NFD') : spelled;
};

/** One word of thirty is another, or left out. */
const edit: Alteration = (text, { other, random }) => {
  const others = other.split(/\s+/u);
  return text
    .split(/\s+/u)
    .flatMap((word) => {
      if (random() > 1 / 30) return word;
      return random() < 0.5 ? [] : (others[Math.floor(random() * others.length)] ?? word);
    })
    .join(' ');
};

const BYLINES = ['(Dân trí) - ', 'HÀ NỘI, (TTXVN) — ', 'LONDON (Reuters) - ', 'By Our Staff\n', ''];
const FOOTS = [
  '\nTheo: nhandan.vn',
  '\nNguồn: TTXVN',
  '\nCopyright 2021 The Associated Press.',
  '',
];

const sign: Alteration = (text, { random }) =>
  [BYLINES, FOOTS].map((some) => some[Math.floor(random() * some.length)] ?? '').join(text);

const all =
  (...alterations: readonly Alteration[]): Alteration =>
  (text, material) =>
    alterations.reduce((so, alter) => alter(so, material), text);

/** Copies of a text, by what was done to it. */
export const COPIES: Readonly<Record<string, Alteration>> = {
  'another byline': sign,
  'spelled otherwise': respell,
  'something around it': wrap,
  'shortened at the end': shorten,
  'another lede': otherLede,
  'edited here and there': edit,
  'shortened, something around it': all(shorten, wrap),
  'lede, byline, spelling, something around it': all(otherLede, sign, respell, wrap),
};

/** The later report of an event that goes on: a new beginning, what was known before at its end. */
export const update: Alteration = (text, { other, language }) => {
  const parts = sentencesOf(text, language);
  const news = sentencesOf(other, language);
  return [
    ...news.slice(0, Math.ceil(news.length / 2)),
    ...parts.slice(Math.floor(parts.length / 2)),
  ].join(' ');
};

/** The same by hand: a new lede, other figures, a third of the sentences new. */
export const otherFigures: Alteration = (text, { other, language, random }) => {
  const news = sentencesOf(other, language);
  return sentencesOf(text, language)
    .map((sentence, at) => (at % 3 === 0 ? (news[at] ?? '') : sentence))
    .join(' ')
    .replace(/\d+/gu, (figure) =>
      String(Number(figure.slice(0, 9)) + 1 + Math.floor(random() * 8)),
    );
};

/** Two different texts, each with the same lines around it, as one site prints them. */
export const sameAround = (
  one: RealText,
  other: RealText,
  material: Material,
): readonly [string, string] => {
  const words = Math.floor(Math.min(wordsIn(one.text), wordsIn(other.text)) * 0.4);
  const lines = someWords(material.around, words);
  return [`${one.text}\n${lines}`, `${other.text}\n${lines}`];
};
