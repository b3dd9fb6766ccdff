// The outbox, seen: what waits, why, since when, and what a person can do about it.
import { expect } from '@playwright/test';
import { test } from './browser.ts';
import { kept, pair, readAndKeep } from './panel-acts.ts';
import { type Library, serveLibrary } from './panel-library.ts';
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

test('what a proxy refuses in a way that nobody can read is overtaken after five tries', async ({
  dateline,
}) => {
  await pair(dateline, library);
  library.mood = 'hidden limit';
  const first = await readAndKeep(dateline, `${pages.origin}/big`);
  await expect(first.getByText('1 article is waiting to be sent')).toBeVisible();
  const panel = await readAndKeep(dateline, `${pages.origin}/plain`);
  for (let tries = 1; tries <= 4; tries += 1) {
    await expect.poll(() => library.puts.length).toBe(tries);
    await expect(panel.getByText('2 articles are waiting to be sent')).toBeVisible();
    await panel.getByRole('button', { name: 'Send now' }).click();
  }
  await expect(kept(panel)).toBeVisible();
  await expect(panel.getByText('1 article is waiting to be sent')).toBeVisible();
  expect(new Set(library.puts.slice(0, 5).map(({ id }) => id)).size).toBe(1);
  expect(library.puts.length).toBe(6);
});
