// What happens to an import, its undo and an export when the network goes in the middle.
import { expect, type Page } from '@playwright/test';
import { bring, exported, file, importAll, listOf, test } from './import-page.ts';

test.setTimeout(120_000);

const PARTS = '**/imports/*/parts/*';

const addressesOf = (clips: readonly { url: string }[]): number =>
  new Set(clips.map(({ url }) => url)).size;

/** Cuts the network from some part on. The first answer to be lost is that of a part that did come in. */
const cutFromPart = async (page: Page, first: number): Promise<void> => {
  let isFirst = true;
  await page.route(PARTS, async (route) => {
    const number = Number(route.request().url().split('/').pop());
    if (number < first) return route.continue();
    if (isFirst) await route.fetch();
    isFirst = false;
    return route.abort('connectionreset');
  });
};

test('a network that goes in the middle loses no address, and none comes in twice', async ({
  home,
}) => {
  const { page, t } = home;
  await bring(home, file('list.txt', listOf(950)));
  await cutFromPart(page, 4);
  await page.getByRole('button', { name: t.start(950) }).click();
  await page.getByRole('heading', { name: t.paused }).waitFor();
  await expect(page.getByText(t.soFar(400, 550))).toBeVisible();
  await expect(page.getByText(t.troubles.offline)).toBeVisible();

  await page.unroute(PARTS);
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'PUT') sent.push(request.url().split('/').pop() ?? '');
  });
  await page.getByRole('button', { name: t.goOn }).click();
  await page.getByRole('heading', { name: t.done }).waitFor();
  expect(sent).toEqual(['4', '5', '6', '7', '8', '9']);
  await expect(page.getByText(t.added(950))).toBeVisible();
  const clips = await exported(home);
  expect(clips).toHaveLength(950);
  expect(addressesOf(clips)).toBe(950);
});

test('a server that is busy is asked again without a question', async ({ home }) => {
  const { page } = home;
  let refused = 0;
  await page.route(PARTS, (route) => {
    refused += 1;
    return refused === 1 ? route.fulfill({ status: 503 }) : route.continue();
  });
  await bring(home, file('list.txt', listOf(10)));
  await importAll(home, 10);
  expect(refused).toBe(2);
});

test('an import that is stopped can go on, or be taken back as far as it came', async ({
  home,
}) => {
  const { page, t } = home;
  await bring(home, file('list.txt', listOf(500)));
  // Held, so that it is stopped in the middle on any machine.
  const held = Promise.withResolvers<void>();
  await page.route('**/parts/2', async (route) => {
    await held.promise;
    return route.continue();
  });
  await page.getByRole('button', { name: t.start(500) }).click();
  await page.getByText(t.of(200, 500)).first().waitFor();
  await page.getByRole('button', { name: t.stop }).click();
  held.resolve();
  await expect(page.getByText(t.soFar(300, 200))).toBeVisible();
  await page.getByRole('button', { name: t.undoOf('list.txt') }).click();
  await page.getByRole('button', { name: t.undoYes }).click();
  await expect(page.getByText(t.undone)).toBeVisible();
  expect(await exported(home)).toEqual([]);
});

test('leaving while addresses are being sent is asked about', async ({ home }) => {
  const { page, t } = home;
  await bring(home, file('list.txt', listOf(300)));
  await page.route('**/parts/1', () => {});
  await page.getByRole('button', { name: t.start(300) }).click();
  await page.getByText(t.of(100, 300)).first().waitFor();
  const asked = page.waitForEvent('dialog');
  const left = page.goto(home.at('library')).catch(() => null);
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.accept();
  await left;
});

test('an undo and an export that are cut go on where they stopped', async ({ home }) => {
  const { page, t, at } = home;
  await bring(home, file('list.txt', listOf(450)));
  await importAll(home, 450);

  await page.goto(at('settings'));
  await page.route('**/export?after=*', (route) => route.abort('connectionreset'));
  await page.getByRole('link', { name: t.exportAction }).click();
  await page.getByText(t.exportTroubles.offline).waitFor();
  await page.unroute('**/export?after=*');
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: t.goOn }).click();
  await downloading;
  const saved = t.exported(450, (await downloading).suggestedFilename());
  await expect(page.getByText(saved)).toBeVisible();

  await page.goto(at('import'));
  let steps = 0;
  await page.route('**/imports/*', (route) => {
    steps += 1;
    return steps === 1 ? route.continue() : route.abort('connectionreset');
  });
  await page.getByRole('button', { name: t.undoOf('list.txt') }).click();
  await page.getByRole('button', { name: t.undoYes }).click();
  await page.getByText(t.troubles.offline).waitFor();
  await page.unroute('**/imports/*');
  await page.getByRole('button', { name: t.goOn }).click();
  await expect(page.getByText(t.undone)).toBeVisible();
  expect(await exported(home)).toEqual([]);
});
