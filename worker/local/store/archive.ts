// Zip archives whose bytes follow from the names and contents of their files alone.
import { glob, readFile } from 'node:fs/promises';
import path from 'node:path';
import { zipSync } from 'fflate';

/** The contents of files by their paths in an archive, parted by slashes. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** Reads files of a folder, by their paths in it. */
export const readFiles = async (folder: string, names: Iterable<string>): Promise<Files> => {
  const files = new Map<string, Uint8Array>();
  for (const name of names)
    files.set(name.replaceAll(path.sep, '/'), await readFile(path.join(folder, name)));
  return files;
};

/** Reads all files of a folder. */
export const readFolder = async (folder: string): Promise<Files> => {
  const names: string[] = [];
  for await (const entry of glob('**/*', { cwd: folder, withFileTypes: true }))
    if (entry.isFile()) names.push(path.relative(folder, path.join(entry.parentPath, entry.name)));
  return readFiles(folder, names);
};

const UNIX = 3;
/** A plain file that everybody may read, in the upper half of the attributes. */
const PLAIN_FILE = 0o100644 * 2 ** 16;

/** Zips files, sorted, all of one time: the first that the format knows, in whatever zone this runs. */
export const archive = (files: Files): Uint8Array =>
  zipSync(Object.fromEntries([...files].sort(([one], [other]) => (one < other ? -1 : 1))), {
    level: 9,
    mtime: new Date(1980, 0, 1),
    os: UNIX,
    attrs: PLAIN_FILE,
  });
