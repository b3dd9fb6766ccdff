// `npm run bench -- summary`: how near summaries come to those that people wrote, beside the first sentences, other
// summarisers and the best choice there is; both halves, the second of which nobody tunes on.
import { summarySentences } from '../../../shared/schema/summary.ts';
import { summarise } from '../../../shared/summary/index.ts';
import { sentences } from '../../../shared/text/sentences.ts';
import { articleOf } from '../../../worker/local/predict/summarise.ts';
import { blockText } from '../../../shared/schema/block.ts';
import { interval } from '../intervals.ts';
import { printTable } from '../table.ts';
import { FILES, isHeldOut, type Told, toldTexts } from './corpus.ts';
import { benchFolds } from './folds.ts';
import { greedyOracle } from './oracle.ts';
import { openSummarisers, PEERS } from './peers.ts';
import { type Rouge, rougeL, rougeN, rougeWords } from './rouge.ts';
import { benchSpeed } from './speed.ts';

const TOOLS = ['Dateline', 'Lead', ...PEERS, 'greedy oracle'] as const;
type Tool = (typeof TOOLS)[number];

/** ROUGE-1, ROUGE-2 and ROUGE-L of one summary. */
type Scores = readonly [one: number, two: number, longest: number];

interface Scored {
  readonly heldOut: boolean;
  readonly scores: ReadonlyMap<Tool, Scores>;
}

const allSentences = (told: Told): readonly string[] => {
  const { blocks, language } = articleOf(told);
  return blocks.flatMap((block) => {
    const text = blockText(block);
    return sentences(text, language).map(({ start, end }) => text.slice(start, end));
  });
};

const ours = (told: Told): readonly string[] => {
  const article = articleOf(told);
  const found = summarySentences(summarise(article, told.sentences), article.blocks);
  if (!found) throw new Error(`The summary of ${told.id} does not stand in its text.`);
  return found;
};

const scoreAll = async (
  told: Told,
  summarisers: Awaited<ReturnType<typeof openSummarisers>>,
): Promise<Scored> => {
  const measures: readonly Rouge[] = [
    rougeN(told.references, 1),
    rougeN(told.references, 2),
    rougeL(told.references),
  ];
  const all = allSentences(told);
  const summaries: [Tool, readonly string[]][] = [
    ['Dateline', ours(told)],
    ['Lead', all.slice(0, told.sentences)],
    ['greedy oracle', greedyOracle(all, told)],
    ...(await summarisers.summarise(told)),
  ];
  return {
    heldOut: isHeldOut(told),
    scores: new Map(
      summaries.map(([tool, summary]) => {
        const words = summary.flatMap(rougeWords);
        const [one = 0, two = 0, longest = 0] = measures.map((measure) => measure(words));
        return [tool, [one, two, longest]];
      }),
    ),
  };
};

const percent = (value: number): string => (value * 100).toFixed(1);

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

const printFigures = (file: string, texts: readonly Scored[]): void => {
  const halves = [
    ['tuned on', texts.filter(({ heldOut }) => !heldOut)],
    ['held out', texts.filter(({ heldOut }) => heldOut)],
  ] as const;
  const rows = halves.flatMap(([half, some]) =>
    TOOLS.flatMap((tool) => {
      const scores = some.flatMap((text) => text.scores.get(tool) ?? []);
      if (scores.length === 0) return [];
      const of = (at: number): number[] =>
        some.flatMap((text) => text.scores.get(tool)?.[at] ?? []);
      const [low, high] = interval(of(1), mean);
      return [
        [
          tool,
          `${half}, ${some.length}`,
          percent(mean(of(0))),
          `${percent(mean(of(1)))} (${percent(low)}–${percent(high)})`,
          percent(mean(of(2))),
        ],
      ];
    }),
  );
  console.log(`\n${file}`);
  printTable(['tool', 'texts', 'ROUGE-1', 'ROUGE-2', 'ROUGE-L'], rows);
};

/** Runs the benchmark of summaries and prints it. */
export const benchSummary = async (files: readonly string[]): Promise<void> => {
  if (files[0] === 'folds') {
    benchFolds();
    return;
  }
  const summarisers = openSummarisers();
  for (const file of files.length > 0 ? files : FILES) {
    const texts: Scored[] = [];
    for (const told of toldTexts(file)) texts.push(await scoreAll(told, summarisers));
    printFigures(file, texts);
  }
  await benchSpeed(summarisers);
  summarisers.close();
};
