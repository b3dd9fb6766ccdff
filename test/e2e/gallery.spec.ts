// Every state that panel and settings can be in, for people who see badly, zoom, or use the dark.
import { expect, test } from '@playwright/test';
import { chromiumArguments, findChromium } from '../../worker/local/chromium.ts';
import { type Gallery, GALLERY_STATES, openGallery } from '../gallery/gallery.ts';
import { violationsIn } from './violations.ts';

test.use({
  launchOptions: { executablePath: findChromium() ?? '', args: chromiumArguments() },
});

let gallery: Gallery;
test.beforeAll(async () => {
  gallery = await openGallery();
});
test.afterAll(() => gallery.close());

/** Elements with words of their own that leave no room for stacked accents (Ễ, ặ) between their lines. */
const TIGHT = `Array.from(document.querySelectorAll('body *'))
  .filter((element) => Array.from(element.childNodes).some(({ data }) => data?.trim()))
  .filter((element) => {
    const { lineHeight, fontSize } = getComputedStyle(element);
    return parseFloat(lineHeight) < 1.2 * parseFloat(fontSize);
  })
  .map(({ outerHTML }) => outerHTML)`;

const MOVING = `Array.from(document.querySelectorAll('*'))
  .filter((element) => {
    const { transitionDuration, animationDuration, scrollBehavior } = getComputedStyle(element);
    const lasts = [...transitionDuration.split(','), ...animationDuration.split(',')];
    return scrollBehavior === 'smooth' || lasts.some((time) => parseFloat(time) > 0.01);
  })
  .map(({ outerHTML }) => outerHTML)`;

/** What is pressed and is less than 44 pixels high, but for what stands within a line or a list of text, or out of sight. */
const SMALL = `Array.from(document.querySelectorAll('button, input, select, textarea, .top a, .cal a, .months a'))
  .filter((element) => element.checkVisibility({ contentVisibilityAuto: true }) && !element.closest('[inert]'))
  .filter((element) => !element.matches('.quote, .hint-about, [type="checkbox"]'))
  .map((element) => (element.matches('[type="radio"]') ? element.closest('label') : element))
  .filter((element) => element.getBoundingClientRect().height < 44)
  .map(({ outerHTML }) => outerHTML)`;

// Colours do not hang on the language, nor names on the scheme: two rounds look at all of both. A state is drawn once for all
// that one round asks of it. A panel of 320 pixels has 160 at 200%, and 80 at 400%.
for (const [colorScheme, language] of [
  ['light', 'en'],
  ['dark', 'vi'],
] as const)
  test(`every state passes axe, is cut off at no width nor moves for who wants it still: ${colorScheme}, ${language}`, async ({
    page,
  }) => {
    test.setTimeout(300_000);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const state of GALLERY_STATES) {
      const name = `${state.kind} ${state.name}`;
      await page.setViewportSize({ width: 360, height: 720 });
      await gallery.show(page, state, language);
      expect.soft(await violationsIn(page), name).toEqual([]);
      for (const width of [320, 160, 80]) {
        await page.setViewportSize({ width, height: 720 });
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        expect.soft(wide, `${name} at ${width}`).toBe(width);
      }
      expect.soft(await page.evaluate(TIGHT), name).toEqual([]);
      expect.soft(await page.evaluate(MOVING), name).toEqual([]);
    }
  });

test('with the colours of the browser in place of ours, every word stands out from its ground', async ({
  page,
}) => {
  test.slow();
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  await page.setViewportSize({ width: 360, height: 720 });
  for (const state of GALLERY_STATES) {
    await gallery.show(page, state, 'en');
    const found = await violationsIn(page, { runOnly: ['color-contrast'] });
    expect.soft(found, `${state.kind} ${state.name}`).toEqual([]);
  }
});

test('a finger finds every button and field of a phone', async ({ browser }) => {
  test.slow();
  const viewport = { width: 360, height: 720 };
  const context = await browser.newContext({ isMobile: true, hasTouch: true, viewport });
  const page = await context.newPage();
  for (const state of GALLERY_STATES) {
    const name = `${state.kind} ${state.name}`;
    await gallery.show(page, state, 'vi');
    expect.soft(await page.evaluate(SMALL), name).toEqual([]);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect.soft(wide, name).toBe(viewport.width);
  }
  await context.close();
});
