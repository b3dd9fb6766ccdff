// A long list goes on by itself, by keyboard alone, and each of its pages keeps an address.
import { expect, type Page } from '@playwright/test';
import { libraryTexts } from '../../shared/locales/library.ts';
import { newId } from '../worker/sample.ts';
import { type Home, test } from './import-page.ts';

test.setTimeout(120_000);

/** Brings in so many addresses, the first of them the newest. */
const bringIn = ({ page, at }: Home, count: number): Promise<void> =>
  page.evaluate(
    async ([imports, parts]) => {
      for (const [number, body] of parts.entries())
        await fetch(`${imports}/parts/${number}`, {
          method: 'PUT',
          headers: { 'content-type': 'application/json' },
          body,
        });
    },
    [
      at('library')
        .replace('/w/', '/api/w/')
        .replace(/library$/, `imports/${newId()}`),
      Array.from({ length: Math.ceil(count / 100) }, (_, part) =>
        JSON.stringify({
          version: 1,
          name: 'bookmarks.html',
          items: Array.from({ length: Math.min(100, count - part * 100) }, (__, item) => {
            const number = count - part * 100 - item;
            const title = `Title ${number}`;
            return {
              url: `https://a.example/${number}`,
              title,
              addedAt: null,
              tags: [],
              folder: [],
            };
          }),
        }),
      ),
    ] as const,
  );

/** Presses End until it was seen: pressed while the page still moves from the last time, it leads to the end of then. */
const toTheEnd = (page: Page, seen: () => Promise<void>): Promise<void> =>
  expect(async () => {
    await page.keyboard.press('End');
    await seen();
  }).toPass({ timeout: 15_000 });

test('the next pages come as one nears the end, and the address says which one is read', async ({
  home,
}) => {
  const { page, at } = home;
  const t = libraryTexts('en');
  await bringIn(home, 120);
  await page.goto(at('library'));
  const items = page.locator('[data-clip]');
  await expect(items).toHaveCount(50);
  const next = page.locator('main a[rel=next]');
  await toTheEnd(page, () => expect(items).toHaveCount(100, { timeout: 1000 }));
  const lastPage = (await next.getAttribute('href')) ?? '';
  await toTheEnd(page, () => expect(items).toHaveCount(120, { timeout: 1000 }));
  await expect(next).toHaveCount(0);
  await toTheEnd(page, () =>
    expect(page).toHaveURL(new URL(lastPage, page.url()).href, { timeout: 1000 }),
  );

  // What came later is like what was there: chosen, done, and back on its own page.
  await items.last().getByRole('checkbox').press('Space');
  await expect(page.getByText(t.chosen(1))).toBeAttached();
  await page.getByRole('button', { name: t.star, exact: true }).first().press('Enter');
  await expect(page.getByText(t.didMany(1))).toBeVisible();
  await expect(page).toHaveURL(/before=/);
  await expect(items).toHaveCount(20);
  await expect(items.last().getByRole('button', { name: /Star/ })).toHaveAttribute(
    'aria-pressed',
    'true',
  );

  await page.keyboard.press('Home');
  await page.getByRole('link', { name: home.t.newestFirst }).press('Enter');
  await expect(items).toHaveCount(50);
});

test('what does not come leaves the link to it', async ({ home }) => {
  const { page, at } = home;
  await bringIn(home, 60);
  await page.goto(at('library'));
  await page.route(/before=/, (route) => route.abort());
  const asked = page.waitForRequest(/before=/);
  await page.keyboard.press('End');
  await asked;
  await expect(page.locator('[data-clip]')).toHaveCount(50);
  await page.unroute(/before=/);
  await page.locator('main a[rel=next]').press('Enter');
  await expect(page.locator('[data-clip]')).toHaveCount(10);
});
