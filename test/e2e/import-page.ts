// The import page as a person uses it, in an installation of one's own.
import path from 'node:path';
import {
  type BrowserContext,
  type Download,
  expect,
  type Page,
  type PlaywrightWorkerOptions,
} from '@playwright/test';
import * as v from 'valibot';
import { readFileSync } from 'node:fs';
import { type ImportTexts, importTexts } from '../../shared/locales/imports.ts';
import { ExportedClip } from '../../shared/schema/library.ts';
import type { InterfaceLanguage } from '../../shared/schema/text.ts';
import { chromiumArguments, findChromium } from '../../worker/local/chromium.ts';
import type { Dateline } from '../../worker/local/demo/browser.ts';
import { insertClaimSql, newClaim } from '../../worker/local/claim.ts';
import { openDatabase } from '../../worker/local/database.ts';
import { claim } from '../../worker/local/demo/first-hour.ts';
import { install, temporaryFolder } from '../../worker/local/demo/installation.ts';
import { newId, sample } from '../worker/sample.ts';
import { test as base } from './browser.ts';

const FIXTURES = path.resolve(import.meta.dirname, '../fixtures/import');

/** A file that is written only here. */
export const file = (name: string, content: string | Buffer) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(content),
});

/** A file that another tool has written. */
export const fixture = (name: string) => file(name, readFileSync(path.join(FIXTURES, name)));

/** A list of so many addresses. */
export const listOf = (count: number): string =>
  Array.from({ length: count }, (_, n) => `https://a.example/${n} | Title ${n}`).join('\n');

/** A library and its owner's page. */
export interface Home {
  page: Page;
  t: ImportTexts;
  origin: string;
  /** `/w/:workspace` of the owner's. */
  at: (path: 'feeds' | 'import' | 'library' | 'search' | 'settings' | 'trash') => string;
}

/** A browser without Dateline in it, as who claims an installation uses one. */
export const tabsOf = (context: BrowserContext): Pick<Dateline, 'open'> => ({
  open: async (url) => {
    const page = await context.newPage();
    await page.goto(url);
    return page;
  },
});

const ZONE = 'Asia/Ho_Chi_Minh';

/** A running server, on which each test owns a library of its own. */
interface Served {
  origin: string;
  /** Makes a link that makes one library more one's own, once. */
  claimLink: () => string;
}

const serve = async (): Promise<Served & { stop: () => Promise<void> }> => {
  const data = temporaryFolder();
  const installation = await install(data.folder);
  return {
    origin: installation.origin,
    claimLink: () => {
      const { token, hash } = newClaim();
      const database = openDatabase(data.folder);
      // Tests come from one network, and what one of them tried counts for none after it.
      database.exec(`DELETE FROM rate; ${insertClaimSql(hash, new Date())}`);
      database.close();
      return `${installation.origin}/claim/${token}`;
    },
    stop: async () => {
      await installation.stop();
      data.remove();
    },
  };
};

/**
 * `test` with a claimed library, account and context of its own, of a server and a browser that all share: nobody sees on a
 * server what others have there, no page of it needs the extension, and to start either takes longer than most of what these do.
 */
export const test = base.extend<
  { home: Home },
  { served: Served } & Pick<PlaywrightWorkerOptions, 'launchOptions'>
>({
  launchOptions: [
    ({}, use) => use({ executablePath: findChromium() ?? '', args: chromiumArguments() }),
    { scope: 'worker' },
  ],
  served: [
    async ({}, use) => {
      const served = await serve();
      await use(served);
      await served.stop();
    },
    { scope: 'worker' },
  ],
  locale: ({ launch }, use) => use(launch.language ?? 'en'),
  timezoneId: ZONE,
  home: async ({ context, launch, served: { origin, claimLink } }, use) => {
    const page = await claim(tabsOf(context), claimLink());
    const workspace = new URL(page.url()).pathname.split('/')[2] ?? '';
    const language: InterfaceLanguage = launch.language === 'vi' ? 'vi' : 'en';
    await use({
      page,
      t: importTexts(language),
      origin,
      at: (name) => `${origin}/w/${workspace}/${name}`,
    });
  },
});

/** The same, in the browser that has Dateline in it. */
export const testWithDateline = test.extend({
  context: ({ dateline }, use) => use(dateline.context),
});

/** Keeps articles in collections from the owner's own page, in their order. */
export const keepIn = (
  { page, at }: Home,
  collections: string[],
  ...articles: readonly Parameters<typeof sample>[0][]
): Promise<void> =>
  page.evaluate(
    async ([keeps, writes]) => {
      for (const [id, body] of writes)
        await fetch(`${keeps}/${id}`, {
          method: 'PUT',
          headers: { 'content-type': 'application/json' },
          body,
        });
    },
    [
      at('library')
        .replace('/w/', '/api/w/')
        .replace(/library$/, 'keeps'),
      articles.map((article) => {
        const write = sample(article, { filing: { tags: [], collections } });
        return [newId(), JSON.stringify(write)] as const;
      }),
    ] as const,
  );

/** Keeps articles in no collection. */
export const keep = (
  home: Home,
  ...articles: readonly Parameters<typeof sample>[0][]
): Promise<void> => keepIn(home, [], ...articles);

/** Brings files to the import page and waits for what it finds in them. */
export const bring = async (
  { page, at }: Home,
  ...files: ReturnType<typeof file>[]
): Promise<void> => {
  if (page.url() !== at('import')) await page.goto(at('import'));
  await page.setInputFiles('input[type=file]', files);
  await page.locator('.counts').waitFor();
};

/** The rows of the counts that are shown. */
export const countsOn = async (page: Page): Promise<Record<string, string>> =>
  Object.fromEntries(
    await page
      .locator('.counts tr')
      .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent))),
  );

/** Presses the button that starts the import, and waits until all of it has come in. */
export const importAll = async ({ page, t }: Home, count: number): Promise<void> => {
  await page.getByRole('button', { name: t.start(count), exact: true }).click();
  await page.getByRole('heading', { name: t.done }).waitFor();
};

/** The text of each entry of the library's first page. */
export const listed = async ({ page, at }: Home): Promise<string[]> => {
  await page.goto(at('library'));
  return page.locator('.dense li').allInnerTexts();
};

const readLines = async (download: Download) =>
  readFileSync(await download.path(), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => v.parse(ExportedClip, JSON.parse(line)));

/** Exports everything by the settings page. */
export const exported = async ({ page, t, at }: Home) => {
  await page.goto(at('settings'));
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: t.exportAction }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^dateline-\d{4}-\d{2}-\d{2}\.jsonl$/);
  return readLines(download);
};
