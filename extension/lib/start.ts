import { browser } from 'wxt/browser';

/**
 * Calls `listener` when the browser starts, and when the extension is installed or updated: not each
 * time that the background alone is started again.
 */
export const onBrowserStart = (listener: () => void): void => {
  browser.runtime.onStartup.addListener(listener);
  browser.runtime.onInstalled.addListener(listener);
};

/**
 * Calls `listener` when the extension has been installed: at no update of it or of the browser, but once more at
 * the next start of a browser that was closed before it had written the install down.
 */
export const onInstall = (listener: () => void): void =>
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') listener();
  });

/** Calls `listener` once after each update of the extension. */
export const onUpdate = (listener: () => void): void =>
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'update') listener();
  });
