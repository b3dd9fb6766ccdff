// The page in front: which tab it is, and what the capture script says of it.
import { browser, type Browser } from 'wxt/browser';
import { isOwnPage } from './sender.ts';

export interface FrontTab {
  tabId: number;
  windowId: number;
  /** Null where the browser does not tell it to us. */
  url: string | null;
  /** Whether the window is one that is to leave no trace. */
  isPrivate: boolean;
}

// Just after the gesture the grant can be late: up to one in five reads fails once under load.
const TRIES = 10;
const PAUSE_MS = 20;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The tab in front of the panel that calls. */
export const frontTab = async (): Promise<FrontTab | null> => {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return null;
  return {
    tabId: tab.id,
    windowId: tab.windowId,
    url: tab.url ?? null,
    isPrivate: tab.incognito,
  };
};

const runScript = async (
  tabId: number,
  file: '/capture.js' | '/selection.js' | '/quote.js' | '/mark.js' | '/pick.js',
  tries = TRIES,
): Promise<unknown> => {
  for (let tried = 1; ; tried++)
    try {
      const [frame] = await browser.scripting.executeScript({
        target: { tabId },
        files: [file],
      });
      return frame?.result;
    } catch (error) {
      if (tried === tries) throw error;
      await pause(PAUSE_MS);
    }
};

/** Runs the capture script in a tab. Answers what it returned, still unknown; throws without access. */
export const runCapture = (tabId: number, tries?: number): Promise<unknown> =>
  runScript(tabId, '/capture.js', tries);

/** Runs the script in a tab that answers what is selected there, still unknown; throws without access. */
export const runSelection = (tabId: number): Promise<unknown> => runScript(tabId, '/selection.js');

/** Runs the script in a tab that quotes what is selected there, still unknown; throws without access. */
export const runQuote = (tabId: number): Promise<unknown> => runScript(tabId, '/quote.js');

const withoutHash = (url: string): string => url.replace(/#.*$/, '');

/** Whether two addresses are those of the same page, at whatever place of it. */
export const isSameAddress = (one: string, other: string): boolean =>
  withoutHash(one) === withoutHash(other);

/** CSS for what stands under the name of a highlight. */
export type HighlightStyle = (name: string) => string;

// The page can read the names of its highlights: each is new, and tells neither whose it is nor what of.
const freshName = (): string => `m${crypto.randomUUID().slice(0, 8)}`;

/**
 * Runs a script in a tab that lays a highlight over its text, and opens the line on which it waits;
 * the line is named as the highlight is to be. Throws without access.
 *
 * The browser lays the style over the page's own. It is no adopted style sheet: a page sees those and
 * may drop them, and Firefox hands an extension none of a page's.
 */
const openHighlighter = (
  tabId: number,
  file: '/mark.js' | '/pick.js',
  style: HighlightStyle,
): Promise<Browser.runtime.Port> =>
  // One after the other: each script takes the next line that is opened.
  navigator.locks.request(`line-${tabId}`, async () => {
    const name = freshName();
    await runScript(tabId, file);
    await browser.scripting.insertCSS({ target: { tabId }, css: style(name) });
    return browser.tabs.connect(tabId, { frameId: 0, name });
  });

/** Opens a line to the script that marks a sentence in the page; throws without access. */
export const openMarker = (tabId: number, style: HighlightStyle): Promise<Browser.runtime.Port> =>
  openHighlighter(tabId, '/mark.js', style);

/** As `openMarker`, for the script that has a block of the page picked. */
export const openPicker = (tabId: number, style: HighlightStyle): Promise<Browser.runtime.Port> =>
  openHighlighter(tabId, '/pick.js', style);

/** Calls `serve` with the line that a page of ours opens next. To be called in somebody else's page. */
export const onHighlighter = (serve: (port: Browser.runtime.Port) => void): void => {
  const once = (port: Browser.runtime.Port): void => {
    if (!isOwnPage(port.sender)) return;
    browser.runtime.onConnect.removeListener(once);
    serve(port);
  };
  browser.runtime.onConnect.addListener(once);
};

/**
 * Calls `listener` when another tab comes to the front of the window, or the one in front has
 * loaded or changed its address.
 */
export const onFrontPageChange = (windowId: number, listener: () => void): void => {
  browser.tabs.onActivated.addListener((info) => {
    if (info.windowId === windowId) listener();
  });
  browser.tabs.onUpdated.addListener((_tabId, change, tab) => {
    if (!tab.active || tab.windowId !== windowId) return;
    if (change.status === 'complete' || change.url !== undefined) listener();
  });
};

/** Calls `listener` when the page of any tab changes, or its address, or the tab is closed. */
export const onTabChange = (listener: (tabId: number) => void): void => {
  browser.tabs.onUpdated.addListener((tabId, { status, url }) => {
    if (status !== undefined || url !== undefined) listener(tabId);
  });
  browser.tabs.onRemoved.addListener(listener);
};
