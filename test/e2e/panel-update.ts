// Another build of the extension in place of the one that runs: what an update from the store does to it.
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from '@playwright/test';
import { Dateline } from '../../worker/local/demo/browser.ts';
import { ROOT } from '../../worker/local/process.ts';

/** The build that is shipped. */
const SHIPPED = path.join(ROOT, 'dist/chrome');

export interface Build {
  folder: string;
  /** Changes one of its files, or makes it. */
  edit: (name: string, change: (content: string) => string) => Promise<void>;
  remove: () => Promise<void>;
}

/** A copy of the shipped build. It must stay as long as a browser runs it. */
export const copyBuild = async (): Promise<Build> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'dateline-build-'));
  await cp(SHIPPED, folder, { recursive: true });
  return {
    folder,
    edit: async (name, change) => {
      const file = path.join(folder, name);
      await writeFile(file, change(existsSync(file) ? await readFile(file, 'utf8') : ''));
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
};

/** The manifest of a build under another version. */
export const underVersion =
  (version: string) =>
  (manifest: string): string =>
    manifest.replace(/"version":\s*"[^"]+"/, `"version":"${version}"`);

/**
 * Replaces the running extension by a build with the same id, while the browser goes on. `inPrivate`: as a person
 * who has ticked that it may run in private windows.
 */
export const updateTo = async (
  folder: string,
  { context }: Dateline,
  { inPrivate = false } = {},
): Promise<Dateline> => {
  const cdp = await context.browser()?.newBrowserCDPSession();
  if (!cdp) throw new Error('The browser has ended.');
  const starting = context.waitForEvent('serviceworker');
  await cdp.send('Extensions.loadUnpacked', { path: folder, enableInIncognito: inPrivate });
  const worker = await starting;
  // A gesture before it has set itself up would be lost.
  await expect.poll(() => worker.evaluate('chrome.alarms.get("send").then(Boolean)')).toBe(true);
  return new Dateline(context, worker, cdp);
};
