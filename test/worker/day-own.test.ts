// What the page of a day has of its reader's own, which nobody else sees.
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { KeepAnswer } from '../../shared/schema/keep.ts';
import { addClips } from './many-clips.ts';
import { openingAt } from './opening.ts';
import { newId, sample } from './sample.ts';
import { db, metered, type Server, startServer } from './server.ts';

const NOW = '2026-03-10T08:00:00Z';
const DAY = '2022-12-27';

let server: Server;
beforeAll(async () => {
  server = await startServer(NOW);
});
beforeEach(() => server.setClock(NOW));

type Me = Awaited<ReturnType<Server['install']>>;

const keep = async (
  { workspace, token }: Pick<Me, 'workspace' | 'token'>,
  title: string,
  section = 'Politics',
  canonicalUrl?: string,
): Promise<KeepAnswer> => {
  const published = { precision: 'day' as const, value: DAY, evidence: 'meta' as const };
  const address = canonicalUrl === undefined ? {} : { canonicalUrl };
  const answer = await server.request(`/api/w/${workspace}/keeps/${newId()}`, {
    method: 'PUT',
    token,
    json: sample({ title, section: [section], published, ...address }),
  });
  expect(answer.ok).toBe(true);
  return answer.json();
};

const openPage = openingAt(() => server);

const open = async (me: Omit<Me, 'token'>, etag = '', path = `day/${DAY}`) => {
  const opened = await openPage(me, path, etag);
  const { html } = opened;
  return {
    ...opened,
    own: Array.from(html.matchAll(/<span class="own">(.*?)<\/span>/g), ([, text = '']) => text),
    /** The headlines of what is new, in the order of the page. */
    fresh: Array.from(
      html.matchAll(/<article[^>]*>.*?<h3[^>]*><a[^>]*>(.*?)<\/a>.*?<\/article>/g),
      ([article, title = '']) => (article.includes('class="new"') ? [title] : []),
    ).flat(),
    categories: Array.from(
      html.matchAll(/<section class="group"[^>]*><div class="head"><h2>(.*?)<\/h2>/g),
      ([, name = '']) => name,
    ),
    isBehind: html.includes('data-visit='),
    seq: /name="seq" value="(\d+)"/.exec(html)?.[1] ?? '0',
  };
};

const say = (
  { workspace, cookie }: Omit<Me, 'token'>,
  what: 'visit' | 'order',
  form: Record<string, string>,
): Promise<Response> =>
  server.request(`/w/${workspace}/${what}`, {
    method: 'POST',
    cookie,
    form: { day: DAY, by: 'published', ...form },
  });

const visit = async (me: Omit<Me, 'token'>, how: 'shown' | 'seen' = 'shown'): Promise<void> => {
  const { seq } = await open(me);
  expect((await say(me, 'visit', { seq, do: how })).status).toBe(how === 'shown' ? 204 : 303);
};

test('what a reader did with a clip stands beside it, for them alone and at once', async () => {
  const me = await server.install({ zone: 'UTC' });
  const other = { ...me, cookie: await server.admit(me.workspace, 'owner') };
  const { id, clip } = await keep(me, 'Read');
  await keep(me, 'Unread');
  const before = await open(me);
  expect(before.own).toEqual([]);
  await server.request(`/api/w/${me.workspace}/clips/${clip}/reading`, {
    method: 'PUT',
    token: me.token,
    json: { state: 'done', starred: true },
  });
  await server.request(`/api/w/${me.workspace}/highlights/${newId()}`, {
    method: 'PUT',
    token: me.token,
    json: {
      version: 1,
      keep: id,
      highlight: newId(),
      mark: {
        anchor: { quote: 'It happened', before: '', after: '', start: 0, end: 11 },
        colour: 'yellow',
        note: 'Really?',
      },
    },
  });
  const after = await open(me, before.etag);
  expect([after.status, after.own]).toEqual([
    200,
    ['done', 'starred', '1 highlight', 'with notes'],
  ]);
  const theirs = await open(other);
  expect(new Set(theirs.own)).toEqual(new Set(['kept by somebody of the team']));
  expect((await open(other, after.etag)).status).toBe(200);
  expect((await open(me, '', `day/2026-03-10?by=kept`)).own).toEqual(after.own);
});

