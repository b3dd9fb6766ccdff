// Where the person gives the keys, which no extension may do.
import { browser } from 'wxt/browser';
import { browserFamily } from './family.ts';

// Only Firefox has it, and the types are Chromium's.
const openFirefoxSettings = (): (() => Promise<void>) | undefined =>
  browser.commands && Reflect.get(browser.commands, 'openShortcutSettings');

/** Whether this browser lets an extension open that place. */
export const canOpenShortcuts = (): boolean =>
  browserFamily() === 'chromium' || openFirefoxSettings() !== undefined;

/** Opens it. */
export const openShortcuts = async (): Promise<void> => {
  if (browserFamily() === 'chromium')
    await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
  else await openFirefoxSettings()?.();
};
