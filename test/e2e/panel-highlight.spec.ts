// What a reader marks in an article: by keyboard and mouse, in the panel and from the page, there again and again.
import { expect, type Locator, type Page } from '@playwright/test';
import * as v from 'valibot';
import { Mark } from '../../shared/schema/highlight.ts';
import { kept } from './panel-acts.ts';
import { expectNothingWaits, type Home, test } from './panel-home.ts';

const FIRST = 'Từ ngày 1/1, người dân tra được quy hoạch từng thửa đất';

/** What the library holds of marks: colour, note and quote, the first made first. */
const stored = (home: Home) =>
  home
    .query('SELECT mark FROM highlight WHERE mark IS NOT NULL ORDER BY id')
    .map(({ mark }) => v.parse(v.pipe(v.string(), v.parseJson(), Mark), mark))
    .map(({ colour, note, anchor }) => [colour, note, anchor.quote]);

/** The grounds of two of the colours in the page. */
const GREEN = 'rgb(191, 232, 189)';
const YELLOW = 'rgb(255, 229, 138)';

/** What a page shows marked on a ground; its highlights are the same for the page and for the extension. */
const shownIn = (page: Page, ground: string) =>
  page.evaluate<string[]>(`[...CSS.highlights].flatMap(([name, ranges]) => {
    const { backgroundColor } = getComputedStyle(document.body, \`::highlight(\${name})\`);
    return backgroundColor === '${ground}' ? [...ranges].map(String) : [];
  })`);

const select = (page: Page, selector: string, from: number, to: number): Promise<void> =>
  page.evaluate(`(() => {
    const text = document.querySelector('${selector}').firstChild;
    getSelection().setBaseAndExtent(text, ${from}, text, ${to});
  })()`);

/** Opens the text and presses the right arrow as soon as it takes keys, which may be before it is cut into sentences. */
const openByKeyAtOnce = (open: Locator): Promise<void> =>
  open.evaluate(
    (button) =>
      new Promise<void>((resolve) => {
        new MutationObserver((_, drawn) => {
          const text = document.querySelector('dialog .body[tabindex]');
          if (!text) return;
          drawn.disconnect();
          text.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
          resolve();
        }).observe(document.body, { attributes: true, childList: true, subtree: true });
        button.dispatchEvent(new MouseEvent('click', { bubbles: true }));
      }),
  );

/** Presses keys one after the other before the browser tells of what the first ones have selected. */
const pressAtOnce = (text: Locator, keys: readonly string[]): Promise<void> =>
  text.evaluate(async (element, pressed) => {
    for (const key of pressed) {
      element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      // What is drawn anew is drawn by then.
      for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
    }
  }, keys);

