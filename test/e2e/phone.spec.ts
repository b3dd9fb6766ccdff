// The pages on a phone: installed, shared to, and read without a network.
import { expect, type Page, test as base } from '@playwright/test';
import * as v from 'valibot';
import { linkTexts } from '../../shared/locales/link.ts';
import { importTexts } from '../../shared/locales/imports.ts';
import { offlineTexts } from '../../shared/locales/offline.ts';
import type { InterfaceLanguage } from '../../shared/schema/text.ts';
import { addDays } from '../../shared/digest/days.ts';
import { chromiumArguments, findChromium } from '../../worker/local/chromium.ts';
import {
  type Installation,
  install,
  temporaryFolder,
} from '../../worker/local/demo/installation.ts';
import { openDatabase } from '../../worker/local/database.ts';
import { fullDay } from '../../worker/pages/dates.ts';
import { claimLibrary, type WebLibrary } from '../gallery/web-library.ts';
import { expectAccessible } from './accessible.ts';

interface Phone {
  server: Installation;
  library: WebLibrary;
  /** Claims one more library, of another account. */
  claimAnother: () => Promise<WebLibrary>;
  signIn: (library: WebLibrary) => Promise<void>;
  /** Takes everybody out of a library; what it answers lets them in again. */
  empty: (library: WebLibrary) => () => void;
}

const test = base.extend<{ phone: Phone; language: InterfaceLanguage }>({
  language: ['en', { option: true }],
  phone: async ({ context, language }, use) => {
    const { folder, remove } = temporaryFolder();
    const server = await install(folder);
    const claimAnother = () => claimLibrary({ origin: server.origin, data: folder }, { language });
    const signIn = async ({ cookie, origin }: WebLibrary): Promise<void> => {
      const [name = '', value = ''] = cookie.split('=');
      await context.addCookies([{ name, value, url: origin }]);
    };
    const empty = ({ workspace }: WebLibrary) => {
      const change = (sql: string): void => {
        const database = openDatabase(folder);
        database.prepare(sql).run(workspace);
        database.close();
      };
      change(`DELETE FROM member WHERE workspace = ?`);
      return () =>
        change(
          `INSERT INTO member (account, workspace, role, joined_at)
           SELECT id, ?, 'owner', created_at FROM account`,
        );
    };
    const library = await claimAnother();
    await signIn(library);
    await use({ server, library, claimAnother, signIn, empty });
    await server.stop();
    remove();
  },
});
test.use({
  launchOptions: { executablePath: findChromium() ?? '', args: chromiumArguments() },
  viewport: { width: 320, height: 640 },
  timezoneId: 'UTC',
});
test.setTimeout(90_000);

const today = (): string => new Date().toISOString().slice(0, 10);
const before = (days: number): string => addDays(today(), -days) ?? '';

/** Seven days, the library, and the note that they are here. */
const A_WEEK = 9;

/** The paths of what this browser has put by. */
const putBy = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith('pages of '));
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map(({ url }) => new URL(url).pathname);
  });

const Manifest = v.object({
  id: v.literal('/'),
  name: v.literal('Dateline'),
  start_url: v.literal('/'),
  display: v.literal('standalone'),
  icons: v.array(v.object({ src: v.string(), sizes: v.string(), purpose: v.optional(v.string()) })),
  share_target: v.object({
    action: v.string(),
    method: v.literal('GET'),
    params: v.record(v.string(), v.string()),
  }),
});

