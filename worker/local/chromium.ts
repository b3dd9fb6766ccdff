// Finds the Chromium that tests and `npm run predict` drive. Branded Chrome does not count: it ignores --load-extension.
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { findOnPath, isExecutable } from './executable.ts';

/** The path of a Chromium: CHROMIUM_PATH, then the usual names on PATH, then Playwright's own; null when there is none. */
export const findChromium = (): string | null => {
  const named = process.env['CHROMIUM_PATH'];
  if (named) return isExecutable(named) ? named : null;
  const onPath = findOnPath(['chromium', 'chromium-browser']);
  if (onPath) return onPath;
  const own = chromium.executablePath();
  return existsSync(own) ? own : null;
};

/** The arguments that a Chromium needs where we run: root cannot have its sandbox. */
export const chromiumArguments = (): string[] => (process.getuid?.() === 0 ? ['--no-sandbox'] : []);
