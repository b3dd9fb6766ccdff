// What a public link does not tell, and how dead ones are answered.
import { beforeAll, describe, expect, test } from 'vitest';
import { collectingAt, DAY } from './collecting.ts';
import { of } from './frozen.ts';
import { newId, sample } from './sample.ts';
import { db, type Server, startServer } from './server.ts';
import { clipOf, ofCollection, ofDay, path, sharingAt } from './sharing.ts';

const NOW = '2026-03-10T08:00:00Z';
let server: Server;
beforeAll(async () => {
  server = await startServer(NOW);
});
const { keep, keepAs, press } = collectingAt(() => server);
const { share, revoke, listed, open, text } = sharingAt(() => server);

const written = async (...args: Parameters<Server['request']>): Promise<void> =>
  expect((await server.request(...args)).status, args[0]).toBeOneOf([200, 201, 204]);

/** What an answer tells but for what is the request's own. */
const told = async (answer: Response) => ({
  status: answer.status,
  headers: [...answer.headers].sort(),
  body: await answer.text(),
});

describe('nothing else of the workspace is told', () => {
  test('on pages, in feeds, in tags or headers', async () => {
    const me = await server.install({ name: 'Ministry of Secrets' });
    const { workspace, token, cookie } = me;
    const kept = newId();
    const json = sample(
      {
        title: 'Inside',
        published: { precision: 'day', value: DAY, evidence: 'meta' },
      },
      { filing: { tags: ['Hush tag'], collections: ['Sea', 'Other shelf'] } },
    );
    await written(`/api/w/${workspace}/keeps/${kept}`, { method: 'PUT', token, json });
    const clip = await clipOf(workspace, 'Inside');
    await written(`/api/w/${workspace}/highlights/${newId()}`, {
      method: 'PUT',
      token,
      json: {
        version: 1,
        keep: kept,
        highlight: newId(),
        mark: {
          anchor: { quote: 'It happened', before: '', after: ' today.', start: 0, end: 11 },
          colour: 'yellow',
          note: 'Hush note',
        },
      },
    });
    await written(`/api/w/${workspace}/clips/${clip}/reading`, {
      method: 'PUT',
      cookie,
      json: { starred: true, state: 'done' },
    });
    const { account } = (await db
      .prepare('SELECT account FROM member WHERE workspace = ?')
      .bind(workspace)
      .first<{ account: string }>()) ?? { account: '?' };
    const collection = await share(me, ofCollection('Sea'), { fullText: true, feeds: true });
    const links = [
      collection.url,
      ...Object.values(collection.feeds ?? {}),
      (await share(me, ofDay(DAY))).url,
      (await share(me, ofDay(DAY, 'Sea'))).url,
      (await share(me, { kind: 'clip', id: clip }, { fullText: true })).url,
    ];
    const [, nth] = /\/clip\/(\d+)"/.exec(await text(collection.url)) ?? [];
    for (const url of [...links, `${collection.url}/clip/${nth}`]) {
      const answer = await open(url);
      const all = [url, JSON.stringify([...answer.headers]), await answer.text()].join('\n');
      expect(all, url).toContain('Inside');
      for (const hush of [
        workspace,
        'Ministry of Secrets',
        account,
        kept,
        clip,
        'Hush tag',
        'Hush note',
        'Other shelf',
        'Asia/Ho_Chi_Minh',
        'starred',
        '/w/',
        '<script',
      ])
        expect(all, `${url} tells ${hush}`).not.toContain(hush);
    }
  });

  test('but the workspace’s name, where that was chosen', async () => {
    const me = await server.install({ name: 'Harbour Desk' });
    await keep(me, DAY, 'First', 'Sea');
    const { url, feeds } = await share(me, ofCollection('Sea'), { named: true, feeds: true });
    expect(await text(url)).toContain('Shared by Harbour Desk');
    expect(await text(feeds?.atom ?? '')).toContain('Sea · Harbour Desk');
  });

  test('and no title, name or address runs anything', async () => {
    const me = await server.install();
    const evil = '"><img src=x onerror=alert(1)><script>alert(1)</script>';
    const { published } = of(DAY, 'Evil').article;
    const filing = { tags: [evil], collections: [evil] };
    await keepAs(me, {
      ...sample({ title: evil, site: evil, attribution: evil, published }),
      filing,
    });
    const collection = await share(me, ofCollection(evil), {
      fullText: true,
      feeds: true,
    });
    const id = await clipOf(me.workspace, evil);
    const links = [
      collection.url,
      ...Object.values(collection.feeds ?? {}),
      (await share(me, ofDay(DAY))).url,
      (await share(me, { kind: 'clip', id }, { fullText: true })).url,
    ];
    for (const url of links) {
      const page = await text(url);
      if (!page.startsWith('{')) expect(page).not.toMatch(/<(img|script)/);
    }
  });
});