test('text is marked by keyboard with a note, kept with its clip, shown in the page, and there again', async ({
  home,
  start,
  pages,
}) => {
  const dateline = await start();
  await home.connect(dateline);
  const page = await dateline.open(`${pages.origin}/vi`);
  const panel = await dateline.read(page);
  await panel.getByRole('button', { name: 'Read here' }).press('Enter');
  const text = panel.getByRole('dialog').locator('.body');
  const marks = text.locator('mark[data-kind*=highlight]');

  await text.press('ArrowRight');
  await expect(panel.getByText(`Chosen: ${FIRST}`)).toBeAttached();
  await expect(panel.getByText('The first highlight keeps the whole article')).toBeVisible();
  await text.press('2');
  await expect(marks.first()).toContainText(FIRST);
  await expect(marks.first()).toHaveAttribute('data-kind', /highlight-green/);
  await text.press('n');
  await expect(panel.getByRole('textbox')).toBeFocused();
  await panel.keyboard.type('Hỏi lại sở');
  await panel.keyboard.press('Control+Enter');
  await expect(text).toBeFocused();
  const list = panel.getByRole('region', { name: '1 highlight' });
  await expect(list.getByText('Hỏi lại sở')).toBeVisible();
  // The article is kept with it, and says so.
  await expect(panel.getByText('The article was kept with the highlight.')).toBeVisible();
  await panel.getByRole('button', { name: 'Close' }).click();
  await expect(kept(panel)).toBeVisible();
  await expectNothingWaits(panel);
  expect(stored(home)).toEqual([['green', 'Hỏi lại sở', expect.stringContaining(FIRST)]]);

  await panel.getByRole('button', { name: 'Show the highlight on the page' }).click();
  await expect(panel.getByText('1 highlight is shown on the page.')).toBeVisible();
  expect(await shownIn(page, GREEN)).toEqual([expect.stringContaining(FIRST)]);

  await select(page, 'article p:nth-of-type(3)', 0, 20);
  const quote = await page.evaluate<string>('getSelection().toString()');
  await panel.getByRole('button', { name: 'Highlight the selection' }).click();
  await expect(panel.getByText('2 highlights are shown on the page.')).toBeVisible();
  expect(await shownIn(page, YELLOW)).toEqual([quote.trim()]);
  await panel.getByRole('button', { name: 'Hide highlights' }).click();
  await expect.poll(() => shownIn(page, GREEN)).toEqual([]);

  await panel.close();
  await page.reload();
  const again = await dateline.read(page);
  await again.getByRole('button', { name: 'Read here' }).click();
  const listed = again.getByRole('region', { name: '2 highlights' });
  await expect(listed.getByRole('listitem')).toHaveCount(2);
  // By mouse: the mark is chosen, painted anew, taken away, and given back.
  const mark = again.locator('.body mark[data-kind*=highlight-green]').first();
  await mark.click({ position: { x: 20, y: 8 } });
  await again.getByRole('button', { name: 'Pink' }).click();
  await expect(again.getByRole('button', { name: 'Pink' })).toHaveAttribute('aria-pressed', 'true');
  await again
    .getByRole('group', { name: 'Highlight' })
    .getByRole('button', { name: 'Remove' })
    .click();
  await expect(again.getByRole('region', { name: '1 highlight' })).toBeVisible();
  await expectNothingWaits(again);
  expect(stored(home)).toEqual([['yellow', '', quote.trim()]]);
  await again.getByRole('button', { name: 'Undo' }).click();
  await expect(listed.getByRole('listitem')).toHaveCount(2);
  await expectNothingWaits(again);
  expect(stored(home).map(([colour]) => colour)).toEqual(['pink', 'yellow']);
});

test('what the library was told elsewhere is there when the text is opened, and what was taken away is not', async ({
  home,
  start,
  pages,
}) => {
  const dateline = await start();
  await home.connect(dateline);
  const page = await dateline.open(`${pages.origin}/vi`);
  const panel = await dateline.read(page);
  const open = panel.getByRole('button', { name: 'Read here' });
  const text = panel.getByRole('dialog').locator('.body');
  await openByKeyAtOnce(open);
  await expect(panel.getByText(`Chosen: ${FIRST}`)).toBeAttached();
  await text.press('1');
  await expect(panel.getByRole('region', { name: '1 highlight' })).toBeVisible();
  await pressAtOnce(text, ['ArrowRight', '4']);
  await expect(panel.getByRole('region', { name: '2 highlights' })).toBeVisible();
  await expectNothingWaits(panel);
  await panel.getByRole('button', { name: 'Close' }).click();
  const [clip] = home.query('SELECT workspace, id FROM clip');
  const address = `${home.origin}/w/${String(clip?.['workspace'])}/clip/${String(clip?.['id'])}`;
  const web = await dateline.context.newPage();
  await web.goto(address);
  await web.getByRole('listitem').getByRole('button', { name: 'Remove' }).first().click();
  await expect(web.locator('.highlight-notice')).toContainText('Highlight removed');
  await open.click();
  await expect(panel.getByRole('region', { name: '1 highlight' })).toBeVisible();
});
