// `npm run test:menu`: clicks the item in the page's menu for real. A menu is the browser's own window, which
// no driver of pages reaches: so it takes a screen (Xvfb), a window manager without which no menu opens
// (openbox), and a hand at the keyboard (xdotool). `npm test` tests all that comes after the click.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { type Dateline, launchDateline } from '../worker/local/demo/browser.ts';
import { findOnPath } from '../worker/local/executable.ts';
import { buildIfChanged } from '../worker/local/build.ts';
import { setUpChromium } from './chromium.ts';
import { servePages } from './e2e/panel-pages.ts';

const TOOLS = ['Xvfb', 'openbox', 'xdotool'];
const TITLE = 'The register of land opens';
const MENU_MS = 1_000;

const missing = TOOLS.filter((tool) => findOnPath([tool]) === null);
if (missing.length > 0) {
  console.error(
    `test:menu needs ${missing.join(', ')} (Debian, Ubuntu: apt install xvfb openbox xdotool).`,
  );
  process.exit(1);
}

/** Starts a screen that nobody sees, and answers its name once it is there. */
const startScreen = async (): Promise<{ screen: ChildProcess; display: string }> => {
  // It takes the first number that is free, and tells it on the fourth stream.
  const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x900x24'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const [, , , told] = screen.stdio;
  if (!told) throw new Error('Xvfb has no fourth stream.');
  const [number] = await Promise.race([once(told, 'data'), once(screen, 'error')]);
  return { screen, display: `:${String(number).trim()}` };
};

const clickMenuItem = async (dateline: Dateline, address: string): Promise<void> => {
  const page = await dateline.open(address);
  await page.click('p', { button: 'right' });
  // The menu opens in its own time, and nothing but what it does tells of it.
  await new Promise((resolve) => setTimeout(resolve, MENU_MS));
  // Ours is the last but the two that every page has: its source, and the inspector.
  spawnSync('xdotool', ['key', 'Up', 'Up', 'Up', 'Return'], { stdio: 'inherit' });
  const panel = await dateline.panel();
  await panel.getByRole('heading', { level: 1, name: TITLE }).waitFor();
};

const clickInWindow = async (address: string): Promise<void> => {
  const { dateline, close } = await launchDateline({ headless: false });
  try {
    await clickMenuItem(dateline, address);
  } finally {
    await close();
  }
};

process.env['CHROMIUM_PATH'] = setUpChromium();
await buildIfChanged();
const { screen, display } = await startScreen();
process.env['DISPLAY'] = display;
const manager = spawn('openbox', { stdio: 'ignore' });
const pages = await servePages();
try {
  await clickInWindow(`${pages.origin}/plain`);
  console.log('1 passed, 0 failed');
} catch (error) {
  console.error(error);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
} finally {
  await pages.close();
  manager.kill();
  screen.kill();
}
