// The reader in a real Chromium, by the same bundle as `npm run predict`.
import { type Page, test as base } from '@playwright/test';
import * as v from 'valibot';
import { Article } from '../../shared/schema/article.ts';
import { Summary, summarySentences } from '../../shared/schema/summary.ts';
import { summarise } from '../../shared/summary/index.ts';
import { chromiumArguments, findChromium } from '../../worker/local/chromium.ts';
import type { PageRead } from '../../worker/local/predict/in-page.ts';
import { bundleReader } from '../../worker/local/predict/reader.ts';

declare const dateline: { readHtml(html: string, url: string, seenAt?: string): PageRead };

/** A tab without network that knows the reader, and a second one in which pages are rendered. */
export const test = base.extend<object, { reader: Page; stage: Page }>({
  reader: [
    async ({ playwright }, use) => {
      const executablePath = findChromium();
      if (!executablePath)
        throw new Error('No Chromium: npm test sets one up, or name one in CHROMIUM_PATH.');
      const browser = await playwright.chromium.launch({
        executablePath,
        args: chromiumArguments(),
      });
      const page = await browser.newPage();
      await page.evaluate(await bundleReader());
      await use(page);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  stage: [
    async ({ reader }, use) => {
      const browser = reader.context().browser();
      if (!browser) throw new Error('The reader has no browser.');
      await use(await browser.newPage());
    },
    { scope: 'worker' },
  ],
});

/** What the reader reads off a page, and whether it is an article; throws where the contract does not take it. */
export const readPage = async (
  reader: Page,
  html: string,
  url: string,
  seenAt?: string,
): Promise<{ article: Article | null; isArticle: boolean }> => {
  const { article, isArticle } = await reader.evaluate(
    ({ source, address, at }) => dateline.readHtml(source, address, at),
    { source: html, address: url, at: seenAt },
  );
  return { article: v.parse(v.nullable(Article), article), isArticle };
};

/** The article that the reader reads off a page, or null. */
export const readOrNull = async (...page: Parameters<typeof readPage>): Promise<Article | null> =>
  (await readPage(...page)).article;

/** The article that the reader reads off a page; throws where there is none. */
export const read = async (
  reader: Page,
  html: string,
  url: string,
  seenAt?: string,
): Promise<Article> => {
  const article = await readOrNull(reader, html, url, seenAt);
  if (!article) throw new Error('The page was read to nothing.');
  return article;
};

/** The page as it stands in a browser at its own address, its scripts having run. */
export const render = async (stage: Page, html: string, address: string): Promise<string> => {
  await stage.route('**/*', (route) =>
    route.request().isNavigationRequest()
      ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: html })
      : route.abort(),
  );
  await stage.goto(address);
  const rendered = await stage.evaluate(() => document.documentElement.outerHTML);
  await stage.unroute('**/*');
  return rendered;
};

/** The sentences of an article's summary, or null where they are not grounded; throws where the contract does not take it. */
export const summaryOf = (article: Article): readonly string[] | null =>
  summarySentences(v.parse(Summary, summarise(article)), article.blocks);
