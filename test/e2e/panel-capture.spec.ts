// What the panel reads, by each gesture, of pages that make it hard, and what it says where it may not.
import { expect } from '@playwright/test';
import * as v from 'valibot';
import { KeepWrite } from '../../shared/schema/keep.ts';
import { connect, kept } from './panel-acts.ts';
import { test } from './panel-test.ts';

test('the toolbar button opens the panel with headline, date and summary @button @summary', async ({
  dateline,
  pages,
}) => {
  const panel = await dateline.read(await dateline.open(`${pages.origin}/vi`));
  await expect(panel.getByRole('heading', { level: 1 })).toHaveText(/^Tỉnh mở cổng dữ liệu/);
  await expect(panel.getByText('Chính trị › Tin trong tỉnh')).toBeVisible();
  await expect(panel.getByRole('listitem').first()).toContainText('Từ ngày 1/1');
  await expect(panel.getByRole('link', { name: /21 nghị quyết/ })).toHaveAttribute(
    'href',
    `${pages.origin}/vi/1`,
  );
});

test('where the date was read from is told on focus, and Escape puts it away', async ({
  dateline,
  pages,
}) => {
  const panel = await dateline.read(await dateline.open(`${pages.origin}/plain`));
  const date = panel.getByRole('button', { name: 'Tuesday, 27 December 2022' });
  const hint = panel.getByRole('tooltip');
  await expect(hint).toBeHidden();
  await date.focus();
  await expect(hint).toHaveText('read from the page’s metadata');
  await date.press('Escape');
  await expect(hint).toBeHidden();
});

test('one key reads the page, another reads and keeps it @key @keep', async ({
  dateline,
  pages,
}) => {
  const page = await dateline.open(`${pages.origin}/plain`);
  await dateline.shortcut(page, 'D');
  const panel = await dateline.panel();
  await expect(panel.getByRole('heading', { level: 1 })).toHaveText('The register of land opens');
  await expect(panel.getByRole('button', { name: 'Keep this article' })).toBeVisible();

  const other = await dateline.open(`${pages.otherOrigin}/other`);
  await dateline.shortcut(other, 'S');
  await expect(panel.getByRole('heading', { level: 1 })).toHaveText('Another story altogether');
  await expect(panel.locator('.fate')).toContainText('Saved.');
});

test('the capture holds what is rendered, in shadow trees and frames too, and nothing else', async ({
  dateline,
  pages,
}) => {
  const page = await dateline.open(`${pages.origin}/hidden`);
  await page.getByRole('textbox').first().fill('typed secret three');
  const panel = await dateline.read(page);
  await expect(panel.getByRole('heading', { level: 1 })).toHaveText('Register of plots opens');
  // From the panel, as the panel does it.
  const html: string = await panel.evaluate(`(async () => {
    const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
    const [frame] = await chrome.scripting.executeScript({
      target: { tabId: tab.id }, files: ['/capture.js'],
    });
    return frame.result.html;
  })()`);
  expect(html).toContain('appeals are heard until the end of March');
  expect(html).toContain('the hearing is held in public');
  expect(html).toContain('drawn by hand in the year 1931');
  expect(html).toMatch(/<p data-dateline-hidden="">The hidden part/);
  expect(html).toMatch(/<p data-dateline-hidden="">The invisible part/);
  expect(html).toMatch(/<p>The page cannot hide this part/);
  expect(html).not.toContain('typed secret');
});

test('a page ten thousand elements deep is read', async ({ dateline, pages }) => {
  const panel = await dateline.read(await dateline.open(`${pages.origin}/deep`));
  await expect(panel.getByRole('heading', { level: 1 })).toHaveText('Ten thousand deep');
});

test('a page of the browser itself gets a sentence', async ({ dateline }) => {
  const panel = await dateline.read(await dateline.open('chrome://version/'));
  await expect(panel.getByRole('heading')).toHaveText('This page cannot be read');
  await expect(panel.getByText('one of the browser’s own pages')).toBeVisible();
});

test('of a page without text the panel says so, and keeps the link', async ({
  dateline,
  library,
  pages,
}) => {
  await connect(dateline, library);
  const address = `${pages.origin}/empty`;
  const panel = await dateline.read(await dateline.open(address));
  await expect(panel.getByRole('heading')).toHaveText('No article on this page');
  await panel.getByRole('button', { name: 'Keep the link' }).click();
  await expect(kept(panel)).toBeVisible();
  const { article, summary } = v.parse(KeepWrite, JSON.parse(library.puts[0]?.body ?? ''));
  expect([article.url, article.blocks, summary.sentences]).toEqual([address, [], []]);
});

test('a front page is no article, unless the person says that it is one', async ({
  dateline,
  pages,
}) => {
  const panel = await dateline.read(await dateline.open(`${pages.origin}/front`));
  await expect(panel.getByRole('heading')).toHaveText('No article on this page');
  await expect(panel.getByRole('button', { name: 'Keep the link' })).toBeVisible();
  await panel.getByRole('button', { name: 'It is an article' }).click();
  await expect(panel.getByRole('button', { name: 'Read here' })).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Keep this article' })).toBeVisible();
  await expect(panel.getByRole('main')).toBeFocused();
});

test('a tab that nobody asked to read is not read: the panel names the key that does, and what it still shows', async ({
  dateline,
  pages,
}) => {
  const page = await dateline.open(`${pages.origin}/plain`);
  const panel = await dateline.read(page);
  await expect(panel.getByRole('heading', { level: 1 })).toHaveText('The register of land opens');
  await dateline.open(`${pages.otherOrigin}/other`);
  const unread = panel.getByRole('heading', { name: 'This tab has not been read' });
  await expect(unread).toBeVisible();
  await expect(panel.locator('main kbd')).toHaveText('Alt Shift D');
  await expect(panel.getByText('read before: “The register of land opens”')).toBeVisible();
  // Nor does a page that could never be read take the article away.
  const options = await dateline.options();
  await expect(panel.getByText('It is a page of Dateline itself.')).toBeVisible();
  await expect(panel.getByText('read before: “The register of land opens”')).toBeVisible();
  await options.close();
  // Back on the tab that was asked for, nothing is to be said.
  await page.bringToFront();
  await expect(unread).toBeHidden();
  await expect(panel.getByRole('heading', { level: 1 })).toHaveText('The register of land opens');
});

test('the menu item reads the page as it is now @menu', async ({ dateline, pages }) => {
  const page = await dateline.open(`${pages.origin}/plain`);
  const panel = await dateline.read(page);
  await expect(panel.getByRole('heading', { level: 1 })).toHaveText('The register of land opens');
  await page.evaluate(
    `document.title = document.querySelector('h1').textContent = 'The register is closed again'`,
  );
  await dateline.clickMenuItem();
  await expect(panel.getByRole('heading', { level: 1 })).toHaveText('The register is closed again');
  await expect(panel.getByRole('button', { name: 'Keep this article' })).toBeVisible();
});
