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
  browser.contextMenus?.onClicked.addListener(({ menuItemId }, tab) => {
    if (tab && menuItemId === 'read') listener({ tab, keep: false });
  });
};

/** A link that a person wants to keep, without the page behind it. */
export interface WantedLink {
  tab: Browser.tabs.Tab;
  url: string;
  /** What the link says, where the browser tells it. */
  text: string;
}

/** Calls `listener` when a link's menu item is clicked. */
export const onLinkWanted = (listener: (link: WantedLink) => void): void => {
  browser.contextMenus?.onClicked.addListener((item, tab) => {
    if (item.menuItemId !== 'link' || !item.linkUrl || !tab) return;
    // Only Firefox tells the text, and the types are Chromium's.
    const text: unknown = Reflect.get(item, 'linkText');
    listener({ tab, url: item.linkUrl, text: typeof text === 'string' ? text : '' });
  });
};

/** Calls `listener` when all tabs of a window are to be kept, by the menu of the toolbar button. */
export const onTabsWanted = (listener: () => void): void => {
  browser.contextMenus?.onClicked.addListener(({ menuItemId }, tab) => {
    // What is open in private stays there.
    if (menuItemId === 'tabs' && !tab?.incognito) listener();
  });
};

// Two starts in a row may both create an item: the second is refused, and the item is there.
const created = (): void => {
  void browser.runtime.lastError;
};

export interface MenuItems {
  /** In the menu of a page. */
  read: string;
  /** In the menu of a link. */
  link: string;
  /** In the menu of the toolbar button. */
  tabs: string;
}

/** Puts the items into their menus, in place of those that an earlier start left there. */
export const setMenuItems = async ({ read, link, tabs }: MenuItems): Promise<void> => {
  if (!browser.contextMenus) return;
  await browser.contextMenus.removeAll();
  browser.contextMenus.create(
    { id: 'read', title: read, contexts: ['page', 'selection'] },
    created,
  );
  const targetUrlPatterns = ['http://*/*', 'https://*/*'];
  browser.contextMenus.create(
    { id: 'link', title: link, contexts: ['link'], targetUrlPatterns },
    created,
  );
  browser.contextMenus.create({ id: 'tabs', title: tabs, contexts: ['action'] }, created);
};

/** The key bound to a command, as the browser writes it, or null where there is none. */
export const boundKey = async (command: 'read' | 'keep'): Promise<string | null> => {
  const commands = (await browser.commands?.getAll()) ?? [];
  return commands.find(({ name }) => name === command)?.shortcut || null;
};
