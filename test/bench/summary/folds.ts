// `npm run bench -- summary folds`: how summaries of texts come out that the trees have not seen, where all of a file may
// be tuned on: learned from two thirds each, measured on the third; and of texts in another language than was learned.
import { ANYWHERE, type Taught, taughtBy } from '../../../shared/summary/taught.ts';
import { chooseSentences } from '../../../shared/summary/choice.ts';
import { interval } from '../intervals.ts';
import { printTable } from '../table.ts';
import { foldOf, isHeldOut, type Told, toldTexts } from './corpus.ts';
import { learn, type Lesson } from './learn.ts';
import { COURSES, lessonsOf } from './lessons.ts';
import { rougeN, rougeWords } from './rouge.ts';

const FOLDS = 3;

const rouge2 = ({ told, whole }: Lesson, taught: Taught): number => {
  const chosen = chooseSentences(whole, taught, 1, told.sentences);
  return rougeN(told.references, 2)(chosen.flatMap(({ text }) => rougeWords(text)));
};

const lead = ({ told, whole }: Lesson): number => {
  const first = whole.sentences.slice(0, told.sentences);
  return rougeN(told.references, 2)(first.flatMap(({ candidate }) => rougeWords(candidate.text)));
};

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

const said = (values: readonly number[]): string => {
  const [low, high] = interval(values, mean).map((value) => (value * 100).toFixed(1));
  return `${(mean(values) * 100).toFixed(1)} (${low}–${high})`;
};

/** Prints ROUGE-2 beside the first sentences that can stand in a summary. */
export const benchFolds = (): void => {
  const rows: string[][] = [];
  for (const [name, course] of Object.entries(COURSES)) {
    const lessons = lessonsOf(course);
    const isIn = ({ told }: Lesson, fold: number): boolean => foldOf(told, FOLDS) === fold;
    const scores = new Map<Told, number>();
    for (let fold = 0; fold < FOLDS; fold += 1) {
      const { alone, together } = learn(
        lessons.filter((lesson) => !isIn(lesson, fold)),
        course.size,
      );
      const taught = taughtBy(alone, together);
      for (const lesson of lessons)
        if (isIn(lesson, fold)) scores.set(lesson.told, rouge2(lesson, taught));
    }
    const whole = learn(lessons, course.size);
    const taught = taughtBy(whole.alone, whole.together);
    for (const other of Object.values(COURSES)) {
      const isOwn = other === course;
      const tested = isOwn ? lessons : lessonsOf(other);
      for (const file of other.files) {
        const ids = new Set(
          toldTexts(file)
            .filter((told) => !isHeldOut(told))
            .map(({ id }) => id),
        );
        const some = tested.filter(({ told }) => ids.has(told.id));
        const ours = some.map((lesson) =>
          isOwn ? (scores.get(lesson.told) ?? 0) : rouge2(lesson, taught),
        );
        rows.push([name, file, String(some.length), said(ours), said(some.map(lead))]);
        if (isOwn) {
          const anywhere = some.map((lesson) => rouge2(lesson, ANYWHERE));
          rows.push(['ANYWHERE', file, String(some.length), said(anywhere), '']);
        }
      }
    }
  }
  printTable(['learned from', 'measured on', 'texts', 'ROUGE-2', 'Lead'], rows);
};
