// `npm run demo`: a fresh installation, a Chromium with the extension in it, and one sample page on its way from
// the toolbar button to the digest of its day. Everything is left running to play with.
//   --headless  no window; ends by itself when the way is walked
//   --keep      stays up until it is ended, without a window too
//   --json      prints {origin, day, feeds} as its last line
//   --pictures FOLDER  leaves a picture of the panel and of the day
import { mkdirSync, rmSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chooseLanguage } from '../../shared/locales/index.ts';
import { launchDateline, type Launched } from './demo/browser.ts';
import { claim, dailyFeeds, keep, pair } from './demo/first-hour.ts';
import { freePort, install } from './demo/installation.ts';
import { Advice, reportFailure } from './process.ts';

const SAMPLE = '/sample/vi-portal';

const readOptions = () => {
  const { values } = parseArgs({
    options: {
      headless: { type: 'boolean', default: false },
      keep: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      pictures: { type: 'string' },
    },
  });
  return values;
};
type Options = ReturnType<typeof readOptions>;

const language = chooseLanguage([
  (process.env['LANG'] ?? '').replace('_', '-').split('.')[0] ?? '',
]);
const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;

const launch = async (headless: boolean): Promise<Launched> => {
  try {
    return await launchDateline({ headless, language, zone, colorScheme: 'light' });
  } catch (error) {
    if (headless || process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']) throw error;
    throw new Advice('There is no display to open a window on: npm run demo -- --headless');
  }
};

/** Walks the way. Answers the addresses of the day and of its feeds. */
const walk = async ({ dateline }: Launched, origin: string, link: string, options: Options) => {
  const today = await claim(dateline, link);
  await pair(dateline, origin, language);
  const kept = await keep(dateline, origin + SAMPLE, language);
  if (options.pictures) {
    mkdirSync(options.pictures, { recursive: true });
    await kept.panel.setViewportSize({ width: 360, height: 760 });
    await kept.panel.screenshot({ path: path.join(options.pictures, 'panel.png') });
  }
  await today.goto(kept.day);
  await today.bringToFront();
  if (options.pictures) {
    await today.setViewportSize({ width: 1120, height: 620 });
    await today.screenshot({ path: path.join(options.pictures, 'day.png') });
  }
  const listed = new URL('../feeds', kept.day).href;
  return { origin, day: kept.day, feeds: await dailyFeeds(today, listed) };
};

/** Resolves when the person has closed the window, or wants to end it all. */
const untilEnded = (launched: Launched): Promise<void> =>
  new Promise((resolve) => {
    launched.dateline.context.once('close', () => resolve());
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, resolve);
  });

const demo = async (): Promise<void> => {
  const options = readOptions();
  const data = mkdtempSync(path.join(tmpdir(), 'dateline-demo-'));
  console.log('Starting a fresh installation …');
  const installation = await install(data, Number(process.env['PORT']) || (await freePort()));
  try {
    const launched = await launch(options.headless);
    try {
      if (!installation.claim) throw new Error('A fresh installation gave no claim link.');
      const shown = await walk(launched, installation.origin, installation.claim, options);
      console.log(`Kept, and on the page of its day: ${shown.day}`);
      if (!options.headless) console.log('Close the window, or press Ctrl-C, to end it.');
      if (options.json) console.log(JSON.stringify(shown));
      if (!options.headless || options.keep) await untilEnded(launched);
    } finally {
      await launched.close();
    }
  } finally {
    await installation.stop();
    rmSync(data, { recursive: true, force: true });
  }
};

await demo().catch(reportFailure);
