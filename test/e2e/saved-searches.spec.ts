// A search is saved, found again, renamed and deleted by keyboard alone, in both languages.
import { expect } from '@playwright/test';
import { savedTexts } from '../../shared/locales/saved.ts';
import { searchTexts } from '../../shared/locales/search.ts';
import { expectAccessible } from './accessible.ts';
import { keep, test } from './import-page.ts';

for (const language of ['en', 'vi'] as const)
  test.describe(language, () => {
    test.use({ launch: { language } });

    test('a search is saved, found again, renamed and deleted by keys', async ({ home }) => {
      const { page, at } = home;
      const t = savedTexts(language);
      await keep(home, { title: 'Giá vàng' }, { title: 'Bóng đá' });
      await page.goto(`${at('search')}?q=gia`);
      await page.getByText(t.save).press('Enter');
      await expectAccessible(page);
      await page.getByLabel(t.name, { exact: true }).press('ControlOrMeta+A');
      await page.keyboard.type('Giá cả');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('heading', { level: 1, name: t.title })).toBeVisible();
      await expect(page.getByRole('navigation', { name: t.feedsOf('Giá cả') })).toBeVisible();
      await expectAccessible(page);

      await page.goto(at('search'));
      await page.getByRole('link', { name: 'Giá cả', exact: true }).press('Enter');
      await expect(page.getByText(searchTexts(language).matches(1))).toBeVisible();
      await page.getByRole('link', { name: 'Giá cả', exact: true }).press('Enter');

      const change = page.locator('summary', { hasText: t.change });
      await change.press('Enter');
      await page.getByLabel(t.name, { exact: true }).press('ControlOrMeta+A');
      await page.keyboard.type('Vàng');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('link', { name: 'Vàng', exact: true })).toBeVisible();
      await change.press('Enter');
      await page.getByRole('button', { name: t.delete }).press('Enter');
      await expect(page.getByText(t.none)).toBeVisible();
    });
  });
