// `npm run listing`: the pictures for the stores, in both languages, into dist/listing: an article with the panel
// beside it, and the page of its day. Drawn from a fresh installation, as the demo walks it.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { texts } from '../../shared/locales/index.ts';
import type { InterfaceLanguage } from '../../shared/schema/text.ts';
import { buildIfChanged } from './build.ts';
import { launchDateline } from './demo/browser.ts';
import { claim, keep, pair } from './demo/first-hour.ts';
import { install, temporaryFolder } from './demo/installation.ts';
import { reportFailure, ROOT } from './process.ts';

/** In pixels: what the Chrome Web Store takes, and addons.mozilla.org recommends. */
export const PICTURE = { width: 1280, height: 800 };
const PANEL_WIDTH = 360;

const SAMPLES = {
  en: { address: '/sample/en-regional', zone: 'America/New_York' },
  vi: { address: '/sample/vi-portal', zone: 'Asia/Ho_Chi_Minh' },
} as const;

// The samples are as bare as fixtures are. Laid over them as the page's own would be, so that their policy allows it.
const STYLE = `
  body { max-width: 42rem; margin: 2.5rem auto; padding: 0 2rem; font: 17px/1.6 'Liberation Serif', serif; color: #222 }
  h1 { font-size: 2rem; line-height: 1.2 } a { color: inherit } figure { margin: 0; color: #555 }
  img, nav, aside, button, header, [class*=skip], [class*=share] { display: none }
  ul { list-style: none; padding: 0 }`;

const dress = (page: Page): Promise<void> =>
  page.evaluate(`{
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(${JSON.stringify(STYLE)});
    document.adoptedStyleSheets.push(sheet);
  }`);

const draw = async (page: Page, width: number): Promise<Buffer> => {
  await page.setViewportSize({ width, height: PICTURE.height });
  return page.screenshot();
};

/** Puts pictures side by side, as the browser shows page and panel. A page of its own draws it. */
const beside = async (page: Page, pictures: readonly Buffer[]): Promise<Buffer> => {
  const images = pictures.map(
    (png) => `<img src="data:image/png;base64,${png.toString('base64')}">`,
  );
  await page.setViewportSize(PICTURE);
  await page.setContent(`<body style="margin:0;display:flex">${images.join('')}`);
  return page.screenshot();
};

/** Draws the pictures of a language into a folder: article.png and day.png. */
export const drawListing = async (language: InterfaceLanguage, folder: string): Promise<void> => {
  const { address, zone } = SAMPLES[language];
  const data = temporaryFolder();
  const installation = await install(data.folder);
  const { dateline, close } = await launchDateline({ language, zone });
  try {
    const today = await claim(dateline, installation.claim ?? '');
    await pair(dateline, installation.origin, language);
    const kept = await keep(dateline, installation.origin + address, language);
    await dress(kept.page);
    await kept.panel.locator('.summary button').first().click();
    await kept.panel.getByText(texts(language).panel.shownInPage).waitFor({ state: 'attached' });
    const article = await draw(kept.page, PICTURE.width - PANEL_WIDTH);
    const panel = await draw(kept.panel, PANEL_WIDTH);
    await today.goto(kept.day);
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, 'day.png'), await draw(today, PICTURE.width));
    const page = await dateline.context.newPage();
    await writeFile(path.join(folder, 'article.png'), await beside(page, [article, panel]));
  } finally {
    await close();
    await installation.stop();
    data.remove();
  }
};

const listing = async (): Promise<void> => {
  await buildIfChanged();
  for (const language of ['en', 'vi'] as const)
    await drawListing(language, path.join(ROOT, 'dist/listing', language));
  console.log('The pictures are in dist/listing, the texts in docs/store.');
};

if (import.meta.main) await listing().catch(reportFailure);
