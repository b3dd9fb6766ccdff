// Correcting what is kept: what changes, where it shows, and who may.
import { beforeAll, expect, test } from 'vitest';
import type { Clip } from '../../shared/schema/clip.ts';
import type { Correction } from '../../shared/schema/correction.ts';
import type { Digest } from '../../shared/schema/digest.ts';
import type { KeepAnswer } from '../../shared/schema/keep.ts';
import { addresses, understand, read } from './feed-reading.ts';
import { newId, sample } from './sample.ts';
import { db, metered, type Server, startServer } from './server.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer('2026-03-10T08:00:00Z');
});

interface Caller {
  workspace: string;
  token?: string;
  cookie?: string;
}

const keep = async (
  { workspace, ...who }: Caller,
  article: Parameters<typeof sample>[0] = {},
  id = newId(),
): Promise<KeepAnswer> => {
  const answer = await server.request(`/api/w/${workspace}/keeps/${id}`, {
    method: 'PUT',
    json: sample(article),
    ...who,
  });
  expect(answer.status).toBeLessThan(300);
  return answer.json();
};

const put = async (
  { workspace, ...who }: Caller,
  id: string,
  json: unknown,
  database?: D1Database,
) => {
  const answer = await server.request(`/api/w/${workspace}/edits/${id}`, {
    method: 'PUT',
    json,
    ...who,
    ...(database && { database }),
  });
  return { status: answer.status, body: await answer.json<KeepAnswer & { code?: string }>() };
};

const edit = (me: Caller, of: string, correction: Correction | object, id = newId()) =>
  put(me, id, { version: 1, keep: of, correction });

const get = async <T>({ workspace, ...who }: Caller, path: string): Promise<T> =>
  (await server.request(`/api/w/${workspace}/${path}`, who)).json<T>();

const digest = (me: Caller, day: string) => get<Digest>(me, `digests/${day}`);

const on = (value: string) => ({
  published: { precision: 'day' as const, value, evidence: 'reader' as const },
});

test('only the fields that are corrected change, and the same bytes hear the same answer', async () => {
  const me = await server.install();
  const kept = await keep(me);
  const before = await get<Clip>(me, `clips/${kept.clip}`);
  const id = newId();
  const first = await edit(me, kept.id, { title: 'Better', authors: [] }, id);
  expect(first).toEqual({ status: 200, body: { ...kept, seq: kept.seq + 1 } });
  expect(await get(me, `clips/${kept.clip}`)).toEqual({
    ...before,
    title: 'Better',
    authors: [],
    asRead: { title: before.title, authors: ['Lan Nguyễn'] },
  });
  await edit(me, kept.id, { title: 'Best', section: ['Land', 'Plots'] });
  expect(await edit(me, kept.id, { title: 'Better', authors: [] }, id)).toEqual(first);
  const other = await edit(me, kept.id, { title: 'Other' }, id);
  expect([other.status, other.body.code]).toEqual([422, 'other-bytes']);
  expect(await get(me, `clips/${kept.clip}`)).toEqual({
    ...before,
    title: 'Best',
    section: ['Land', 'Plots'],
    category: null,
    authors: [],
    asRead: { title: before.title, authors: ['Lan Nguyễn'], section: before.section },
  });
});

const titles = ({ groups }: Digest) =>
  groups
    .flatMap(({ stories }) => stories.flatMap(({ clips }) => clips.map(({ title }) => title)))
    .sort();

test('a corrected date moves the clip, and both days have another revision', async () => {
  const me = await server.install({ zone: 'UTC' });
  const stays = await keep(me, { title: 'Stays', ...on('2022-12-27') });
  const moves = await keep(me, { title: 'Moves', ...on('2022-12-27') });
  const there = await keep(me, { title: 'There', ...on('2022-12-24') });
  const days = ['2022-12-24', '2022-12-27'];
  const before = await Promise.all(days.map((day) => digest(me, day)));
  expect(before.map(({ revision }) => revision)).toEqual([there.seq, moves.seq]);
  server.setClock('2026-03-10T09:00:00Z');
  const { body } = await edit(me, moves.id, on('2022-12-24'));
  server.setClock('2026-03-10T08:00:00Z');
  expect(body).toMatchObject({ day: '2022-12-24', seq: there.seq + 1 });
  const after = await Promise.all(days.map((day) => digest(me, day)));
  expect(after.map(titles)).toEqual([['Moves', 'There'], ['Stays']]);
  expect(after.map(({ revision }) => revision)).toEqual([body.seq, body.seq]);
  expect(after.map(({ updated }) => updated)).toEqual([
    '2026-03-10T09:00:00.000Z',
    '2026-03-10T09:00:00.000Z',
  ]);
  const feed = understand(await read(server, (await addresses(server, me)).daily.atom));
  expect(feed.entries?.map(({ published, link }) => [link?.slice(-10), published])).toEqual([
    ['2022-12-27', '2026-03-10T09:00:00.000Z'],
    ['2022-12-24', '2026-03-10T09:00:00.000Z'],
  ]);
  // Back and away once more: each time the day that it leaves hears of it.
  await edit(me, stays.id, on('2022-12-24'));
  const back = await edit(me, stays.id, on('2022-12-27'));
  const again = await edit(me, stays.id, on('2022-12-24'));
  expect((await digest(me, '2022-12-27')).revision).toBe(again.body.seq);
  expect(again.body.seq).toBe(back.body.seq + 1);
  expect(await digest(me, '2022-12-26')).toMatchObject({ earlier: '2022-12-24', later: null });
  const counts = await db
    .prepare(`SELECT axis, day, clips FROM day_count WHERE workspace = ? ORDER BY axis DESC, day`)
    .bind(me.workspace)
    .all();
  expect(counts.results).toEqual([
    { axis: 'published', day: '2022-12-24', clips: 3 },
    { axis: 'kept', day: '2026-03-10', clips: 3 },
  ]);
});

