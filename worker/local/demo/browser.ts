// Chromium with the built extension, driven as a person drives it: the toolbar button, the keys, the
// panel beside the page. Nothing is added to the build and no permission is granted behind its back.
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  type BrowserContext,
  type CDPSession,
  chromium,
  type Page,
  type Worker,
} from '@playwright/test';
import { chromiumArguments, findChromium } from '../chromium.ts';
import { Advice, ROOT } from '../process.ts';

// Makes the side panel a page of Playwright's. Read when a target attaches.
process.env['PW_CHROMIUM_ATTACH_TO_OTHER'] = '1';

/** Follows from the key in the manifest. */
export const EXTENSION_ID = 'kgfbcndeddjmhlceodojkminfbpkmaph';

export interface LaunchOptions {
  /** The browser's language. */
  language: string;
  zone: string;
  colorScheme: 'light' | 'dark';
  headless: boolean;
  /** The folder of a built extension; its key makes its id that of Dateline. */
  extension: string;
  /** Whether the page that greets a newcomer stays open. */
  welcome: boolean;
  /** Arguments for Chromium beside those that it always gets. */
  more: readonly string[];
}

const DEFAULTS: LaunchOptions = {
  language: 'en',
  zone: 'Asia/Ho_Chi_Minh',
  colorScheme: 'light',
  headless: true,
  extension: path.join(ROOT, 'dist/chrome'),
  welcome: false,
  more: [],
};

const PAUSE_MS = 50;
const TRIES = 200;

const isPanel = (page: Page): boolean => page.url().endsWith('/panel.html');
const isWelcome = (page: Page): boolean => page.url().endsWith('/welcome.html');

/** A running Chromium with Dateline in it. */
export class Dateline {
  readonly context: BrowserContext;
  readonly worker: Worker;
  readonly #cdp: CDPSession;

  constructor(context: BrowserContext, worker: Worker, cdp: CDPSession) {
    this.context = context;
    this.worker = worker;
    this.#cdp = cdp;
  }

  /** Opens an address in a new tab in front. */
  async open(url: string): Promise<Page> {
    const page = await this.context.newPage();
    await page.goto(url);
    await page.bringToFront();
    return page;
  }

  /** Presses the toolbar button over a page. */
  async clickAction(page: Page): Promise<void> {
    await page.bringToFront();
    // Without the filter a tab's own target is not among them.
    const { targetInfos } = await this.#cdp.send('Target.getTargets', { filter: [{}] });
    const tab = targetInfos.find(({ type, url }) => type === 'tab' && url === page.url());
    if (!tab) throw new Error(`No tab shows ${page.url()}`);
    await this.#cdp.send('Extensions.triggerAction', {
      id: EXTENSION_ID,
      targetId: tab.targetId,
    });
  }

  /** Presses Alt+Shift and a letter over a page, as a command's key. */
  async shortcut(page: Page, letter: string): Promise<void> {
    await page.bringToFront();
    const session = await this.context.newCDPSession(page);
    const code = letter.charCodeAt(0);
    // The keyboard of Playwright reaches the page only, never the browser's commands.
    for (const type of ['rawKeyDown', 'keyUp'] as const)
      await session.send('Input.dispatchKeyEvent', {
        type,
        modifiers: 1 | 8,
        key: letter,
        code: `Key${letter}`,
        windowsVirtualKeyCode: code,
        nativeVirtualKeyCode: code,
      });
    await session.detach();
  }

  /** The panel beside the page, once it is there. */
  async panel(): Promise<Page> {
    const panel =
      this.context.pages().find(isPanel) ??
      (await this.context.waitForEvent('page', { predicate: isPanel }));
    await panel.locator('main').waitFor();
    return panel;
  }

  /** The page that greets a newcomer, once it is there. */
  async welcome(): Promise<Page> {
    return (
      this.context.pages().find(isWelcome) ??
      (await this.context.waitForEvent('page', { predicate: isWelcome }))
    );
  }

  /** Reads a page by the toolbar button and answers the panel. */
  async read(page: Page): Promise<Page> {
    await this.clickAction(page);
    return this.panel();
  }

  /** The settings page, in a tab. */
  async options(): Promise<Page> {
    const page = await this.context.newPage();
    await page.goto(`chrome-extension://${EXTENSION_ID}/options.html`);
    return page;
  }

  /** Kills the browser, as a power cut does. */
  async kill(): Promise<void> {
    const { processInfo } = await this.#cdp.send('SystemInfo.getProcessInfo');
    const browser = processInfo.find(({ type }) => type === 'browser');
    if (!browser) throw new Error('The browser has no process.');
    const closed = this.context.waitForEvent('close');
    process.kill(browser.id, 'SIGKILL');
    await closed;
  }

  /** Clicks the page's menu item over the tab in front: what the browser tells us of it, without the menu. */
  async clickMenuItem(): Promise<void> {
    await this.worker.evaluate(`(async () => {
      await chrome.contextMenus.update('read', {});
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      chrome.contextMenus.onClicked.dispatch({ menuItemId: 'read', editable: false }, tab);
    })()`);
  }

  /** Clicks a link's menu item over the tab in front, as above. */
  async clickLinkItem(linkUrl: string): Promise<void> {
    await this.worker.evaluate(`(async () => {
      await chrome.contextMenus.update('link', {});
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      chrome.contextMenus.onClicked.dispatch(
        { menuItemId: 'link', editable: false, linkUrl: ${JSON.stringify(linkUrl)} },
        tab,
      );
    })()`);
  }

  /** Stops the extension's worker, as the browser does when it is idle. The next event starts it again. */
  async stopWorker(page: Page): Promise<void> {
    const session = await this.context.newCDPSession(page);
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.stopAllWorkers');
    await session.detach();
  }
}

