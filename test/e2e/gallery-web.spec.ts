// Every page of the server in the states that strain it, for people who see badly, zoom, or use the dark; and nothing
// that came from a page is more than text.
import { expect, test } from '@playwright/test';
import { chromiumArguments, findChromium } from '../../worker/local/chromium.ts';
import { openWebGallery, type WebGallery } from '../gallery/web.ts';
import { WEB_STATES } from '../gallery/web-states.ts';
import { violationsIn } from './violations.ts';

test.use({
  launchOptions: { executablePath: findChromium() ?? '', args: chromiumArguments() },
});
test.setTimeout(180_000);

let gallery: WebGallery;
test.beforeAll(async () => {
  gallery = await openWebGallery(['en', 'vi']);
});
test.afterAll(() => gallery.close());

// Colours do not hang on the language, nor names on the scheme: two rounds look at all of both.
for (const [colorScheme, language] of [
  ['light', 'en'],
  ['dark', 'vi'],
] as const)
  test(`every page passes axe and is cut off nowhere: ${colorScheme}, ${language}`, async ({
    page,
  }) => {
    const happened: string[] = [];
    page.on('dialog', (dialog) => {
      happened.push(dialog.message());
      void dialog.dismiss();
    });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width: 320, height: 720 });
    for (const state of WEB_STATES) {
      await gallery.show(page, state, language);
      expect.soft(await violationsIn(page), state.name).toEqual([]);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect.soft(wide, state.name).toBe(320);
    }
    expect(happened).toEqual([]);
  });
