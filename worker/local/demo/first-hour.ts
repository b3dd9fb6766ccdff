// A reader's first hour in a minute, by the clicks that a person makes: claim, pair, read, keep, open the day.
import type { Page } from '@playwright/test';
import { texts } from '../../../shared/locales/index.ts';
import { tokenTexts } from '../../../shared/locales/tokens.ts';
import type { InterfaceLanguage } from '../../../shared/schema/text.ts';
import type { Dateline } from './browser.ts';

const FEED_FORMATS = ['rss', 'atom', 'json'] as const;

/** Opens the claim link and presses its button. Answers the page that it leads to: today's digest. */
export const claim = async (browser: Pick<Dateline, 'open'>, link: string): Promise<Page> => {
  const page = await browser.open(link);
  await page.locator('form button').click();
  await page.waitForURL(/\/w\/[^/]+\/day\//);
  return page;
};

/** Pairs the extension with a server by its settings page and the page that this opens. */
export const pair = async (
  dateline: Dateline,
  server: string,
  language: InterfaceLanguage,
): Promise<void> => {
  const { panel } = texts(language);
  const { isIt, approve } = tokenTexts(language);
  const options = await dateline.options();
  await options.getByLabel(panel.server).fill(server);
  const approval = dateline.context.waitForEvent('page');
  await options.getByRole('button', { name: panel.connectAction }).click();
  const page = await approval;
  await page.getByRole('button', { name: isIt, exact: true }).click();
  await page.getByRole('button', { name: approve, exact: true }).click();
  await options.getByRole('button', { name: panel.disconnect }).waitFor();
  await page.close();
  await options.close();
};

/** Reads a page by the toolbar button and keeps it. Answers the page, the panel and its link to the day. */
export const keep = async (
  dateline: Dateline,
  address: string,
  language: InterfaceLanguage,
): Promise<{ page: Page; panel: Page; day: string }> => {
  const page = await dateline.open(address);
  const panel = await dateline.read(page);
  await panel.getByRole('button', { name: texts(language).panel.keep }).click();
  const link = panel.locator('footer a[href*="/day/"]');
  await link.waitFor();
  return { page, panel, day: (await link.getAttribute('href')) ?? '' };
};

/** The addresses of the daily feeds, as the page that lists all feeds names them. */
export const dailyFeeds = async (page: Page, listed: string): Promise<Record<string, string>> => {
  const answer = await page.request.get(listed);
  const html = await answer.text();
  return Object.fromEntries(
    FEED_FORMATS.map((format) => {
      const found = new RegExp(`https?://[^"\\s<]+/daily\\.${format}\\b`).exec(html);
      return [format, found?.[0] ?? ''];
    }),
  );
};
