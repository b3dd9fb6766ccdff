// The copy of the library's cards is the same as the library, whatever comes between, and never another one's.
import path from 'node:path';
import { expect, type Page, test as base } from '@playwright/test';
import { build } from 'esbuild';
import { chromiumArguments, findChromium } from '../../worker/local/chromium.ts';
import type * as InPage from './mirror-in-page.ts';

declare const mirror: typeof InPage;

const bundle = async (): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [path.join(import.meta.dirname, 'mirror-in-page.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'mirror',
  });
  return outputFiles[0]?.text ?? '';
};

/** A tab without network that has a database. */
const test = base.extend<{ tab: Page }>({
  tab: async ({ page }, use) => {
    await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: '' }));
    await page.goto('https://mirror.example/');
    await page.addScriptTag({ content: await bundle() });
    await use(page);
  },
});
test.use({ launchOptions: { executablePath: findChromium() ?? '', args: chromiumArguments() } });

test('a copy that is interrupted at any step ends as the library is, while that changes', async ({
  tab,
}) => {
  const undisturbed = await tab.evaluate(() => mirror.interrupted(0, 'unreachable'));
  expect(undisturbed.isSame).toBe(true);
  expect(undisturbed.asked).toBeGreaterThan(6);
  const failed = await tab.evaluate(async (steps) => {
    const found: string[] = [];
    for (const fault of ['unreachable', 'busy', 'portal', 'refused', 'killed'] as const)
      for (let nth = 1; nth <= steps; nth += 1)
        if (!(await mirror.interrupted(nth, fault)).isSame) found.push(`${fault} at ${nth}`);
    return found;
  }, undisturbed.asked);
  expect(failed).toEqual([]);
});

test('500 changes and 100 deletions come with the changes alone', async ({ tab }) => {
  const { isSame, asked } = await tab.evaluate(() => mirror.changed());
  expect(isSame).toBe(true);
  expect(asked).toBe(3);
});

test('of more clips than are copied the oldest are left out, and go as others come', async ({
  tab,
}) => {
  expect(await tab.evaluate(() => mirror.surplus())).toEqual([
    [81, true],
    [1, true],
    [1, true],
    // What was deleted, the page of those before the copy, and what changed meanwhile.
    [3, true],
    [3, false],
    [3, true],
  ]);
});

test('after a switch nothing of the library before is there, whatever was on its way', async ({
  tab,
}) => {
  // Three pages of cards, then the changes.
  for (const nth of [1, 2, 3, 4]) {
    const after = (to: Parameters<typeof mirror.left>[1]) =>
      tab.evaluate(([at, there]) => mirror.left(at, there), [nth, to] as const);
    const [desk, other] = await tab.evaluate(() => [
      mirror.connectionTo('desk'),
      mirror.connectionTo('desk', 'another'),
    ]);
    expect(await after(null)).toEqual({ sites: [], found: 0 });
    expect(await after(desk ?? null)).toEqual({ sites: ['desk'], found: 0 });
    expect(await after(other ?? null)).toEqual({ sites: ['desk'], found: 0 });
    expect(await tab.evaluate((at) => mirror.leftAndBack(at), nth)).toBe(true);
  }
});

test('of a library in which nothing may be read any more no copy stays', async ({ tab }) => {
  expect(await tab.evaluate(() => mirror.narrowed())).toBe(0);
});

test('a library that is not to be seen any more leaves nothing behind, one that was brought back is copied anew', async ({
  tab,
}) => {
  expect(await tab.evaluate(() => mirror.lost('missing'))).toEqual([0, true]);
  for (const how of ['fewer changes', 'others', 'others on the way'] as const)
    expect(await tab.evaluate((restored) => mirror.lost(restored), how), how).toEqual([0, true]);
});

test('a copy of one record a card gives way to a new one, and all else stays', async ({ tab }) => {
  const after = await tab.evaluate(() => mirror.upgraded());
  expect(after).toEqual({ isSame: true, others: [1, 1, 1] });
});

test('what was deleted in the library is not kept here either', async ({ tab }) => {
  const kept = await tab.evaluate(() => mirror.deletedThere());
  expect(kept).toEqual(['https://home.example/story-2']);
});

test('a library is asked at most every quarter of an hour, and once something was sent', async ({
  tab,
}) => {
  const counts = await tab.evaluate(() =>
    mirror.asking([
      [0, 'time'],
      [14, 'time'],
      [0, 'sent'],
      [14, 'time'],
      [1, 'time'],
      [0, 'start'],
    ]),
  );
  expect(counts).toEqual([2, 0, 1, 0, 1, 1]);
});

test('what was said of sections comes with the cards', async ({ tab }) => {
  const told = await tab.evaluate(() => mirror.sectionsTold());
  expect(told).toEqual([{ site: 'home.example', section: 'news', category: '11000000' }]);
});

test('the zone of the library comes with what has changed', async ({ tab }) => {
  expect(await tab.evaluate(() => mirror.zonesTold())).toEqual(['Asia/Tokyo', 'Asia/Ho_Chi_Minh']);
});

test('the text of the article from elsewhere is told as that, with its story, and not as related', async ({
  tab,
}) => {
  const [copy, ...others] = await tab.evaluate(() => mirror.copiesTold());
  expect(copy).toEqual({ title: 'Rivers rise', isCopy: true, why: [] });
  expect(others).toEqual([
    { title: 'Gauge of the river rose', isCopy: false, why: expect.arrayContaining(['story']) },
  ]);
});

test('a page is known by its other addresses', async ({ tab }) => {
  const known = (url: string) => tab.evaluate((address) => mirror.known(address), url);
  expect(await known('http://m.home.example/story-2/amp?utm_source=x#top')).toBe(1);
  expect(await known('https://home.example/story-4')).toBe(0);
});
