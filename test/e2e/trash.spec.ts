// Deleting, undoing, bringing back and emptying by keyboard alone, in both languages.
import { expect } from '@playwright/test';
import { trashTexts } from '../../shared/locales/trash.ts';
import { expectAccessible } from './accessible.ts';
import { keep, test } from './import-page.ts';

for (const language of ['en', 'vi'] as const)
  test.describe(language, () => {
    test.use({ launch: { language } });

    test('a clip is deleted, comes back by one press, and goes for good after a question with the count', async ({
      home,
    }) => {
      const { page, at } = home;
      const t = trashTexts(language);
      const press = (name: string) =>
        page.getByRole('button', { name, exact: true }).press('Enter');
      const heading = (name: string) => page.getByRole('heading', { name, exact: true });
      const remove = async (title: string) => {
        await page.goto(at('library'));
        await page.getByRole('link', { name: title, exact: true }).press('Enter');
        await press(t.remove);
        await expect(page.getByText(t.removed(title))).toBeVisible();
      };
      await keep(home, { title: 'One' }, { title: 'Two' }, { title: 'Three' });

      await remove('One');
      await expect(heading('One')).toHaveCount(0);
      await expectAccessible(page);
      await press(t.undo);
      await expect(heading('One')).toBeVisible();

      await remove('One');
      await remove('Two');
      await page.goto(at('library'));
      await page.getByRole('link', { name: t.title, exact: true }).press('Enter');
      await expect(page.locator('.dense h2')).toHaveText(['Two', 'One']);
      await press(t.of(t.putBack, 'Two'));
      await expect(page.getByText(t.isBack)).toBeVisible();
      await page.getByRole('link', { name: t.open }).press('Enter');
      await expect(heading('Two')).toBeVisible();

      await remove('Three');
      await page.goto(at('trash'));
      await page.getByText(t.empty).press('Enter');
      await expect(page.getByText(t.emptyAsk(2))).toBeVisible();
      await expectAccessible(page);
      await press(t.emptyYes(2));
      await expect(page.getByText(t.emptied(2))).toBeVisible();
      await expect(page.getByText(t.nothing)).toBeVisible();
    });
  });
