// Today's page looks a year back, and stops doing so for one who does not want it: by keyboard alone, in both languages.
import { expect } from '@playwright/test';
import { lookBackTexts } from '../../shared/locales/look-back.ts';
import { expectAccessible } from './accessible.ts';
import { keep, test } from './import-page.ts';

test.setTimeout(120_000);

const A_YEAR_MS = 366 * 86_400_000;

for (const language of ['en', 'vi'] as const)
  test.describe(language, () => {
    test.use({ launch: { language } });

    test('what is unread for a year is shown until that is turned off', async ({ home }) => {
      const { page, origin } = home;
      const t = lookBackTexts(language);
      const value = new Date(Date.now() - A_YEAR_MS).toISOString().slice(0, 10);
      await keep(home, {
        title: 'A year ago',
        published: { precision: 'day', value, evidence: 'meta' },
      });
      await page.goto(origin);
      const box = page.getByRole('region', { name: t.title });
      await expect(box.getByRole('link', { name: 'A year ago' })).toBeVisible();
      await expectAccessible(page);
      await box.getByRole('link', { name: t.change }).press('Enter');
      await page.getByRole('button', { name: t.turnOff }).press('Enter');
      await expect(page.getByText(t.isOff)).toBeVisible();
      await page.goto(origin);
      await expect(box).toHaveCount(0);
    });
  });
