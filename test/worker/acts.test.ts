// What a person does with a clip offline, sent later: once, in its order, and told where it comes too late.
import { beforeAll, expect, test } from 'vitest';
import type { Act } from '../../shared/schema/act.ts';
import { copyingFrom, type Me } from './copying.ts';
import { newId } from './sample.ts';
import { db, type Server, startServer } from './server.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer('2026-03-10T08:00:00Z');
});

const { keep, readAll } = copyingFrom(() => server);

const act = async (
  { workspace, ...who }: Partial<Me> & Pick<Me, 'workspace'>,
  clip: string,
  what: Act,
  id = newId(),
) => {
  const answer = await server.request(`/api/w/${workspace}/acts/${id}`, {
    method: 'PUT',
    ...(who.token ? { token: who.token } : { cookie: who.cookie ?? '' }),
    json: { version: 1, clip, act: what },
  });
  return { id, status: answer.status, body: await answer.json<{ code?: string; clip?: string }>() };
};

const NOTHING = { tags: [], collections: [] };
const tagged = (name: string): Act => ({
  kind: 'file',
  change: { add: { tags: [name], collections: [] }, remove: NOTHING },
});
const cardOf = async (me: Me, clip: string) => {
  const { cards, names } = await readAll(me);
  const card = cards.find(({ id }) => id === clip);
  return card && { ...card, tags: names.map(({ name }) => name) };
};

test('a clip is done, starred, tagged and deleted, each act once', async () => {
  const me = await server.install();
  const { clip } = await keep(me);
  const done = await act(me, clip, { kind: 'read', reading: { state: 'done' } });
  expect(done).toMatchObject({ status: 200, body: { clip } });
  await act(me, clip, { kind: 'read', reading: { starred: true } });
  await act(me, clip, tagged('Sea'));
  expect(await cardOf(me, clip)).toMatchObject({ state: 'done', starred: true, tags: ['Sea'] });

  // Sent again, it undoes nothing that came after it.
  await act(me, clip, { kind: 'read', reading: { state: 'to-read' } });
  expect(await act(me, clip, { kind: 'read', reading: { state: 'done' } }, done.id)).toEqual(done);
  expect(await cardOf(me, clip)).toMatchObject({ state: 'to-read' });
  expect((await act(me, clip, tagged('Other'), done.id)).body.code).toBe('other-bytes');

  const removed = await act(me, clip, { kind: 'delete' });
  expect(removed.status).toBe(200);
  expect(await cardOf(me, clip)).toBeUndefined();
  // The answer that was lost is heard, and what was put back since is not deleted again.
  await server.request(`/api/w/${me.workspace}/trash/${clip}/restore`, {
    method: 'POST',
    token: me.token,
  });
  expect(await act(me, clip, { kind: 'delete' }, removed.id)).toEqual(removed);
  expect(await cardOf(me, clip)).toMatchObject({ tags: ['Sea'] });
});

test('what comes after a clip went is told, and brings nothing back', async () => {
  const me = await server.install();
  const { clip } = await keep(me);
  await act(me, clip, { kind: 'delete' });
  for (const what of [
    { kind: 'read', reading: { starred: true } },
    tagged('Sea'),
    { kind: 'delete' },
  ] satisfies Act[])
    expect(await act(me, clip, what)).toMatchObject({ status: 410, body: { code: 'in-trash' } });
  server.setClock('2026-05-10T08:00:00Z');
  expect((await act(me, clip, tagged('Sea'))).body.code).toBe('gone');
  server.setClock('2026-03-10T08:00:00Z');
  expect((await act(me, newId(), tagged('Sea'))).body.code).toBe('not-found');
});

test('who may only read says what they do with a clip, and nothing else; another library is out of reach', async () => {
  const [me, other] = [await server.install(), await server.install()];
  const { clip } = await keep(me);
  const viewer = {
    workspace: me.workspace,
    cookie: await server.admit(me.workspace, 'viewer'),
  };
  const starred = { kind: 'read', reading: { starred: true } } as const;
  expect((await act(viewer, clip, starred)).status).toBe(200);
  expect((await act(viewer, clip, tagged('Sea'))).body.code).toBe('role-too-low');
  expect((await act(viewer, clip, { kind: 'delete' })).body.code).toBe('role-too-low');
  expect(await cardOf(me, clip)).toMatchObject({ starred: false, tags: [] });
  expect((await act(other, clip, starred)).body.code).toBe('not-found');
  expect((await act({ workspace: other.workspace, token: me.token }, clip, starred)).status).toBe(
    404,
  );
  // An id that stands for an act is no keep's, and a write under it is refused, not broken.
  const { id } = await act(me, clip, starred);
  const late = await server.request(`/api/w/${me.workspace}/edits/${id}`, {
    method: 'PUT',
    token: me.token,
    json: { version: 1, keep: id, correction: { title: 'X' } },
  });
  expect(late.status).toBe(422);
  const { results } = await db.prepare('SELECT keep FROM operation WHERE id = ?').bind(id).all();
  expect(results).toHaveLength(1);
});
