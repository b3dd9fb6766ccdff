// Finds a Chromium that loads extensions, or sets one up, so that no test is ever skipped for the lack of it.
import { spawnSync } from 'node:child_process';
import { findChromium } from '../worker/local/chromium.ts';

const DOWNLOAD_MS = 60_000;

const run = (command: string, args: string[], timeout?: number): boolean =>
  spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    ...(timeout && { timeout }),
  }).status === 0;

const installFromDebian = (): boolean =>
  process.getuid?.() === 0 &&
  run('apt-get', ['update', '-qq']) &&
  run('apt-get', ['install', '-y', '-qq', 'chromium']);

/** The path of a Chromium, installed where there was none. Throws a sentence that says what to install. */
export const setUpChromium = (): string => {
  const found = findChromium();
  if (found) return found;
  console.log('No Chromium found: setting one up …');
  if (!installFromDebian()) run('npx', ['playwright', 'install', 'chromium'], DOWNLOAD_MS);
  const installed = findChromium();
  if (installed) return installed;
  throw new Error(
    'The tests need Chromium (Google Chrome ignores --load-extension). Install it ' +
      '(Debian, Ubuntu: apt install chromium; elsewhere: npx playwright install chromium), ' +
      'or set CHROMIUM_PATH to its binary.',
  );
};
