// Finds a Firefox, or sets one up for this run: the same one that people have, not a build for tests.
import { spawnSync } from 'node:child_process';
import { findOnPath, isExecutable } from '../worker/local/executable.ts';
import { temporaryFolder } from '../worker/local/demo/installation.ts';

const DOWNLOAD_MS = 120_000;
const INSTALLER = '@puppeteer/browsers@3.2.6';

/** What to do where none is found and none can be set up. */
export const FIREFOX_ADVICE =
  'there is no Firefox: install it (Debian: apt install firefox-esr), or set FIREFOX_PATH to its binary';

/** The path of a Firefox: FIREFOX_PATH, then the usual names on PATH; null when there is none. */
export const findFirefox = (): string | null => {
  const named = process.env['FIREFOX_PATH'];
  if (named) return isExecutable(named) ? named : null;
  return findOnPath(['firefox', 'firefox-esr']);
};

const installFromDebian = (): string | null => {
  if (!process.env['CI'] || process.getuid?.() !== 0) return null;
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', 'firefox-esr'],
  ])
    spawnSync('apt-get', args, {
      stdio: 'inherit',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  return findFirefox();
};

/** Mozilla's own build, into a temporary folder that goes with this process. */
const download = (): string | null => {
  const { folder, remove } = temporaryFolder();
  process.once('exit', remove);
  const words = ['--yes', INSTALLER, 'install', 'firefox@stable', '--path', folder];
  const { stdout } = spawnSync('npx', words, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: DOWNLOAD_MS,
  });
  // Its last line: 'firefox@stable_152.0 /…/firefox'.
  const binary = /^firefox@\S+ (.+)$/m.exec(stdout ?? '')?.[1];
  return binary && isExecutable(binary) ? binary : null;
};

/** The path of a Firefox, set up where there was none; null where that fails too. Only CI has it installed for good. */
export const setUpFirefox = (): string | null => {
  const found = findFirefox();
  if (found || process.env['FIREFOX_PATH']) return found;
  console.log('No Firefox found: setting one up …');
  return installFromDebian() ?? download();
};
