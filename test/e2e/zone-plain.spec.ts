// Another zone without any script: the button that goes on until all clips have moved.
import { expect, test } from '@playwright/test';
import { zoneTexts } from '../../shared/locales/zone.ts';
import { chromiumArguments, findChromium } from '../../worker/local/chromium.ts';
import { claimLibrary } from '../gallery/web-library.ts';
import { oneServer } from './one-server.ts';

test.use({
  javaScriptEnabled: false,
  launchOptions: { executablePath: findChromium() ?? '', args: chromiumArguments() },
});
test.setTimeout(120_000);

const server = oneServer();

for (const language of ['en', 'vi'] as const)
  test(`clips move step by step where there is no script: ${language}`, async ({ page }) => {
    const library = await claimLibrary(server(), { language });
    const t = zoneTexts(language);
    const published = {
      precision: 'instant',
      value: '2022-12-27T14:30:00Z',
      evidence: 'meta',
      zoneAssumed: false,
    } as const;
    for (let clip = 0; clip < 205; clip += 1)
      await library.keep({ title: `Late ${clip}`, published });
    const [name = '', value = ''] = library.cookie.split('=');
    await page.context().addCookies([{ name, value, url: library.origin }]);
    const at = (path: string) => `${library.origin}/w/${library.workspace}/${path}`;
    await page.goto(at('settings'));
    await page.getByLabel(t.title).selectOption('Pacific/Kiritimati');
    await page.getByRole('button', { name: t.change }).click();
    // The change itself is the first step.
    for (const moved of [100, 200]) {
      await expect(page.getByText(t.moved(moved, 205))).toBeVisible();
      await page.getByRole('button', { name: t.goOn }).click();
    }
    await expect(page.getByRole('button', { name: t.goOn })).toHaveCount(0);
    await page.goto(at('day/2022-12-28'));
    await expect(page.getByRole('link', { name: 'Late 1', exact: true })).toBeVisible();
  });
