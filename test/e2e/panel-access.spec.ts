// The panel and the settings for people who use a keyboard, a screen reader, or the dark.
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { test } from './browser.ts';
import { type Library, serveLibrary } from './panel-library.ts';
import { type Pages, servePages } from './panel-pages.ts';

let pages: Pages;
let library: Library;
test.beforeAll(async () => {
  [pages, library] = await Promise.all([servePages(), serveLibrary()]);
});
test.afterAll(() => Promise.all([pages.close(), library.close()]));

const expectAccessible = async (page: Page): Promise<void> => {
  // The other mode opens a page of its own, which no extension may be opened in.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
};

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(colorScheme, () => {
    test.use({ launch: { colorScheme, language: 'vi' } });

    test('each state of panel and settings passes axe', async ({ dateline }) => {
      library.approved = false;
      const options = await dateline.options();
      await options.getByLabel('Địa chỉ máy chủ').fill(library.origin);
      await expectAccessible(options);
      await options.getByRole('button', { name: 'Kết nối' }).click();
      await options.getByText('BCDF-GHJK').waitFor();
      await expectAccessible(options);
      library.approved = true;
      await options.getByText('Đã kết nối với Home').waitFor();
      await expectAccessible(options);

      const panel = await dateline.read(await dateline.open(`${pages.origin}/vi`));
      await panel.getByRole('button', { name: /27 tháng 12/ }).focus();
      await expectAccessible(panel);
      await panel.getByRole('button', { name: 'Lưu tin này' }).press('Enter');
      await panel.getByRole('link', { name: /^Đã lưu/ }).waitFor();
      await expectAccessible(panel);
      await dateline.open(`${pages.otherOrigin}/other`);
      await panel.getByText('Thẻ này chưa được đọc').waitFor();
      await expectAccessible(panel);
    });
  });

test('with the browser’s own colours every button can be told from text', async ({ dateline }) => {
  const panel = await dateline.read(await dateline.open(`${pages.origin}/plain`));
  await panel.emulateMedia({ forcedColors: 'active' });
  const keep = panel.getByRole('button', { name: 'Keep this article' });
  await expect(keep).toHaveCSS('border-top-width', '1px');
  for (const name of ['Settings', 'Connect a library'])
    await expect(panel.getByRole('button', { name })).toHaveCSS(
      'text-decoration-line',
      'underline',
    );
});

test('at 320 pixels, and at half of that, nothing is cut off at the side', async ({ dateline }) => {
  const panel = await dateline.read(await dateline.open(`${pages.origin}/vi`));
  await panel.getByRole('button', { name: 'Keep this article' }).waitFor();
  const options = await dateline.options();
  for (const page of [panel, options])
    for (const width of [320, 160]) {
      await page.setViewportSize({ width, height: 500 });
      expect(await page.evaluate('document.documentElement.scrollWidth'), page.url()).toBe(width);
    }
});
