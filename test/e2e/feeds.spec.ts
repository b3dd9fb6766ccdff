// The address of a feed is copied by a button beside it, in both languages, and is there to be selected without a script.
import { expect } from '@playwright/test';
import { feedTexts } from '../../shared/locales/feeds.ts';
import { texts } from '../../shared/locales/index.ts';
import { expectAccessible } from './accessible.ts';
import { keep, test } from './import-page.ts';

test.setTimeout(120_000);

for (const language of ['en', 'vi'] as const)
  test.describe(language, () => {
    test.use({ launch: { language } });

    test('a feed’s address is copied from the list and from its own page, and that is told', async ({
      home,
    }) => {
      const { page } = home;
      const t = feedTexts(language);
      const copied = () => page.evaluate(() => navigator.clipboard.readText());
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await keep(home, { title: 'Read me' });
      await page.goto(home.at('feeds'));
      await expectAccessible(page);
      const politics = texts(language).pages.categories['11000000'];
      for (const name of [t.dayFormatOf('RSS', politics), t.textFormatOf('Atom', politics)]) {
        const link = page.getByRole('link', { name, exact: true });
        const button = page.getByRole('button', { name: `${t.copyAddress}: ${name}`, exact: true });
        await button.press('Enter');
        await expect(page.getByRole('status')).toHaveText(`${t.copied} ${name}`);
        expect(await copied()).toBe(await link.getAttribute('href'));
        await expect(page.locator('button[data-done]')).toHaveCount(1);
        await expect(button).toBeFocused();
      }
      await expectAccessible(page);

      await page.getByRole('link', { name: t.dayFormatOf('Atom', t.library), exact: true }).click();
      const field = page.getByRole('textbox', { name: t.address });
      await page.getByRole('button', { name: t.copyAddress, exact: true }).press('Enter');
      await expect(page.getByRole('status')).toHaveText(t.copied);
      expect(await copied()).toBe(page.url());
      await expect(field).toHaveValue(page.url());
      await expectAccessible(page);
    });
  });

test('without a script the page of a feed has its address', async ({ home }) => {
  const { page } = home;
  await keep(home, { title: 'Read me' });
  await page.goto(home.at('feeds'));
  const name = feedTexts('en').formatOf('RSS', 'Clip by clip');
  const address = await page.getByRole('link', { name, exact: true }).getAttribute('href');
  const browser = await page.context().newCDPSession(page);
  await browser.send('Emulation.setScriptExecutionDisabled', { value: true });
  await page.goto(address ?? '');
  await expect(page.getByRole('textbox')).toHaveValue(address ?? '');
  await expect(page.getByRole('button')).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Read me' })).toBeVisible();
});