/** A fresh profile's folder. */
export const freshProfile = async (): Promise<{ profile: string; remove: () => Promise<void> }> => {
  const profile = await mkdtemp(path.join(tmpdir(), 'dateline-e2e-'));
  return { profile, remove: () => rm(profile, { recursive: true, force: true, maxRetries: 5 }) };
};

// A gesture before the worker has set itself up is lost in silence; the alarm is there once it has.
const untilSetUp = async (worker: Worker): Promise<void> => {
  for (let tried = 0; tried < TRIES; tried += 1) {
    if (await worker.evaluate('chrome.alarms.get("send").then(Boolean)')) return;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  throw new Error('The extension did not set itself up.');
};

/**
 * Starts Chromium with the built extension in a profile. In a new one that installs it, and the page that
 * greets a newcomer is closed, unless it is to stay. Throws advice where there is no Chromium.
 */
export const startDateline = async (
  profile: string,
  options: Partial<LaunchOptions> = {},
): Promise<Dateline> => {
  const { language, zone, colorScheme, headless, extension, welcome, more } = {
    ...DEFAULTS,
    ...options,
  };
  const isNew = !existsSync(path.join(profile, 'Default'));
  const executablePath = findChromium();
  if (!executablePath)
    throw new Advice(
      'There is no Chromium here (Google Chrome ignores --load-extension). Install it, or name one in CHROMIUM_PATH.',
    );
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless,
    viewport: null,
    colorScheme,
    locale: language,
    chromiumSandbox: !chromiumArguments().includes('--no-sandbox'),
    // The demo closes it in order, and its server after it.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [
      `--load-extension=${extension}`,
      `--disable-extensions-except=${extension}`,
      // Nobody sees how the side panel slides in, and to draw that costs as much as to open it.
      ...(headless ? ['--animation-duration-scale=0'] : []),
      ...more,
    ],
    env: { ...process.env, TZ: zone },
  });
  const browser = context.browser();
  if (!browser) throw new Error('Chromium did not start.');
  const cdp = await browser.newBrowserCDPSession();
  const [running] = context.serviceWorkers();
  const worker = running ?? (await context.waitForEvent('serviceworker'));
  await untilSetUp(worker);
  const greets = isNew && existsSync(path.join(extension, 'welcome.html'));
  const dateline = new Dateline(context, worker, cdp);
  // It comes to the front in its own time: what follows begins behind it.
  if (greets && !welcome) await (await dateline.welcome()).close();
  return dateline;
};

export interface Launched {
  dateline: Dateline;
  /** Ends the browser and removes its profile. */
  close: () => Promise<void>;
}

/** Starts Chromium with the built extension in a fresh profile. */
export const launchDateline = async (options: Partial<LaunchOptions> = {}): Promise<Launched> => {
  const { profile, remove } = await freshProfile();
  const dateline = await startDateline(profile, options);
  const close = async () => {
    await dateline.context.close();
    await remove();
  };
  return { dateline, close };
};
