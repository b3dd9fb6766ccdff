// A computer whose clock is wrong: the shipped build, with another `Date` put before each of its scripts.
import type { Dateline } from '../../worker/local/demo/browser.ts';
import { type Build, copyBuild, updateTo } from './panel-update.ts';

const SCRIPT = 'clock.js';
const PAGES = ['panel.html', 'options.html'];
const SCRIPTS = ['background.js', 'capture.js'];

/** The script that puts the clock forward, or back, by so many milliseconds; `setClock` puts it anew. */
const clockScript = (ahead: number): string => `{
  const Clock = globalThis.realClock ??= Date;
  let ahead = ${ahead};
  globalThis.setClock = (set) => { ahead = set; };
  globalThis.Date = class extends Clock {
    constructor(...given) {
      super(...(given.length > 0 ? given : [Clock.now() + ahead]));
    }
    static now() {
      return Clock.now() + ahead;
    }
  };
}
`;

/** The extension on a computer with a clock that can be set. */
export class Clock {
  readonly dateline: Dateline;
  readonly #build: Build;

  private constructor(dateline: Dateline, build: Build) {
    this.dateline = dateline;
    this.#build = build;
  }

  /** Goes on with the extension under a clock that is so many milliseconds ahead. */
  static async start(dateline: Dateline, ahead: number): Promise<Clock> {
    const build = await copyBuild();
    const script = clockScript(ahead);
    await build.edit(SCRIPT, () => script);
    for (const name of SCRIPTS) await build.edit(name, (content) => script + content);
    for (const name of PAGES)
      await build.edit(name, (content) =>
        content.replace('<head>', `<head><script src="/${SCRIPT}"></script>`),
      );
    return new Clock(await updateTo(build.folder, dateline), build);
  }

  /** Sets the clock while everything goes on. */
  async set(ahead: number): Promise<void> {
    for (const name of [SCRIPT, ...SCRIPTS])
      await this.#build.edit(name, (content) =>
        content.replace(/let ahead = -?\d+/, `let ahead = ${ahead}`),
      );
    const call = `setClock(${ahead})`;
    await this.dateline.worker.evaluate(call);
    for (const page of this.dateline.context.pages())
      if (page.url().startsWith('chrome-extension:')) await page.evaluate(call);
  }

  /** Removes the build, once no browser runs it. */
  remove(): Promise<void> {
    return this.#build.remove();
  }
}
