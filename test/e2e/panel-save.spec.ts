// Keeping: what was said to be saved is saved, whatever ends, and goes out once, in order, unchanged.
import type { Page } from '@playwright/test';
import * as v from 'valibot';
import { KeepWrite, MAX_KEEP_BYTES } from '../../shared/schema/keep.ts';
import { type Dateline, expect, freshProfile, startDateline, test } from './browser.ts';
import { type Library, type Mood, serveLibrary, TOKEN } from './panel-library.ts';
import { type Pages, servePages } from './panel-pages.ts';

let pages: Pages;
let library: Library;
test.beforeAll(async () => {
  pages = await servePages();
});
test.afterAll(() => pages.close());
test.beforeEach(async () => {
  library = await serveLibrary();
});
test.afterEach(() => library.close());

const kept = (panel: Page) => panel.getByRole('link', { name: /^Kept on/ });

const readAndKeep = async (dateline: Dateline, path: string): Promise<Page> => {
  const panel = await dateline.read(await dateline.open(pages.origin + path));
  await panel.getByRole('button', { name: 'Keep this article' }).click();
  return panel;
};

/** Connects by the clicks that a person makes. */
const pair = async (dateline: Dateline): Promise<Page> => {
  const options = await dateline.options();
  await options.getByLabel('Server address').fill(library.origin);
  const approval = dateline.context.waitForEvent('page');
  await options.getByRole('button', { name: 'Connect' }).click();
  await (await approval).getByRole('button', { name: 'Approve' }).click();
  await expect(options.getByText('Connected to Home')).toBeVisible();
  return options;
};

test('what is kept before pairing outlives the worker, and is sent once the person says where', async ({
  dateline,
}) => {
  const panel = await readAndKeep(dateline, '/plain');
  await expect(panel.locator('.fate')).toContainText('Saved.');
  await dateline.stopWorker(panel);
  await panel.reload();
  await expect(panel.locator('.fate')).toContainText('Saved.');

  const options = await pair(dateline);
  expect(library.puts).toEqual([]);
  await expect(options.getByText('Send it to Home?')).toBeVisible();
  await options.getByRole('button', { name: 'Send', exact: true }).click();
  await expect.poll(() => library.puts.length).toBe(1);
  expect(library.puts[0]).toMatchObject({ workspace: 'home', authorization: `Bearer ${TOKEN}` });
  await expect(options.getByText('Not sent yet')).toBeHidden();
});

test('pairing shows the code that the library shows, and survives a reload of its page', async ({
  dateline,
}) => {
  const options = await dateline.options();
  await options.getByLabel('Server address').fill(library.origin);
  const approval = dateline.context.waitForEvent('page');
  await options.getByRole('button', { name: 'Connect' }).click();
  await expect(options.getByText('BCDF-GHJK')).toBeVisible();
  expect((await approval).url()).toBe(`${library.origin}/pair?code=BCDF-GHJK`);
  await options.reload();
  await expect(options.getByText('BCDF-GHJK')).toBeVisible();
  library.approved = true;
  await expect(options.getByText('Connected to Home')).toBeVisible();
  // A person of several workspaces chooses one.
  await options.getByLabel('Keep into').selectOption('The news desk');
  await expect(options.getByText('Connected to The news desk')).toBeVisible();
});

test('an address that a token must not be sent to is refused', async ({ dateline }) => {
  const options = await dateline.options();
  await options.getByLabel('Server address').fill('http://news.example');
  await options.getByRole('button', { name: 'Connect' }).click();
  await expect(options.getByRole('alert')).toContainText('It needs https');
});

test('a kept article says on which day it stands, and links to it', async ({ dateline }) => {
  await pair(dateline);
  const panel = await readAndKeep(dateline, '/plain');
  const day = panel.getByRole('link', { name: 'Kept on Tuesday, 27 December 2022' });
  await expect(day).toHaveAttribute('href', `${library.origin}/w/home/day/2022-12-27`);
  const [sent] = library.puts;
  expect(v.parse(KeepWrite, JSON.parse(sent?.body ?? ''))).toMatchObject({
    version: 1,
    article: { title: 'The register of land opens', url: `${pages.origin}/plain` },
  });
});

test('a page larger than a clip may be goes out within the limit, and says that its end is left out', async ({
  dateline,
}) => {
  await pair(dateline);
  const panel = await readAndKeep(dateline, '/big');
  await expect(panel.getByText('its end is left out')).toBeVisible();
  await expect(kept(panel)).toBeVisible();
  const body = library.puts[0]?.body ?? '';
  expect(Buffer.byteLength(body)).toBeLessThanOrEqual(MAX_KEEP_BYTES);
  expect(Buffer.byteLength(body)).toBeGreaterThan(MAX_KEEP_BYTES * 0.9);
  expect(v.parse(KeepWrite, JSON.parse(body)).article.truncated).toBe(true);
});

