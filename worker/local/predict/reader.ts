// The production reader in a real Chromium document, one page of the browser for many pages of news.
import { type Browser, chromium, type Page } from '@playwright/test';
import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';
import { chromiumArguments, findChromium } from '../chromium.ts';
import type { PageRead } from './in-page.ts';

const PAGES_PER_TAB = 100;
const PAGES_PER_BROWSER = 1_000;
const PATIENCE = 60_000;

declare const dateline: { readHtml(html: string, url: string): PageRead };

/** The reader and its parts as one script that defines `dateline.readHtml`. */
export const bundleReader = async (): Promise<string> => {
  const result = await build({
    entryPoints: [fileURLToPath(new URL('in-page.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'dateline',
    target: 'chrome125',
    logLevel: 'silent',
  });
  const script = result.outputFiles[0]?.text;
  if (script === undefined) throw new Error('esbuild made no bundle of the reader.');
  // A top-level `var` in an evaluated script is no global of its own accord.
  return `${script}\nglobalThis.dateline = dateline;`;
};

const within = async <Value>(work: Promise<Value>): Promise<Value> => {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`The page took longer than ${PATIENCE / 1000} s.`)),
      PATIENCE,
    );
  });
  try {
    return await Promise.race([work, timeout]);
  } finally {
    clearTimeout(timer);
  }
};

/** Reads pages one after another; open at first use, closed by `close`. */
export class ArticleReader {
  private readonly script: string;
  private readonly executablePath: string;
  private browser: Browser | null = null;
  private tab: Page | null = null;
  private count = 0;

  private constructor(script: string, executablePath: string) {
    this.script = script;
    this.executablePath = executablePath;
  }

  /** Throws where there is no Chromium. */
  static async create(): Promise<ArticleReader> {
    const executablePath = findChromium();
    if (!executablePath)
      throw new Error(
        'No Chromium found. Install it (Debian: apt-get install chromium) or name one in CHROMIUM_PATH.',
      );
    return new ArticleReader(await bundleReader(), executablePath);
  }

  async read(html: string, url: string): Promise<PageRead> {
    try {
      const tab = await this.freshTab();
      // The browser's protocol is JSON in UTF-8 and knows no lone surrogates.
      const page = { html: html.toWellFormed(), url: url.toWellFormed() };
      return await within(
        tab.evaluate(({ html: source, url: address }) => dateline.readHtml(source, address), page),
      );
    } catch (error) {
      await this.close();
      throw error;
    }
  }

  async close(): Promise<void> {
    const { browser } = this;
    this.browser = null;
    this.tab = null;
    await browser?.close().catch(() => undefined);
  }

  private async freshTab(): Promise<Page> {
    this.count += 1;
    if (this.count % PAGES_PER_BROWSER === 0) await this.close();
    else if (this.count % PAGES_PER_TAB === 0) {
      await this.tab?.close();
      this.tab = null;
    }
    this.browser ??= await chromium.launch({
      executablePath: this.executablePath,
      args: chromiumArguments(),
    });
    if (!this.tab) {
      const context = await this.browser.newContext({ offline: true, serviceWorkers: 'block' });
      this.tab = await context.newPage();
      await this.tab.evaluate(this.script);
    }
    return this.tab;
  }
}
