// The repository about itself: what a newcomer is told is where it is, and nothing else is.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import * as v from 'valibot';
import { PROBLEMS } from '../../shared/schema/problem.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');

const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: ROOT,
  encoding: 'utf8',
})
  .split('\n')
  .filter(Boolean);

const Package = v.object({
  scripts: v.record(v.string(), v.string()),
  dependencies: v.record(v.string(), v.string()),
  devDependencies: v.record(v.string(), v.string()),
  allowScripts: v.record(v.string(), v.boolean()),
});
const Lock = v.object({
  packages: v.record(
    v.string(),
    v.object({ hasInstallScript: v.optional(v.boolean()), optional: v.optional(v.boolean()) }),
  ),
});
const manifest = v.parse(Package, JSON.parse(read('package.json')));

test('the top level holds what the layout names and nothing else', () => {
  const top = new Set(tracked.map((file) => file.split('/')[0]));
  const allowed = new Set([
    'extension',
    'worker',
    'shared',
    'test',
    'docs',
    'wxt.config.ts',
    'wrangler.toml',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
    'README.md',
    'LICENSE',
    'CHANGELOG.md',
  ]);
  const strangers = [...top].filter((name) => !name?.startsWith('.') && !allowed.has(name ?? ''));
  expect(strangers, 'move these into the folder that they belong to').toEqual([]);
});

const folders = (root: string): Set<string> =>
  new Set(
    tracked
      .filter((file) => file.startsWith(`${root}/`) && file.split('/').length > 2)
      .map((file) => file.split('/')[1] ?? ''),
  );

const FOLDERS = [
  ['extension', ['entrypoints', 'features', 'lib', 'public']],
  ['worker', ['routes', 'domain', 'db', 'pages', 'local']],
  [
    'shared',
    [
      'article',
      'text',
      'summary',
      'trees',
      'category',
      'correct',
      'related',
      'story',
      'search',
      'digest',
      'highlight',
      'import',
      'schema',
      'locales',
      'ui',
    ],
  ],
  ['test', ['unit', 'worker', 'e2e', 'firefox', 'gallery', 'bench', 'fixtures', 'repo']],
] as const;

test.each(FOLDERS)('%s/ holds the folders of the layout and no others', (root, allowed) => {
  expect([...folders(root).difference(new Set<string>(allowed))]).toEqual([]);
});

test('the README is short, and every command in it exists', () => {
  const readme = read('README.md');
  const words = readme.split(/\s+/).filter(Boolean);
  expect(words.length).toBeLessThanOrEqual(400);
  const commands = Array.from(
    [readme, read('docs/deploy.md')].join('\n').matchAll(/npm (?:run (?:--silent )?)?([a-z:]+)/g),
    ([, name]) => name ?? '',
  );
  const known = new Set(['ci', 'install', ...Object.keys(manifest.scripts)]);
  expect(commands.length).toBeGreaterThan(1);
  expect(commands.filter((name) => !known.has(name))).toEqual([]);
});

test('every link from one document to another leads somewhere', () => {
  const documents = tracked.filter((file) => file.endsWith('.md'));
  const broken = documents.flatMap((file) =>
    Array.from(read(file).matchAll(/\]\((?!https?:|#)([^)#]+)/g), ([, target]) => target ?? '')
      .filter(
        (target) =>
          !tracked.some((known) => known.startsWith(path.join(path.dirname(file), target))),
      )
      .map((target) => `${file}: ${target}`),
  );
  expect(broken).toEqual([]);
});

test('docs/errors.md tells every code of the API, and no other', () => {
  const told = Array.from(read('docs/errors.md').matchAll(/^## `([a-z-]+)`/gm), ([, code]) => code);
  expect(told.sort()).toEqual(Object.keys(PROBLEMS).sort());
});

test('versions are pinned, and every install script that runs is approved by name', () => {
  const ranges = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }).filter(
    ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
  );
  expect(ranges).toEqual([]);
  const { packages } = v.parse(Lock, JSON.parse(read('package-lock.json')));
  const scripted = Object.entries(packages)
    .filter(([, entry]) => entry.hasInstallScript && !entry.optional)
    .map(([name]) => name.replace(/^.*node_modules\//, ''));
  expect(scripted.filter((name) => manifest.allowScripts[name] === undefined)).toEqual([]);
});

test('no file takes more than one sitting to read', () => {
  const long = tracked
    .filter((file) => /\.(ts|tsx|css)$/.test(file))
    // What was learned is not written to be read.
    .filter((file) => !read(file).startsWith('// Written by `npm run train'))
    .map((file) => ({ file, lines: read(file).split('\n').length }))
    .filter(({ lines }) => lines > 400);
  expect(long, 'split these by idea').toEqual([]);
});
