// `npm run build`: what `npm start`, the tests and a deployment serve. Everything lands in dist/.
import { createHash } from 'node:crypto';
import { cp, glob, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { build } from 'esbuild';
import { reportFailure, ROOT, runTool } from './process.ts';
import { copySamples } from './samples.ts';
import { buildWebApp } from './web-app.ts';

const ASSETS = path.join(ROOT, 'dist/assets');

const ASSET_HEADERS = `/assets/*
  Cache-Control: public, max-age=31536000, immutable
  X-Content-Type-Options: nosniff
`;

const SOURCES = '{extension/**,shared/**,worker/**,wxt.config.ts,wrangler.toml}';
/** Holds the hash of the sources that dist/ was built from. */
const BUILT = path.join(ROOT, 'dist/built-from');

const FONT_FOLDERS = ['@fontsource-variable/source-serif-4', '@fontsource/be-vietnam-pro'].map(
  (name) =>
    path.join(
      path.dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)),
      'files',
    ),
);

/** A hash over the files that match and the exact versions of all packages. */
const hashSources = async (pattern: string): Promise<string> => {
  const files: string[] = [];
  for await (const entry of glob(pattern, { cwd: ROOT, withFileTypes: true }))
    if (entry.isFile()) files.push(path.relative(ROOT, path.join(entry.parentPath, entry.name)));
  const hash = createHash('sha256').update(await readFile(path.join(ROOT, 'package-lock.json')));
  for (const file of files.sort()) hash.update(file).update(await readFile(path.join(ROOT, file)));
  return hash.digest('hex').slice(0, 12);
};

const copyFonts = async (css: string, folder: string): Promise<void> => {
  const names = new Set(Array.from(css.matchAll(/fonts\/([\w.-]+\.woff2)/g), ([, name]) => name));
  await mkdir(folder, { recursive: true });
  for (const name of names) {
    if (!name) continue;
    const tries = FONT_FOLDERS.map((from) => cp(path.join(from, name), path.join(folder, name)));
    await Promise.any(tries);
  }
};

/** Builds style, script and fonts of the pages into dist/assets and answers the build id in their addresses. */
export const buildAssets = async (): Promise<string> => {
  // Over all that a page is made of, so that no page or asset is mistaken for an older one.
  const buildId = await hashSources('{worker,shared}/**');
  const folder = path.join(ASSETS, 'assets', buildId);
  await rm(ASSETS, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await build({
    absWorkingDir: ROOT,
    entryPoints: {
      pages: 'worker/pages/client/main.ts',
      // Loaded by the pages that need them alone.
      account: 'worker/pages/client/account.ts',
      import: 'worker/pages/client/import.tsx',
      'import-reader': 'worker/pages/client/import-reader.ts',
      library: 'worker/pages/client/library.ts',
      reader: 'worker/pages/client/reader.tsx',
      settings: 'worker/pages/client/settings.ts',
    },
    outdir: folder,
    bundle: true,
    minify: true,
    format: 'esm',
    jsx: 'automatic',
    jsxImportSource: 'preact',
  });
  // From the root, as it stands for all that lies under its own address.
  await build({
    absWorkingDir: ROOT,
    entryPoints: { 'service-worker': 'worker/pages/client/offline/service-worker.ts' },
    outdir: ASSETS,
    bundle: true,
    minify: true,
  });
  await build({
    absWorkingDir: ROOT,
    entryPoints: { pages: 'worker/pages/pages.css' },
    outdir: folder,
    bundle: true,
    minify: true,
    external: ['*.woff2'],
  });
  await copyFonts(
    await readFile(path.join(folder, 'pages.css'), 'utf8'),
    path.join(folder, 'fonts'),
  );
  await buildWebApp(ASSETS);
  await writeFile(path.join(ASSETS, '_headers'), ASSET_HEADERS + (await copySamples(ASSETS)));
  return buildId;
};

/** The arguments that give the worker's bundle its build id. */
export const defineBuildId = (buildId: string): string[] => ['--define', `BUILD_ID:'${buildId}'`];

/** Bundles the worker into dist/worker exactly as a deployment would. */
export const buildWorker = async (buildId: string): Promise<void> => {
  await runTool('wrangler', [
    'deploy',
    '--dry-run',
    '--outdir',
    'dist/worker',
    ...defineBuildId(buildId),
  ]);
};

/** The browsers that the extension is built for. */
export const BROWSERS = ['chrome', 'firefox', 'safari'] as const;

/** Builds the extension for each browser into a folder of dist/ that is named after it. */
export const buildExtension = async (): Promise<void> => {
  await Promise.all(BROWSERS.map((browser) => runTool('wxt', ['build', '--browser', browser])));
};

/** Builds all that is served, and the extension beside it. */
export const buildAll = async (): Promise<void> => {
  const sources = await hashSources(SOURCES);
  await rm(BUILT, { force: true });
  await Promise.all([buildAssets().then(buildWorker), buildExtension()]);
  await writeFile(BUILT, sources);
};

/** Builds only when a source has changed since the last whole build. */
export const buildIfChanged = async (): Promise<void> => {
  const built = await readFile(BUILT, 'utf8').catch(() => null);
  if (built !== (await hashSources(SOURCES))) await buildAll();
};

if (import.meta.main) await buildAll().catch(reportFailure);
