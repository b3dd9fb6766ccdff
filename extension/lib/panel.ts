// Where the panel stands: the side panel of Chromium, the sidebar of Firefox, a popup elsewhere.
import { browser, type Browser } from 'wxt/browser';

interface SidebarAction {
  open: () => Promise<void>;
}

// Only Firefox has it, and the types are Chromium's.
const sidebar: SidebarAction | undefined = Reflect.get(browser, 'sidebarAction');

const hasSidePanel = (): boolean => typeof browser.sidePanel?.open === 'function';

/**
 * Opens the panel in the window of `tab`. Must be called within the gesture, before any `await`.
 * With a popup the toolbar button opens it without us; this serves the keys and the menu.
 */
export const openPanel = async (tab: Browser.tabs.Tab): Promise<void> => {
  if (hasSidePanel()) await browser.sidePanel.open({ windowId: tab.windowId });
  else if (sidebar) await sidebar.open();
  else await browser.action.openPopup?.();
};

/** Makes the panel the button's popup where the browser has no place beside the page. */
export const usePopupWithoutSidebar = async (): Promise<void> => {
  if (!hasSidePanel() && !sidebar) await browser.action.setPopup({ popup: '/panel.html' });
};

/** Opens the options page in a tab of its own. */
export const openOptions = (): Promise<void> => browser.runtime.openOptionsPage();

/** Opens an address in a new tab. */
export const openTab = async (url: string): Promise<void> => {
  await browser.tabs.create({ url });
};

/** Opens the page that greets a newcomer, in a tab of its own. */
export const openWelcome = (): Promise<void> => openTab('/welcome.html');

/** Opens the page that keeps all tabs of its window. */
export const openTabsPage = (): Promise<void> => openTab('/tabs.html');

/** Long enough to be seen, and shorter than a background without work lives. */
const MOMENT_MS = 5_000;

// Null gives a tab the count of all tabs back. Chromium's types do not know it.
const unmarkTab = async (tabId: number): Promise<void> => {
  const { action } = browser;
  await Reflect.apply(action.setBadgeText, action, [{ tabId, text: null }]);
};

/**
 * Shows a sign on the toolbar button of one tab for a moment, and has the button say what it means until the
 * tab goes elsewhere.
 */
export const markTab = async (tabId: number, sign: string, meaning: string): Promise<void> => {
  await browser.action.setBadgeText({ tabId, text: sign });
  await browser.action.setTitle({ tabId, title: `Dateline. ${meaning}` });
  // The tab may be closed by then.
  setTimeout(() => void unmarkTab(tabId).catch(() => undefined), MOMENT_MS);
};

/** Shows a count on the toolbar button; nothing for 0. */
export const showBadge = async (count: number): Promise<void> => {
  await browser.action.setBadgeText({ text: count > 0 ? String(count) : '' });
  await browser.action.setBadgeBackgroundColor({ color: '#a8201a' });
};

/** Opens the library on this machine, in a tab of its own. */
export const openLibrary = (): Promise<void> => openTab('/library.html');
