// The summary: each sentence is shown where it stands, in the page or in the panel's own text, and taken along.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Locator, type Page } from '@playwright/test';
import { SAMPLES } from '../../worker/local/samples.ts';
import { test } from './browser.ts';
import { type Pages, servePages } from './panel-pages.ts';
import { SUMMARY_PAGES } from './panel-summary-pages.ts';

let pages: Pages;
test.beforeAll(async () => {
  const html = readFileSync(path.join(SAMPLES, 'en-regional.html'), 'utf8');
  pages = await servePages({ ...SUMMARY_PAGES, '/long': { html } });
});
test.afterAll(() => pages.close());

const sentences = (panel: Page): Locator => panel.getByLabel('Summary').getByRole('button');
const sentence = (panel: Page): Locator => panel.locator('.summary button').first();

/** What is seen to be marked in a page; its highlights are the same for the page and for the extension. */
const marked = (page: Page): Promise<string[]> =>
  page.evaluate(`[...CSS.highlights.values()].flatMap((all) => [...all]).map((range) => {
    const part = range.cloneContents();
    for (const unseen of part.querySelectorAll('[hidden], svg, script')) unseen.remove();
    return part.textContent;
  })`);

/** Whether all of the mark is in view. */
const seen = (page: Page): Promise<boolean> =>
  page.evaluate(`(() => {
    const [[range]] = CSS.highlights.values();
    const { top, bottom } = range.getBoundingClientRect();
    const box = document.getElementById('box')?.getBoundingClientRect() ?? { top: 0, bottom: innerHeight };
    return top >= Math.max(0, box.top) && bottom <= Math.min(innerHeight, box.bottom);
  })()`);

const letters = (text: string): string => text.normalize('NFC').replace(/[\s\p{Cf}]/gu, '');

const expectMarked = async (page: Page, shown: Locator): Promise<void> => {
  await expect(shown).toHaveAttribute('aria-current', 'true');
  expect((await marked(page)).map(letters)).toEqual([letters(await shown.innerText())]);
};

for (const address of ['/inline', '/strict', '/in-box', '/far'])
  test(`a click on a sentence marks it on ${address}, scrolls to it, and adds nothing to the page @sentence`, async ({
    dateline,
  }) => {
    const page = await dateline.open(pages.origin + address);
    const tree = `document.documentElement.outerHTML + document.adoptedStyleSheets.length + document.styleSheets.length`;
    const before = await page.evaluate(tree);
    const panel = await dateline.read(page);
    await sentence(panel).click();
    await expectMarked(page, sentence(panel));
    await expect.poll(() => seen(page)).toBe(true);
    const ground = `(() => {
      const [name] = CSS.highlights.keys();
      return getComputedStyle(document.querySelector('article p'), \`::highlight(\${name})\`).backgroundColor;
    })()`;
    expect(await page.evaluate(ground)).toBe('rgb(255, 229, 138)');
    expect(await page.evaluate(tree)).toBe(before);
  });

test('who wants no motion gets none, whatever the page wants', async ({ dateline }) => {
  const page = await dateline.open(`${pages.origin}/far`);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const panel = await dateline.read(page);
  await sentence(panel).click();
  await expectMarked(page, sentence(panel));
  expect(await seen(page)).toBe(true);
});

test('of a sentence that stands there more than once, the one in the article is marked', async ({
  dateline,
}) => {
  const page = await dateline.open(`${pages.origin}/repeated`);
  const panel = await dateline.read(page);
  await sentence(panel).click();
  await expectMarked(page, sentence(panel));
  const isInArticle = `[...[...CSS.highlights.values()][0]][0].startContainer.parentElement.closest('article') !== null`;
  expect(await page.evaluate(isInArticle)).toBe(true);
});

test('the mark goes with the next sentence, with Escape, with the next page, and with the panel', async ({
  dateline,
}) => {
  const page = await dateline.open(`${pages.origin}/long`);
  const panel = await dateline.read(page);
  const [first, second] = [
    panel.locator('.summary button').nth(0),
    panel.locator('.summary button').nth(1),
  ];
  await first.click();
  await expectMarked(page, first);
  await second.click();
  await expectMarked(page, second);
  await expect(first).toHaveAttribute('aria-current', 'false');

  await panel.keyboard.press('Escape');
  await expect.poll(() => marked(page)).toEqual([]);
  await expect(second).toHaveAttribute('aria-current', 'false');

  await first.press('Enter');
  await expectMarked(page, first);
  await page.keyboard.press('Escape');
  await expect(first).toHaveAttribute('aria-current', 'false');
  expect(await marked(page)).toEqual([]);

  await first.press('Enter');
  await expectMarked(page, first);
  const other = await dateline.open(`${pages.otherOrigin}/other`);
  await expect.poll(() => marked(page)).toEqual([]);
  await other.close();
  await page.bringToFront();

  await first.click();
  await expectMarked(page, first);
  await panel.close();
  await expect.poll(() => marked(page)).toEqual([]);
});

