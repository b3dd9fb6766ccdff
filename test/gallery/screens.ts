// `npm run screens`: a picture of every state, in both languages, light and dark, at three widths, into screens/.
//
//   npm run screens -- kept parked   only of these states
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { chromiumArguments, findChromium } from '../../worker/local/chromium.ts';
import { GALLERY_STATES, openGallery } from './gallery.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../screens');
const WIDTHS = [320, 360, 1280];
const HEIGHT = 720;
const SCHEMES = ['light', 'dark'] as const;
const LANGUAGES = ['en', 'vi'] as const;

const wanted = new Set(process.argv.slice(2));
const states = GALLERY_STATES.filter(({ name }) => wanted.size === 0 || wanted.has(name));
if (states.length === 0) throw new Error(`No state is called ${[...wanted].join(' or ')}.`);

const executablePath = findChromium();
if (!executablePath) throw new Error('No Chromium was found: run `npm test` once, which gets one.');
if (wanted.size === 0) rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });

const gallery = await openGallery();
const browser = await chromium.launch({ executablePath, args: chromiumArguments() });
const page = await browser.newPage({ reducedMotion: 'reduce' });
for (const colorScheme of SCHEMES) {
  await page.emulateMedia({ colorScheme });
  for (const state of states)
    for (const language of LANGUAGES) {
      await gallery.show(page, state, language);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: HEIGHT });
        // What sticks to the window's foot stands at the page's: one page, one picture.
        const height = await page.evaluate(() => document.documentElement.scrollHeight);
        await page.setViewportSize({ width, height });
        const file = `${state.kind}-${state.name}-${width}-${colorScheme}-${language}.png`;
        await page.screenshot({ path: path.join(FOLDER, file) });
      }
    }
}
await browser.close();
await gallery.close();
console.log(`${states.length * 12} pictures of ${states.length} states are in screens/.`);
