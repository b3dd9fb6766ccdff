// Keeping: what was said to be saved is saved, whatever ends, once.
import { expect } from '@playwright/test';
import * as v from 'valibot';
import { KeepWrite } from '../../shared/schema/keep.ts';
import { freshProfile, startDateline } from '../../worker/local/demo/browser.ts';
import { connect, kept, readAndKeep } from './panel-acts.ts';
import { test } from './panel-test.ts';

test('a kept article says on which day it stands, and links to it', async ({
  dateline,
  library,
  pages,
}) => {
  await connect(dateline, library);
  const panel = await readAndKeep(dateline, `${pages.origin}/plain`);
  const day = panel.getByRole('link', { name: 'Kept in the digest of Tuesday, 27 December 2022' });
  await expect(day).toHaveAttribute('href', `${library.origin}/w/home/day/2022-12-27`);
  const [sent] = library.puts;
  expect(v.parse(KeepWrite, JSON.parse(sent?.body ?? ''))).toMatchObject({
    version: 1,
    article: { title: 'The register of land opens', url: `${pages.origin}/plain` },
  });
});

test('what is said to be saved is there, and goes out, after the browser was killed in that moment @restart', async ({
  library,
  pages,
}) => {
  const { profile, remove } = await freshProfile();
  const first = await startDateline(profile);
  await connect(first, library);
  library.mood = 'silent';
  const panel = await readAndKeep(first, `${pages.origin}/plain`);
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

test('a link is kept from its menu, and gets its article when that is read @link', async ({
  dateline,
  library,
  pages,
}) => {
  await connect(dateline, library);
  const address = `${pages.origin}/plain`;
  const front = await dateline.open(`${pages.origin}/vi`);
  const panel = await dateline.read(front);
  await expect(panel.getByRole('heading', { level: 1 })).toHaveText(/^Tỉnh mở cổng/);
  await dateline.clickLinkItem(`${address}?utm_source=front`);
  await expect(panel.locator('.note').getByText(/^Link kept: /)).toBeVisible();
  await expect(panel.locator('footer > [aria-live]')).toHaveText(/^Link kept: /);
  await expect.poll(() => library.puts.length).toBe(1);
  const title = `chrome.tabs.query({ active: true, lastFocusedWindow: true })
    .then(([tab]) => chrome.action.getTitle({ tabId: tab.id }))`;
  expect(await dateline.worker.evaluate(title)).toMatch(/^Dateline\. Link kept: /);
  const sent = () => library.puts.map(({ body }) => v.parse(KeepWrite, JSON.parse(body)).article);
  expect(sent()[0]).toMatchObject({ canonicalUrl: address, blocks: [] });

  await dateline.read(await dateline.open(address));
  await expect(kept(panel)).toBeVisible();
  await expect.poll(() => library.puts.length).toBe(2);
  expect(sent()[1]).toMatchObject({ canonicalUrl: address, title: 'The register of land opens' });
  expect(sent()[1]?.blocks.length).toBeGreaterThan(0);
  // From then on it is a kept article like all others.
  await dateline.clickMenuItem();
  await expect(panel.getByRole('heading', { level: 1 })).toHaveText('The register of land opens');
  await expect(kept(panel)).toBeVisible();
  expect(library.puts.length).toBe(2);
});

test('a double click and a key pressed twice keep a page once', async ({
  dateline,
  library,
  pages,
}) => {
  await connect(dateline, library);
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

test('without a readable outbox the page is shown, and keeping it says that it is not saved', async ({
  dateline,
  pages,
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
