// `test` with a Firefox that has Dateline in it, pages to read and a real installation to keep in.
import { cpSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from '../../worker/local/demo/installation.ts';
import { ROOT } from '../../worker/local/process.ts';
import { test as base } from '../e2e/panel-home.ts';
import { findFirefox, FIREFOX_ADVICE } from '../firefox.ts';
import { Firefox } from './browser.ts';
import { writePreferences } from './process.ts';

const START_MS = 90_000;

/** A profile, the extension to install in it, and the Firefox that runs there. */
class Running {
  readonly #profile = temporaryFolder();
  readonly #built = temporaryFolder();
  #firefox: Firefox | null = null;

  constructor() {
    writePreferences(this.#profile.folder);
    // A copy: who builds anew meanwhile does not change what runs.
    cpSync(path.join(ROOT, 'dist/firefox'), this.#built.folder, { recursive: true });
  }

  async start(): Promise<void> {
    this.#firefox = await Firefox.start(this.#profile.folder);
  }

  get firefox(): Firefox {
    if (!this.#firefox) throw new Error('Firefox does not run.');
    return this.#firefox;
  }

  async install(): Promise<Firefox> {
    await this.firefox.install(this.#built.folder);
    return this.firefox;
  }

  async end(): Promise<void> {
    await this.#firefox?.kill();
    this.#profile.remove();
    this.#built.remove();
  }
}

interface Fixtures {
  firefox: Firefox;
  /** Kills Firefox and starts it again in the same profile. */
  restart: () => Promise<Firefox>;
  withFirefox: void;
}

/** All tests share one Firefox; each has an extension that was installed for it. */
export const test = base.extend<Fixtures, { running: Running }>({
  running: [
    async ({}, use) => {
      const running = new Running();
      try {
        await running.start();
        await use(running);
      } finally {
        await running.end();
      }
    },
    { scope: 'worker', timeout: START_MS },
  ],
  withFirefox: [
    async ({}, use, { skip }) => {
      skip(findFirefox() === null, FIREFOX_ADVICE);
      await use();
    },
    { auto: true },
  ],
  firefox: async ({ running }, use) => {
    const installed = await running.install();
    await (await installed.welcome()).close();
    await use(installed);
    await running.firefox.clear();
  },
  restart: async ({ running }, use) => {
    await use(async () => {
      await running.firefox.kill();
      await running.start();
      // What it stored is still there, so nobody is greeted again.
      return running.install();
    });
  },
});
