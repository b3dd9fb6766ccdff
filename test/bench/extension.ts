// `npm run bench -- extension`: what is loaded, gzipped, beside its limit, and the way from the click to the article
// in its parts, as multiples of what the browser takes for an empty panel in the same run.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import * as v from 'valibot';
import { launchDateline, type Launched } from '../../worker/local/demo/browser.ts';
import { ROOT } from '../../worker/local/process.ts';
import { SAMPLES } from '../../worker/local/samples.ts';
import { writeBarePanel } from './bare-panel.ts';
import { printMemory } from './memory.ts';
import { serve } from './served.ts';
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

/** Milliseconds from the click to each moment of a panel's first opening, by the moment's name. */
type Moments = Readonly<Record<string, number>>;

// The panel marks its own moments; the browser knows when the first of its contents was painted.
const momentsOf = (panel: Page, last: string): Promise<Record<string, number>> =>
  panel.evaluate(
    (name) =>
      new Promise<Record<string, number>>((resolve) => {
        const look = (): void => {
          const entries = [
            ...performance.getEntriesByType('mark'),
            ...performance.getEntriesByType('paint'),
          ];
          if (!entries.some((entry) => entry.name === name)) requestAnimationFrame(look);
          else
            resolve({
              document: performance.timeOrigin,
              ...Object.fromEntries(
                // Of a mark that is set again the first counts.
                entries
                  .toReversed()
                  .map((entry) => [entry.name, performance.timeOrigin + entry.startTime]),
              ),
            });
        };
        look();
      }),
    last,
  );

const clickToPanel = async (extension: string, address: string, last: string): Promise<Moments> => {
  const { dateline, close } = await launchDateline({ extension });
  const page = await dateline.open(address);
  const clicked = now();
  await dateline.clickAction(page);
  const found = await momentsOf(await dateline.panel(), last);
  await close();
  return Object.fromEntries(Object.entries(found).map(([name, at]) => [name, at - clicked]));
};

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** The moments of Dateline's panel in their order, by what the panel calls them. */
const MOMENTS: readonly (readonly [name: string, told: string])[] = [
  ['document', 'its document'],
  ['begun', 'its script'],
  ['first-contentful-paint', 'its first paint'],
  ['captured', 'the page captured'],
  ['read', 'the article read'],
  ['summarised', 'its summary made'],
  ['shown', 'all of it shown'],
];

const printTimes = async (): Promise<void> => {
  const sample = await serve(readFileSync(path.join(SAMPLES, 'vi-portal.html'), 'utf8'));
  const manifest = v.parse(v.object({ key: v.string() }), JSON.parse(read('manifest.json')));
  const bare = writeBarePanel(manifest.key);
  const bares: Moments[] = [];
  const ours: Moments[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    bares.push(await clickToPanel(bare.folder, sample.address, 'first-contentful-paint'));
    ours.push(await clickToPanel(BUILD, sample.address, 'shown'));
  }
  bare.remove();
  sample.close();
  const at = (rounds: readonly Moments[], name: string): number =>
    median(rounds.map((moments) => moments[name] ?? Number.NaN));
  const peer = at(bares, 'first-contentful-paint');
  const row = (told: string, ms: number): string[] => [told, ms.toFixed(0), (ms / peer).toFixed(2)];
  console.log(`\nThe first click after a start, median of ${ROUNDS}`);
  printTable(
    ['from the click to', 'ms', 'of an empty panel'],
    [
      row('(an empty panel painted)', peer),
      ...MOMENTS.map(([name, told]) => row(told, at(ours, name))),
    ],
  );
};

const SIZES = [10_000, 31_600, 100_000];
const CAPTURES = 5;

/** A page of so many elements, every tenth of them hidden, as menus are. */
const pageOf = (elements: number): string =>
  `<!doctype html><title>${elements}</title><article>${Array.from(
    { length: Math.round(elements / 2) },
    (_, at) => `<p${at % 10 === 0 ? ' hidden' : ''}>Line <b>${at}</b> of a very long page.</p>`,
  ).join('')}</article>`;

// In the extension's own world of the page in front: milliseconds of a capture, of the way that what it answers
// takes into the extension, and of the page's outerHTML.
const CAPTURE_ONCE = `(async () => {
  const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
  const target = { tabId: tab.id };
  const ask = async (func) => (await chrome.scripting.executeScript({ target, func }))[0].result;
  const begun = await ask(() => performance.now());
  const [{ result }] = await chrome.scripting.executeScript({ target, files: ['capture.js'] });
  const done = await ask(() => performance.now());
  const answer = (length) => 'x'.repeat(length);
  await chrome.scripting.executeScript({ target, func: answer, args: [result.html.length] });
  const answered = await ask(() => performance.now());
  const html = await ask(() => {
    const before = performance.now();
    return document.documentElement.outerHTML.length > 0 ? performance.now() - before : 0;
  });
  return [done - begun, answered - done, html];
})()`;

const captureTimes = async ({ worker }: Launched['dateline']): Promise<[number, number, number]> =>
  v.parse(v.tuple([v.number(), v.number(), v.number()]), await worker.evaluate(CAPTURE_ONCE));

const printCapture = async (): Promise<void> => {
  const rows: string[][] = [];
  for (const elements of SIZES) {
    const served = await serve(pageOf(elements));
    const { dateline, close } = await launchDateline();
    const page = await dateline.open(served.address);
    const panel = await dateline.read(page);
    await panel.locator('article h1').waitFor();
    const times: [number, number, number][] = [];
    while (times.length < CAPTURES) times.push(await captureTimes(dateline));
    await close();
    served.close();
    const capture = median(times.map(([taken]) => taken));
    const way = median(times.map(([, taken]) => taken));
    const html = median(times.map(([, , taken]) => taken));
    rows.push([
      elements.toLocaleString('en'),
      capture.toFixed(0),
      way.toFixed(0),
      html.toFixed(1),
      (capture / html).toFixed(1),
      ((capture - way) / html).toFixed(1),
    ]);
  }
  console.log(`\nThe capture of a page, median of ${CAPTURES}`);
  printTable(
    ['elements', 'ms', 'of which its way', 'outerHTML', 'of outerHTML', 'in the page'],
    rows,
  );
};

/** Runs the benchmark of the extension and prints it; needs a build. */
export const benchExtension = async (): Promise<void> => {
  printSizes();
  await printTimes();
  await printCapture();
  await printMemory();
};
