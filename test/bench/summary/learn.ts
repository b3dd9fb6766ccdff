// From texts with summaries that people wrote to trees that know which sentences tell a text, alone and together.
import { findCandidates } from '../../../shared/summary/candidates.ts';
import { readPassages } from '../../../shared/summary/passages.ts';
import { rank } from '../../../shared/summary/ranking.ts';
import { sentenceFeatures } from '../../../shared/summary/sentence-features.ts';
import { sentenceSets } from '../../../shared/summary/sets.ts';
import { seeWhole, type Whole } from '../../../shared/summary/whole.ts';
import { plant } from '../../../shared/trees/index.ts';
import { articleOf } from '../../../worker/local/predict/summarise.ts';
import { toForest } from '../forest.ts';
import { type Example, trainTrees } from '../trees.ts';
import { foldOf, type Told } from './corpus.ts';
import { precisionN, rougeN, rougeWords } from './rouge.ts';

const FOLDS = 5;
const WISHES = { depth: 4, rate: 0.08, caution: 5, leastWeight: 3 };
/** The weight of a text, spread over its sentences or sets. */
const TEXT = 30;
/** Of what is wished for, how much is pairs of words, the rest words. */
const PAIRS = 0.8;

/** How many trees to grow. */
export interface Size {
  readonly alone: number;
  readonly together: number;
}

/** A text, what it weighs beside others, and all that the trees may see of it. */
export interface Lesson {
  readonly told: Told;
  readonly weight: number;
  readonly whole: Whole;
  readonly features: readonly (readonly number[])[];
}

/** Makes a text ready to be learned from. */
export const toLesson = (told: Told, weight: number): Lesson => {
  const whole = seeWhole(findCandidates(readPassages(articleOf(told))), told.title);
  return { told, weight, whole, features: sentenceFeatures(whole) };
};

const examplesOf = (
  { weight }: Lesson,
  features: readonly (readonly number[])[],
  truths: readonly number[],
): readonly Example[] =>
  features.map((each, index) => ({
    features: each,
    truth: truths[index] ?? 0,
    weight: (TEXT * weight) / features.length,
  }));

// Of a sentence it is asked how much of it a person said, whatever its length.
const sentenceExamples = (lesson: Lesson): readonly Example[] => {
  const said = precisionN(lesson.told.references, 2);
  const truths = lesson.whole.sentences.map(({ candidate }) => said(rougeWords(candidate.text)));
  return examplesOf(lesson, lesson.features, truths);
};

const setExamples = (lesson: Lesson, likelihoods: readonly number[]): readonly Example[] => {
  const { told, whole } = lesson;
  const [one, two] = [rougeN(told.references, 1), rougeN(told.references, 2)];
  const sets = sentenceSets(whole, rank(whole, likelihoods, null), 1, told.sentences);
  const truths = sets.map(({ members }) => {
    const words = members.flatMap(({ sentence }) => rougeWords(sentence.candidate.text));
    return PAIRS * two(words) + (1 - PAIRS) * one(words);
  });
  return examplesOf(
    lesson,
    sets.map(({ features }) => features),
    truths,
  );
};

const learnAlone = (lessons: readonly Lesson[], trees: number) =>
  toForest(trainTrees(lessons.flatMap(sentenceExamples), { ...WISHES, trees, share: 0.5 }));

/** Grows both forests. The second learns from likelihoods that a text gets from those that have not seen it. */
export const learn = (lessons: readonly Lesson[], { alone, together }: Size) => {
  const examples = Array.from({ length: FOLDS }, (_, fold) => {
    const isIn = ({ told }: Lesson): boolean => foldOf(told, FOLDS) === fold;
    const tells = plant(
      learnAlone(
        lessons.filter((lesson) => !isIn(lesson)),
        alone,
      ),
    );
    return lessons
      .filter(isIn)
      .flatMap((lesson) => setExamples(lesson, lesson.features.map(tells)));
  });
  return {
    alone: learnAlone(lessons, alone),
    together: toForest(trainTrees(examples.flat(), { ...WISHES, trees: together, share: 0.6 })),
  };
};
