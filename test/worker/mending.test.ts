// Setting right what was read off a page: what was read stays known, what was done is told, and nobody overwrites another.
import { beforeAll, expect, test } from 'vitest';
import type { Clip } from '../../shared/schema/clip.ts';
import type { Correction } from '../../shared/schema/correction.ts';
import type { ClipHistory } from '../../shared/schema/history.ts';
import type { KeepAnswer } from '../../shared/schema/keep.ts';
import { newId, sample } from './sample.ts';
import { type Server, startServer } from './server.ts';
import { type Caller, trashingAt } from './trashing.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer('2026-03-10T08:00:00Z');
});
const { ask, keep, remove, restore } = trashingAt(() => server);

const edit = (who: Caller, of: KeepAnswer, correction: Correction) =>
  ask<KeepAnswer>(who, `edits/${newId()}`, 'PUT', { version: 1, keep: of.id, correction });

const clipOf = async (who: Caller, { clip }: KeepAnswer): Promise<Clip> =>
  (await ask<Clip>(who, `clips/${clip}`)).body;

const historyOf = async (who: Caller, { clip }: KeepAnswer): Promise<ClipHistory> =>
  (await ask<ClipHistory>(who, `clips/${clip}/history`)).body;

const paragraph = (text: string) => ({ kind: 'paragraph' as const, runs: [{ text }] });
const standfirst = (text: string) => ({ ...paragraph(text), standfirst: true as const });

test('what was read off the page stays known until it is put back', async () => {
  const me = await server.install();
  const kept = await keep(me, sample({ title: 'Tiêu đề', site: 'Báo' }));
  await edit(me, kept, { title: 'Khác', site: null });
  await edit(me, kept, { title: 'Khác nữa' });
  const changed = await clipOf(me, kept);
  expect(changed).toMatchObject({ title: 'Khác nữa', site: null });
  expect(changed.asRead).toEqual({ title: 'Tiêu đề', site: 'Báo' });
  await edit(me, kept, { title: 'Tiêu đề' });
  expect((await clipOf(me, kept)).asRead).toEqual({ site: 'Báo' });
});

test('a date tells what it is known from, and the one that was read', async () => {
  const me = await server.install();
  const kept = await keep(me);
  const read = (await clipOf(me, kept)).dates.published;
  expect(read).toMatchObject({ evidence: 'json-ld' });
  const published = { precision: 'day', value: '2026-03-01', evidence: 'reader' } as const;
  const { body } = await edit(me, kept, { published });
  expect(body.day).toBe('2026-03-01');
  const changed = await clipOf(me, kept);
  expect([changed.dates.published, changed.asRead.published]).toEqual([published, read]);
});

test('a site that is set right is the one that is searched for', async () => {
  const me = await server.install();
  const kept = await keep(me, sample({ site: 'Wrong' }));
  await edit(me, kept, { site: 'Nhân Dân' });
  const found = async (site: string) =>
    (await ask<{ hits: unknown[] }>(me, `search?q=${encodeURIComponent(`site:"${site}"`)}`)).body
      .hits.length;
  expect([await found('Nhân Dân'), await found('Wrong')]).toEqual([1, 0]);
});

const withText = (blocks: Clip['blocks'], sentences: Clip['spans']) =>
  sample({ blocks }, { summary: { sentences, terms: ['Lan'] } });

test('another standfirst takes the place of the first block; the sentences that still stand sum it up', async () => {
  const me = await server.install();
  const blocks = [standfirst('One stays. One goes.'), paragraph('The body. More.')];
  const kept = await keep(
    me,
    withText(blocks, [
      { block: 0, start: 0, end: 10 },
      { block: 0, start: 11, end: 20 },
      { block: 1, start: 0, end: 9 },
    ]),
  );
  await edit(me, kept, { standfirst: 'Before it: One stays.' });
  const changed = await clipOf(me, kept);
  expect(changed.blocks).toEqual([standfirst('Before it: One stays.'), blocks[1]]);
  expect(changed.summary).toEqual(['One stays.', 'The body.']);
  expect(changed.asRead).toEqual({ standfirst: 'One stays. One goes.' });
});

