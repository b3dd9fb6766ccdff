// `npm run screens`: a picture of every state, in both languages, light and dark, at three widths, into screens/.
//
//   npm run screens -- kept parked   only of these states
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { chromiumArguments, findChromium } from '../../worker/local/chromium.ts';
import { GALLERY_STATES, openGallery } from './gallery.ts';
import { openWebGallery } from './web.ts';
import { WEB_STATES } from './web-states.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../screens');
const WIDTHS = [320, 360, 1280];
const HEIGHT = 720;
/** What a list shows further down looks like what it shows above. */
const TALLEST = 6_000;
const SCHEMES = ['light', 'dark'] as const;
const LANGUAGES = ['en', 'vi'] as const;

const wanted = new Set(process.argv.slice(2));
const isWanted = ({ name }: { name: string }): boolean => wanted.size === 0 || wanted.has(name);
const states = GALLERY_STATES.filter(isWanted);
const webStates = WEB_STATES.filter(isWanted);
if (states.length + webStates.length === 0)
  throw new Error(`No state is called ${[...wanted].join(' or ')}.`);

const executablePath = findChromium();
if (!executablePath) throw new Error('No Chromium was found: run `npm test` once, which gets one.');
if (wanted.size === 0) rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });

const browser = await chromium.launch({ executablePath, args: chromiumArguments() });
const page = await browser.newPage({ reducedMotion: 'reduce' });

/** Draws states of a kind, each as `show` shows it. */
const draw = async <S extends { name: string }>(
  all: readonly S[],
  kindOf: (state: S) => string,
  show: (state: S, language: (typeof LANGUAGES)[number]) => Promise<void>,
): Promise<void> => {
  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({ colorScheme });
    for (const state of all)
      for (const language of LANGUAGES) {
        await show(state, language);
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: HEIGHT });
          // What sticks to the window's foot stands at the page's: one page, one picture.
          const height = await page.evaluate(() => document.documentElement.scrollHeight);
          await page.setViewportSize({ width, height: Math.min(height, TALLEST) });
          const file = `${kindOf(state)}-${state.name}-${width}-${colorScheme}-${language}.png`;
          await page.screenshot({ path: path.join(FOLDER, file) });
        }
      }
  }
};

const gallery = states.length > 0 ? await openGallery() : null;
if (gallery)
  await draw(
    states,
    ({ kind }) => kind,
    (state, language) => gallery.show(page, state, language),
  );
const web = webStates.length > 0 ? await openWebGallery(LANGUAGES) : null;
if (web)
  await draw(
    webStates,
    () => 'web',
    (state, language) => web.show(page, state, language),
  );
// First the browser: a server waits for what is connected to it.
await browser.close();
await gallery?.close();
await web?.close();
const count = states.length + webStates.length;
console.log(`${count * 12} pictures of ${count} states are in screens/.`);
// The channels by which the extension's pages hear of each other stay open, and would keep the process.
process.exit();
