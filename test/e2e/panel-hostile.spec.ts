// Pages that stand in the way: each is read all the same, and nothing that a page says is ever more than text.
import { expect } from '@playwright/test';
import { test } from './browser.ts';
import { HOSTILE } from './panel-hostile-pages.ts';
import { type Pages, servePages } from './panel-pages.ts';

let pages: Pages;
test.beforeAll(async () => {
  pages = await servePages(HOSTILE);
});
test.afterAll(() => pages.close());

/** What the panel shows as the headline of each page. */
const READ = {
  '/clobbered': 'Names that hide properties',
  '/overridden': 'Prototypes of its own',
  '/replaced-root': 'A root put in later',
  '/opened': 'Written after loading',
  '/many': 'A hundred thousand elements',
  '/shadows': 'Closed within closed',
  '/frames': 'Frames in frames',
  '/frameset': 'A site of frames',
  '/ld-script': 'Structured data that looks like markup',
  '/raw-text': 'Text of an old page',
  '/nested-body': 'A body in the body',
  '/base': 'Addresses count from elsewhere',
  '/strict': 'A page under a strict policy',
  '/xhtml': 'Well-formed and old',
  '/text': /^The plain text tells of a register/,
};

test('a page that stands in the way is read all the same', async ({ dateline }) => {
  test.setTimeout(120_000);
  for (const [address, title] of Object.entries(READ)) {
    const page = await dateline.open(pages.origin + address);
    const panel = await dateline.read(page);
    // A hundred thousand elements take their time on a busy machine.
    await expect
      .soft(panel.getByRole('heading', { level: 1 }), address)
      .toHaveText(title, { timeout: 30_000 });
    await expect.soft(panel.locator('main'), address).toContainText('register of land');
    await page.close();
  }
});

test('what has no text gets a sentence', async ({ dateline }) => {
  for (const [address, title] of [
    ['/no-body', 'No article on this page'],
    ['/svg', 'No article on this page'],
    ['/pdf', 'This page cannot be read'],
  ] as const) {
    const panel = await dateline.read(await dateline.open(pages.origin + address));
    await expect.soft(panel.getByRole('heading', { level: 1 }), address).toHaveText(title);
  }
});

test('while a slow page is read the panel says so', async ({ dateline }) => {
  const panel = await dateline.read(await dateline.open(`${pages.origin}/empty`));
  await panel.getByText('No article on this page').waitFor();
  await panel.evaluate(`
    globalThis.said = new Set();
    new MutationObserver(() => said.add(document.querySelector('main').innerText))
      .observe(document.body, { childList: true, subtree: true, characterData: true });`);
  const page = await dateline.open(`${pages.otherOrigin}/many`);
  await panel.getByText('This tab has not been read').waitFor();
  await panel.evaluate('said.clear()');
  await dateline.clickAction(page);
  await panel
    .getByRole('heading', { name: 'A hundred thousand elements' })
    .waitFor({ timeout: 30_000 });
  expect(await panel.evaluate('[...said]')).toContain('Reading the page…');
});

test('what is rendered is captured, at any depth of closed trees and frames', async ({
  dateline,
}) => {
  const rendered = {
    '/shadows': ['The innermost of the closed trees', 'Slotted number 19'],
    '/frames': ['The closed tree of the innermost frame', 'Frame number 19'],
    '/raw-text': ['<pre>one &lt; two &amp; three'],
  };
  for (const [address, texts] of Object.entries(rendered)) {
    const panel = await dateline.read(await dateline.open(pages.origin + address));
    await panel.getByRole('button', { name: 'Keep this article' }).waitFor();
    const html = await panel.evaluate(`(async () => {
      const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
      const [frame] = await chrome.scripting.executeScript({
        target: { tabId: tab.id }, files: ['/capture.js'],
      });
      return frame.result.html;
    })()`);
    for (const text of texts) expect(html, address).toContain(text);
  }
});

test('markup in any of a page’s texts stays text, and links lead to web addresses alone', async ({
  dateline,
}) => {
  const page = await dateline.open(`${pages.origin}/attack`);
  const panel = await dateline.read(page);
  await expect(panel.getByRole('heading', { level: 1 })).toContainText('<img src=x onerror=');
  for (const slot of ['.path', '.facts', '.summary', '.related'])
    await expect.soft(panel.locator(slot), slot).toContainText('<img src=x onerror=');
  expect(await panel.locator('main :is(img, script, iframe, style)').count()).toBe(0);
  const links = await panel
    .locator('main a')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  expect(links.length).toBeGreaterThan(0);
  for (const link of links) expect(link).toMatch(/^https?:\/\//);
  expect(await panel.title()).toBe('Dateline');
  expect(await page.title()).not.toBe('ran');
});
