// The list of all feeds, as a page and as OPML, and a feed as a person sees it who opens its address.
import { parseOpml } from 'feedsmith';
import { beforeAll, describe, expect, test } from 'vitest';
import { addresses, FORMATS, keep, type Me, read, understand } from './feed-reading.ts';
import { newId, sample } from './sample.ts';
import { db, isElsewhere, metered, ORIGIN, type Server, startServer } from './server.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer('2026-03-10T08:00:00Z');
});

const HOSTILE = '<b>"]]>\u0001 &amp; \u202Enước';

const keepUnder = async ({ workspace, token }: Me, name: string): Promise<void> => {
  const json = sample({}, { filing: { tags: [name], collections: [name] } });
  const address = `/api/w/${workspace}/keeps/${newId()}`;
  await server.request(address, { method: 'PUT', token, json });
};

const save = ({ workspace, cookie }: Pick<Me, 'workspace' | 'cookie'>, name: string) =>
  server.request(`/w/${workspace}/searches`, {
    method: 'POST',
    cookie,
    form: { name, query: 'story' },
  });

const get = (workspace: string, page: string, cookie: string) =>
  server.request(`/w/${workspace}/${page}`, { cookie });

/** The groups of an OPML, each with its feeds. */
const groupsIn = (opml: string) =>
  (parseOpml(opml).body?.outlines ?? []).map(({ text, outlines = [] }) => ({
    text,
    feeds: outlines.map((feed) => ({ text: feed.text, type: feed.type, at: feed.xmlUrl ?? '' })),
  }));