test('offline it waits, with the same bytes under the same id, and goes out when the network is back', async ({
  dateline,
}) => {
  await pair(dateline);
  const page = await dateline.open(`${pages.origin}/plain`);
  const panel = await dateline.read(page);
  const button = panel.getByRole('button', { name: 'Keep this article' });
  await button.waitFor();
  await dateline.context.setOffline(true);
  await button.click();
  await expect(panel.getByText('1 article is waiting to be sent')).toBeVisible();
  await expect.poll(() => panel.evaluate('chrome.action.getBadgeText({})')).toBe('1');
  await dateline.context.setOffline(false);
  await expect(kept(panel)).toBeVisible();
  expect(library.puts.length).toBe(1);
  await expect.poll(() => panel.evaluate('chrome.action.getBadgeText({})')).toBe('');
});

test('a busy server gets the same bytes under the same id again', async ({ dateline }) => {
  await pair(dateline);
  library.mood = 'fails';
  const panel = await readAndKeep(dateline, '/plain');
  await expect(panel.getByRole('button', { name: 'Send now' })).toBeVisible();
  await expect.poll(() => library.puts.length).toBe(1);
  library.mood = 'takes';
  await panel.getByRole('button', { name: 'Send now' }).click();
  await expect(kept(panel)).toBeVisible();
  const [first, second, ...more] = library.puts;
  expect(second).toEqual(first);
  expect(more).toEqual([]);
});

test('a refused token stops the sending, loses nothing, and pairing again resumes it', async ({
  dateline,
}) => {
  const options = await pair(dateline);
  library.mood = 'refuses-token';
  const panel = await readAndKeep(dateline, '/plain');
  await expect(panel.getByText('Nothing is lost.')).toBeVisible();
  await expect(panel.locator('.fate')).toContainText('Saved.');
  library.mood = 'takes';
  await options.bringToFront();
  await options.getByRole('button', { name: 'Connect again' }).click();
  await expect.poll(() => library.puts.length).toBe(2);
  expect(library.puts[1]?.body).toBe(library.puts[0]?.body);
  await expect(options.getByText('Nothing is lost.')).toBeHidden();
});

test('what the library refuses for good stays, with the reason, until the person decides', async ({
  dateline,
}) => {
  const options = await pair(dateline);
  library.mood = 'deleted';
  const panel = await readAndKeep(dateline, '/plain');
  await expect(panel.getByText('It was deleted there.')).toBeVisible();
  await options.bringToFront();
  await expect(options.getByText('It was deleted there.')).toBeVisible();
  await options.getByRole('button', { name: 'Remove' }).click();
  await expect(options.getByText('Not sent yet')).toBeHidden();
});

test('a page that was refused for good can be kept again, as a new act', async ({ dateline }) => {
  const options = await pair(dateline);
  library.mood = 'deleted';
  const panel = await readAndKeep(dateline, '/plain');
  await expect(panel.getByText('It was deleted there.')).toBeVisible();
  library.mood = 'takes';
  await panel.getByRole('button', { name: 'Keep again' }).click();
  await expect(kept(panel)).toBeVisible();
  expect(new Set(library.puts.map(({ id }) => id)).size).toBe(2);
  await expect(options.getByText('Not sent yet')).toBeHidden();
});

test('two clips go out in the order in which they were kept', async ({ dateline }) => {
  await readAndKeep(dateline, '/plain');
  const panel = await readAndKeep(dateline, '/other');
  await expect(panel.locator('.fate')).toContainText('Saved.');
  const options = await pair(dateline);
  await options.getByRole('button', { name: 'Send', exact: true }).click();
  await expect.poll(() => library.puts.length).toBe(2);
  expect(
    library.puts.map(({ body }) => v.parse(KeepWrite, JSON.parse(body)).article.title),
  ).toEqual(['The register of land opens', 'Another story altogether']);
});

test('the interface speaks the language that is chosen', async ({ dateline }) => {
  const options = await dateline.options();
  await options.getByText('Tiếng Việt').click();
  await expect(options.getByRole('heading', { level: 1 })).toHaveText('Cài đặt Dateline');
  const panel = await dateline.read(await dateline.open(`${pages.origin}/vi`));
  await expect(panel.getByRole('button', { name: 'Lưu tin này' })).toBeVisible();
  await expect(panel.getByText('Thứ Ba, 27 tháng 12, 2022, 08:05')).toBeVisible();
});

test('what is said to be saved is there, and goes out, after the browser was killed in that moment', async () => {
  const { profile, remove } = await freshProfile();
  const first = await startDateline(profile);
  await pair(first);
  library.mood = 'silent';
  const panel = await readAndKeep(first, '/plain');
  await panel.getByText('Saved.').waitFor();
  await first.kill();
  library.puts.length = 0;
  library.mood = 'takes';

  const second = await startDateline(profile);
  await expect.poll(() => library.puts.length).toBe(1);
  expect(v.parse(KeepWrite, JSON.parse(library.puts[0]?.body ?? '')).article.title).toBe(
    'The register of land opens',
  );
  const again = await second.read(await second.open(`${pages.origin}/plain`));
  await expect(kept(again)).toBeVisible();
  await second.context.close();
  await remove();
});

