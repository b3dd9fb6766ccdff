// What is learned from: Vietnamese news for Vietnamese, English news for all other languages; never the held-out half.
import { type File, isHeldOut, toldTexts } from './corpus.ts';
import { type Lesson, type Size, toLesson } from './learn.ts';

interface Course {
  readonly files: readonly File[];
  readonly size: Size;
}

export const COURSES = {
  VIETNAMESE: { files: ['vietnews-val', 'baomoi-dev'], size: { alone: 90, together: 105 } },
  ENGLISH: { files: ['cnndm-validation', 'bbc-dev'], size: { alone: 55, together: 65 } },
} as const satisfies Readonly<Record<string, Course>>;

/** What a text weighs: BBC's summaries repeat a third of the article, which few readers wish for. */
const WEIGHTS: Readonly<Record<File, number>> = {
  'vietnews-val': 1,
  'baomoi-dev': 1,
  'cnndm-validation': 2,
  'bbc-dev': 0.3,
};

/** The texts of a course that may be learned from. */
export const lessonsOf = ({ files }: Course): readonly Lesson[] =>
  files.flatMap((file) =>
    toldTexts(file)
      .filter((told) => !isHeldOut(told))
      .map((told) => toLesson(told, WEIGHTS[file])),
  );
