// What is new since the visit before: a page of a day tells that it was seen once it has been looked at for a while.
import { expect } from '@playwright/test';
import { daysTexts } from '../../shared/locales/days.ts';
import { keep, test } from './import-page.ts';

test.setTimeout(120_000);

const DAY = '2022-12-27';
const published = { precision: 'day' as const, value: DAY, evidence: 'meta' as const };

for (const language of ['en', 'vi'] as const)
  test.describe(language, () => {
    test.use({ launch: { language } });

    test('what came since a day was looked at is new, until that is said to be seen', async ({
      home,
    }) => {
      const { page, at } = home;
      const t = daysTexts(language);
      const told: string[] = [];
      page.on('request', (request) => {
        if (request.url().endsWith('/visit')) told.push(request.method());
      });
      await keep(home, { title: 'Old', published });
      // Time stands still but for what is told of below.
      await page.clock.install();
      await page.clock.pauseAt(Date.now() + 60_000);
      await page.goto(at('library').replace('/library', `/day/${DAY}`));
      await page.clock.runFor(3_900);
      expect(told).toEqual([]);
      const answered = page.waitForResponse(/\/visit$/);
      await page.clock.runFor(200);
      expect((await answered).status()).toBe(204);

      await keep(home, { title: 'New', published });
      await page.reload();
      await expect(page.getByText(t.fresh(1))).toBeVisible();
      const item = page.getByRole('article').filter({ hasText: 'New' });
      await expect(item.locator('.new')).toBeVisible();
      await page.getByRole('button', { name: t.markSeen }).press('Enter');
      await expect(page.getByText(t.fresh(1))).toHaveCount(0);
      await expect(page.getByRole('heading', { name: 'New', exact: true })).toBeVisible();
      await expect(item.locator('.new')).toHaveCount(0);
      // Nothing is unseen any more: there is nothing to tell.
      const before = told.length;
      await page.clock.runFor(10_000);
      expect(told).toHaveLength(before);
    });
  });