test('without a date, or with one to come, the clip goes to the day on which it was kept', async () => {
  const me = await server.install({ zone: 'UTC' });
  const kept = await keep(me, on('2022-12-27'));
  expect((await edit(me, kept.id, { published: null })).body.day).toBe('2026-03-10');
  expect((await edit(me, kept.id, on('2022-12-27'))).body.day).toBe('2022-12-27');
  expect((await edit(me, kept.id, on('2026-03-11'))).body.day).toBe('2026-03-10');
  expect(await get(me, `clips/${kept.clip}`)).toMatchObject({ published: '2026-03-11' });
  const exported = await server.request(`/api/w/${me.workspace}/export`, { token: me.token });
  expect(JSON.parse(await exported.text())).toMatchObject({
    facts: { published: { value: '2026-03-11', evidence: 'reader' } },
  });
});

test('a correction that changes nothing takes no number, and no day hears of it', async () => {
  const me = await server.install({ zone: 'UTC' });
  const kept = await keep(me, { title: 'Right', ...on('2022-12-27') });
  const { body } = await edit(me, kept.id, { title: 'Right', ...on('2022-12-27') });
  expect(body).toEqual(kept);
  expect((await digest(me, '2022-12-27')).revision).toBe(kept.seq);
});

test('the operation that found an earlier keep names its clip too', async () => {
  const me = await server.install();
  const article = sample().article;
  const first = await keep(me, article);
  const second = newId();
  await keep(me, article, second);
  const { body } = await edit(me, second, { title: 'Better' });
  expect(body).toMatchObject({ id: first.id, clip: first.clip });
});

test('every editor corrects for all; viewers and other workspaces do not', async () => {
  const me = await server.install();
  const kept = await keep(me);
  const as = async (role: 'editor' | 'viewer') => ({
    workspace: me.workspace,
    cookie: await server.admit(me.workspace, role),
  });
  expect((await edit(await as('editor'), kept.id, { title: 'Theirs' })).status).toBe(200);
  const viewer = await edit(await as('viewer'), kept.id, { title: 'No' });
  expect([viewer.status, viewer.body.code]).toEqual([403, 'role-too-low']);
  const other = await server.install();
  const foreign = await edit(other, kept.id, { title: 'No' });
  const missing = await edit(other, newId(), { title: 'No' });
  expect([foreign.status, foreign.body]).toEqual([404, missing.body]);
  expect((await edit({ ...other, workspace: me.workspace }, kept.id, { title: 'No' })).status).toBe(
    404,
  );
  expect(await get(me, `clips/${kept.clip}`)).toMatchObject({ title: 'Theirs' });
});

test('what was deleted is gone, and of an address alone there is nothing to correct', async () => {
  const me = await server.install();
  const kept = await keep(me);
  await server.request(`/api/w/${me.workspace}/keeps/${kept.id}`, { method: 'DELETE', ...me });
  const late = await edit(me, kept.id, { title: 'Late' });
  expect([late.status, late.body.code]).toEqual([410, 'in-trash']);
  const link = await server.request(`/api/w/${me.workspace}/keeps/${newId()}`, {
    method: 'PUT',
    token: me.token,
    json: sample({ blocks: [] }, { summary: { sentences: [], terms: [] } }),
  });
  const { id } = await link.json<KeepAnswer>();
  expect((await edit(me, id, on('2022-12-27'))).status).toBe(404);
});

