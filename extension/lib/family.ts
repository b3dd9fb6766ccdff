import { browser } from 'wxt/browser';

/** Browsers that do things alike. */
export type BrowserFamily = 'chromium' | 'firefox' | 'safari';

/** The family of this browser, told from the place that it has for a panel. */
export const browserFamily = (): BrowserFamily => {
  if (Reflect.has(browser, 'sidebarAction')) return 'firefox';
  return Reflect.has(browser, 'sidePanel') ? 'chromium' : 'safari';
};
