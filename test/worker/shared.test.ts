// What whoever has a public link reads, and what it costs.
import { beforeAll, describe, expect, test } from 'vitest';
import { collectingAt, DAY } from './collecting.ts';
import { isElsewhere, metered, ORIGIN, type Server, startServer } from './server.ts';
import { clipOf, ofCollection, ofDay, sharingAt } from './sharing.ts';

const NOW = '2026-03-10T08:00:00Z';
let server: Server;
beforeAll(async () => {
  server = await startServer(NOW);
});
const { keep } = collectingAt(() => server);
const { share, open, text } = sharingAt(() => server);

const measure = async (url: string) => {
  const meter = metered();
  const answer = await open(url, { method: 'HEAD', database: meter.db });
  expect(answer.status).toBe(200);
  return { ...meter.rows, ...meter.trips };
};

describe('a link', () => {
  test('to a collection shows its clips to anybody: headline, summary, source, date, the way to the original', async () => {
    const me = await server.install();
    await keep(me, DAY, 'First', 'Sea');
    await keep(me, DAY, 'Second', 'Sea');
    await keep(me, DAY, 'Elsewhere', 'Land');
    const { url } = await share(me, ofCollection('Sea'));
    const page = await text(url);
    for (const shown of ['Sea', 'First', 'Second', 'It happened today.', 'Paper', '27 Dec 2022'])
      expect(page, shown).toContain(shown);
    expect(page.indexOf('Second')).toBeLessThan(page.indexOf('First'));
    expect(page).toMatch(/<a href="https:\/\/paper\.example\/story-\d+" rel="noreferrer">First/);
    for (const kept of ['Elsewhere', 'Nobody knows why', 'Afterwards', 'Lan Nguyễn'])
      expect(page, kept).not.toContain(kept);
    await keep(me, DAY, 'Late', 'Sea');
    expect(await text(url)).toContain('Late');
  });

  test('to a day shows its stories, those that come later too', async () => {
    const me = await server.install();
    await keep(me, DAY, 'First');
    await keep(me, '2022-12-28', 'Next day');
    const { url } = await share(me, ofDay(DAY));
    const [before] = [await text(url)];
    expect(before).toContain('Tuesday, 27 December 2022');
    expect(before).toContain('First');
    expect(before).not.toContain('Next day');
    expect(before).not.toContain('2022-12-28');
    await keep(me, DAY, 'Late');
    expect(await text(url)).toContain('Late');
  });

  test('to a day of a collection shows what that has of it', async () => {
    const me = await server.install();
    await keep(me, DAY, 'Of the sea', 'Sea');
    await keep(me, DAY, 'Of the land', 'Land');
    const page = await text((await share(me, ofDay(DAY, 'Sea'))).url);
    expect(page).toContain('Of the sea');
    expect(page).not.toContain('Of the land');
  });

  test('to a clip shows what sums it up, and its text where that was chosen', async () => {
    const me = await server.install();
    await keep(me, DAY, 'Alone');
    const thing = { kind: 'clip', id: await clipOf(me.workspace, 'Alone') } as const;
    const [plain, whole] = [await share(me, thing), await share(me, thing, { fullText: true })];
    const [short, long] = [await text(plain.url), await text(whole.url)];
    expect(short).toContain('It happened today.');
    expect(short).toContain('Read it at Paper');
    expect(short).not.toContain('Nobody knows why');
    expect(long).toContain('Nobody knows why');
    expect(long).toContain('Afterwards');
  });

  test('to a collection has the texts of its clips where that was chosen, and of no others', async () => {
    const me = await server.install();
    await keep(me, DAY, 'Elsewhere');
    await keep(me, DAY, 'Inside', 'Sea');
    const [plain, whole] = [
      await share(me, ofCollection('Sea')),
      await share(me, ofCollection('Sea'), { fullText: true }),
    ];
    expect(await text(plain.url)).not.toContain('/clip/');
    const [, nth] = /\/clip\/(\d+)"/.exec(await text(whole.url)) ?? [];
    expect(await text(`${whole.url}/clip/${nth}`)).toContain('Nobody knows why');
    for (const address of [
      `${plain.url}/clip/${nth}`,
      `${whole.url}/clip/${Number(nth) - 1}`,
      `${whole.url}/clip/${Number(nth) + 1}`,
      `${whole.url}/clip/0`,
      `${whole.url}/clip/x`,
    ])
      expect((await open(address)).status, address).toBe(404);
  });

  test('tells nobody where one comes from, and asks not to be found', async () => {
    const me = await server.install();
    await keep(me, DAY, 'First', 'Sea');
    const { url, feeds } = await share(me, ofCollection('Sea'), { feeds: true });
    const page = await open(url);
    expect(await page.text()).toContain('<meta name="robots" content="noindex, nofollow"/>');
    for (const answer of [page, await open(feeds?.rss ?? '')]) {
      expect(answer.headers.get('x-robots-tag')).toContain('noindex');
      expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
      expect(answer.headers.get('set-cookie')).toBeNull();
      expect(answer.headers.get('cache-control')).toBe('private, no-cache');
    }
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page.headers.get('content-security-policy')).not.toContain('script-src');
  });

  test('has a card of title, day and counts', async () => {
    const me = await server.install();
    await keep(me, DAY, 'First');
    const page = await text((await share(me, ofDay(DAY))).url);
    expect(page).toContain('property="og:title" content="Tuesday, 27 December 2022"');
    expect(page).toContain('property="og:description" content="1 clip, 1 source"');
    expect(page).toContain(`property="og:image" content="${ORIGIN}/icons/512.png"`);
    expect(page).toContain('name="twitter:card" content="summary"');
  });

  test('is answered by 304 to who has it, until something of it changes', async () => {
    const me = await server.install();
    await keep(me, DAY, 'First', 'Sea');
    const { url } = await share(me, ofCollection('Sea'));
    const etag = (await open(url)).headers.get('etag') ?? '';
    const again = () => open(url, { headers: { 'if-none-match': etag } });
    expect((await again()).status).toBe(304);
    // What is not shown is not heard of.
    await keep(me, '2022-11-01', 'Elsewhere');
    expect((await again()).status).toBe(304);
    await keep(me, DAY, 'Second', 'Sea');
    expect((await again()).status).toBe(200);
  });
});