test.each([
  ['nothing', {}],
  ['an unknown field', { zone: 'Other' }],
  ['a blank headline', { title: ' ' }],
  ['no headline', { title: null }],
  ['a day that does not exist', on('2022-02-30')],
  ['nine sections', { section: Array.from({ length: 9 }, () => 'x') }],
])('%s is refused, and nothing changes', async (_name, correction) => {
  const me = await server.install();
  const kept = await keep(me);
  const refused = await edit(me, kept.id, correction);
  expect([refused.status, refused.body.code]).toEqual([400, 'bad-request']);
  expect((await keep(me)).seq).toBe(kept.seq + 1);
});

test('a newer extension is told so', async () => {
  const me = await server.install();
  const { status, body } = await put(me, newId(), { version: 2, move: 7 });
  expect([status, body.code]).toEqual([422, 'newer-client']);
});

const chosen = (text: string, end = text.length) => ({
  blocks: [{ kind: 'paragraph', runs: [{ text }] }],
  truncated: false,
  summary: { sentences: [{ block: 0, start: 0, end }], terms: ['Land'] },
});

test('another text comes with its summary, on the card and in the clip, and what else there is stays', async () => {
  const me = await server.install({ zone: 'UTC' });
  const kept = await keep(me, { ...on('2022-12-27'), truncated: true });
  const before = await get<Clip>(me, `clips/${kept.clip}`);
  const text = chosen('The land is theirs.');
  const write = { version: 1, keep: kept.id, correction: { title: 'Land' }, text };
  const { status, body } = await put(me, newId(), write);
  expect([status, body]).toEqual([200, { ...kept, seq: kept.seq + 1 }]);
  const after = {
    ...before,
    title: 'Land',
    summary: ['The land is theirs.'],
    words: 4,
    blocks: text.blocks,
    spans: text.summary.sentences,
    terms: ['Land'],
    truncated: false,
    asRead: { title: before.title },
  };
  expect(await get(me, `clips/${kept.clip}`)).toEqual(after);
  const day = await digest(me, '2022-12-27');
  expect(day.revision).toBe(body.seq);
  expect(day.groups[0]?.stories[0]?.clips[0]).toMatchObject({ summary: ['The land is theirs.'] });
  // A field that is corrected later leaves the text alone.
  await edit(me, kept.id, { title: 'Plots' });
  expect(await get(me, `clips/${kept.clip}`)).toEqual({ ...after, title: 'Plots' });
});

test.each([
  ['whose summary is made up', chosen('Short.', 90), 422, 'not-grounded'],
  ['without a block', { ...chosen('x'), blocks: [] }, 400, 'bad-request'],
])('a text %s is refused, and nothing changes', async (_name, text, status, code) => {
  const me = await server.install();
  const kept = await keep(me);
  const write = { version: 1, keep: kept.id, correction: {}, text };
  const refused = await put(me, newId(), write);
  expect([refused.status, refused.body.code]).toEqual([status, code]);
  expect((await keep(me)).seq).toBe(kept.seq + 1);
});

test('ten corrections at once are all done, each day hears of the last that concerns it', async () => {
  const me = await server.install({ zone: 'UTC' });
  const kept = await keep(me, on('2022-12-27'));
  const days = Array.from({ length: 10 }, (_, index) => `2022-12-1${index}`);
  const answers = await Promise.all(days.map((day) => edit(me, kept.id, on(day))));
  expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
  const last = answers.reduce((one, other) => (one.body.seq > other.body.seq ? one : other));
  const clips = await Promise.all(days.map(async (day) => (await digest(me, day)).clips));
  expect(days.filter((_, index) => clips[index] === 1)).toEqual([last.body.day]);
  const counted = await db
    .prepare(`SELECT day, clips FROM day_count WHERE workspace = ? AND axis = 'published'`)
    .bind(me.workspace)
    .all();
  expect(counted.results).toEqual([{ day: last.body.day, clips: 1 }]);
});

test('a correction costs the same in a small library and in a larger one', async () => {
  const me = await server.install({ zone: 'UTC' });
  const kept = await keep(me, on('2022-12-27'));
  const cost = async (day: string) => {
    const { db: database, rows } = metered();
    await put(me, newId(), { version: 1, keep: kept.id, correction: on(day) }, database);
    return rows;
  };
  const small = await cost('2022-12-24');
  for (let count = 0; count < 40; count += 1) await keep(me, on('2022-12-24'));
  for (let count = 0; count < 40; count += 1) await keep(me, on('2022-12-23'));
  const large = await cost('2022-12-23');
  console.log(`a correction reads ${large.read} rows and writes ${large.written}`);
  expect(large.read).toBeLessThanOrEqual(small.read + 2);
  expect(large.written).toBeLessThanOrEqual(32);
});
