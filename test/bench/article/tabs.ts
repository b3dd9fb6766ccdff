// Tabs of a real Chromium, without network, that know one of our scripts.
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from '@playwright/test';
import { build, type Plugin } from 'esbuild';
import { chromiumArguments, findChromium } from '../../../worker/local/chromium.ts';

/** After so many pages a tab is replaced: what they leave in memory goes with it. */
const PAGES = 100;

const local = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

// The judge with rules that a person wrote instead of what it was taught.
const untrained: Plugin = {
  name: 'untrained',
  setup: ({ onResolve }) => {
    onResolve({ filter: /\/block-trees\.ts$/ }, () => ({ path: local('trees-by-hand.ts') }));
  },
};

const bundle = async (script: string, name: string, plugins: Plugin[]): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [local(script)],
    plugins,
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

/**
 * Opens a browser; `next` answers a tab in which `name` holds what a script of this folder exports. Without training the
 * reader that it bundles goes by rules that a person wrote.
 */
export const openTabs = async (script: string, name: string, isTrained = true) => {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium: install one, or name it in CHROMIUM_PATH.');
  const browser = await chromium.launch({ executablePath, args: chromiumArguments() });
  const source = await bundle(script, name, isTrained ? [] : [untrained]);
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
