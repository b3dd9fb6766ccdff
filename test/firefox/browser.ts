// Firefox with the built extension, driven as a person drives it: the toolbar button, the keys, the menu, the
// sidebar. Nothing is added to the build and no permission is granted behind its back.
import * as v from 'valibot';
import { Bidi } from './bidi.ts';
import {
  ALLOW_TECHNICAL_DATA,
  BACKGROUND_STATE,
  CHOOSE_MENU_ITEM,
  CLICK_BUTTON,
  EXTENSION_ID,
  EXTENSION_ORIGIN,
  GO_OFFLINE,
  GO_ONLINE,
  INTRODUCE_SIDEBAR,
  PIN_BUTTON,
  pressKeys,
  SAVE_PREFERENCES,
  SIDEBAR_CONTEXT,
  STOP_BACKGROUND,
  WATCH_REQUESTS,
  WATCHED_REQUESTS,
} from './chrome.ts';
import { type RunningFirefox, startFirefox } from './process.ts';
import { until } from './until.ts';
import { type Locator, View } from './view.ts';

const Tree = v.object({ contexts: v.array(v.object({ context: v.string(), url: v.string() })) });
const Created = v.object({ context: v.string() });

/** A running Firefox. */
export class Firefox {
  readonly #bidi: Bidi;
  readonly #running: RunningFirefox;
  /** The context of the browser's own window. */
  readonly #window: string;

  private constructor(bidi: Bidi, running: RunningFirefox, window: string) {
    this.#bidi = bidi;
    this.#running = running;
    this.#window = window;
  }

  /** Starts Firefox in a profile; Dateline is not in it yet. */
  static async start(profile: string): Promise<Firefox> {
    const running = await startFirefox(profile);
    const bidi = await Bidi.connect(running.address);
    const tree = await bidi.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
    const [window] = v.parse(Tree, tree).contexts;
    if (!window) throw new Error('Firefox has no window.');
    await bidi.run(window.context, INTRODUCE_SIDEBAR);
    return new Firefox(bidi, running, window.context);
  }

  /** Installs a built extension, until Firefox ends, and pins its button. */
  async install(folder: string): Promise<void> {
    const extensionData = { type: 'path', path: folder };
    await this.#run(WATCH_REQUESTS);
    await this.#bidi.send('webExtension.install', { extensionData });
    await until('the background', async () => (await this.#run(BACKGROUND_STATE)) === 'running');
    await this.#run(PIN_BUTTON);
  }

  /** The page that greets a newcomer, once it is there. */
  async welcome(): Promise<View> {
    const origin = v.parse(v.string(), await this.#run(EXTENSION_ORIGIN));
    return this.tab(`${origin}/welcome.html`);
  }

  /** Removes the extension with all that it has stored, and closes every tab. */
  async clear(): Promise<void> {
    await this.#run(GO_ONLINE);
    await this.#bidi.send('webExtension.uninstall', { extension: EXTENSION_ID });
    const { contexts } = await this.#tabs();
    await this.#newTab();
    for (const { context } of contexts) await new View(this.#bidi, context).close();
  }

  /** Opens an address in a new tab in front. */
  async open(url: string): Promise<View> {
    const context = await this.#newTab();
    await this.#bidi.send('browsingContext.navigate', { context, url, wait: 'complete' });
    return new View(this.#bidi, context);
  }

  /** A tab whose address begins like this, once there is one. */
  tab(start: string): Promise<View> {
    return until(`a tab at ${start}`, async () => {
      const { contexts } = await this.#tabs();
      const found = contexts.find(({ url }) => url.startsWith(start));
      return found ? new View(this.#bidi, found.context) : null;
    });
  }

  /** Presses the toolbar button over the tab in front. */
  async clickAction(): Promise<void> {
    await this.#run(CLICK_BUTTON);
  }

  /** Presses Alt+Shift and a letter over the tab in front. */
  async shortcut(letter: string): Promise<void> {
    await this.#run(pressKeys(letter));
  }

  /** Opens the menu of an element of a page and chooses our item. */
  async clickMenuItem(page: View, locator: Locator): Promise<void> {
    await page.rightClick(locator);
    await until('our item of the menu', async () => (await this.#run(CHOOSE_MENU_ITEM)) === true);
  }

  /** The panel beside the page, once it is there. */
  panel(): Promise<View> {
    return until('the panel', async () => {
      const context = v.parse(v.nullable(v.string()), await this.#run(SIDEBAR_CONTEXT));
      return context === null ? null : new View(this.#bidi, context);
    });
  }

  /** Reads the page in front by the toolbar button and answers the panel. */
  async read(): Promise<View> {
    await this.clickAction();
    return this.panel();
  }

  /** The settings page, in a tab. */
  async options(): Promise<View> {
    const url = `${v.parse(v.string(), await this.#run(EXTENSION_ORIGIN))}/options.html`;
    const context = await this.#newTab();
    // The protocol never hears that a page of an extension has loaded.
    await this.#bidi.send('browsingContext.navigate', { context, url, wait: 'none' });
    return new View(this.#bidi, context);
  }

  /** Stops the extension's background, as the browser does when it is idle. Answers its state. */
  stopBackground(): Promise<unknown> {
    return this.#run(STOP_BACKGROUND);
  }

  /** Takes the network away, this computer's own servers included, or gives it back. */
  async setOffline(offline: boolean): Promise<void> {
    await this.#run(offline ? GO_OFFLINE : GO_ONLINE);
  }

  /** What the extension has asked of the network since it was installed, each as `METHOD address`. */
  async requests(): Promise<string[]> {
    return v.parse(v.array(v.string()), JSON.parse(String(await this.#run(WATCHED_REQUESTS))));
  }

  /** Allows the extension what it may do without: to tell browser and system. */
  async allowTechnicalData(): Promise<void> {
    await this.#run(ALLOW_TECHNICAL_DATA);
  }

  /** Kills the browser, as a power cut does some moments after the last change. */
  async kill(): Promise<void> {
    await this.#run(SAVE_PREFERENCES);
    await this.#running.kill();
  }

  async #tabs(): Promise<v.InferOutput<typeof Tree>> {
    return v.parse(Tree, await this.#bidi.send('browsingContext.getTree', { maxDepth: 0 }));
  }

  async #newTab(): Promise<string> {
    const created = await this.#bidi.send('browsingContext.create', { type: 'tab' });
    return v.parse(Created, created).context;
  }

  #run(body: string): Promise<unknown> {
    return this.#bidi.run(this.#window, body);
  }
}
