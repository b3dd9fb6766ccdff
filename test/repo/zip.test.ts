// `npm run zip`: what the stores get is what the sources say, whoever builds it and wherever.
import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');
const BROWSERS = ['chrome', 'firefox', 'safari'];

type Archives = Map<string, Buffer>;

/** Runs the command in a checkout and answers its archives by their names without the version. */
const zip = (root: string): Archives => {
  execFileSync(process.execPath, [path.join(root, 'worker/local/zip.ts')], { cwd: root });
  const store = path.join(root, 'dist/store');
  return new Map(
    readdirSync(store).map((name) => [
      name.replace(/^dateline-[\d.]+-(\w+)\.zip$/, '$1'),
      readFileSync(path.join(store, name)),
    ]),
  );
};

const unzip = (archives: Archives, name: string) =>
  unzipSync(archives.get(name) ?? new Uint8Array());

let elsewhere = '';
let first: Archives;

beforeAll(() => {
  elsewhere = mkdtempSync(path.join(tmpdir(), 'dateline-zip-'));
  first = zip(ROOT);
}, 120_000);

afterAll(() => rmSync(elsewhere, { recursive: true }));

test('there is an archive for each browser, and one of the source', () => {
  expect([...first.keys()].sort()).toEqual([...BROWSERS, 'source'].sort());
});

test(
  'what the source archive builds, in another place, has the same bytes',
  { timeout: 120_000 },
  () => {
    for (const [name, bytes] of Object.entries(unzip(first, 'source'))) {
      const file = path.join(elsewhere, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, bytes);
    }
    symlinkSync(path.join(ROOT, 'node_modules'), path.join(elsewhere, 'node_modules'));
    const asArchive = zip(elsewhere);
    expect([...asArchive.keys()].sort()).toEqual(BROWSERS);
    execFileSync('git', ['init', '--quiet'], { cwd: elsewhere });
    execFileSync('git', ['add', '--all', '.', ':!node_modules'], { cwd: elsewhere });
    const asCheckout = zip(elsewhere);
    const differing = [...first].filter(
      ([name, bytes]) =>
        asCheckout.get(name)?.equals(bytes) !== true ||
        asArchive.get(name)?.equals(bytes) === false,
    );
    expect(differing.map(([name]) => name)).toEqual([]);
  },
);

test.each(BROWSERS)(
  'the archive for %s has its manifest at the root, and nothing of this machine',
  (browser) => {
    const files = unzip(first, browser);
    expect(Object.keys(files)).toContain('manifest.json');
    const strangers = Object.keys(files).filter((name) =>
      /\.map$|\.tsx?$|\b(?:test|spec)\b|(?:^|\/)\./.test(name),
    );
    expect(strangers).toEqual([]);
    const told = Object.entries(files).filter(([, bytes]) => {
      const text = strFromU8(bytes, true);
      return [ROOT, `${homedir()}/`, 'sourceMappingURL'].some((word) => text.includes(word));
    });
    expect(told.map(([name]) => name)).toEqual([]);
  },
);

test('no archive names an id of its own where the store gives one', () => {
  expect(
    JSON.parse(strFromU8(unzip(first, 'chrome')['manifest.json'] ?? new Uint8Array())),
  ).not.toHaveProperty('key');
});

test('the source archive holds what git knows, and says how to build it', () => {
  const names = Object.keys(unzip(first, 'source'));
  const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' });
  expect(names).toEqual(tracked.split('\0').filter(Boolean).sort());
  expect(names).toContain('docs/store/source.md');
});
