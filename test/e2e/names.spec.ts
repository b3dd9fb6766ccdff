// Tags and collections by keyboard alone, in both languages: given, renamed, put together, described, ordered, deleted.
import { expect } from '@playwright/test';
import { libraryTexts } from '../../shared/locales/library.ts';
import { COUNTED } from '../../shared/schema/named.ts';
import { expectAccessible } from './accessible.ts';
import { keep, test } from './import-page.ts';

test.setTimeout(120_000);

for (const language of ['en', 'vi'] as const)
  test.describe(language, () => {
    test.use({ launch: { language } });

    test('a tag is renamed, put together with another one and deleted; a collection is described and ordered', async ({
      home,
    }) => {
      const { page, at } = home;
      const list = libraryTexts(language);
      const t = list.names;
      await keep(home, { title: 'One' }, { title: 'Two' }, { title: 'Three' });

      const choose = async (count: number): Promise<void> => {
        await page.goto(at('library'));
        for (let chosen = 0; chosen < count; chosen += 1) {
          await page.keyboard.press('j');
          await page.keyboard.press('x');
        }
        await page.keyboard.press('t');
      };
      const heading = (name: string) => page.getByRole('heading', { level: 1, name, exact: true });
      const change = async (name: string): Promise<void> => {
        await page.locator('summary', { hasText: t.change }).press('Enter');
        await page.getByLabel(t.name, { exact: true }).press('ControlOrMeta+A');
        await page.keyboard.type(name);
        await page.keyboard.press('Enter');
      };

      await choose(2);
      await page.keyboard.type('bão');
      await page.keyboard.press('Enter');
      await expect(page.getByText(list.didMany(2))).toBeVisible();
      await choose(1);
      await page.keyboard.type('gió');
      await page.keyboard.press('Enter');
      await expect(page.getByText(list.didMany(1))).toBeVisible();

      await page.goto(at('library').replace(/library$/, 'tags'));
      await page.getByRole('link', { name: 'bão', exact: true }).press('Enter');
      await expect(heading('bão')).toBeVisible();
      await change('gió');
      await expect(page.getByText(t.mergeAsk('bão', 'gió', t.clips(2, COUNTED)))).toBeVisible();
      await expectAccessible(page);
      await page.getByRole('button', { name: t.merge }).press('Enter');
      await expect(heading('gió')).toBeVisible();
      await change('mưa');
      await expect(heading('mưa')).toBeVisible();
      await page.locator('summary', { hasText: t.change }).press('Enter');
      await page.getByRole('button', { name: t.delete, exact: true }).last().press('Enter');
      await expect(page.getByText(t.noTags)).toBeVisible();

      await choose(3);
      await page.keyboard.type('Quý IV');
      await page.getByRole('button', { name: list.collect, exact: true }).press('Enter');
      await expect(page.getByText(list.didMany(3))).toBeVisible();
      await page.goto(at('library').replace(/library$/, 'collections'));
      await page.getByRole('link', { name: 'Quý IV', exact: true }).press('Enter');
      await page.locator('summary', { hasText: t.change }).press('Enter');
      await page.getByLabel(t.description).press('End');
      await page.keyboard.type('Ba tháng cuối năm');
      await page.getByRole('button', { name: t.describe }).press('Enter');
      await expect(page.getByText('Ba tháng cuối năm').first()).toBeVisible();
      const titles = page.locator('[data-clip] h2');
      await expect(titles).toHaveText(['Three', 'Two', 'One']);
      await page.locator('summary', { hasText: t.order }).press('Enter');
      await page.getByRole('button', { name: t.downOf('Three') }).press('Enter');
      await expect(titles).toHaveText(['Two', 'Three', 'One']);
      await expectAccessible(page);
    });
  });
