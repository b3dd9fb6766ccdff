// All tabs of a window, which no gesture grants: the person is asked for them at that moment, and what was
// granted is given back afterwards.
import { browser } from 'wxt/browser';

export interface OpenTab {
  tabId: number;
  url: string;
  /** May be empty. */
  title: string;
  /** Whether the browser has put its page away: nothing is there to be read. */
  isAsleep: boolean;
}

const ALL_PAGES = { origins: ['http://*/*', 'https://*/*'] };

/** Asks whether all pages may be read. To be called within a click, before any `await`. */
export const askForAllPages = (): Promise<boolean> => browser.permissions.request(ALL_PAGES);

export const giveBackAllPages = async (): Promise<void> => {
  await browser.permissions.remove(ALL_PAGES).catch(() => undefined);
};

const inThisWindow = async () => {
  const own = await browser.tabs.getCurrent();
  const tabs = await browser.tabs.query({ currentWindow: true });
  return tabs.filter(({ id }) => id !== own?.id);
};

/** How many other tabs the window of the page that calls has. */
export const countTabs = async (): Promise<number> => (await inThisWindow()).length;

/** The other tabs of that window, as far as the browser tells their addresses. */
export const openTabs = async (): Promise<OpenTab[]> =>
  (await inThisWindow()).flatMap(({ id, url, title, discarded }) =>
    id === undefined || !url ? [] : [{ tabId: id, url, title: title ?? '', isAsleep: discarded }],
  );
