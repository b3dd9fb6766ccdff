// The days of a collection: from one to the next that has something of it, by its calendar too, and to those of the library.
import { expect } from '@playwright/test';
import { daysTexts } from '../../shared/locales/days.ts';
import { expectAccessible } from './accessible.ts';
import { keepIn, test } from './import-page.ts';

test.setTimeout(120_000);

const NAME = 'Hồ sơ / đất';
const on = (title: string, value: string) => ({
  title,
  published: { precision: 'day' as const, value, evidence: 'meta' as const },
});

for (const language of ['en', 'vi'] as const)
  test.describe(language, () => {
    test.use({ launch: { language } });

    test('a day of a collection leads to its other days, by its calendar and by keys', async ({
      home,
    }) => {
      const { page, at } = home;
      const { ofCollection: t } = daysTexts(language);
      await keepIn(
        home,
        [NAME],
        on('Before', '2022-12-20'),
        on('Here', '2022-12-27'),
        on('After', '2023-01-03'),
      );
      await keepIn(home, [], on('Of the library', '2022-12-26'), on('Beside', '2022-12-27'));
      const collection = at('library').replace(
        /library$/,
        `collection/${encodeURIComponent(NAME)}`,
      );
      const title = (name: string) => page.getByRole('heading', { name, exact: true });
      await page.goto(`${collection}/day/2022-12-27`);
      await expect(title('Here')).toBeVisible();
      await expect(title('Beside')).toHaveCount(0);
      await expectAccessible(page);

      await page.locator('a[rel=prev]').press('Enter');
      await expect(title('Before')).toBeVisible();
      await expect(page.locator('a[rel=prev]')).toHaveCount(0);
      await page.locator('a[rel=next]').press('Enter');
      await expect(title('Here')).toBeVisible();

      const open = page.getByRole('grid').locator('[aria-current]');
      // One place on the way of Tab: only then do the calendar's keys work.
      await expect(page.getByRole('grid').locator('[tabindex="0"]')).toHaveCount(1);
      await open.focus();
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('Enter');
      await expect(title('Before')).toBeVisible();
      await expect(page.getByRole('grid').locator('[tabindex="0"]')).toHaveCount(1);
      await open.focus();
      await page.keyboard.press('PageDown');
      await expect(page).toHaveURL(/\/day\/2023-01-20#/);
      await page.getByRole('grid').getByRole('link').first().press('Enter');
      await expect(title('After')).toBeVisible();

      await page.getByRole('link', { name: t.library.day }).click();
      await expect(page).toHaveURL(at('library').replace(/library$/, 'day/2023-01-03'));
      await page.goBack();
      await page.getByRole('link', { name: NAME }).click();
      await expect(page).toHaveURL(collection);
    });
  });
