// Every state of what the extension shows in a plain page of the browser's, by the same components and styles.
import { createServer } from 'node:http';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { build } from 'esbuild';
import { OUTBOX_STATES } from './options-states.ts';
import { PANEL_STATES } from './states.ts';
import { KEYS } from './highlight-states.ts';
import { LIBRARY_STATES } from './library-states.ts';
import { TABS_STATES } from './tabs-states.ts';
import { WELCOME_STATES } from './welcome-states.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const STYLES = {
  panel: 'extension/entrypoints/panel.sidepanel/panel.css',
  options: 'extension/entrypoints/options/options.css',
  library: 'extension/entrypoints/library/library.css',
  welcome: 'extension/entrypoints/welcome/welcome.css',
  tabs: 'extension/entrypoints/tabs/tabs.css',
} as const;

/** A state by the view that shows it and its name. */
export interface GalleryState {
  readonly kind: keyof typeof STYLES;
  readonly name: string;
}

const statesOf = (kind: GalleryState['kind'], states: object): readonly GalleryState[] =>
  Object.keys(states).map((name) => ({ kind, name }));

export const GALLERY_STATES: readonly GalleryState[] = [
  ...statesOf('panel', PANEL_STATES),
  ...statesOf('options', OUTBOX_STATES),
  ...statesOf('library', LIBRARY_STATES),
  ...statesOf('welcome', WELCOME_STATES),
  ...statesOf('tabs', TABS_STATES),
];

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
};

/** What stands for a photograph. */
const PHOTO = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="600"><rect width="900" height="600" fill="#8a9484"/></svg>',
);

const bundle = async (): Promise<ReadonlyMap<string, Uint8Array>> => {
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: { page: 'test/gallery/page.tsx', ...STYLES },
    outdir: 'gallery',
    bundle: true,
    write: false,
    format: 'esm',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    loader: { '.woff': 'empty', '.woff2': 'file' },
  });
  const folder = path.join(ROOT, 'gallery');
  return new Map([
    ['/photo.svg', PHOTO],
    ...outputFiles.map(
      ({ path: file, contents }) => [`/${path.relative(folder, file)}`, contents] as const,
    ),
  ]);
};

const pageOf = (kind: string): string => `<!doctype html>
<html>
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Dateline</title>
    <link rel="stylesheet" href="/${kind}.css" />
    <script type="module" src="/page.js"></script>
  </head>
  <body></body>
</html>`;

/** A served gallery. */
export interface Gallery {
  /** Draws a state in a page of the browser, its fonts loaded. */
  readonly show: (page: Page, state: GalleryState, language: 'en' | 'vi') => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Bundles the views and serves them on this machine. */
export const openGallery = async (): Promise<Gallery> => {
  const files = await bundle();
  const server = createServer(({ url = '' }, response) => {
    const { pathname } = new URL(url, 'http://gallery');
    const file = files.get(pathname);
    const type = TYPES[path.extname(pathname)];
    response.setHeader('content-type', type ?? 'text/html; charset=utf-8');
    response.end(file ?? (type === undefined ? pageOf(pathname.slice(1)) : ''));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The gallery has no port.');
  const origin = `http://127.0.0.1:${address.port}`;
  return {
    show: async (page, { kind, name }, language) => {
      const hash = `#${kind}/${name}/${language}`;
      await page.goto(`${origin}/${kind}${hash}`);
      await page.locator(`html[data-drawn="${hash}"]`).waitFor();
      await page.evaluate(() => document.fonts.ready.then(() => null));
      for (const key of KEYS[name] ?? []) await page.locator('.body').press(key);
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
};