for (const [address, change, reason] of [
  [
    '/plain',
    `document.querySelector('article').textContent = 'All of it is new.'`,
    'was not found',
  ],
  ['/shadow', '', 'cannot be marked'],
  ['/frame', '', 'cannot be marked'],
] as const)
  test(`where ${address} cannot show a sentence, the panel’s own text does, and says why`, async ({
    dateline,
  }) => {
    const page = await dateline.open(pages.origin + address);
    const panel = await dateline.read(page);
    await sentence(panel).waitFor();
    await page.evaluate(change);
    await sentence(panel).click();
    const text = panel.getByRole('dialog', { name: 'The text as it was read' });
    await expect(text).toContainText(reason);
    await expect(text.locator('mark[aria-current]')).toHaveText(await sentence(panel).innerText());
    await expect(text.locator('mark[aria-current]')).toBeInViewport();
    expect(await marked(page)).toEqual([]);
    await panel.keyboard.press('Escape');
    await expect(text).toBeHidden();
    await expect(sentence(panel)).toBeFocused();
  });

test('the summary is copied as text, and as Markdown with address and date', async ({
  dateline,
}) => {
  const field = await dateline.open(`${pages.otherOrigin}/form`);
  const box = field.getByRole('textbox');
  await box.evaluate((input) => input.replaceWith(document.createElement('textarea')));
  const paste = async (): Promise<string> => {
    await field.bringToFront();
    await box.fill('');
    await box.press('Control+V');
    return box.inputValue();
  };
  const page = await dateline.open(`${pages.origin}/plain`);
  const panel = await dateline.read(page);
  await sentence(panel).waitFor();
  const said = await panel.locator('.summary button').allInnerTexts();

  await panel.getByRole('button', { name: 'Copy', exact: true }).click();
  await expect(panel.getByText('Copied.')).toBeVisible();
  expect(await paste()).toBe(said.join('\n'));

  // Shown anew, the panel has not said anything yet.
  await page.bringToFront();
  await expect(panel.getByText('Copied.')).toBeHidden();
  await panel.getByRole('button', { name: 'Copy as Markdown' }).click();
  await expect(panel.getByText('Copied.')).toBeVisible();
  expect(await paste()).toBe(
    [
      `**[The register of land opens](${pages.origin}/plain)**`,
      'Province Daily · Tuesday, 27 December 2022, 08:05',
      said.map((line) => `- ${line}`).join('\n'),
    ].join('\n\n'),
  );
});

test('where the browser lets nothing be copied, the panel says so', async ({ dateline }) => {
  const panel = await dateline.read(await dateline.open(`${pages.origin}/plain`));
  // As a policy of the browser's owner leaves it.
  await panel.evaluate(`Object.defineProperty(navigator, 'clipboard', { value: undefined })`);
  await panel.getByRole('button', { name: 'Copy', exact: true }).click();
  await expect(panel.getByText('Not copied')).toBeVisible();
});

const expectAccessible = async (page: Page): Promise<void> => {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ rules: { 'target-size': { enabled: true } } })
    .analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
};

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(colorScheme, () => {
    test.use({ launch: { colorScheme } });

    test('sentences are reached and shown by keyboard, named by themselves, and pass axe', async ({
      dateline,
    }) => {
      const page = await dateline.open(`${pages.origin}/long`);
      const panel = await dateline.read(page);
      await sentences(panel).first().waitFor();
      await panel.getByRole('button', { name: 'Settings' }).focus();
      for (let pressed = 0; pressed < 6; pressed += 1) {
        await panel.keyboard.press('Tab');
        if (await sentence(panel).evaluate((button) => button === document.activeElement)) break;
      }
      await expect(sentence(panel)).toBeFocused();
      await expect(sentence(panel)).toHaveAccessibleName(await sentence(panel).innerText());
      await expect(sentence(panel)).toHaveAccessibleDescription('Show in the page');
      await panel.keyboard.press('Enter');
      await expectMarked(page, sentence(panel));
      await expect(sentence(panel)).toBeFocused();
      await expectAccessible(panel);
      await page.evaluate(`document.querySelector('article, main, body').textContent = 'New.'`);
      await panel.keyboard.press('Enter');
      await panel.getByRole('dialog').waitFor();
      await expectAccessible(panel);
    });
  });
