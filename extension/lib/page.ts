// The page in front: which tab it is, and what the capture script says of it.
import { browser, type Browser } from 'wxt/browser';

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
  file: '/capture.js' | '/selection.js' | '/mark.js' | '/pick.js',
): Promise<unknown> => {
  for (let tried = 1; ; tried++)
    try {
      const [frame] = await browser.scripting.executeScript({
        target: { tabId },
        files: [file],
      });
      return frame?.result;
    } catch (error) {
      if (tried === TRIES) throw error;
      await pause(PAUSE_MS);
    }
};

/** Runs the capture script in a tab. Answers what it returned, still unknown; throws without access. */
export const runCapture = (tabId: number): Promise<unknown> => runScript(tabId, '/capture.js');

/** Runs the script in a tab that answers what is selected there, still unknown; throws without access. */
export const runSelection = (tabId: number): Promise<unknown> => runScript(tabId, '/selection.js');

/**
 * Runs the marking script in a tab, and opens the line on which it waits; throws without access.
 *
 * @param style CSS that the browser lays over the page's own. Not an adopted style sheet: a page sees
 * those and may drop them, and Firefox hands an extension none of a page's.
 */
export const openMarker = async (tabId: number, style: string): Promise<Browser.runtime.Port> => {
  await runScript(tabId, '/mark.js');
  await browser.scripting.insertCSS({ target: { tabId }, css: style });
  return browser.tabs.connect(tabId, { frameId: 0 });
};

/** As `openMarker`, for the script that has a block of the page picked. */
export const openPicker = async (tabId: number, style: string): Promise<Browser.runtime.Port> => {
  await runScript(tabId, '/pick.js');
  await browser.scripting.insertCSS({ target: { tabId }, css: style });
  return browser.tabs.connect(tabId, { frameId: 0 });
};

/** Calls `serve` with the line that the panel opens next. To be called in the page. */
export const onMarker = (serve: (port: Browser.runtime.Port) => void): void => {
  const once = (port: Browser.runtime.Port): void => {
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
