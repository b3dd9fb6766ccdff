// The whole way through: the shipped extension, the shipped server, and only what a person can click. Each page is
// read, kept, and found again on the page of its day, in the JSON and in both feeds.
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { extractFromJson, extractFromXml, type FeedData } from '@extractus/feed-extractor';
import { expect, type Page } from '@playwright/test';
import * as v from 'valibot';
import { Digest } from '../../shared/schema/digest.ts';
import { test } from './browser.ts';
import { claim, dailyFeeds, keep, pair } from '../../worker/local/demo/first-hour.ts';
import {
  type Installation,
  install,
  temporaryFolder,
} from '../../worker/local/demo/installation.ts';
import { samplePages } from '../fixture-pages.ts';
import { portOf } from './panel-pages.ts';

/** A page to read, and what a careful person reads off it. */
interface Sample {
  /** The path under which it is served. */
  address: string;
  html: string;
  title: string;
  day: string;
}

const Gold = v.object({
  url: v.string(),
  html: v.string(),
  gold: v.object({ title: v.string(), date: v.string() }),
});
const Expected = v.object({ title: v.string(), published: v.string() });

const ZONE = 'Asia/Ho_Chi_Minh';

/** The day of an instant for a reader in Vietnam. */
const dayInVietnam = (instant: string): string =>
  new Date(instant).toLocaleDateString('sv-SE', { timeZone: ZONE });

const ownSamples = (): Sample[] =>
  samplePages().map(({ name, html, expected }) => {
    const { title, published } = v.parse(Expected, expected);
    return { address: `/${name}.html`, html: html ?? '', title, day: dayInVietnam(published) };
  });

/** The Vietnamese pages of the ground truth, where `DATELINE_CORPUS` says it is. */
const corpusSamples = (): Sample[] => {
  const corpus = process.env['DATELINE_CORPUS'];
  if (!corpus) {
    console.log('DATELINE_CORPUS is not set: the path is walked with our own sample pages alone.');
    return [];
  }
  const file = path.join(corpus, 'corpus/articles/vn.jsonl.gz');
  if (!existsSync(file)) throw new Error(`DATELINE_CORPUS is set, but ${file} is not there.`);
  return gunzipSync(readFileSync(file))
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => v.parse(Gold, JSON.parse(line)))
    .map(({ url, html, gold }) => ({
      address: new URL(url).pathname,
      html,
      title: gold.title,
      day: dayInVietnam(gold.date),
    }));
};

const serveSamples = async (samples: readonly Sample[]) => {
  const server = createServer((request, response) => {
    const sample = samples.find(({ address }) => address === request.url);
    response.writeHead(sample ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' });
    response.end(sample?.html ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://localhost:${portOf(server)}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};

const fetchFeed = async (owner: Page, address: string): Promise<string> => {
  const answer = await owner.request.get(address);
  expect(answer.status()).toBe(200);
  return answer.text();
};

const entryWith = (feed: FeedData, title: string) =>
  feed.entries?.find(({ description }) => description?.includes(title));

test.describe('from the page that is open to the digest of its day', () => {
  test.use({ launch: { language: 'vi', zone: ZONE } });
  test.setTimeout(300_000);
  let installation: Installation;
  let data: ReturnType<typeof temporaryFolder>;

  test.beforeAll(async () => {
    data = temporaryFolder();
    installation = await install(data.folder);
  });
  test.afterAll(async () => {
    await installation.stop();
    data.remove();
  });

  test('every page is found on its day, in the JSON and in both feeds @pair', async ({
    dateline,
  }) => {
    const samples = [...ownSamples(), ...corpusSamples()];
    const pages = await serveSamples(samples);
    // The pages' own requests to the rest of the world end here.
    await dateline.context.route(
      ({ protocol, hostname }) => protocol.startsWith('http') && hostname !== 'localhost',
      (route) => route.abort(),
    );
    const home = await claim(dateline, installation.claim ?? '');
    const workspace = new URL(home.url()).pathname.split('/')[2] ?? '';
    await pair(dateline, installation.origin, 'vi');

    const titles = new Map<Sample, string>();
    for (const sample of samples) {
      const { page, panel } = await keep(dateline, pages.origin + sample.address, 'vi');
      titles.set(sample, await panel.getByRole('heading', { level: 1 }).innerText());
      await page.close();
    }

    const owner = await dateline.open(home.url());
    const feeds = await dailyFeeds(owner, `${installation.origin}/w/${workspace}/feeds`);
    const whole = { descriptionMaxLen: 0 };
    const atomText = await fetchFeed(owner, feeds['atom'] ?? '');
    const jsonText = await fetchFeed(owner, feeds['json'] ?? '');
    const atom = extractFromXml(atomText, whole);
    const json = extractFromJson(jsonText, whole);

    let rightDays = 0;
    for (const sample of samples) {
      const title = titles.get(sample) ?? '';
      expect.soft(title).toBe(sample.title);
      const entry = entryWith(json, title);
      const day = /day\/(\d{4}-\d{2}-\d{2})/.exec(entry?.link ?? '')?.[1] ?? 'none';
      expect(entryWith(atom, title)?.link, `${title} in the Atom feed`).toBe(entry?.link);
      await owner.goto(`${installation.origin}/w/${workspace}/day/${day}`);
      // Those behind the first of a story go by their source there.
      const link = owner.getByRole('link', { name: title, exact: true });
      await expect(link.or(owner.getByTitle(title, { exact: true }))).toBeVisible();
      const answer = await owner.request.get(
        `${installation.origin}/api/w/${workspace}/digests/${day}`,
      );
      const digest = v.parse(Digest, await answer.json());
      const kept = digest.groups.flatMap(({ stories }) => stories.flatMap(({ clips }) => clips));
      expect(kept.map((clip) => clip.title)).toContain(title);
      if (day === sample.day) rightDays += 1;
      else console.log(`Wrong day: ${day}, not ${sample.day}, for ${sample.address}`);
    }
    console.log(`Right day: ${rightDays} of ${samples.length} pages.`);
    expect(rightDays).toBe(samples.length);
    pages.close();
  });
});
