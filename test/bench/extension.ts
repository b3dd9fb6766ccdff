// `npm run bench -- extension`: what is loaded, gzipped, beside its limit, and the way from the click to the article
// in its parts, as multiples of what the browser takes for an empty page in the same run.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { launchDateline, type Launched } from '../../worker/local/demo/browser.ts';
import { ROOT } from '../../worker/local/process.ts';
import { SAMPLES } from '../../worker/local/samples.ts';
import { printTable } from './table.ts';

const BUILD = path.join(ROOT, 'dist/chrome');
const ROUNDS = 7;

const read = (file: string): string => readFileSync(path.join(BUILD, file), 'utf8');

const gzipped = (files: readonly string[]): number =>
  files.reduce((sum, file) => sum + gzipSync(read(file)).length, 0);

/** The files that a page of the extension loads before its first paint; fonts come after it. */
const loadedBy = (page: string): string[] => [
  page,
  ...Array.from(
    read(page).matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g),
    ([, file]) => file ?? '',
  ),
];

const printSizes = (): void => {
  const rows: [name: string, files: string[], limit: number][] = [
    ['injected script', ['capture.js'], 8_000],
    ['background', ['background.js'], 25_000],
    ['first paint of the panel', loadedBy('panel.html'), 120_000],
  ];
  printTable(
    ['part', 'gzipped', 'limit', 'of the limit'],
    rows.map(([name, files, limit]) => {
      const size = gzipped(files);
      return [name, `${size}`, `${limit}`, (size / limit).toFixed(2)];
    }),
  );
};

const now = (): number => performance.timeOrigin + performance.now();

const emptyPage = async ({ dateline }: Launched): Promise<number> => {
  const before = now();
  const page = await dateline.open('about:blank');
  const took = now() - before;
  await page.close();
  return took;
};

/** Milliseconds since the epoch at which the panel first painted. */
const firstPaint = (panel: Page): Promise<number> =>
  panel.evaluate(() => {
    const [paint] = performance.getEntriesByName('first-contentful-paint');
    return performance.timeOrigin + (paint?.startTime ?? 0);
  });

const clickToArticle = async (launched: Launched, address: string): Promise<number[]> => {
  const page = await launched.dateline.open(address);
  const clicked = now();
  await launched.dateline.clickAction(page);
  const panel = await launched.dateline.panel();
  await panel.locator('article h1').waitFor();
  const shown = now();
  const painted = await firstPaint(panel);
  await panel.close();
  await page.close();
  return [painted - clicked, shown - clicked];
};

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const printTimes = async (): Promise<void> => {
  const html = readFileSync(path.join(SAMPLES, 'vi-portal.html'));
  const server = createServer((_, response) =>
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  const empty: number[] = [];
  const painted: number[] = [];
  const shown: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const launched = await launchDateline();
    empty.push(await emptyPage(launched));
    const [paint = 0, article = 0] = await clickToArticle(launched, `http://localhost:${port}/`);
    painted.push(paint);
    shown.push(article);
    await launched.close();
  }
  server.close();
  const peer = median(empty);
  const row = (name: string, values: readonly number[]): string[] => [
    name,
    median(values).toFixed(0),
    (median(values) / peer).toFixed(2),
  ];
  console.log(`\nThe first click after a start, median of ${ROUNDS}`);
  printTable(
    ['from the click to', 'ms', 'of an empty page'],
    [row('(an empty page)', empty), row('first paint', painted), row('the article', shown)],
  );
};

/** Runs the benchmark of the extension and prints it; needs a build. */
export const benchExtension = async (): Promise<void> => {
  printSizes();
  await printTimes();
};
