// A month and the small calendar beside a day are gone through by keys: one place on the way of Tab, and the day that one
// goes to has the focus in the next month too.
import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { keep, test } from './import-page.ts';

test.setTimeout(120_000);

const expectOn = (page: Page, day: string): Promise<void> =>
  expect(page.locator('td:focus-within')).toHaveAttribute('data-day', day);

test('a calendar is one place of Tab, gone through by arrows, and by pages to other months', async ({
  home,
}) => {
  const { page, at } = home;
  await keep(home, {
    title: 'The bridge is open',
    published: { precision: 'day', value: '2022-12-27', evidence: 'meta' },
  });
  await page.goto(at('library').replace('/library', '/month/2022-12'));
  const grid = page.getByRole('grid');
  await expect(grid.locator('[tabindex="0"]')).toHaveCount(1);
  await grid.getByRole('link').focus();
  for (const [key, day] of [
    ['ArrowUp', '2022-12-20'],
    ['ArrowRight', '2022-12-21'],
    ['Home', '2022-12-19'],
    ['End', '2022-12-25'],
    ['Control+End', '2022-12-31'],
    ['ArrowRight', '2022-12-31'],
  ] as const) {
    await page.keyboard.press(key);
    await expectOn(page, day);
  }
  await expectAccessible(page);
  await page.keyboard.press('Shift+PageUp');
  await expect(page).toHaveURL(/\/month\/2021-12#day-2021-12-31$/);
  await expectOn(page, '2021-12-31');
  await page.keyboard.press('Shift+PageDown');
  await expectOn(page, '2022-12-31');
  for (const _ of '1234') await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'The bridge is open' })).toBeVisible();

  // Beside a day, the same keys go to the same day of another month.
  await expect(grid.locator('[tabindex="0"]')).toHaveCount(1);
  await page.getByRole('grid').locator('[aria-current]').focus();
  await page.keyboard.press('PageUp');
  await expect(page).toHaveURL(/\/day\/2022-11-27#/);
  await expectOn(page, '2022-11-27');
});
