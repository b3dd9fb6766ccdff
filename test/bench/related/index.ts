// `npm run bench -- related`: how often what is found to be related reports the same event, beside BM25.
import { printTable } from '../table.ts';
import { bm25 } from './bm25.ts';
import { isSecondHalf, type Report, SETS } from './corpus.ts';
import { figure, type Worth, worths } from './measures.ts';
import { printCosts } from './cost.ts';
import { printSpeed } from './speed.ts';
import { byCards, byStatement, standfirstOf } from './ways.ts';

const WAYS: Readonly<
  Record<string, (reports: readonly Report[]) => (at: number) => readonly number[]>
> = {
  'server: all the text': byStatement,
  'mirror: title, standfirst, key terms': (reports) => byCards(reports, standfirstOf),
  'mirror: title, key terms': (reports) => byCards(reports, () => ''),
  'BM25: title, body': (reports) => bm25(reports.map(({ title, text }) => `${title} ${text}`)),
  'BM25: title, standfirst': (reports) =>
    bm25(reports.map((report) => `${report.title} ${standfirstOf(report)}`)),
  'BM25: title': (reports) => bm25(reports.map(({ title }) => title)),
};

const halvesOf = (of: readonly Worth[]): readonly (readonly [string, readonly Worth[]])[] => [
  ['first half', of.filter(({ report }) => !isSecondHalf(report))],
  ['second half', of.filter(({ report }) => isSecondHalf(report))],
  ['both', of],
];

/** Prints all figures. */
export const benchRelated = async ([only]: readonly string[]): Promise<void> => {
  if (only === 'cost') return printCosts();
  for (const [set, read] of Object.entries(SETS)) {
    const reports = read();
    const rows = Object.entries(WAYS).flatMap(([way, make]) => {
      const all = worths(reports, make(reports));
      return halvesOf(all).map(([half, some]) => [
        way,
        `${half}, ${some.length}`,
        figure(some, 'first'),
        figure(some, 'average'),
      ]);
    });
    console.log(`\n${set}`);
    printTable(['way', 'reports', 'P@1', 'MAP'], rows);
  }
  printSpeed();
  return printCosts();
};
