// What a person does to have a page read: the toolbar button, a key, a menu item. Each grants
// `activeTab` for the tab in front, and each may open the panel, but only before any `await`.
import { browser, type Browser } from 'wxt/browser';

export interface Gesture {
  tab: Browser.tabs.Tab;
  /** True where the page is to be kept as soon as it is read. */
  keep: boolean;
}

/** Calls `listener` at every gesture, synchronously. Phones have no keys and no menus. */
export const onGesture = (listener: (gesture: Gesture) => void): void => {
  browser.action.onClicked.addListener((tab) => listener({ tab, keep: false }));
  browser.commands?.onCommand.addListener((command, tab) => {
    if (tab) listener({ tab, keep: command === 'keep' });
  });
  browser.contextMenus?.onClicked.addListener((_item, tab) => {
    if (tab) listener({ tab, keep: false });
  });
};

/** Puts the item into the page's menu, in place of the one that an earlier start left there. */
export const setMenuItem = async (title: string): Promise<void> => {
  if (!browser.contextMenus) return;
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({ id: 'read', title, contexts: ['page', 'selection'] }, () => {
    // Two starts in a row may both create it: the second is refused, and the item is there.
    void browser.runtime.lastError;
  });
};

/** The key bound to a command, as the browser writes it, or null where there is none. */
export const boundKey = async (command: 'read' | 'keep'): Promise<string | null> => {
  const commands = (await browser.commands?.getAll()) ?? [];
  return commands.find(({ name }) => name === command)?.shortcut || null;
};
