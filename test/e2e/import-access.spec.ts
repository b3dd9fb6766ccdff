// Import, library and export for people who use a keyboard, a screen reader, or the dark.
import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { bring, file, fixture, importAll, test } from './import-page.ts';

test.setTimeout(120_000);

for (const language of ['en', 'vi'] as const)
  test.describe(language, () => {
    test.use({ launch: { language } });

    test('each stage passes axe in light and dark', async ({ home }) => {
      const { page, t, at } = home;
      await page.goto(at('library'));
      await expectAccessible(page);
      await page.goto(at('import'));
      await page.locator('.zone').waitFor();
      await expectAccessible(page);
      await page.setInputFiles('input[type=file]', file('a.zip', 'PK\u0003\u0004'));
      await page.getByRole('heading', { name: t.refusedTitle }).waitFor();
      await expectAccessible(page);
      await bring(home, fixture('chrome.html'), fixture('linkding.html'));
      await page.getByText(t.whichUnusable).click();
      await expectAccessible(page);
      await importAll(home, 5);
      await expectAccessible(page);
      await page.goto(at('library'));
      await expectAccessible(page);
      await page.getByRole('link', { name: t.addressOnlyOf('One') }).click();
      await page.getByText(t.unfilled).waitFor();
      await expectAccessible(page);
      await page.goto(at('import'));
      await page.getByRole('button', { name: t.undoOf(t.several('chrome.html', 1)) }).click();
      await expectAccessible(page);
      await page.goto(at('settings'));
      await expectAccessible(page);
    });
  });

/** Presses Tab until what has the focus has this text or name. */
const tabTo = async (page: Page, name: string): Promise<void> => {
  const focused = page.locator(':focus');
  for (let presses = 0; presses < 30; presses += 1) {
    await page.keyboard.press('Tab');
    const label = await focused.evaluate((element) =>
      element instanceof HTMLInputElement
        ? element.labels?.[0]?.textContent
        : (element.ariaLabel ?? element.textContent),
    );
    if (label === name) return;
  }
  throw new Error(`Tab does not lead to ${name}`);
};

test('the keyboard alone imports and undoes', async ({ home }) => {
  const { page, t, at } = home;
  // Begun this early: the browser is told to hand over its file chooser while nobody waits for that.
  const choosing = page.waitForEvent('filechooser');
  await page.goto(at('import'));
  await page.locator('.zone').waitFor();
  await tabTo(page, t.choose);
  await page.keyboard.press('Enter');
  await (await choosing).setFiles(fixture('safari.html'));
  await expect(page.getByRole('heading', { name: 'safari.html', exact: true })).toBeFocused();
  await tabTo(page, t.start(2));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: t.done })).toBeFocused();
  await tabTo(page, t.undoOf('safari.html'));
  await page.keyboard.press('Enter');
  // Whoever presses Enter twice has taken nothing away.
  await expect(page.getByRole('button', { name: t.undoNo })).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByText(t.undone)).toBeVisible();
});
