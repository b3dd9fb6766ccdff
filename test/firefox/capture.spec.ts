// Reading, by each gesture, and what the panel shows of it.
import { expect } from '@playwright/test';
import { test } from './firefox-test.ts';
import type { View } from './view.ts';

const expectHeadline = (panel: View, headline: string | RegExp): Promise<void> =>
  expect.poll(() => panel.text('h1')).toMatch(headline);

/** What is marked in a page. */
const marked = (page: View): Promise<unknown> =>
  page.evaluate(`[...CSS.highlights.values()].flatMap((all) => [...all]).map(String)`);

test('the toolbar button opens the panel with headline, date and summary @button @summary', async ({
  firefox,
  pages,
}) => {
  await firefox.open(`${pages.origin}/vi`);
  const panel = await firefox.read();
  await expectHeadline(panel, /^Tỉnh mở cổng dữ liệu/);
  const shown = await panel.text();
  expect(shown).toContain('Tuesday, 27 December 2022, 08:05');
  expect(shown).toContain('Chính trị › Tin trong tỉnh');
  expect(await panel.text('.summary')).toContain('Từ ngày 1/1');
});

test('a key reads the page @key', async ({ firefox, pages }) => {
  await firefox.open(`${pages.origin}/plain`);
  await firefox.shortcut('D');
  await expectHeadline(await firefox.panel(), 'The register of land opens');
});

test('the menu item reads the page as it is now @menu', async ({ firefox, pages }) => {
  const page = await firefox.open(`${pages.origin}/plain`);
  await page.evaluate(`document.querySelector('h1').textContent = 'The register is closed again'`);
  await firefox.clickMenuItem(page, 'h1');
  await expectHeadline(await firefox.panel(), 'The register is closed again');
});

test('a click on a sentence of the summary marks it in the page @sentence', async ({
  firefox,
  pages,
}) => {
  const page = await firefox.open(`${pages.origin}/plain`);
  const panel = await firefox.read();
  await panel.click('.summary button');
  await expect.poll(() => panel.text('.summary [aria-current="true"]')).not.toBe('');
  expect(await marked(page)).toEqual([await panel.text('.summary [aria-current="true"]')]);
});

test('a tab that nobody asked to read is not read', async ({ firefox, pages }) => {
  await firefox.open(`${pages.origin}/plain`);
  const panel = await firefox.read();
  await expectHeadline(panel, 'The register of land opens');
  await firefox.open(`${pages.otherOrigin}/other`);
  await expect.poll(() => panel.text()).toContain('This tab has not been read');
  expect(await panel.text()).not.toContain('Another story altogether');
});
