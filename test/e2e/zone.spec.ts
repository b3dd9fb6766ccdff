// The zone of a workspace is changed by its owner, by keyboard, and the clips are seen to move.
import { expect } from '@playwright/test';
import { zoneTexts } from '../../shared/locales/zone.ts';
import { expectAccessible } from './accessible.ts';
import { keep, test } from './import-page.ts';

test.setTimeout(120_000);

const AT = '2022-12-27T14:30:00Z';
const DAY = (day: string) => `day/2022-12-${day}`;

for (const language of ['en', 'vi'] as const)
  test.describe(language, () => {
    test.use({ launch: { language } });

    test('clips move to their days in another zone while the settings are open', async ({
      home,
    }) => {
      const { page, at } = home;
      const t = zoneTexts(language);
      const on = (day: string) => at('settings').replace('settings', DAY(day));
      await page.goto(at('settings'));
      const zone = page.getByRole('combobox', { name: t.title });
      await zone.selectOption('Asia/Tokyo');
      await page.getByRole('button', { name: t.change }).press('Enter');
      await page.waitForURL(/\?told=zone$/);
      const published = {
        precision: 'instant',
        value: AT,
        evidence: 'meta',
        zoneAssumed: false,
      } as const;
      await keep(
        home,
        ...Array.from({ length: 105 }, (_, clip) => ({ title: `Late ${clip}`, published })),
      );
      await page.goto(on('27'));
      await expect(page.getByRole('link', { name: 'Late 1', exact: true })).toBeVisible();

      // Held at its first step, so that it is seen.
      const { promise: seen, resolve: go } = Promise.withResolvers<void>();
      await page.route('**/zone/steps', async (route) => {
        await seen;
        await route.continue();
      });
      await page.goto(at('settings'));
      await zone.selectOption('Pacific/Kiritimati');
      await page.getByRole('button', { name: t.change }).press('Enter');
      await expect(page.getByText(t.moved(100, 105))).toBeVisible();
      await expect(page.getByRole('progressbar', { name: t.progress })).toBeVisible();
      await expectAccessible(page);
      go();
      await expect(page.getByText(t.done)).toBeVisible();
      await expect(zone).toHaveValue('Pacific/Kiritimati');
      await page.goto(on('28'));
      await expect(page.getByRole('link', { name: 'Late 1', exact: true })).toBeVisible();
      await expect(page.getByText(/Kiritimati/)).toHaveCount(0);
    });
  });
