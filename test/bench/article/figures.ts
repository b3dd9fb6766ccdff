// Figures over pages, each with the interval in which 95 of 100 samples of such pages lie (bootstrap).
import {
  dayOf,
  namesF1,
  sameInstant,
  sameTitle,
  sameWords,
  segments,
  shinglePrecisionAndRecall,
} from '../../article-measures.ts';
import { interval } from '../intervals.ts';
import type { Gold } from './gold.ts';
import type { ToolReading } from './readings.ts';

/** What one page gives to a figure: numbers that are added up before they are made into one. */
type Share = readonly number[];

interface Figure {
  name: string;
  /** Null where the page has no ground truth for it, or the tool no word. */
  share: (gold: Gold['gold'], read: ToolReading) => Share | null;
  /** From the sums over pages, and their number, to the figure. */
  combine: (sums: readonly number[], pages: number) => number;
}

const harmonic = (a: number, b: number): number => (a + b === 0 ? 0 : (2 * a * b) / (a + b));
const mean = ([sum = 0]: readonly number[], pages: number): number => sum / pages;

const hit = (is: boolean): Share => [is ? 1 : 0];

export const FIGURES: readonly Figure[] = [
  {
    name: 'body F1',
    share: ({ body }, { text }) => {
      if (!body || text === null) return null;
      const { precision, recall } = shinglePrecisionAndRecall(body, text);
      return [precision, recall];
    },
    combine: ([precision = 0, recall = 0], pages) => harmonic(precision / pages, recall / pages),
  },
  {
    name: 'exact',
    share: ({ body }, { text }) => (body && text !== null ? hit(sameWords(body, text)) : null),
    combine: mean,
  },
  {
    name: 'segments F1',
    share: (gold, { text }) => {
      if (!(gold.with || gold.without) || text === null) return null;
      const { found, missed, wrong } = segments(text, gold);
      return [found, missed, wrong];
    },
    combine: ([found = 0, missed = 0, wrong = 0]) =>
      harmonic(found / Math.max(1, found + wrong), found / Math.max(1, found + missed)),
  },
  {
    name: 'title',
    share: (gold, { title, authors }) =>
      gold.title && authors ? hit(sameTitle(gold.title, title ?? '')) : null,
    combine: mean,
  },
  {
    name: 'author',
    share: (gold, { authors }) =>
      gold.authors?.length && authors ? [namesF1(gold.authors, authors)] : null,
    combine: mean,
  },
  {
    name: 'day',
    share: ({ date }, { published, authors }) =>
      date && authors ? hit(dayOf(date) === dayOf(published)) : null,
    combine: mean,
  },
  {
    name: 'instant',
    share: ({ date }, { published, authors }) =>
      date && authors && date.length > 'YYYY-MM-DD'.length
        ? hit(sameInstant(date, published))
        : null,
    combine: mean,
  },
  {
    name: 'section',
    share: (gold, { section }) =>
      gold.section?.length && section !== null
        ? hit(sameTitle([gold.section].flat().join(' > '), section))
        : null,
    combine: mean,
  },
];

const sumUp = (shares: readonly Share[]): number[] => {
  const sums: number[] = [];
  for (const share of shares)
    for (const [index, value] of share.entries()) sums[index] = (sums[index] ?? 0) + value;
  return sums;
};

/** A figure over pages as '.943 (.93–.96)', or '' where no page has it. */
export const sayFigure = (
  { share, combine }: Figure,
  pages: readonly { gold: Gold['gold']; read: ToolReading }[],
): string => {
  const shares = pages.map(({ gold, read }) => share(gold, read)).filter((one) => one !== null);
  if (shares.length === 0) return '';
  const [low, high] = interval(shares, (sample) => combine(sumUp(sample), shares.length));
  const figure = combine(sumUp(shares), shares.length);
  return `${short(figure, 3)} (${short(low, 2)}–${short(high, 2)})`;
};

const short = (value: number, digits: number): string => value.toFixed(digits).replace(/^0\./, '.');