describe('a dead link', () => {
  const NEVER = 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';

  test('is answered as one that never was: revoked, expired, deleted, made void, of a workspace that is gone', async () => {
    const never = await told(await server.request(`/share/${NEVER}`));
    expect(never.status).toBe(404);
    const me = await server.install();
    await keep(me, DAY, 'First', 'Sea');
    await keep(me, DAY, 'Second', 'Gone');
    const id = await clipOf(me.workspace, 'First');
    const made = {
      revoked: await share(me, ofCollection('Sea'), { feeds: true, fullText: true }),
      expired: await share(me, ofDay(DAY), { days: 1 }),
      collection: await share(me, ofCollection('Gone')),
      dayOf: await share(me, ofDay(DAY, 'Gone')),
      clip: await share(me, { kind: 'clip', id }),
      void: await share(me, ofDay('2022-12-28')),
    };
    for (const { url } of Object.values(made)) await text(url);
    expect((await revoke(me, made.revoked.id)).status).toBe(204);
    await press(me, 'Gone', { do: 'delete' });
    await server.request(`/api/w/${me.workspace}/clips/${id}`, {
      method: 'DELETE',
      cookie: me.cookie,
    });
    server.setClock('2026-03-12T08:00:00Z');
    const { void: alive, ...dead } = made;
    for (const [why, { url }] of Object.entries(dead))
      expect(await told(await open(url)), why).toEqual(never);
    for (const address of ['/clip/2', '/feed.rss', '/feed.json', '?before=x', '?page=2'])
      expect(await told(await open(made.revoked.url + address)), address).toEqual(never);
    await text(alive.url);
    expect(await told(await open(`${alive.url}?page=2`)), 'past its last page').toEqual(never);
    await db
      .prepare('UPDATE library SET feed_rotation = feed_rotation + 1 WHERE workspace = ?')
      .bind(me.workspace)
      .run();
    expect(await told(await open(alive.url))).toEqual(never);
    const other = await server.install({ name: 'Ends' });
    const { url } = await share(other, ofDay(DAY));
    await text(url);
    await server.request(`/w/${other.workspace}/delete`, {
      method: 'POST',
      cookie: other.cookie,
      form: { name: 'Ends' },
    });
    expect(await told(await open(url))).toEqual(never);
    server.setClock(NOW);
  });

  test('whose bytes are another’s or changed is none', async () => {
    const me = await server.install();
    await keep(me, DAY, 'First', 'Sea');
    const { url } = await share(me, ofCollection('Sea'));
    const token = path(url).slice('/share/'.length);
    const settings = await server.request(`/w/${me.workspace}/settings`, { cookie: me.cookie });
    const [, feed] = /\/feed\/([\w-]+)\//.exec(await settings.text()) ?? [];
    for (const other of [feed, `${token}A`, token.slice(1), token.toLowerCase(), '%00', 'x'])
      expect((await server.request(`/share/${other}`)).status, other).toBe(404);
    expect((await server.request(`/feed/${token}/clips.rss`)).status).toBe(404);
  });

  test('to a clip lives again with the clip that is brought back', async () => {
    const me = await server.install();
    await keep(me, DAY, 'First');
    const id = await clipOf(me.workspace, 'First');
    const { url } = await share(me, { kind: 'clip', id });
    const clip = `/api/w/${me.workspace}/clips/${id}`;
    await server.request(clip, { method: 'DELETE', cookie: me.cookie });
    expect((await open(url)).status).toBe(404);
    expect((await listed(me)).map(({ state }) => state)).toEqual(['gone']);
    await server.request(`/api/w/${me.workspace}/trash/${id}/restore`, {
      method: 'POST',
      cookie: me.cookie,
    });
    expect((await open(url)).status).toBe(200);
  });
});

test('a link to a collection that was deleted stays dead when a clip of it is brought back', async () => {
  const me = await server.install();
  await keep(me, DAY, 'First', 'Sea');
  await keep(me, DAY, 'Stays', 'Land');
  const links = [
    await share(me, ofCollection('Sea')),
    await share(me, ofDay(DAY, 'Sea')),
    await share(me, ofCollection('Land')),
  ];
  const clips = [await clipOf(me.workspace, 'First'), await clipOf(me.workspace, 'Stays')];
  for (const id of clips)
    await server.request(`/api/w/${me.workspace}/clips/${id}`, {
      method: 'DELETE',
      cookie: me.cookie,
    });
  await press(me, 'Sea', { do: 'delete' });
  for (const id of clips)
    await server.request(`/api/w/${me.workspace}/trash/${id}/restore`, {
      method: 'POST',
      cookie: me.cookie,
    });
  const answers = await Promise.all(links.map(({ url }) => open(url)));
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 200]);
  // The collection is there again, and another one.
  expect(await text((await share(me, ofCollection('Sea'))).url)).toContain('First');
});

test('who goes on guessing links is stopped, and reads those that there are all the same', async () => {
  const me = await server.install();
  await keep(me, DAY, 'First');
  const { url } = await share(me, ofDay(DAY));
  const headers = { 'cf-connecting-ip': '2001:db8:1:2::1' };
  const guess = () => server.request('/share/made-up', { headers });
  for (let turn = 0; turn < 60; turn += 1) expect((await guess()).status).toBe(404);
  const stopped = await guess();
  expect(stopped.status).toBe(429);
  expect(stopped.headers.get('retry-after')).toBe('600');
  expect((await open(url, { headers })).status).toBe(200);
});
