// Something with a page in it: a tab, or the sidebar. Clicked and typed into by real input.
import * as v from 'valibot';
import type { Bidi } from './bidi.ts';
import { until } from './until.ts';

const Located = v.object({ nodes: v.array(v.object({ sharedId: v.string() })) });

/** How an element is found: by what a screen reader calls it, or by a selector. */
export type Locator = { role: string; name: string } | string;

const ENTER_TEXT = `element => { element.focus(); element.select(); }`;
const SCROLL = `element => element.scrollIntoView({ block: 'center', behavior: 'instant' })`;

const keys = (text: string) =>
  [...text].flatMap((value) => [
    { type: 'keyDown', value },
    { type: 'keyUp', value },
  ]);

const pressed = (sharedId: string, button: number) => ({
  type: 'pointer',
  id: 'mouse',
  actions: [
    { type: 'pointerMove', x: 0, y: 0, origin: { type: 'element', element: { sharedId } } },
    { type: 'pointerDown', button },
    { type: 'pointerUp', button },
  ],
});

export class View {
  readonly #bidi: Bidi;
  readonly #context: string;

  constructor(bidi: Bidi, context: string) {
    this.#bidi = bidi;
    this.#context = context;
  }

  /** The value of an expression in the page. */
  evaluate(expression: string): Promise<unknown> {
    return this.#bidi.run(this.#context, `return ${expression};`);
  }

  /** What is to be read in the first element of a selector; '' where there is none. */
  async text(selector = 'body'): Promise<string> {
    const read = `document.querySelector(${JSON.stringify(selector)})?.innerText ?? ''`;
    return v.parse(v.string(), await this.evaluate(read));
  }

  /** Brings its tab to the front. */
  async bringToFront(): Promise<void> {
    await this.#bidi.send('browsingContext.activate', { context: this.#context });
  }

  /** Clicks an element as soon as it is there. */
  click(locator: Locator): Promise<void> {
    return this.#press(locator, 0);
  }

  /** Opens the menu of an element. */
  rightClick(locator: Locator): Promise<void> {
    return this.#press(locator, 2);
  }

  /** Types into a field, in place of what stands there. */
  async fill(locator: Locator, text: string): Promise<void> {
    await until(`a field ${JSON.stringify(locator)}`, async () => {
      await this.#call(ENTER_TEXT, await this.#locate(locator));
      return true;
    });
    await this.#act({ type: 'key', id: 'keyboard', actions: keys(text) });
  }

  /** Closes its tab. */
  async close(): Promise<void> {
    await this.#bidi.send('browsingContext.close', { context: this.#context });
  }

  async #press(locator: Locator, button: number): Promise<void> {
    await until(`something to click: ${JSON.stringify(locator)}`, async () => {
      const sharedId = await this.#locate(locator);
      await this.#call(SCROLL, sharedId);
      await this.#act(pressed(sharedId, button));
      return true;
    });
  }

  async #locate(locator: Locator): Promise<string> {
    const found = await this.#bidi.send('browsingContext.locateNodes', {
      context: this.#context,
      locator:
        typeof locator === 'string'
          ? { type: 'css', value: locator }
          : { type: 'accessibility', value: locator },
      maxNodeCount: 1,
    });
    const [node] = v.parse(Located, found).nodes;
    if (!node) throw new Error('It is not there.');
    return node.sharedId;
  }

  async #call(functionDeclaration: string, sharedId: string): Promise<void> {
    await this.#bidi.send('script.callFunction', {
      functionDeclaration,
      target: { context: this.#context },
      arguments: [{ sharedId }],
      awaitPromise: false,
    });
  }

  async #act(source: object): Promise<void> {
    await this.#bidi.send('input.performActions', { context: this.#context, actions: [source] });
  }
}
