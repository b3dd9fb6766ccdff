// Tabs of a real Chromium, without network, that know one of our scripts.
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from '@playwright/test';
import { build } from 'esbuild';
import { chromiumArguments, findChromium } from '../../../worker/local/chromium.ts';

/** After so many pages a tab is replaced: what they leave in memory goes with it. */
const PAGES = 100;

const bundle = async (script: string, name: string): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(script, import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: name,
    target: 'chrome125',
    logLevel: 'silent',
  });
  const source = outputFiles[0]?.text;
  if (source === undefined) throw new Error(`esbuild made no bundle of ${script}.`);
  // A top-level `var` in an evaluated script is no global of its own accord.
  return `${source}\nglobalThis.${name} = ${name};`;
};

/** Opens a browser; `next` answers a tab in which `name` holds what a script of this folder exports. */
export const openTabs = async (script: string, name: string) => {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium: install one, or name it in CHROMIUM_PATH.');
  const browser = await chromium.launch({ executablePath, args: chromiumArguments() });
  const source = await bundle(script, name);
  let tab: Page | undefined;
  let pages = 0;
  return {
    next: async (): Promise<Page> => {
      if (tab && pages % PAGES !== 0) {
        pages += 1;
        return tab;
      }
      await tab?.context().close();
      const context = await browser.newContext({ offline: true, serviceWorkers: 'block' });
      tab = await context.newPage();
      await tab.evaluate(source);
      pages += 1;
      return tab;
    },
    close: () => browser.close(),
  };
};
