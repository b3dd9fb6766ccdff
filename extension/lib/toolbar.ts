// The extension's button in the browser's toolbar.
import { browser } from 'wxt/browser';

/** Whether the button is in sight; null where the browser does not tell. */
export const isButtonPinned = async (): Promise<boolean | null> =>
  (await browser.action.getUserSettings?.())?.isOnToolbar ?? null;

/** Calls `listener` when the button may have been put into the toolbar, or taken away. */
export const onButtonMoved = (listener: () => void): void => {
  // Not every browser tells: the person comes back to the page from the browser's own menu.
  browser.action.onUserSettingsChanged?.addListener(listener);
  window.addEventListener('focus', listener);
};
