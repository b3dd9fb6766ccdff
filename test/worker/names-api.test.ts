// Tags and collections by the API.
import { beforeAll, expect, test } from 'vitest';
import { newId, sample } from './sample.ts';
import { type Server, startServer } from './server.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer('2026-03-10T08:00:00Z');
});

type Me = Awaited<ReturnType<Server['install']>>;

const keep = async (
  { workspace, token }: Me,
  filing: { tags?: string[]; collections?: string[] },
) => {
  const answer = await server.request(`/api/w/${workspace}/keeps/${newId()}`, {
    method: 'PUT',
    token,
    json: sample({}, { filing: { tags: [], collections: [], ...filing } }),
  });
  return (await answer.json<{ clip: string }>()).clip;
};

const ask = async ({ workspace, token }: Me, method: string, path: string, json?: object) => {
  const answer = await server.request(`/api/w/${workspace}/${path}`, {
    method,
    token,
    ...(json && { json }),
  });
  const text = await answer.text();
  return { status: answer.status, body: text === '' ? null : JSON.parse(text) };
};

const clip = async (me: Me, id: string) => {
  const { body } = await ask(me, 'GET', `clips/${id}`);
  return { tags: body.tags, collections: body.collections };
};

test('a tag is renamed by a token, its clips with it, and is found by its new name alone', async () => {
  const me = await server.install();
  const id = await keep(me, { tags: ['Flood'] });
  const found = await ask(me, 'GET', 'tags/flood');
  expect(found.body).toEqual({ id: expect.any(String), name: 'Flood', description: '', clips: 1 });
  const renamed = await ask(me, 'PUT', 'tags/Flood', { name: ' Floods ' });
  expect(renamed).toEqual({ status: 200, body: { ...found.body, name: 'Floods' } });
  expect((await ask(me, 'GET', 'tags/Flood')).status).toBe(404);
  expect((await clip(me, id)).tags).toEqual(['Floods']);
});

test('a name that another one has is refused with that name, and nothing changes', async () => {
  const me = await server.install();
  const id = await keep(me, { tags: ['Flood', 'Storm'] });
  const refused = await ask(me, 'PUT', 'tags/Flood', { name: 'STORM' });
  expect([refused.status, refused.body.code, refused.body.detail]).toEqual([
    409,
    'name-taken',
    'Storm',
  ]);
  expect((await clip(me, id)).tags).toEqual(['Flood', 'Storm']);
  expect((await ask(me, 'PUT', 'tags/Flood', { name: 'FLOOD' })).body.name).toBe('FLOOD');
});

test('a collection says what it is about, and keeps its id with another name', async () => {
  const me = await server.install();
  await keep(me, { collections: ['Land'] });
  const { body } = await ask(me, 'GET', 'collections/Land');
  const described = await ask(me, 'PUT', 'collections/Land', { description: ' Plots. ' });
  expect(described.body).toEqual({ ...body, description: 'Plots.' });
  const renamed = await ask(me, 'PUT', 'collections/Land', { name: 'Fields' });
  expect(renamed.body).toEqual({ ...body, name: 'Fields', description: 'Plots.' });
  const both = await ask(me, 'PUT', 'collections/Fields', { name: 'Soil', description: '' });
  expect(both.body).toEqual({ ...body, name: 'Soil' });
});

test('two names become one, and none is put together with itself', async () => {
  const me = await server.install();
  const id = await keep(me, { collections: ['Land', 'Fields'] });
  const other = await keep(me, { collections: ['Land'] });
  const itself = await ask(me, 'POST', 'collections/Land/merge', { into: 'land' });
  expect([itself.status, itself.body.code]).toEqual([400, 'bad-request']);
  expect((await ask(me, 'POST', 'collections/Land/merge', { into: 'None' })).status).toBe(404);
  const merged = await ask(me, 'POST', 'collections/Land/merge', { into: 'Fields' });
  expect(merged).toMatchObject({ status: 200, body: { name: 'Fields', clips: 2 } });
  expect((await clip(me, id)).collections).toEqual(['Fields']);
  expect((await clip(me, other)).collections).toEqual(['Fields']);
  expect((await ask(me, 'GET', 'collections/Land')).status).toBe(404);
});

test('a deleted name leaves its clips, and deleting it again is no matter', async () => {
  const me = await server.install();
  const id = await keep(me, { tags: ['Flood'] });
  expect((await ask(me, 'DELETE', 'tags/Flood')).status).toBe(204);
  expect((await ask(me, 'DELETE', 'tags/Flood')).status).toBe(204);
  expect((await clip(me, id)).tags).toEqual([]);
});

test.each([
  ['no field', 'collections/Land', {}],
  ['a blank name', 'collections/Land', { name: '  ' }],
  ['a long name', 'tags/Flood', { name: 'x'.repeat(101) }],
  ['what a tag does not say', 'tags/Flood', { name: 'Flood', description: 'Water' }],
])('%s is refused', async (_name, path, json) => {
  const me = await server.install();
  await keep(me, { tags: ['Flood'], collections: ['Land'] });
  const refused = await ask(me, 'PUT', path, json);
  expect([refused.status, refused.body.code]).toEqual([400, 'bad-request']);
});
