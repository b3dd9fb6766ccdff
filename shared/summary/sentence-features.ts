// What a sentence looks like and where it stands, as numbers: all that the first trees know of it.
import { LATIN } from '../text/letters.ts';
import { opensOnConnective, opensOnPronoun, reportsSpeech, speaksOfSelf } from './openings.ts';
import { alike, type Sentence, type Whole } from './whole.ts';

const log = (value: number): number => Math.log2(1 + value);
const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
const matches = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
const countIn = <Value>(values: Iterable<Value>, is: (value: Value) => boolean): number => {
  let count = 0;
  for (const value of values) if (is(value)) count += 1;
  return count;
};

/** How much of what a sentence and its article say is the same: the cosine, 0 to 1. */
export const likeness = ({ weights, norm }: Sentence, whole: Whole): number => {
  let sum = 0;
  for (const [term, weight] of weights) sum += weight * (whole.carried[term] ?? 0);
  return sum / (norm * whole.norm);
};

const carriedBy = ({ terms }: Sentence, { carried, words }: Whole): number =>
  terms.reduce((sum, term) => sum + (carried[term] ?? 0), 0) / Math.max(1, words);

const NUMBER = new RegExp(`(?:(?![ ${LATIN}])\\p{N})+`, 'gu');

type Feature = (sentence: Sentence, whole: Whole) => number;

/** Every feature by its name; the trees know them by their order. -1 stands for what an article without a title cannot tell. */
const FEATURES: Readonly<Record<string, Feature>> = {
  position: ({ index }) => index,
  'one by position': ({ index }) => 1 / (index + 1),
  'share of the way': ({ index }, { sentences }) => share(index, sentences.length - 1),
  'opens its block': ({ candidate }) => Number(candidate.opensBlock),
  'sentences in all': (_, { sentences }) => log(sentences.length),
  words: ({ terms }) => terms.length,
  'letters a word': ({ terms, candidate }) => share(candidate.text.length, terms.length),
  'words beside the mean': ({ terms }, { words, sentences }) =>
    share(terms.length * sentences.length, words),
  'like the article': likeness,
  'covers the title': ({ distinct }, { title }) =>
    title.size === 0 ? -1 : countIn(title, (term) => distinct.has(term)) / title.size,
  'is of the title': ({ distinct }, { title }) =>
    title.size === 0
      ? -1
      : share(
          countIn(distinct, (term) => title.has(term)),
          distinct.size,
        ),
  'pairs of the title': ({ distinctPairs }, { titlePairs }) =>
    titlePairs.size === 0
      ? -1
      : countIn(distinctPairs, (pair) => titlePairs.has(pair)) / titlePairs.size,
  'like the first': (sentence, { sentences }) => alike(sentence, sentences[0]),
  'like its neighbours': (sentence, { sentences }) =>
    (alike(sentence, sentences[sentence.index - 1]) +
      alike(sentence, sentences[sentence.index + 1])) /
    2,
  'pairs said again': ({ pairs }, { pairSpread }) =>
    share(
      countIn(pairs, (pair) => (pairSpread.get(pair) ?? 0) > 1),
      pairs.length,
    ),
  'carries a word': (sentence, whole) => share(carriedBy(sentence, whole), sentence.terms.length),
  'carries in all': carriedBy,
  'words said once': ({ distinct }, { spread }) =>
    share(
      countIn(distinct, (term) => spread[term] === 1),
      distinct.size,
    ),
  numbers: ({ candidate }) => matches(candidate.text, NUMBER),
  'capitals a word': ({ candidate, terms }) =>
    share(matches(candidate.text, /(?<=\s)\p{Lu}/gu), terms.length),
  quotes: ({ candidate }) => Number(/["“”«»「『]/u.test(candidate.text)),
  colon: ({ candidate }) => Number(/[:：]/u.test(candidate.text)),
  parentheses: ({ candidate }) => Number(/[()（）]/u.test(candidate.text)),
  'commas a word': ({ candidate, terms }) =>
    share(matches(candidate.text, /[,،、，;]/gu), terms.length),
  'opens on a pronoun': ({ candidate }) => Number(opensOnPronoun(candidate.text)),
  'opens on a connective': ({ candidate }) => Number(opensOnConnective(candidate.text)),
  'reports speech': ({ candidate }) => Number(reportsSpeech(candidate.text)),
  'speaks of self': ({ candidate }) => Number(speaksOfSelf(candidate.text)),
};

export const SENTENCE_FEATURE_NAMES: readonly string[] = Object.keys(FEATURES);
const FEATURE_LIST: readonly Feature[] = Object.values(FEATURES);

/** The features of every sentence, in the sentences' order. */
export const sentenceFeatures = (whole: Whole): readonly (readonly number[])[] =>
  whole.sentences.map((sentence) => FEATURE_LIST.map((feature) => feature(sentence, whole)));
