// What runs in the browser's own window, to press what is in no page.

/** The id that the manifest gives the extension in Firefox. */
export const EXTENSION_ID = 'dateline@dateline.example';

/** What Firefox makes of that id in the names of its own elements. */
const WIDGET = EXTENSION_ID.replace(/[^a-z0-9_-]/g, '_');

const EXTENSION = `WebExtensionPolicy.getByID('${EXTENSION_ID}')`;

/** The protocol knows tabs alone: from here on it knows the sidebar too, by the id that SIDEBAR_CONTEXT answers. */
export const INTRODUCE_SIDEBAR = `
  const { NavigableManager } = ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs');
  const sidebar = () => {
    const found = SidebarController.browser?.contentDocument?.getElementById('webext-panels-browser');
    if (!found?.currentURI?.spec.startsWith('moz-extension:')) return null;
    found.permanentKey ??= {};
    return found;
  };
  globalThis.sidebarContext = () => sidebar() && NavigableManager.getIdForBrowser(sidebar());
  const known = NavigableManager.getBrowserById.bind(NavigableManager);
  NavigableManager.getBrowserById = (id) => known(id) ?? (id === sidebarContext() ? sidebar() : null);`;

/** Answers null while the sidebar shows no extension. */
export const SIDEBAR_CONTEXT = `return sidebarContext();`;

/** Puts the button where it is seen, as a person pins it. */
export const PIN_BUTTON = `CustomizableUI.addWidgetToArea('${WIDGET}-browser-action', CustomizableUI.AREA_NAVBAR);`;

export const CLICK_BUTTON = `document.getElementById('${WIDGET}-BAP').click();`;

/** Presses Alt+Shift and a letter by the window's own handling: the page hears it first, then menus, then commands. */
export const pressKeys = (letter: string): string => `
  const processor = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
  if (!processor.beginInputTransactionForTests(window)) throw new Error('The keyboard is taken.');
  const keys = [
    new KeyboardEvent('', { key: 'Alt', code: 'AltLeft', keyCode: 18 }),
    new KeyboardEvent('', { key: 'Shift', code: 'ShiftLeft', keyCode: 16 }),
    new KeyboardEvent('', { key: '${letter}', code: 'Key${letter}', keyCode: ${letter.charCodeAt(0)} }),
  ];
  for (const key of keys) processor.keydown(key);
  for (const key of keys.reverse()) processor.keyup(key);`;

/** Chooses our item of the menu that is open; answers false while there is none. */
export const CHOOSE_MENU_ITEM = `
  const menu = document.getElementById('contentAreaContextMenu');
  const item = menu.querySelector('menuitem[id^="${WIDGET}-menuitem"]');
  if (menu.state !== 'open' || !item) return false;
  menu.activateItem(item);
  return true;`;

/** Answers the origin of the extension's pages. */
export const EXTENSION_ORIGIN = `return 'moz-extension://' + ${EXTENSION}.mozExtensionHostname;`;

/** Stops the background as Firefox does when it is idle; answers its state. */
export const STOP_BACKGROUND = `
  const { extension } = ${EXTENSION};
  await extension.terminateBackground({ disableResetIdleForTest: true, ignoreDevToolsAttached: true });
  return extension.backgroundState;`;

/** Answers 'running' once the background has set itself up. */
export const BACKGROUND_STATE = `return ${EXTENSION}?.extension.backgroundState ?? null;`;

/** Going offline, it keeps open connections to this computer: they are cut, as a lost network cuts others. */
export const GO_OFFLINE = `
  Services.io.offline = true;
  Services.obs.notifyObservers(null, 'net:prune-all-connections');`;

export const GO_ONLINE = `Services.io.offline = false;`;

/** Writes down from here on whatever the extension asks of the network, in its pages, its background and in tabs. */
export const WATCH_REQUESTS = `
  const isFirst = globalThis.extensionRequests === undefined;
  globalThis.extensionRequests = [];
  if (isFirst)
    Services.obs.addObserver((subject) => {
      const { loadInfo, requestMethod, URI } = subject.QueryInterface(Ci.nsIHttpChannel);
      if (loadInfo.triggeringPrincipal.addonId === '${EXTENSION_ID}')
        extensionRequests.push(requestMethod + ' ' + URI.spec);
    }, 'http-on-opening-request');`;

export const WATCHED_REQUESTS = `return JSON.stringify(extensionRequests);`;

/** Ticks what Firefox asks at install, and about:addons later: "technical and interaction data". */
export const ALLOW_TECHNICAL_DATA = `
  const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
  await ExtensionPermissions.add(
    '${EXTENSION_ID}',
    { permissions: [], origins: [], data_collection: ['technicalAndInteraction'] },
    ${EXTENSION}.extension,
  );`;

/** Writes what a kill would take along: Firefox does it by itself some moments after a change. */
export const SAVE_PREFERENCES = `Services.prefs.savePrefFile(null);`;
