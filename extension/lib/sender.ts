import { browser, type Browser } from 'wxt/browser';

declare module 'wxt/browser' {
  interface WxtRuntime {
    getURL: (path: string) => string;
  }
}

/** Whether an address is that of a page of ours. */
export const isOwnAddress = (url: string): boolean => url.startsWith(browser.runtime.getURL('/'));

/**
 * Whether a message or a line comes from a page of ours. What comes from a script of ours in somebody
 * else's page does not: that page's process may have been taken over, and then speaks in its name.
 */
export const isOwnPage = (sender: Browser.runtime.MessageSender | undefined): boolean =>
  sender?.id === browser.runtime.id && sender.url !== undefined && isOwnAddress(sender.url);
