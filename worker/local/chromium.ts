// Finds the Chromium that tests and `npm run predict` drive. Branded Chrome does not count: it ignores --load-extension.
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

const NAMES = ['chromium', 'chromium-browser'];

const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** The path of a Chromium: CHROMIUM_PATH, then the usual names on PATH, then Playwright's own; null when there is none. */
export const findChromium = (): string | null => {
  const named = process.env['CHROMIUM_PATH'];
  if (named) return isExecutable(named) ? named : null;
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = folders
    .flatMap((folder) => NAMES.map((name) => join(folder, name)))
    .find(isExecutable);
  if (onPath) return onPath;
  const own = chromium.executablePath();
  return existsSync(own) ? own : null;
};

/** The arguments that a Chromium needs where we run: root cannot have its sandbox. */
export const chromiumArguments = (): string[] => (process.getuid?.() === 0 ? ['--no-sandbox'] : []);
