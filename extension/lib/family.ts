import { browser } from 'wxt/browser';

/** Browsers that do things alike; `android`: Firefox there, which has neither a place beside the page nor keys. */
export type BrowserFamily = 'chromium' | 'firefox' | 'android' | 'safari';

/** The family of this browser, told from the place that it has for a panel. */
export const browserFamily = (): BrowserFamily => {
  if (Reflect.has(browser, 'sidebarAction')) return 'firefox';
  if (Reflect.has(browser, 'sidePanel')) return 'chromium';
  return browser.runtime.getURL('/').startsWith('moz-extension:') ? 'android' : 'safari';
};
