// `npm run zip`: what is handed in at the stores, in dist/store: an archive for each browser, and the source
// that addons.mozilla.org asks for. The same sources give the same bytes, on any machine.
import { execFile } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { strFromU8, strToU8 } from 'fflate';
import * as v from 'valibot';
import { BROWSERS, buildExtension } from './build.ts';
import { reportFailure, ROOT } from './process.ts';
import { archive, type Files, readFiles, readFolder } from './store/archive.ts';

const STORE = path.join(ROOT, 'dist/store');

const Manifest = v.looseObject({ version: v.string(), key: v.optional(v.string()) });

const manifestOf = (files: Files) =>
  v.parse(Manifest, JSON.parse(strFromU8(files.get('manifest.json') ?? new Uint8Array())));

// The Chrome Web Store gives an id of its own, and takes no manifest that brings a key for another.
const withoutKey = (files: Files): Files => {
  const { key: _key, ...rest } = manifestOf(files);
  return new Map([...files, ['manifest.json', strToU8(JSON.stringify(rest))]]);
};

/** The paths of the files that git knows; null where this is no checkout, as in the source archive itself. */
const trackedFiles = async (): Promise<string[] | null> => {
  try {
    const { stdout } = await promisify(execFile)('git', ['ls-files', '-z'], { cwd: ROOT });
    return stdout.split('\0').filter(Boolean);
  } catch {
    return null;
  }
};

const save = async (name: string, files: Files): Promise<void> => {
  const bytes = archive(files);
  await writeFile(path.join(STORE, name), bytes);
  console.log(`dist/store/${name}: ${files.size} files, ${Math.ceil(bytes.length / 1_000)} kB`);
};

const zip = async (): Promise<void> => {
  await buildExtension();
  await rm(STORE, { recursive: true, force: true });
  await mkdir(STORE, { recursive: true });
  let version = '';
  for (const browser of BROWSERS) {
    const files = await readFolder(path.join(ROOT, 'dist', browser));
    version = manifestOf(files).version;
    await save(`dateline-${version}-${browser}.zip`, withoutKey(files));
  }
  const tracked = await trackedFiles();
  if (tracked) await save(`dateline-${version}-source.zip`, await readFiles(ROOT, tracked));
  else console.log('This is no git checkout: no source archive was made.');
  console.log(
    'The listing: its texts are in docs/store, its pictures are drawn by npm run listing.',
  );
};

await zip().catch(reportFailure);
