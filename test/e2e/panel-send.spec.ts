// Sending: what is saved goes out once, in order, unchanged, whatever the library or those before it answer.
import { expect } from '@playwright/test';
import * as v from 'valibot';
import { KeepWrite, MAX_KEEP_BYTES } from '../../shared/schema/keep.ts';
import { connect, kept, readAndKeep } from './panel-acts.ts';
import type { Mood } from './panel-library.ts';
import { test } from './panel-test.ts';

test('a page larger than a clip may be goes out within the limit, and says that its end is left out', async ({
  dateline,
  library,
  pages,
}) => {
  await connect(dateline, library);
  const panel = await readAndKeep(dateline, `${pages.origin}/big`);
  await expect(panel.getByText('its end is left out')).toBeVisible();
  await expect(kept(panel)).toBeVisible();
  const body = library.puts[0]?.body ?? '';
  expect(Buffer.byteLength(body)).toBeLessThanOrEqual(MAX_KEEP_BYTES);
  expect(Buffer.byteLength(body)).toBeGreaterThan(MAX_KEEP_BYTES * 0.9);
  expect(v.parse(KeepWrite, JSON.parse(body)).article.truncated).toBe(true);
});

test('offline it waits, with the same bytes under the same id, and goes out when the network is back', async ({
  dateline,
  library,
  pages,
}) => {
  await connect(dateline, library);
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

test('a busy server gets the same bytes under the same id again, and one that is too new once the extension was updated', async ({
  dateline,
  library,
  pages,
}) => {
  await connect(dateline, library);
  library.mood = 'fails';
  const panel = await readAndKeep(dateline, `${pages.origin}/plain`);
  await expect(panel.getByRole('button', { name: 'Send now' })).toBeVisible();
  await expect.poll(() => library.puts.length).toBe(1);
  library.mood = 'takes';
  await panel.getByRole('button', { name: 'Send now' }).click();
  await expect(kept(panel)).toBeVisible();
  library.mood = 'is newer';
  const next = await readAndKeep(dateline, `${pages.origin}/other`);
  await expect(next.locator('.fate')).toContainText('The library is newer than this extension.');
  await expect(next.getByRole('button', { name: 'Keep again' })).toBeHidden();
  library.mood = 'takes';
  await dateline.worker.evaluate(`chrome.runtime.onInstalled.dispatch({ reason: 'update' })`);
  await expect(kept(next)).toBeVisible();
  const [first, second, third, fourth, ...more] = library.puts;
  expect(second).toEqual(first);
  expect(fourth).toEqual(third);
  expect(more).toEqual([]);
});

test('what the library refuses for good stays, with the reason, until the person decides', async ({
  dateline,
  library,
  pages,
}) => {
  const options = await connect(dateline, library);
  library.mood = 'deleted';
  const panel = await readAndKeep(dateline, `${pages.origin}/plain`);
  await expect(panel.getByText('It was deleted there.')).toBeVisible();
  await options.bringToFront();
  await expect(options.getByText('It was deleted there.')).toBeVisible();
  await options.getByRole('button', { name: 'Discard' }).click();
  await options.getByRole('button', { name: 'Discard for good' }).click();
  await expect(options.getByText('Not sent yet')).toBeHidden();
});

test('a page that was refused for good can be kept again, as a new act', async ({
  dateline,
  library,
  pages,
}) => {
  const options = await connect(dateline, library);
  library.mood = 'deleted';
  const panel = await readAndKeep(dateline, `${pages.origin}/plain`);
  await expect(panel.getByText('It was deleted there.')).toBeVisible();
  library.mood = 'takes';
  await panel.getByRole('button', { name: 'Keep again' }).click();
  await expect(kept(panel)).toBeVisible();
  expect(new Set(library.puts.map(({ id }) => id)).size).toBe(2);
  await expect(options.getByText('Not sent yet')).toBeHidden();
});

test('two clips go out in the order in which they were kept', async ({
  dateline,
  library,
  pages,
}) => {
  await readAndKeep(dateline, `${pages.origin}/plain`);
  const panel = await readAndKeep(dateline, `${pages.origin}/other`);
  await expect(panel.locator('.fate')).toContainText('Saved.');
  const options = await connect(dateline, library);
  await options.getByRole('button', { name: 'Send', exact: true }).click();
  await expect.poll(() => library.puts.length).toBe(2);
  expect(
    library.puts.map(({ body }) => v.parse(KeepWrite, JSON.parse(body)).article.title),
  ).toEqual(['The register of land opens', 'Another story altogether']);
});

test('whoever answers in place of the library, the clip waits, and goes out once the library does', async ({
  dateline,
  library,
  pages,
}) => {
  await connect(dateline, library);
  const moods: Mood[] = [
    'portal',
    'sign-in page',
    'no such page',
    'redirect',
    'garbage',
    'markup for a code',
    'fifty megabytes',
  ];
  library.mood = 'portal';
  const panel = await readAndKeep(dateline, `${pages.origin}/plain`);
  for (const mood of moods) {
    library.mood = mood;
    const before = library.puts.length;
    await expect(panel.getByText('1 article is waiting to be sent')).toBeVisible();
    await panel.getByRole('button', { name: 'Send now' }).click();
    await expect.poll(() => library.puts.length, mood).toBeGreaterThan(before);
    await expect(panel.locator('.fate'), mood).toContainText('Saved.');
  }
  library.mood = 'takes';
  // The try before may still be under way, and be the one that gets through.
  await expect(async () => {
    if (await kept(panel).isHidden())
      await panel.getByRole('button', { name: 'Send now' }).click({ timeout: 1_000 });
    await expect(kept(panel)).toBeVisible({ timeout: 2_000 });
  }).toPass();
  expect(new Set(library.puts.map(({ id, body }) => id + body)).size).toBe(1);
});

test('a proxy that takes less than the library does holds up only what is too large', async ({
  dateline,
  library,
  pages,
}) => {
  await connect(dateline, library);
  library.mood = 'lower limit';
  const panel = await readAndKeep(dateline, `${pages.origin}/big`);
  await expect(panel.getByText('It is larger than the library takes.')).toBeVisible();
  library.mood = 'takes';
  await expect(kept(await readAndKeep(dateline, `${pages.origin}/plain`))).toBeVisible();
});
