// The library's list by keyboard alone, in both languages.
import { expect } from '@playwright/test';
import { libraryTexts } from '../../shared/locales/library.ts';
import { expectAccessible } from './accessible.ts';
import { keep, test } from './import-page.ts';

test.setTimeout(120_000);

for (const language of ['en', 'vi'] as const)
  test.describe(language, () => {
    test.use({ launch: { language } });

    test('clips are gone through, done, starred, tagged and opened by keys, which can be turned off', async ({
      home,
    }) => {
      const { page, at } = home;
      const t = libraryTexts(language);
      const item = (title: string) => page.getByRole('listitem').filter({ hasText: title });
      const button = (act: string, title: string) =>
        item(title).getByRole('button', { name: t.of(act, title) });
      await keep(home, { title: 'One' }, { title: 'Two' }, { title: 'Three' });
      await page.goto(at('library'));

      await page.keyboard.press('j');
      await expect(page.getByRole('link', { name: 'Three', exact: true })).toBeFocused();
      await page.keyboard.press('e');
      await page.keyboard.press('j');
      await page.keyboard.press('s');
      await expect(button(t.done, 'Three')).toHaveAttribute('aria-pressed', 'true');
      await expect(button(t.star, 'Two')).toHaveAttribute('aria-pressed', 'true');

      await page.keyboard.press('k');
      await page.keyboard.press('x');
      await page.keyboard.press('j');
      await page.keyboard.press('t');
      await expect(page.getByText(t.chosen(2))).toBeVisible();
      // In a field a letter is a letter.
      await page.keyboard.type('sea');
      await page.keyboard.press('Enter');
      await expect(page.getByText(t.didMany(2))).toBeVisible();
      await expect(item('Two').getByText('sea')).toBeVisible();
      // What is done has gone from what is to read.
      await expect(item('Three')).toHaveCount(0);

      // What is deleted goes at once, and comes back where it stood.
      await page.keyboard.press('j');
      await page.keyboard.press('#');
      await expect(page.getByText(t.deleted(1))).toBeVisible();
      await expect(item('Two')).toHaveCount(0);
      await expect(page.getByRole('link', { name: 'One', exact: true })).toBeFocused();
      await page.getByRole('button', { name: t.undo }).press('Enter');
      await expect(page.getByText(t.broughtBack(1))).toBeVisible();
      await expect(page.getByRole('link', { name: 'Two', exact: true })).toBeFocused();

      await page.keyboard.press('?');
      await expect(page.getByRole('dialog')).toBeVisible();
      await expectAccessible(page);
      await page.getByLabel(t.keysOn).press('Space');
      await page.keyboard.press('Escape');
      await page.keyboard.press('j');
      await expect(page.getByRole('link', { name: 'One', exact: true })).not.toBeFocused();
      await page.keyboard.press('?');
      await page.getByLabel(t.keysOn).press('Space');
      await page.keyboard.press('Escape');

      await page.getByRole('link', { name: t.shelves.done }).press('Enter');
      await expect(item('Three').getByText('sea')).toBeVisible();
      await page.keyboard.press('j');
      await page.keyboard.press('o');
      await expect(page.getByRole('heading', { level: 1, name: 'Three' })).toBeVisible();
    });
  });

test('what does not reach the server is shown as it was, and said', async ({ home }) => {
  const { page, at } = home;
  const t = libraryTexts('en');
  await keep(home, { title: 'One' }, { title: 'Two' }, { title: 'Three' });
  await page.goto(at('library'));
  await page.route('**/reading', (route) => route.fulfill({ status: 403 }));
  const done = page.getByRole('button', { name: t.of(t.done, 'One') });
  await done.click();
  await expect(page.getByText(t.failed)).toBeVisible();
  await expect(done).toHaveAttribute('aria-pressed', 'false');
});
