// What each person does with clips: to read, done, starred; one at a time and many at once.
import { beforeAll, expect, test } from 'vitest';
import { libraryTexts } from '../../shared/locales/library.ts';
import { newId, sample } from './sample.ts';
import { metered, type Server, startServer } from './server.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer('2026-03-10T08:00:00Z');
});

type Me = Awaited<ReturnType<Server['install']>>;
const t = libraryTexts('en');

const keep = async ({ workspace, token }: Pick<Me, 'workspace' | 'token'>, title: string) => {
  const answer = await server.request(`/api/w/${workspace}/keeps/${newId()}`, {
    method: 'PUT',
    token,
    json: sample({ title }),
  });
  return (await answer.json<{ clip: string }>()).clip;
};

const shelf = async (workspace: string, cookie: string, name: string): Promise<string[]> => {
  const page = await server.request(`/w/${workspace}/library?shelf=${name}`, { cookie });
  expect(page.status).toBe(200);
  return Array.from(
    (await page.text()).matchAll(/data-open[^>]*>([^<]*)</g),
    ([, title = '']) => title,
  );
};

const put = (me: Me, clip: string, json: unknown) =>
  server.request(`/api/w/${me.workspace}/clips/${clip}/reading`, {
    method: 'PUT',
    token: me.token,
    json,
  });

const press = (me: Pick<Me, 'workspace' | 'cookie'>, fields: readonly [string, string][]) =>
  server.request(`/w/${me.workspace}/library`, {
    method: 'POST',
    cookie: me.cookie,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams([...fields]).toString(),
  });

test('what one keeps is to read, until it is done; a star is beside that', async () => {
  const me = await server.install();
  const one = await keep(me, 'One');
  await keep(me, 'Two');
  expect(await shelf(me.workspace, me.cookie, 'to-read')).toEqual(['Two', 'One']);
  expect((await put(me, one, { state: 'done' })).status).toBe(204);
  expect((await put(me, one, { starred: true })).status).toBe(204);
  expect(await shelf(me.workspace, me.cookie, 'to-read')).toEqual(['Two']);
  expect(await shelf(me.workspace, me.cookie, 'done')).toEqual(['One']);
  expect(await shelf(me.workspace, me.cookie, 'starred')).toEqual(['One']);
  await put(me, one, { state: 'to-read', starred: false });
  expect(await shelf(me.workspace, me.cookie, 'to-read')).toEqual(['Two', 'One']);
  expect(await shelf(me.workspace, me.cookie, 'starred')).toEqual([]);
});

test('a colleague’s shelves are their own, and what another keeps is on none of them', async () => {
  const me = await server.install();
  const clip = await keep(me, 'Ours');
  const viewer = await server.admit(me.workspace, 'viewer');
  expect(await shelf(me.workspace, viewer, 'to-read')).toEqual([]);
  expect(await shelf(me.workspace, viewer, 'all')).toEqual(['Ours']);
  const starring = await press({ workspace: me.workspace, cookie: viewer }, [
    ['one', `star ${clip}`],
  ]);
  expect(starring.status).toBe(303);
  expect(await shelf(me.workspace, viewer, 'starred')).toEqual(['Ours']);
  expect(await shelf(me.workspace, me.cookie, 'starred')).toEqual([]);
  expect(await shelf(me.workspace, me.cookie, 'to-read')).toEqual(['Ours']);
});

test('many are done, tagged and collected at once, and one is told how many', async () => {
  const me = await server.install();
  const clips = [await keep(me, 'One'), await keep(me, 'Two')];
  await keep(me, 'Three');
  const chosen = clips.map((clip): [string, string] => ['clip', clip]);
  const here: [string, string] = ['here', `/w/${me.workspace}/library?shelf=all&before=9`];
  const tagged = await press(me, [...chosen, here, ['name', 'Bão số 3'], ['do', 'tag']]);
  expect(tagged.headers.get('location')).toBe(
    `/w/${me.workspace}/library?shelf=all&before=9&told=2`,
  );
  await press(me, [...chosen, ['name', 'Weather'], ['do', 'collect']]);
  await press(me, [...chosen, ['do', 'done']]);
  expect(await shelf(me.workspace, me.cookie, 'done')).toEqual(['Two', 'One']);
  const [first] = clips;
  const read = await server.request(`/api/w/${me.workspace}/clips/${first}`, { token: me.token });
  expect(await read.json()).toMatchObject({ tags: ['Bão số 3'], collections: ['Weather'] });
  await press(me, [...chosen, ['name', 'BÃO SỐ 3'], ['do', 'untag']]);
  const names = await server.request(`/api/w/${me.workspace}/names`, { token: me.token });
  expect(await names.json()).toEqual({ tags: [], collections: ['Weather'] });
});

