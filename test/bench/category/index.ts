// `npm run bench -- category`: how often the category that is told from the text alone is right, learned from one half of
// the texts and measured on the other, and the reverse; how long it takes; and what tells the category of real pages.
import { textCategoriser, categorise } from '../../../shared/category/index.ts';
import type { MediaTopicId } from '../../../shared/schema/media-topic.ts';
import { interval } from '../intervals.ts';
import { printTable } from '../table.ts';
import { isSecondHalf, type LabelledText, labelledTexts, SETS } from './corpus.ts';
import { learn } from './learn.ts';
import { COURSES } from './lessons.ts';
import { printPages } from './pages.ts';

type Answers = ReadonlyMap<LabelledText, MediaTopicId | null>;

const isRight = (text: LabelledText, answer: MediaTopicId | null): boolean =>
  answer !== null && text.right.includes(answer);

const share = (values: readonly boolean[]): number =>
  values.filter(Boolean).length / Math.max(1, values.length);

/** Answers for each half by what was learned from the other one. */
const crossed = (texts: readonly LabelledText[], wishes: Parameters<typeof learn>[1]): Answers =>
  new Map(
    [false, true].flatMap((second) => {
      const tell = textCategoriser(
        learn(
          texts.filter((text) => isSecondHalf(text) !== second),
          wishes,
        ),
      );
      return texts
        .filter((text) => isSecondHalf(text) === second)
        .map((text): [LabelledText, MediaTopicId | null] => [text, tell(text)]);
    }),
  );

const rowOf = (set: string, of: string, answers: Answers): readonly string[] => {
  const right = Array.from(answers, ([text, answer]) => isRight(text, answer));
  const [low, high] = interval(right, share);
  const unsure = [...answers.values()].filter((answer) => answer === null).length;
  return [
    set,
    `${of}, ${answers.size}`,
    `${share(right).toFixed(3)} (${low.toFixed(3)}–${high.toFixed(3)})`,
    String(unsure),
  ];
};

const printFigures = (): void => {
  const answers = new Map<LabelledText, MediaTopicId | null>();
  for (const { sets, wishes } of Object.values(COURSES)) {
    const texts = sets.flatMap((set) => labelledTexts(set));
    for (const [text, answer] of crossed(texts, wishes)) answers.set(text, answer);
  }
  const some = (is: (text: LabelledText) => boolean): Answers =>
    new Map([...answers].filter(([text]) => is(text)));
  printTable(
    ['set', 'measured on', 'right', 'unsure'],
    SETS.flatMap((set) => [
      rowOf(
        set,
        'first half',
        some((text) => text.set === set && !isSecondHalf(text)),
      ),
      rowOf(
        set,
        'second half',
        some((text) => text.set === set && isSecondHalf(text)),
      ),
      rowOf(
        set,
        'both',
        some((text) => text.set === set),
      ),
    ]),
  );
};

/** The shipped classifiers, from a program that has just begun and after that. */
const printSpeed = (): void => {
  const rows = SETS.map((set) => {
    const times = labelledTexts(set)
      .slice(0, 1_000)
      .map(({ lang, title, text }) => {
        const start = performance.now();
        categorise({ section: [], title, text, language: lang });
        return performance.now() - start;
      });
    const [first = 0] = times;
    const sorted = times.toSorted((a, b) => a - b);
    const at = (part: number): string =>
      (sorted[Math.floor((sorted.length - 1) * part)] ?? 0).toFixed(2);
    return [set, first.toFixed(2), at(0.5), at(0.99)];
  });
  console.log('\nMilliseconds an article');
  printTable(['set', 'the first', 'middle', '99 of 100'], rows);
};

/** Prints all figures. */
export const benchCategory = async (): Promise<void> => {
  printFigures();
  printSpeed();
  printPages();
};