describe('the list of feeds', () => {
  test('as OPML has each of one’s feeds in its group, and each is one', async () => {
    const me = await server.install({ name: 'Tin & <tôi>' });
    await keepUnder(me, HOSTILE);
    await save(me, HOSTILE);
    const answer = await get(me.workspace, 'feeds.opml', me.cookie);
    expect(answer.headers.get('content-type')).toBe('text/x-opml; charset=utf-8');
    const opml = await answer.text();
    expect(opml).not.toContain('\u0001');
    expect(opml).toMatch(/<opml version="2.0">/);
    const groups = groupsIn(opml);
    const held = HOSTILE.replace('\u0001', '').replace('\u202E', '');
    expect(groups.map(({ text, feeds }) => [text, feeds.length])).toEqual([
      ['Tin & <tôi>', 2],
      ['Collections', 2],
      ['Saved searches', 2],
      ['Topics', 34],
      ['Tags', 2],
    ]);
    const named = [1, 2, 4].map((at) => groups[at]?.feeds.map(({ text }) => text));
    const both = [`${held} (Day by day)`, held];
    expect(named).toEqual([both, both, both]);
    for (const { type, at } of groups.flatMap(({ feeds }) => feeds)) {
      expect(type).toBe('rss');
      understand(await read(server, at.replace(ORIGIN, '')));
    }
    const headers = { 'if-none-match': answer.headers.get('etag') ?? '' };
    const again = await server.request(`/w/${me.workspace}/feeds.opml`, {
      cookie: me.cookie,
      headers,
    });
    expect(again.status).toBe(304);
  });

  test('has a person’s searches for themselves alone, and nothing for strangers', async () => {
    const me = await server.install();
    const other = await server.admit(me.workspace, 'viewer');
    await save(me, 'My own');
    for (const page of ['feeds', 'feeds.opml']) {
      expect(await (await get(me.workspace, page, me.cookie)).text()).toContain('My own');
      expect(await (await get(me.workspace, page, other)).text()).not.toContain('My own');
      expect((await server.request(`/w/${me.workspace}/${page}`)).status).toBe(401);
      const { cookie } = await server.claim();
      expect((await get(me.workspace, page, cookie)).status).toBe(404);
    }
  });

  test('offers each feed with summaries and with whole texts', async () => {
    const me = await server.install();
    await keepUnder(me, 'Sea');
    const page = await (await get(me.workspace, 'feeds', me.cookie)).text();
    for (const format of FORMATS)
      for (const [label, ending] of [
        ['', ''],
        [', whole texts', String.raw`\?content=full`],
      ] as const) {
        const name = { rss: 'RSS', atom: 'Atom', json: 'JSON Feed' }[format];
        const link = `href="${ORIGIN}(/feed/[^"]+/clips.${format}${ending})" aria-label="${name}${label}: Sea"`;
        const found = Array.from(page.matchAll(new RegExp(link, 'g')), ([, path = '']) => path);
        // Of the collection and of the tag.
        expect(found).toHaveLength(2);
        for (const path of found) understand(await read(server, path));
      }
  });

  test('an owner exchanges all addresses, and the old ones read nothing more', async () => {
    const me = await server.install();
    await keepUnder(me, 'Named');
    await save(me, 'My own');
    const listed = async (): Promise<string[]> => {
      const page = await (await get(me.workspace, 'feeds', me.cookie)).text();
      return [...new Set(page.match(/\/feed\/[\w-]+\/[a-z]+\.[a-z]+/g))];
    };
    const statusesOf = (all: readonly string[]) =>
      Promise.all(all.map(async (path) => (await server.request(path)).status));
    const before = await listed();
    expect(new Set(await statusesOf(before))).toEqual(new Set([200]));
    const form = {};
    const renew = `/w/${me.workspace}/feeds/renew`;
    const asked = await server.request(renew, { method: 'POST', cookie: me.cookie, form });
    expect(asked.headers.get('location')).toBe(`/w/${me.workspace}/feeds`);
    expect(new Set(await statusesOf(before))).toEqual(new Set([404]));
    const after = await listed();
    expect(after.length).toBe(before.length);
    expect(new Set(await statusesOf(after))).toEqual(new Set([200]));
    expect(after.filter((path) => before.includes(path))).toEqual([]);

    const editor = await server.admit(me.workspace, 'editor');
    expect(await (await get(me.workspace, 'feeds', editor)).text()).not.toContain('feeds/renew');
  });

  test.skipIf(isElsewhere)(
    'lists 200 tags however many there are, and reads no more for it',
    async () => {
      const me = await server.install();
      const add = (from: number, to: number) =>
        db
          .prepare(
            `WITH RECURSIVE n(i) AS (SELECT ${from} UNION ALL SELECT i + 1 FROM n WHERE i < ${to})
           INSERT INTO tag (workspace, id, name, folded, seq)
           SELECT ?, 'tag-' || i, 'Tag ' || i, printf('tag %05d', i), 1 FROM n`,
          )
          .bind(me.workspace)
          .run();
      const cost = async () => {
        const { db: database, rows, trips } = metered();
        const answer = await server.request(`/w/${me.workspace}/feeds`, {
          cookie: me.cookie,
          database,
        });
        const listed = (await answer.text()).match(/href="\/w\/\w+\/tag\//g)?.length;
        return { read: rows.read, trips: trips.inSequence, listed };
      };
      await add(1, 300);
      const small = await cost();
      await add(301, 2_000);
      expect(await cost()).toEqual(small);
      expect(small).toMatchObject({ trips: 2, listed: 200 });
      expect(small.read).toBeLessThan(450);
    },
  );
});

const open = (path: string, more: Record<string, string> = {}) =>
  server.request(path, { headers: { 'sec-fetch-dest': 'document', ...more } });

describe('a feed that a person opens in a browser', () => {
  test('is a page that says what it is, with its address and links, in each format', async () => {
    const me = await server.install({ zone: 'UTC', name: HOSTILE });
    await keep(server, me, HOSTILE, '2022-12-27', {
      canonicalUrl: 'https://paper.example/x?a=1&b=2',
    });
    const { clips, daily } = await addresses(server, me);
    for (const format of FORMATS) {
      const answer = await open(clips[format]);
      expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
      const html = await answer.text();
      expect(html).toContain('This is a feed.');
      expect(html).toContain(`value="${ORIGIN}${clips[format]}"`);
      expect(html).toContain('href="https://paper.example/x?a=1&amp;b=2"');
      expect(html).not.toContain('<b>"');
      expect(await (await open(daily[format])).text()).toContain('Tuesday, 27 December 2022');
    }
    expect(await (await open(`${clips.rss}?content=full`)).text()).toContain('?content=full"');
  });

  test('is the feed for every program, and neither is taken for the other', async () => {
    const me = await server.install();
    await keep(server, me, 'One', '2022-12-27');
    const { rss } = (await addresses(server, me)).clips;
    const [feed, page] = [await server.request(rss), await open(rss)];
    for (const answer of [feed, page]) expect(answer.headers.get('vary')).toBe('Sec-Fetch-Dest');
    understand(await feed.text());
    const etags = [feed, page].map((answer) => answer.headers.get('etag') ?? '');
    expect(new Set(etags).size).toBe(2);
    const [asFeed = '', asPage = ''] = etags;
    expect((await open(rss, { 'if-none-match': asFeed })).status).toBe(200);
    expect((await open(rss, { 'if-none-match': asPage })).status).toBe(304);
    for (const dest of ['empty', 'iframe', 'image']) {
      const answer = await server.request(rss, { headers: { 'sec-fetch-dest': dest } });
      expect(answer.headers.get('content-type')).toContain('rss');
    }
  });
});
