// Whatever stands in any slot of a page, it is text in the panel, in the reader and on the clip's page.
import path from 'node:path';
import { expect, type Page, test as base } from '@playwright/test';
import { build } from 'esbuild';
import { chromiumArguments, findChromium } from '../../worker/local/chromium.ts';
import type * as InPage from './hostile-in-page.tsx';
import { readVectors } from './hostile-vectors.ts';

declare const hostile: typeof InPage;

const bundle = async (): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [path.join(import.meta.dirname, 'hostile-in-page.tsx')],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'hostile',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    define: { BUILD_ID: "'x'" },
  });
  return outputFiles[0]?.text ?? '';
};

/** A tab without network and without a policy, and what hostile texts made happen in it. */
const test = base.extend<{ stage: { page: Page; happened: readonly string[] } }>({
  stage: async ({ page }, use) => {
    const happened: string[] = [];
    await page.context().setOffline(true);
    await page.addScriptTag({ content: await bundle() });
    page.on('dialog', (dialog) => {
      happened.push(`said ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('popup', (opened) => happened.push(`opened ${opened.url()}`));
    page.on('framenavigated', (frame) => {
      if (frame === page.mainFrame()) happened.push(`went to ${frame.url()}`);
    });
    await use({ page, happened });
  },
});
test.use({ launchOptions: { executablePath: findChromium() ?? '', args: chromiumArguments() } });

const OWN = {
  scripts: [
    '</script><img src=x onerror="alert(1)"><script>alert(1)</script>',
    '"><svg onload=alert(1)>',
    '--></title></textarea><script>alert(1)</script>',
  ],
  others: ['javascript:alert(1)', '" onload="alert(1)" onerror="alert(1)', '__proto__', '{{7*7}}'],
};

// One is 130 kB of a whole page; of it the beginning is as good.
const LONGEST = 5_000;

const distinct = (texts: readonly string[]): string[] => [
  ...new Set(texts.map((text) => text.slice(0, LONGEST))),
];

const vectors = readVectors() ?? OWN;
const scripts = distinct(vectors.scripts);
const others = distinct(vectors.others);

const chunks = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );

/** Where texts of a page come to, whatever they are. */
const EVERYWHERE = ['title', 'section', 'site', 'paragraph', 'heading', 'list', 'quote', 'figure'];
/** Where the reader looks twice at what it takes. */
const SOMETIMES = ['code', 'table', 'related', 'summary', 'attribution'];

test('a text that would run as HTML is text wherever it stands', async ({
  stage: { page, happened },
}) => {
  // Over a thousand pages are read: on a busy machine that takes its time.
  test.setTimeout(300_000);
  const arrived = new Map<string, number>();
  const tryThem = async (some: readonly string[]): Promise<readonly string[]> => {
    const { wrong, counts, pages } = await page.evaluate((texts) => hostile.tryAll(texts), some);
    expect.soft(wrong).toEqual([]);
    for (const [slot, count] of Object.entries(counts))
      arrived.set(slot, (arrived.get(slot) ?? 0) + count);
    return pages;
  };
  for (const some of chunks(others, 200)) await tryThem(some);
  for (const some of chunks(scripts, 200)) {
    const pages = await tryThem(some);
    // What panel and reader draw is in the tab; what the server draws is opened as a browser opens it.
    expect.soft(await page.evaluate((html) => hostile.runIn(html), pages.join('\n'))).toBe(0);
  }
  expect(happened).toEqual([]);
  const share = (slot: string): number =>
    (arrived.get(slot) ?? 0) / (scripts.length + others.length);
  for (const slot of EVERYWHERE) expect.soft(share(slot), slot).toBe(1);
  for (const slot of SOMETIMES) expect.soft(share(slot), slot).toBeGreaterThan(0.5);
});

test('what is looked for would be seen: as HTML the same texts run', async ({
  stage: { page },
}) => {
  const some = scripts.filter((_, index) => index % 3 === 0);
  const ran = await page.evaluate(
    (texts) => Promise.all(texts.map((html) => hostile.runIn(html))),
    some,
  );
  expect(ran.filter((times) => times > 0).length / some.length).toBeGreaterThan(0.5);
  const found = await page.evaluate((texts) => hostile.foundOut(texts), scripts);
  expect(found / scripts.length).toBeGreaterThan(0.6);
});
