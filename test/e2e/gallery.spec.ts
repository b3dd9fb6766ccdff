// Every state that panel and settings can be in, for people who see badly, zoom, or use the dark.
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { chromiumArguments, findChromium } from '../../worker/local/chromium.ts';
import { type Gallery, GALLERY_STATES, openGallery } from '../gallery/gallery.ts';

test.use({
  launchOptions: { executablePath: findChromium() ?? '', args: chromiumArguments() },
});

let gallery: Gallery;
test.beforeAll(async () => {
  gallery = await openGallery();
});
test.afterAll(() => gallery.close());

// Colours do not hang on the language, nor names on the scheme: two rounds look at all of both.
for (const [colorScheme, language] of [
  ['light', 'en'],
  ['dark', 'vi'],
] as const)
  test(`every state passes axe: ${colorScheme}, ${language}`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width: 360, height: 720 });
    for (const state of GALLERY_STATES) {
      await gallery.show(page, state, language);
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
      const found = violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
      expect.soft(found, `${state.kind} ${state.name}`).toEqual([]);
    }
  });

// A panel of 320 pixels has 160 at 200%.
for (const language of ['en', 'vi'] as const)
  test(`no state is cut off at the side, at 320 pixels and half of that: ${language}`, async ({
    page,
  }) => {
    for (const state of GALLERY_STATES) {
      await gallery.show(page, state, language);
      for (const width of [320, 160]) {
        await page.setViewportSize({ width, height: 720 });
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        expect.soft(wide, `${state.kind} ${state.name} at ${width}`).toBe(width);
      }
    }
  });
