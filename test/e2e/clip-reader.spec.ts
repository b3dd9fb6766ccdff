// A clip's page as it is read: set by its controls, remembered, whole without script.
import { expect, type Page } from '@playwright/test';
import * as v from 'valibot';
import { KeepAnswer } from '../../shared/schema/keep.ts';
import type { Block } from '../../shared/schema/block.ts';
import { sample, newId } from '../worker/sample.ts';
import { type Home, test } from './import-page.ts';

const IMAGES = 'https://images.example';
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const figure = (name: string, caption: string | null) =>
  ({ kind: 'figure', src: `${IMAGES}/${name}`, alt: name, caption, credit: null }) as const;

/** Keeps a clip from its owner's own page, and answers the address of its page. */
const keepClip = async ({ page, at }: Home, more: readonly Block[]): Promise<string> => {
  const write = sample({ blocks: [...(sample().article.blocks ?? []), ...more] });
  const workspace = at('library').replace(/\/library$/, '');
  const address = `${workspace.replace('/w/', '/api/w/')}/keeps/${newId()}`;
  const answer: unknown = await page.evaluate(
    async ([to, body]) => {
      const headers = { 'content-type': 'application/json' };
      return (await fetch(to, { method: 'PUT', headers, body })).json();
    },
    [address, JSON.stringify(write)] as const,
  );
  return `${workspace}/clip/${v.parse(KeepAnswer, answer).clip}`;
};

/** Serves the images of a page, and collects what is asked of where they are and what goes wrong. */
const watch = async (page: Page) => {
  const asked: (string | undefined)[][] = [];
  const wrong: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('404')) wrong.push(message.text());
  });
  page.on('pageerror', (error) => wrong.push(error.message));
  await page.route(`${IMAGES}/**`, async (route) => {
    const headers = await route.request().allHeaders();
    asked.push([new URL(route.request().url()).pathname, headers['referer']]);
    await (route.request().url().endsWith('gone.png')
      ? route.fulfill({ status: 404 })
      : route.fulfill({ contentType: 'image/png', body: PIXEL }));
  });
  return { asked, wrong };
};

test('a clip’s text is set as its reader likes it, and stays so, with or without images', async ({
  home,
}) => {
  const { page } = home;
  const address = await keepClip(home, [
    figure('there.png', 'The mayor'),
    figure('gone.png', null),
  ]);
  const { asked, wrong } = await watch(page);
  await page.goto(address);
  const image = page.getByRole('img', { name: 'there.png' });
  await expect(image).toHaveJSProperty('naturalWidth', 1);
  // What does not come leaves no hole.
  await expect(page.locator('figure')).toHaveText(['The mayor', '']);
  await expect(page.locator('figure').last()).toBeHidden();
  expect([...asked].sort()).toEqual([
    ['/gone.png', undefined],
    ['/there.png', undefined],
  ]);

  const text = page.locator('.body p').first();
  const usual = await text.evaluate((element) => getComputedStyle(element).fontSize);
  await page.getByRole('button', { name: 'Larger type' }).press('Enter');
  await expect(text).not.toHaveCSS('font-size', usual);
  await page.getByLabel('Paper').selectOption('Sepia');
  await page.getByRole('button', { name: 'Images' }).press('Enter');
  await expect(image).toBeHidden();
  await expect(page.getByRole('button', { name: 'Images' })).toBeFocused();
  const larger = await text.evaluate((element) => getComputedStyle(element).fontSize);

  asked.length = 0;
  await page.reload();
  await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(244, 236, 216)');
  await expect(text).toHaveCSS('font-size', larger);
  await expect(page.getByRole('button', { name: 'Images' })).toHaveAttribute(
    'aria-pressed',
    'false',
  );
  await expect(page.locator('.body img')).toHaveCount(0);
  expect(asked).toEqual([]);
  await page.getByRole('button', { name: 'Images' }).press('Enter');
  await expect(image).toHaveJSProperty('naturalWidth', 1);
  expect(wrong).toEqual([]);

  // Without script it is whole, and shows nothing that would not work.
  const browser = await page.context().newCDPSession(page);
  await browser.send('Emulation.setScriptExecutionDisabled', { value: true });
  await page.reload();
  await expect(page.locator('mark')).toHaveText('It happened today.');
  await expect(page.getByText('Nobody knows why.')).toBeVisible();
  await expect(page.locator('[data-reader]').getByRole('button')).toHaveCount(0);
});

test('a text is gone on with where it was left, until it was read to its end', async ({ home }) => {
  const { page, at } = home;
  const texts = Array.from(
    { length: 60 },
    (_, n) => `Paragraph ${n}. ${'It goes on. '.repeat(30)}`,
  );
  const address = await keepClip(
    home,
    texts.map((text) => ({ kind: 'paragraph', runs: [{ text }] })),
  );
  const goOn = page.getByRole('button', { name: 'Go on where you left off' });
  const scrollTo = (text: string) =>
    page.getByText(text).evaluate(async (element) => {
      const scrolled = new Promise((resolve) =>
        addEventListener('scroll', resolve, { once: true }),
      );
      element.scrollIntoView();
      await scrolled;
    });
  /** Comes back from elsewhere, until what was written as the page went is there. */
  const comeBack = (offers: number) =>
    expect(async () => {
      await page.goto(at('library'));
      await page.goto(address);
      await expect(page.getByRole('button', { name: 'Larger type' })).toBeVisible();
      await expect(goOn).toHaveCount(offers, { timeout: 500 });
    }).toPass();
  await page.goto(address);
  await expect(page.getByRole('button', { name: 'Larger type' })).toBeVisible();
  await scrollTo('Paragraph 30.');
  await comeBack(1);
  await goOn.click();
  await expect(page.getByText('Paragraph 30.')).toBeInViewport();
  await scrollTo('Read it at');
  await comeBack(0);
});
