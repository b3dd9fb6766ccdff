// Reading in the panel: the article as it was read, set as its reader likes it.
import { expect } from '@playwright/test';
import { test } from './panel-test.ts';

test('the article is read in the panel, by keyboard, its summary marked in it', async ({
  dateline,
  pages,
}) => {
  const panel = await dateline.read(await dateline.open(`${pages.origin}/vi`));
  const open = panel.getByRole('button', { name: 'Read here' });
  await open.press('Enter');
  const reader = panel.getByRole('dialog', { name: 'The text as it was read' });
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText(/^Tỉnh mở cổng dữ liệu/);
  const sentences = panel.getByRole('region', { name: 'Summary' }).getByRole('button');
  const marks = reader.locator('mark');
  await expect(marks.first()).toContainText('Từ ngày 1/1');
  expect(await marks.allInnerTexts()).toEqual(
    await sentences.and(panel.locator('ol button')).allTextContents(),
  );
  await panel.keyboard.press('Escape');
  await expect(reader).toBeHidden();
  await expect(open).toBeFocused();
});

test('size, width and paper stay as they were set, in the next panel too', async ({
  dateline,
  pages,
}) => {
  const page = await dateline.open(`${pages.origin}/vi`);
  const panel = await dateline.read(page);
  await panel.getByRole('button', { name: 'Read here' }).click();
  const text = panel.getByRole('dialog').locator('.body p').last();
  const usual = await text.evaluate((element) => getComputedStyle(element).fontSize);
  // One right after the other, before the first is stored.
  await panel.getByRole('group', { name: 'Type' }).evaluate((group) => {
    const [, larger, wide] = group.querySelectorAll('button');
    larger?.click();
    wide?.click();
  });
  await panel.getByLabel('Paper').selectOption('Sepia');
  await expect(text).not.toHaveCSS('font-size', usual);
  const larger = await text.evaluate((element) => getComputedStyle(element).fontSize);
  await panel.close();

  const next = await dateline.read(page);
  await next.getByRole('button', { name: 'Read here' }).click();
  await expect(next.getByRole('dialog')).toHaveCSS('background-color', 'rgb(244, 236, 216)');
  await expect(next.getByRole('button', { name: 'Wide' })).toHaveAttribute('aria-pressed', 'true');
  await expect(next.getByRole('dialog').locator('.body p').last()).toHaveCSS('font-size', larger);
});

test('on paper the article stands alone', async ({ dateline, pages }) => {
  const panel = await dateline.read(await dateline.open(`${pages.origin}/vi`));
  await panel.getByRole('button', { name: 'Read here' }).click();
  await panel.emulateMedia({ media: 'print' });
  await expect(panel.getByRole('dialog').locator('mark').first()).toBeVisible();
  for (const name of ['Keep this article', 'Close', 'Settings', 'Copy'])
    await expect(panel.getByRole('button', { name, exact: true })).toBeHidden();
});