describe('what it costs', () => {
  test('a frozen day takes one round trip and a handful of rows, whether it is composed already or not', async () => {
    const me = await server.install();
    for (let turn = 0; turn < 20; turn += 1) await keep(me, DAY, 'x'.repeat(turn + 1), 'Sea');
    for (const thing of [ofDay(DAY), ofDay(DAY, 'Sea')]) {
      const [first, second] = [await share(me, thing), await share(me, thing)];
      await text(first.url);
      const fresh = await measure(second.url);
      expect(fresh.inSequence).toBe(1);
      expect(fresh.read).toBeLessThanOrEqual(14);
      const again = await measure(second.url);
      expect(again.inSequence).toBe(1);
      expect(again.read).toBeLessThanOrEqual(8);
    }
  });

  test.skipIf(isElsewhere)('a collection reads about what it shows', async () => {
    const me = await server.install();
    for (let turn = 0; turn < 5; turn += 1) await keep(me, DAY, `Clip ${turn}`, 'Sea');
    for (let turn = 0; turn < 20; turn += 1) await keep(me, DAY, `Other ${turn}`, 'Land');
    const { url } = await share(me, ofCollection('Sea'));
    const { read, inSequence } = await measure(url);
    expect(inSequence).toBe(1);
    expect(read).toBeLessThanOrEqual(5 * 3 + 15);
    const { feeds } = await share(me, ofCollection('Sea'), { feeds: true });
    expect((await measure(feeds?.rss ?? '')).read).toBeLessThanOrEqual(5 * 2 + 8);
  });
});