test('who keeps a clip is told of colleagues, one by name, and of nobody where the reader alone does', async () => {
  const me = await server.install({ zone: 'UTC' });
  const join = async (name: string) => {
    const cookie = await server.admit(me.workspace, 'editor');
    await db
      .prepare(
        `UPDATE account SET name = ? WHERE name = '' AND id IN
           (SELECT account FROM member WHERE workspace = ? AND role = 'editor')`,
      )
      .bind(name, me.workspace)
      .run();
    return { ...me, cookie, token: await server.pair(cookie) };
  };
  const [minh, hoa] = [await join('Minh'), await join('Hoa')];
  await keep(me, 'Shared', 'Politics', 'https://paper.example/shared');
  await keep(me, 'Mine');
  const { etag } = await open(me);
  await keep(minh, 'Shared', 'Politics', 'https://paper.example/shared');
  await keep(minh, 'Theirs');
  const after = await open(me, etag);
  expect(after.status).toBe(200);
  expect(after.own.toSorted()).toEqual(['Minh keeps it too', 'kept by Minh']);
  await keep(hoa, 'Shared', 'Politics', 'https://paper.example/shared');
  // The tests' ids tell no order.
  expect((await open(me)).own).toContainEqual(
    expect.stringMatching(/^(Minh|Hoa) and one other keep it too$/),
  );
});

test('categories go in the order that a reader gives them, one place a time, until they take that back', async () => {
  const me = await server.install({ zone: 'UTC' });
  const other = { ...me, cookie: await server.admit(me.workspace, 'viewer') };
  for (const section of ['Politics', 'Politics', 'Politics', 'Sport', 'Sport', 'Weather'])
    await keep(me, `On ${section}`, section);
  const usual = await open(me);
  expect(usual.categories).toEqual(['Politics', 'Sport', 'Weather']);
  const shown = '11000000 15000000 17000000';
  const moved = await say(me, 'order', { shown, up: '17000000' });
  expect(moved.headers.get('location')).toBe(`/w/${me.workspace}/day/${DAY}#sections`);
  const once = await open(me, usual.etag);
  expect([once.status, once.categories]).toEqual([200, ['Politics', 'Weather', 'Sport']]);
  await say(me, 'order', { shown: '11000000 17000000 15000000', up: '17000000' });
  expect((await open(me)).categories).toEqual(['Weather', 'Politics', 'Sport']);
  expect((await open(other)).categories).toEqual(['Politics', 'Sport', 'Weather']);
  await say(me, 'order', { reset: 'yes' });
  expect((await open(me)).categories).toEqual(['Politics', 'Sport', 'Weather']);
  expect((await say(me, 'order', { shown: 'x', up: 'x' })).status).toBe(400);
});

test('on a day of several pages what goes first stands on the first of them, and every clip on one', async () => {
  const me = await server.install({ zone: 'UTC' });
  await keep(me, 'On politics');
  await addClips(me, 250, `'${DAY}'`);
  await db
    .prepare(`UPDATE clip SET category = '11000000' WHERE workspace = ?`)
    .bind(me.workspace)
    .run();
  await keep(me, 'On sport', 'Sport');
  const read = async () => {
    const pages = [await open(me), await open(me, '', `day/${DAY}?page=2`)];
    const found = pages.flatMap(({ html }) =>
      Array.from(html.matchAll(/<h3[^>]*><a[^>]*>(.*?)<\/a>/g), ([, title]) => title),
    );
    return { categories: pages.map(({ categories }) => categories), clips: new Set(found).size };
  };
  const usual = { categories: [['Politics'], ['Politics', 'Sport']], clips: 252 };
  const sportFirst = { categories: [['Sport', 'Politics'], ['Politics']], clips: 252 };
  // Live, and stored by whoever came first.
  expect(await read()).toEqual(usual);
  await say(me, 'order', { shown: '11000000 15000000', up: '15000000' });
  expect(await read()).toEqual(sportFirst);
  await keep(me, 'On sport too', 'Sport');
  expect(await read()).toEqual({ ...sportFirst, clips: 253 });
  await say(me, 'order', { reset: 'yes' });
  expect(await read()).toEqual({ ...usual, clips: 253 });
});

test('what came since the visit before is new until the visit is over, and nothing is before the first', async () => {
  const me = await server.install({ zone: 'UTC' });
  const other = { ...me, cookie: await server.admit(me.workspace, 'viewer') };
  await keep(me, 'Old');
  expect(await open(me)).toMatchObject({ fresh: [], isBehind: true });
  await visit(me);
  expect(await open(me)).toMatchObject({ fresh: [], isBehind: false });
  await keep(me, 'Later');
  server.setClock('2026-03-10T12:00:00Z');
  const first = await open(me);
  expect(first).toMatchObject({ fresh: ['Later'], isBehind: true });
  expect(first.html).toContain('One story is new since your last visit.');
  await visit(me);
  server.setClock('2026-03-10T12:29:00Z');
  // Gone to an article and come back: still the same visit.
  expect(await open(me)).toMatchObject({ fresh: ['Later'], isBehind: false });
  server.setClock('2026-03-10T12:31:00Z');
  expect(await open(me)).toMatchObject({ fresh: [], isBehind: false });
  expect(await open(other)).toMatchObject({ fresh: [], isBehind: true });
});

