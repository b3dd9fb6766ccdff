// Searching by keyboard alone, in both languages.
import { expect } from '@playwright/test';
import { searchTexts } from '../../shared/locales/search.ts';
import { operatorName } from '../../shared/search/operators.ts';
import { expectAccessible } from './accessible.ts';
import { keep, test } from './import-page.ts';

test.setTimeout(120_000);

for (const language of ['en', 'vi'] as const)
  test.describe(language, () => {
    test.use({ launch: { language } });

    test('a search is typed with completion, narrowed down and loosened', async ({ home }) => {
      const { page, at } = home;
      const t = searchTexts(language);
      const topic = operatorName('category', language);
      await keep(
        home,
        { title: 'Giá đất tăng', section: ['Kinh tế'], site: 'Báo Tỉnh' },
        { title: 'Giá vàng', section: ['Kinh tế'], site: 'Tin Sáng' },
        { title: 'Bóng đá', section: ['Thể thao'], site: 'Báo Tỉnh' },
      );
      await page.goto(at('library'));
      await page.keyboard.press('/');
      const field = page.getByRole('combobox', { name: t.field });
      await expect(field).toBeFocused();
      await page.keyboard.type('gia');
      await page.keyboard.press('Enter');
      await expect(page.getByText(t.matches(2))).toBeVisible();
      await expect(page.getByRole('heading', { level: 2, name: 'Giá đất tăng' })).toBeVisible();
      await expectAccessible(page);

      await page.getByRole('link', { name: 'Tin Sáng' }).press('Enter');
      await expect(page.getByText(t.matches(1))).toBeVisible();
      // A page that is there by its text takes keys a moment later: once the field says that it completes.
      await expect(field).toBeVisible();
      await page.keyboard.press('/');
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.type(topic.slice(0, -2));
      await expect(page.getByRole('option').first()).toBeVisible();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await expect(field).toHaveValue(`${topic}:`);
      await page.keyboard.type(language === 'en' ? 'spo' : 'the');
      const option = page.getByRole('option', { name: language === 'en' ? 'Sport' : 'Thể thao' });
      await expect(option).toBeVisible();
      await page.keyboard.press('ArrowDown');
      await expect(option).toHaveAttribute('aria-selected', 'true');
      await expectAccessible(page);
      await page.keyboard.press('Enter');
      await page.keyboard.type('vàng');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('heading', { name: t.nothing })).toBeVisible();
      await expectAccessible(page);
      await page
        .getByRole('listitem')
        .getByRole('link', { name: t.without('vàng') })
        .press('Enter');
      await expect(page.getByRole('heading', { level: 2, name: 'Bóng đá' })).toBeVisible();
    });
  });

test('the option to which one has moved stays while the names of the library come', async ({
  home,
}) => {
  const { page, at } = home;
  const asked = Promise.withResolvers<void>();
  const held = Promise.withResolvers<void>();
  await page.route(/\/names$/, async (route) => {
    asked.resolve();
    await held.promise;
    await route.continue();
  });
  await keep(home, { title: 'One' });
  await page.goto(at('library'));
  await page.keyboard.press('/');
  const field = page.getByRole('combobox', { name: searchTexts('en').field });
  await page.keyboard.type('cat');
  await page.keyboard.press('ArrowDown');
  await asked.promise;
  const answered = page.waitForResponse(/\/names$/);
  held.resolve();
  await (await answered).finished();
  await page.evaluate(() => new Promise(requestAnimationFrame));
  await expect(page.getByRole('option', { name: 'category:' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await page.keyboard.press('Enter');
  await expect(field).toHaveValue('category:');
});
