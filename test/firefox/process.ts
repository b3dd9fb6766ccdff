// Firefox as a process: headless, in a profile of its own, and never outliving us.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { findFirefox, FIREFOX_ADVICE } from '../firefox.ts';

const LIMIT_MS = 60_000;

// What a driven browser needs besides (no first-run page, no update) it sets by itself.
const PREFERENCES = {
  // Else a browser that is offline still reaches this computer.
  'network.disable-localhost-when-offline': true,
  // Not the computer's language.
  'intl.locale.requested': 'en-US',
};

/** Writes a profile's preferences. */
export const writePreferences = (profile: string): void =>
  writeFileSync(
    path.join(profile, 'user.js'),
    Object.entries(PREFERENCES)
      .map(([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});\n`)
      .join(''),
  );

/** The address at which a started Firefox listens to us. */
const listening = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let printed = '';
    const fail = (why: string): void =>
      reject(new Error(`Firefox did not start: ${why}\n${printed}`));
    const timer = setTimeout(() => fail(`no word of it for ${LIMIT_MS / 1000} s`), LIMIT_MS);
    child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
      printed += chunk;
      const address = /WebDriver BiDi listening on (ws:\S+)/.exec(printed)?.[1];
      if (!address) return;
      clearTimeout(timer);
      resolve(address);
    });
    child.once('error', ({ message }) => fail(message));
    child.once('exit', (code) => fail(`it ended with ${code}`));
  });

export interface RunningFirefox {
  /** Where it listens: `ws://…`. */
  address: string;
  /** Ends it as a power cut does. */
  kill: () => Promise<void>;
}

/** Starts Firefox in a profile, with everything that it writes in there. */
export const startFirefox = async (profile: string): Promise<RunningFirefox> => {
  const binary = findFirefox();
  if (!binary) throw new Error(FIREFOX_ADVICE);
  const args = ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port=0'];
  // To press what is not in a page: the toolbar's button, the menu, the keys of commands.
  const child = spawn(binary, [...args, '--remote-allow-system-access'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      ...process.env,
      HOME: profile,
      XDG_CACHE_HOME: profile,
      XDG_CONFIG_HOME: profile,
      MOZ_CRASHREPORTER_DISABLE: '1',
      TZ: 'Asia/Ho_Chi_Minh',
    },
  });
  const end = (): boolean => child.kill('SIGKILL');
  process.once('exit', end);
  const ended = once(child, 'exit').then(() => process.off('exit', end));
  const kill = async (): Promise<void> => {
    end();
    await ended;
  };
  return { address: await listening(child), kill };
};