test('on a day of several pages each tells of all that is new on that day', async () => {
  const me = await server.install({ zone: 'UTC' });
  await keep(me, 'Old');
  await visit(me);
  server.setClock('2026-03-10T12:00:00Z');
  await keep(me, 'New');
  await addClips(me, 249, `'${DAY}'`);
  for (const path of [`day/${DAY}`, `day/${DAY}?page=2`])
    expect((await open(me, '', path)).html).toContain(
      '250 clips of this day are new since your last visit.',
    );
});

test('a correction makes nothing new', async () => {
  const me = await server.install({ zone: 'UTC' });
  const { id } = await keep(me, 'Old');
  await visit(me);
  server.setClock('2026-03-10T12:00:00Z');
  const answer = await server.request(`/api/w/${me.workspace}/edits/${newId()}`, {
    method: 'PUT',
    token: me.token,
    json: { version: 1, keep: id, correction: { title: 'Corrected' } },
  });
  expect(answer.status).toBe(200);
  expect((await open(me)).fresh).toEqual([]);
});

test('all is seen by a button, without a script', async () => {
  const me = await server.install({ zone: 'UTC' });
  await keep(me, 'Old');
  await visit(me);
  await keep(me, 'Later');
  server.setClock('2026-03-10T12:00:00Z');
  expect((await open(me)).fresh).toEqual(['Later']);
  await visit(me, 'seen');
  expect(await open(me)).toMatchObject({ fresh: [], isBehind: false });
});

test('nobody has seen what is not there yet, and no page is told twice', async () => {
  const me = await server.install({ zone: 'UTC' });
  await keep(me, 'Old');
  await say(me, 'visit', { seq: '999999', do: 'shown' });
  server.setClock('2026-03-10T12:00:00Z');
  await keep(me, 'Later');
  const { fresh, seq } = await open(me);
  expect(fresh).toEqual(['Later']);
  await say(me, 'visit', { seq, do: 'shown' });
  // A page that was opened before and is told of later takes nothing back.
  await say(me, 'visit', { seq: '1', do: 'shown' });
  expect((await open(me)).isBehind).toBe(false);
  expect((await say(me, 'visit', { seq: 'x', do: 'shown' })).status).toBe(400);
});

test('it is one statement for all clips of a day, and known pages stay cheap', async () => {
  const me = await server.install({ zone: 'UTC' });
  // Who comes first has the day stored for all.
  const frozen = async () => {
    await open(me);
    return open(me);
  };
  await keep(me, 'First');
  const one = await frozen();
  for (let nth = 0; nth < 9; nth += 1) await keep(me, `More ${nth}`);
  const ten = await frozen();
  console.log(`a day of one clip reads ${one.read} rows, of ten ${ten.read}`);
  expect([one.trips, ten.trips]).toEqual([1, 1]);
  expect((ten.read - one.read) / 9).toBeLessThan(12);
  const known = await open(me, ten.etag);
  expect(known).toMatchObject({ status: 304, trips: 1 });
  expect(known.read).toBeLessThan(12);
});

test('whoever a cookie says that it is, the page is that of the session', async () => {
  const me = await server.install({ zone: 'UTC' });
  const { clip } = await keep(me, 'Starred');
  await keep(me, 'Plain');
  await server.request(`/api/w/${me.workspace}/clips/${clip}/reading`, {
    method: 'PUT',
    token: me.token,
    json: { state: 'to-read', starred: true },
  });
  const viewer = await server.admit(me.workspace, 'viewer');
  const mine = await open(me);
  expect(mine.own).toHaveLength(1);
  const [secret = '', sealed = ''] = me.cookie.split('.');
  const [theirs = '', sealedTheirs = ''] = viewer.split('.');
  const by = async (cookie: string) => open({ ...me, cookie });
  // A session of before cookies named anybody has none of these.
  for (const named of ['', '.', `.${sealedTheirs}`, '.nobody', `.${sealed}x`, `.${sealed}.more`])
    expect((await by(secret + named)).own).toEqual(mine.own);
  expect((await by(`${theirs}.${sealed}`)).own).not.toContain(mine.own[0]);
});

test('for a stranger nothing of a library is read, and little for a member of another', async () => {
  const me = await server.install({ zone: 'UTC' });
  await keep(me, 'Of many');
  await addClips(me, 300, `'${DAY}'`);
  const [secret = '', sealed = ''] = me.cookie.split('.');
  const name = secret.split('=')[0];
  for (const cookie of [`${name}=nothing`, `${name}=nothing.${sealed}`, `${name}=x.nobody`]) {
    const { status, read } = await open({ ...me, cookie });
    expect([status, read < 5]).toEqual([401, true]);
  }
  const { db: database, rows } = metered();
  const path = `/api/w/${me.workspace}/digests/${DAY}`;
  const made = await server.request(path, { token: 'A'.repeat(43), database });
  expect([made.status, rows.read < 5]).toEqual([401, true]);
  const foreign = await server.install();
  expect(await open({ ...me, cookie: foreign.cookie })).toMatchObject({ status: 404, own: [] });
});