test('a double click and a key pressed twice keep a page once', async ({ dateline }) => {
  await pair(dateline);
  const panel = await dateline.read(await dateline.open(`${pages.origin}/plain`));
  await panel.getByRole('button', { name: 'Keep this article' }).dblclick();
  await expect(kept(panel)).toBeVisible();
  const other = await dateline.open(`${pages.otherOrigin}/other`);
  await dateline.shortcut(other, 'S');
  await dateline.shortcut(other, 'S');
  await expect(panel.getByRole('heading', { level: 1 })).toHaveText('Another story altogether');
  await expect(kept(panel)).toBeVisible();
  const third = await dateline.open(`${pages.origin}/vi`);
  // The last of three acts: what the first two left behind would have gone out before it.
  await dateline.shortcut(third, 'S');
  await expect(panel.getByRole('heading', { level: 1 })).toHaveText(/^Tỉnh mở cổng/);
  await expect(kept(panel)).toBeVisible();
  expect(library.puts.length).toBe(3);
});

test('whoever answers in place of the library, the clip waits, and goes out once the library does', async ({
  dateline,
}) => {
  await pair(dateline);
  const moods: Mood[] = [
    'portal',
    'sign-in page',
    'no such page',
    'redirect',
    'garbage',
    'fifty megabytes',
  ];
  library.mood = 'portal';
  const panel = await readAndKeep(dateline, '/plain');
  for (const mood of moods) {
    library.mood = mood;
    const before = library.puts.length;
    await expect(panel.getByText('1 article is waiting to be sent')).toBeVisible();
    await panel.getByRole('button', { name: 'Send now' }).click();
    await expect.poll(() => library.puts.length, mood).toBeGreaterThan(before);
    await expect(panel.locator('.fate'), mood).toContainText('Saved.');
  }
  library.mood = 'takes';
  await panel.getByRole('button', { name: 'Send now' }).click();
  await expect(kept(panel)).toBeVisible();
  expect(new Set(library.puts.map(({ id, body }) => id + body)).size).toBe(1);
});

test('a proxy that takes less than the library does holds up only what is too large', async ({
  dateline,
}) => {
  await pair(dateline);
  library.mood = 'lower limit';
  const panel = await readAndKeep(dateline, '/big');
  await expect(panel.getByText('It is larger than the library takes.')).toBeVisible();
  library.mood = 'takes';
  await expect(kept(await readAndKeep(dateline, '/plain'))).toBeVisible();
});

test('approved, it is connected at once, however long the sending takes', async ({ dateline }) => {
  const options = await pair(dateline);
  library.mood = 'refuses-token';
  const panel = await readAndKeep(dateline, '/plain');
  await expect(panel.getByText('Nothing is lost.')).toBeVisible();
  library.mood = 'silent';
  await options.bringToFront();
  await options.getByRole('button', { name: 'Connect again' }).click();
  await expect(options.getByText('Nothing is lost.')).toBeHidden();
  await expect(options.getByText('Connected to Home')).toBeVisible();
});

test('another account gets nothing of what was kept for the one before', async ({ dateline }) => {
  const options = await pair(dateline);
  library.mood = 'refuses-token';
  const panel = await readAndKeep(dateline, '/plain');
  await expect(panel.getByText('Nothing is lost.')).toBeVisible();
  library.mood = 'takes';
  library.account = 'account-2';
  await options.bringToFront();
  await options.getByRole('button', { name: 'Connect again' }).click();
  await expect(options.getByText('Nothing is lost.')).toBeHidden();
  const other = await readAndKeep(dateline, '/other');
  await expect(kept(other)).toBeVisible();
  await expect(other.getByText('1 article waits for another library')).toBeVisible();
  const sent = library.puts.map(({ body }) => v.parse(KeepWrite, JSON.parse(body)).article.title);
  expect(sent).toEqual(['The register of land opens', 'Another story altogether']);
  expect(library.puts[0]?.id).not.toBe(library.puts[1]?.id);

  // The first one connects again: what was kept for it goes out as it was.
  library.account = 'account-1';
  await options.bringToFront();
  await options.getByRole('button', { name: 'Disconnect' }).click();
  await options.getByRole('button', { name: 'Connect' }).click();
  await expect.poll(() => library.puts.length).toBe(3);
  expect(library.puts[2]).toEqual(library.puts[0]);
});

test('without a readable outbox the page is shown, and keeping it says that it is not saved', async ({
  dateline,
}) => {
  const panel = await dateline.read(await dateline.open(`${pages.origin}/plain`));
  await panel.getByRole('button', { name: 'Keep this article' }).waitFor();
  // As a newer version leaves it behind that was taken back.
  await panel.evaluate(
    `new Promise((resolve) => { indexedDB.open('dateline', 99).onsuccess = resolve; })`,
  );
  await dateline.read(await dateline.open(`${pages.otherOrigin}/other`));
  await expect(panel.getByRole('heading', { level: 1 })).toHaveText('Another story altogether');
  await panel.getByRole('button', { name: 'Keep this article' }).click();
  await expect(panel.locator('.note.alert')).toContainText('Not saved');
});