test('the pages can be installed, and what another app shares is kept by one press', async ({
  page,
  phone: { library },
}) => {
  await page.goto(`${library.origin}/`);
  const cdp = await page.context().newCDPSession(page);
  const told = await cdp.send('Page.getAppManifest');
  expect(told.errors).toEqual([]);
  const { installabilityErrors: hindrances } = await cdp.send('Page.getInstallabilityErrors');
  // Where tests run nothing can be installed; all else is as it must be.
  expect(hindrances.map(({ errorId }) => errorId)).toEqual(['in-incognito']);
  const manifest = v.parse(v.pipe(v.string(), v.parseJson(), Manifest), told.data);
  const sizes = await page.evaluate(
    (all) =>
      Promise.all(
        all.map(async (src) => {
          const image = new Image();
          image.src = src;
          await image.decode();
          return `${image.naturalWidth}x${image.naturalHeight}`;
        }),
      ),
    manifest.icons.filter((icon) => icon.sizes !== 'any').map(({ src }) => src),
  );
  expect(sizes).toEqual(['192x192', '512x512', '512x512']);
  expect(manifest.icons.map(({ purpose }) => purpose)).toContain('maskable');

  const t = linkTexts('en');
  const { action, params } = manifest.share_target;
  const shared = new URLSearchParams({
    [params['title'] ?? '']: 'Bão vào bờ',
    [params['text'] ?? '']: 'https://news.example/storm?utm_source=app',
  });
  await page.goto(`${library.origin}${action}?${shared}`);
  await expectAccessible(page);
  await page.getByRole('button', { name: t.keep }).press('Enter');
  await expect(page.getByRole('heading', { name: t.kept })).toBeVisible();
  await page.reload();
  await page.getByRole('link', { name: 'Bão vào bờ' }).click();
  await expect(page.getByRole('heading', { name: 'Bão vào bờ' })).toBeVisible();
});

for (const language of ['en', 'vi'] as const)
  test.describe(language, () => {
    test.use({ language });

    test('the last seven days are read once the server is gone, and nothing else is made up', async ({
      page,
      phone: { library, server },
    }) => {
      const at = `${library.origin}/w/${library.workspace}`;
      const published = { precision: 'day' as const, value: before(3), evidence: 'meta' as const };
      const clip = await library.keep({ title: 'Of the third day', published });
      await page.goto(`${library.origin}/`);
      await expect.poll(async () => (await putBy(page)).length).toBe(A_WEEK);
      // A day that is none says nothing of the others.
      expect((await page.goto(`${at}/day/2022-02-30`))?.status()).toBe(404);
      await server.stop();

      const t = offlineTexts(language);
      await page.goto(`${at}/day/${before(3)}`);
      await expect(page.getByRole('link', { name: 'Of the third day' })).toBeVisible();
      await expect(page.getByText(new RegExp(`^${t.asAt('\\d\\d:\\d\\d')}$`))).toBeVisible();
      await expect(page.locator('h1')).toHaveCSS('font-family', /Source Serif/);
      await expectAccessible(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
      // Home is today.
      await page.goto(`${library.origin}/`);
      await expect(page).toHaveURL(`${at}/day/${today()}`);
      await page.getByRole('link', { name: importTexts(language).library, exact: true }).click();
      await expect(page.getByRole('link', { name: 'Of the third day' })).toBeVisible();

      await page.getByRole('link', { name: 'Of the third day' }).click();
      await expect(page).toHaveURL(`${at}/clip/${clip}`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(t.title);
      await expectAccessible(page);
      const days = page.getByRole('main').getByRole('listitem');
      await expect(days).toHaveCount(7);
      await days.getByRole('link', { name: fullDay(before(6), language) }).click();
      await expect(page).toHaveURL(`${at}/day/${before(6)}`);
    });
  });

test('what one has put by is gone with their sign-in, and no other account’s', async ({
  page,
  phone: { library, claimAnother, signIn },
}) => {
  const openToday = async ({ workspace }: WebLibrary): Promise<void> => {
    await page.goto(`${library.origin}/`);
    await expect
      .poll(async () => (await putBy(page)).filter((path) => path.includes(workspace)).length)
      .toBe(A_WEEK);
  };
  await openToday(library);
  const other = await claimAnother();
  await signIn(other);
  await openToday(other);
  expect(await putBy(page)).toHaveLength(A_WEEK);
  await page.context().clearCookies();
  await page.goto(`${library.origin}/`);
  await expect.poll(() => putBy(page)).toEqual([]);
});

test('what one has put by of a library is gone with their place in it, and comes back whole with that', async ({
  page,
  phone: { library, empty },
}) => {
  const day = `${library.origin}/w/${library.workspace}/day/${today()}`;
  await page.goto(`${library.origin}/`);
  await expect.poll(async () => (await putBy(page)).length).toBe(A_WEEK);
  const letIn = empty(library);
  expect((await page.goto(day))?.status()).toBe(404);
  await expect.poll(() => putBy(page)).toEqual([]);
  letIn();
  await page.goto(day);
  await expect.poll(async () => (await putBy(page)).length).toBe(A_WEEK);
});