test('a press without a choice or a name, or with more than can be done at once, changes nothing and says so', async () => {
  const me = await server.install();
  const clip = await keep(me, 'One');
  const told = async (fields: readonly [string, string][]) => {
    const { headers } = await press(me, fields);
    const page = await server.request(headers.get('location') ?? '', { cookie: me.cookie });
    return page.text();
  };
  expect(await told([['do', 'done']])).toContain(t.nothingChosen);
  expect(
    await told([
      ['clip', clip],
      ['name', ' '],
      ['do', 'tag'],
    ]),
  ).toContain(t.noName);
  const most = Array.from({ length: 2_000 }, (): [string, string] => ['clip', clip]);
  expect(await told([...most, ['do', 'done']])).toContain(t.tooMany(200));
  expect(await shelf(me.workspace, me.cookie, 'to-read')).toEqual(['One']);
});

test('what is no act or no clip is refused, and a form leads nowhere else', async () => {
  const me = await server.install();
  const clip = await keep(me, 'One');
  for (const wrong of [{}, { state: 'lost' }, { starred: 1 }, { place: -1 }, { more: true }])
    expect((await put(me, clip, wrong)).status, JSON.stringify(wrong)).toBe(400);
  for (const id of [newId(), 'x']) expect((await put(me, id, { state: 'done' })).status).toBe(404);
  for (const fields of [
    [
      ['do', 'explode'],
      ['clip', clip],
    ],
    [['one', 'done nonsense']],
  ] as [string, string][][])
    expect((await press(me, fields)).status).toBe(400);
  const elsewhere = await press(me, [
    ['here', 'https://evil.example/?a=1'],
    ['one', `done ${clip}`],
  ]);
  expect(elsewhere.headers.get('location')).toBe(`/w/${me.workspace}/library`);
});

test('who may only read files nothing, and reaches no other library', async () => {
  const [me, other] = [await server.install(), await server.install()];
  const clip = await keep(me, 'One');
  const cookie = await server.admit(me.workspace, 'viewer');
  const filing = await press({ workspace: me.workspace, cookie }, [
    ['clip', clip],
    ['name', 'x'],
    ['do', 'tag'],
  ]);
  expect(filing.status).toBe(403);
  const foreign = await put({ ...me, workspace: other.workspace, token: other.token }, clip, {
    starred: true,
  });
  expect(foreign.status).toBe(404);
  const many = await server.request(`/api/w/${other.workspace}/clips/many`, {
    method: 'POST',
    token: other.token,
    json: { act: 'read', clips: [clip], reading: { state: 'done' } },
  });
  expect(await many.json()).toEqual({ clips: 0 });
  expect(await shelf(me.workspace, me.cookie, 'to-read')).toEqual(['One']);
});

test('a keep that is taken back leaves the shelf, while a colleague’s stays', async () => {
  const me = await server.install();
  const id = newId();
  const article = sample({ title: 'Both' });
  const keepIt = (key: string, who: object) =>
    server.request(`/api/w/${me.workspace}/keeps/${key}`, { method: 'PUT', json: article, ...who });
  await keepIt(id, { token: me.token });
  const colleague = await server.admit(me.workspace, 'editor');
  await keepIt(newId(), { cookie: colleague });
  expect(await shelf(me.workspace, colleague, 'to-read')).toEqual(['Both']);
  await server.request(`/api/w/${me.workspace}/keeps/${id}`, { method: 'DELETE', token: me.token });
  expect(await shelf(me.workspace, me.cookie, 'to-read')).toEqual([]);
  expect(await shelf(me.workspace, colleague, 'to-read')).toEqual(['Both']);
});

test('a page of a shelf reads no more rows however much is done', async () => {
  const me = await server.install();
  const read = async (): Promise<number> => {
    const { db: database, rows } = metered();
    await server.request(`/w/${me.workspace}/library`, { cookie: me.cookie, database });
    return rows.read;
  };
  await keep(me, 'One');
  const few = await read();
  const done: string[] = [];
  for (let n = 0; n < 20; n += 1) done.push(await keep(me, `Done ${n}`));
  await server.request(`/api/w/${me.workspace}/clips/many`, {
    method: 'POST',
    token: me.token,
    json: { act: 'read', clips: done, reading: { state: 'done' } },
  });
  expect(await read()).toBeLessThan(few + done.length / 2);
});