test('a standfirst comes to a text that had none, and goes again', async () => {
  const me = await server.install();
  const body = paragraph('The body. More.');
  const kept = await keep(me, withText([body], [{ block: 0, start: 0, end: 9 }]));
  await edit(me, kept, { standfirst: 'In short' });
  const more = await clipOf(me, kept);
  expect([more.blocks, more.summary]).toEqual([[standfirst('In short'), body], ['The body.']]);
  await edit(me, kept, { standfirst: null });
  const less = await clipOf(me, kept);
  expect([less.blocks, less.summary, less.asRead]).toEqual([[body], ['The body.'], {}]);
});

test('a text that is nothing but a standfirst keeps it as its body', async () => {
  const me = await server.install();
  const kept = await keep(
    me,
    withText([standfirst('All of it.')], [{ block: 0, start: 0, end: 10 }]),
  );
  await edit(me, kept, { standfirst: null });
  const changed = await clipOf(me, kept);
  expect([changed.blocks, changed.summary]).toEqual([[paragraph('All of it.')], ['All of it.']]);
});

test('the history tells who keeps a clip and who changed what, and comes back from the trash with it', async () => {
  const { workspace, token } = await server.install();
  const me = { workspace, token };
  const you = { workspace, cookie: await server.admit(workspace, 'editor') };
  const write = sample({ title: 'First', section: ['Politics'] });
  const kept = await keep(me, write);
  const mine = (await historyOf(me, kept)).keeps.map(({ account }) => account);
  await keep(you, write);
  await edit(me, kept, { title: 'Second', category: '04000000' });
  server.setClock('2026-03-10T09:00:00Z');
  await edit(you, kept, { standfirst: 'In short' });
  server.setClock('2026-03-10T08:00:00Z');
  const history = await historyOf(me, kept);
  const accounts = history.keeps.map(({ account }) => account);
  const yours = accounts.filter((account) => account !== mine[0]);
  expect([accounts.length, yours.length]).toEqual([2, 1]);
  expect(history.corrections).toEqual([
    {
      account: yours[0],
      at: '2026-03-10T09:00:00.000Z',
      fields: { standfirst: { before: null, after: 'In short' } },
    },
    {
      account: mine[0],
      at: '2026-03-10T08:00:00.000Z',
      fields: {
        title: { before: 'First', after: 'Second' },
        category: { before: '11000000', after: '04000000' },
      },
    },
  ]);
  await remove(me, kept.clip);
  expect((await ask(me, `clips/${kept.clip}/history`)).status).toBe(404);
  await restore(me, kept.clip);
  expect((await historyOf(me, kept)).corrections).toEqual(history.corrections);
});

test('another workspace has no such history', async () => {
  const kept = await keep(await server.install());
  const stranger = await server.install();
  expect((await ask(stranger, `clips/${kept.clip}/history`)).status).toBe(404);
});

/** What a client has read of a clip: its ETag. */
const read = async ({ workspace, token = '' }: Caller, { clip }: KeepAnswer): Promise<string> =>
  (await server.request(`/api/w/${workspace}/clips/${clip}`, { token })).headers.get('etag') ?? '';

const editIf = async (
  { workspace, token = '' }: Caller,
  of: KeepAnswer,
  ifMatch: string,
  correction: Correction,
  id = newId(),
) => {
  const answer = await server.request(`/api/w/${workspace}/edits/${id}`, {
    method: 'PUT',
    token,
    headers: { 'if-match': ifMatch },
    json: { version: 1, keep: of.id, correction },
  });
  const { code } = await answer.json<{ code?: string }>();
  return [answer.status, code];
};

test('with If-Match nothing is changed that somebody else has changed since', async () => {
  const me = await server.install();
  const kept = await keep(me, sample({ title: 'First' }));
  const etag = await read(me, kept);
  const id = newId();
  expect(await editIf(me, kept, etag, { title: 'Mine' }, id)).toEqual([200, undefined]);
  expect(await editIf(me, kept, etag, { title: 'Yours' })).toEqual([412, 'changed-meanwhile']);
  expect(await editIf(me, kept, '"none", W/"weak"', { title: 'Yours' })).toEqual([
    412,
    'changed-meanwhile',
  ]);
  // What was done is done: the same again hears so, whatever became of the clip.
  expect(await editIf(me, kept, etag, { title: 'Mine' }, id)).toEqual([200, undefined]);
  expect((await clipOf(me, kept)).title).toBe('Mine');
  expect(await editIf(me, kept, `"none", ${await read(me, kept)}`, { title: 'Yours' })).toEqual([
    200,
    undefined,
  ]);
  expect(await editIf(me, kept, '*', { title: 'Anybody’s' })).toEqual([200, undefined]);
});
