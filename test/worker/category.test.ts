// The category of a clip: told when it is kept, told again when what it was told from is corrected, and counted right.
import { beforeAll, expect, test } from 'vitest';
import type { Correction } from '../../shared/schema/correction.ts';
import type { ClipCard } from '../../shared/schema/digest.ts';
import type { KeepAnswer } from '../../shared/schema/keep.ts';
import { WHOLE_SQL } from '../whole-library.ts';
import { newId, sample } from './sample.ts';
import { db, type Server, startServer } from './server.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer('2026-03-10T08:00:00Z');
});

type Owner = Awaited<ReturnType<Server['install']>>;

const MATCH =
  'The striker scored twice as the team won the cup final, and the coach praised his players after the match.';

const put = async ({ workspace, ...who }: Owner, path: string, json: unknown) => {
  const answer = await server.request(`/api/w/${workspace}/${path}/${newId()}`, {
    method: 'PUT',
    json,
    ...who,
  });
  expect(answer.status).toBeLessThan(300);
  return answer.json<KeepAnswer>();
};

const keep = (me: Owner, section: string[], text = 'It happened today.') =>
  put(
    me,
    'keeps',
    sample(
      { section, blocks: [{ kind: 'paragraph', runs: [{ text }] }] },
      { summary: { sentences: [{ block: 0, start: 0, end: text.length }], terms: [] } },
    ),
  );

const correct = (me: Owner, of: string, correction: Correction) =>
  put(me, 'edits', { version: 1, keep: of, correction });

const categoryOf = async ({ workspace, ...who }: Owner, { clip }: KeepAnswer) => {
  const answer = await server.request(`/api/w/${workspace}/clips/${clip}`, who);
  return (await answer.json<ClipCard>()).category;
};

const miscounts = ({ workspace }: Owner) =>
  db.prepare(WHOLE_SQL).bind(workspace).first<number>('miscounts');

test('a clip has the category that its section names, else that of its text, else none', async () => {
  const me = await server.install();
  expect(await categoryOf(me, await keep(me, ['Kinh doanh', 'Bất động sản'], MATCH))).toBe(
    '04000000',
  );
  expect(await categoryOf(me, await keep(me, ['World'], MATCH))).toBe('15000000');
  expect(await categoryOf(me, await keep(me, ['World']))).toBeNull();
  expect(await miscounts(me)).toBe(0);
});

test('a corrected section tells another category, and the days count it there', async () => {
  const me = await server.install();
  const kept = await keep(me, ['Politics'], MATCH);
  await keep(me, ['Politics']);
  await correct(me, kept.id, { section: ['Health'] });
  expect(await categoryOf(me, kept)).toBe('07000000');
  expect(await miscounts(me)).toBe(0);
  await correct(me, kept.id, { section: ['World'] });
  expect(await categoryOf(me, kept)).toBe('15000000');
  expect(await miscounts(me)).toBe(0);
  await correct(me, kept.id, {
    section: [],
    published: { precision: 'day', value: '2022-12-24', evidence: 'reader' },
  });
  expect(await categoryOf(me, kept)).toBe('15000000');
  expect(await miscounts(me)).toBe(0);
});

test('a correction of something else leaves the category', async () => {
  const me = await server.install();
  const kept = await keep(me, ['Politics'], MATCH);
  await correct(me, kept.id, { authors: ['An Trần'] });
  await correct(me, kept.id, {
    published: { precision: 'day', value: '2022-12-24', evidence: 'reader' },
  });
  expect(await categoryOf(me, kept)).toBe('11000000');
  expect(await miscounts(me)).toBe(0);
});
