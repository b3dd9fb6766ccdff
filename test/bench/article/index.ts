// `npm run bench -- article [file …]`: how well articles are read, beside other readers in the same run, on the ground
// truth that DATELINE_CORPUS names; both halves, the second of which nobody tunes on.
import { printTable } from '../table.ts';
import { FIGURES, sayFigure } from './figures.ts';
import { articleCorpus, type Gold, goldFiles, goldRecords, isHeldOut } from './gold.ts';
import { benchHostile } from './hostile.ts';
import { openTools, type Tool, type ToolReading, TOOLS } from './readings.ts';

interface Page {
  gold: Gold['gold'];
  heldOut: boolean;
  read: Record<Tool, ToolReading>;
}

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.floor(share * (sorted.length - 1))] ?? 0;

const printFigures = (file: string, pages: readonly Page[]): void => {
  // Three sites are too few to be parted.
  const halves: [string, readonly Page[]][] =
    file === 'vn'
      ? [['all', pages]]
      : [
          ['tuned on', pages.filter(({ heldOut }) => !heldOut)],
          ['held out', pages.filter(({ heldOut }) => heldOut)],
        ];
  const rows = halves.flatMap(([half, some]) =>
    TOOLS.map((tool) => {
      const seen = some.map(({ gold, read }) => ({ gold, read: read[tool] }));
      const figures = FIGURES.map((figure) => sayFigure(figure, seen));
      return [tool, `${half}, ${some.length}`].concat(figures);
    }),
  );
  const shown = FIGURES.map((_, column) => rows.some((row) => row[column + 2]));
  const keep = (row: readonly string[]): string[] =>
    row.filter((_, column) => column < 2 || shown[column - 2]);
  console.log(`\n${file}`);
  printTable(keep(['tool', 'pages', ...FIGURES.map(({ name }) => name)]), rows.map(keep));
};

const printTimes = (pages: readonly Page[]): void => {
  const times = (tool: Tool): number[] =>
    pages.map(({ read }) => read[tool].ms).sort((a, b) => a - b);
  const peer = times('Readability');
  console.log('\nTime on a parsed document, as multiples of Readability');
  printTable(
    ['tool', 'median', 'p95', 'slowest, ms'],
    (['Dateline', 'Readability', 'Defuddle'] as const).map((tool) => {
      const sorted = times(tool);
      return [
        tool,
        (at(sorted, 0.5) / at(peer, 0.5)).toFixed(2),
        (at(sorted, 0.95) / at(peer, 0.95)).toFixed(2),
        at(sorted, 1).toFixed(0),
      ];
    }),
  );
};

/** Runs the benchmark of the article reader and prints it. */
export const benchArticle = async (files: readonly string[]): Promise<void> => {
  const folder = articleCorpus();
  const tools = await openTools();
  const all: Page[] = [];
  for (const file of files.length > 0 ? files : goldFiles(folder)) {
    const pages: Page[] = [];
    for (const record of goldRecords(folder, file))
      pages.push({
        gold: record.gold,
        heldOut: isHeldOut(record),
        read: await tools.read(record),
      });
    printFigures(file, pages);
    all.push(...pages);
  }
  await tools.close();
  printTimes(all);
  if (files.length === 0) await benchHostile();
};
