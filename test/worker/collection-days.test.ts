// What is stored of each day of a collection follows whatever is done with clips and collections.
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { WHOLE_SQL } from '../whole-library.ts';
import { makeCollectionDays } from '../../worker/db/collection-days.ts';
import { nameAddress } from '../../worker/pages/NamesPage.tsx';
import { failingAt, PASSING, placesIn } from './failing-database.ts';
import { importingTo, importItem } from './importing.ts';
import { newId, sample } from './sample.ts';
import { db, metered, type Server, startServer } from './server.ts';
import { report } from './story-texts.ts';
import { type Caller, trashingAt } from './trashing.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer('2026-03-10T08:00:00Z');
});
afterEach(() => {
  vi.restoreAllMocks();
  server.setClock('2026-03-10T08:00:00Z');
});

type Me = Awaited<ReturnType<Server['install']>>;

const { ask, keep, remove, restore } = trashingAt(() => server);
const { sendPart } = importingTo(() => server);

const on = (value: string) => ({ precision: 'day' as const, value, evidence: 'reader' as const });
const of = (day: string, collections: string[], article: Parameters<typeof sample>[0] = {}) =>
  sample({ published: on(day), ...article }, { filing: { tags: [], collections } });

/** Each day of each collection: its clips, its last change and that one's instant. */
const days = async ({ workspace }: Pick<Me, 'workspace'>) => {
  const { results } = await db
    .prepare(
      `SELECT name, day, clips, collection_day.seq AS seq, changed_at AS at FROM collection_day
       JOIN collection ON collection.workspace = collection_day.workspace AND id = collection
       WHERE collection_day.workspace = ? ORDER BY name, day`,
    )
    .bind(workspace)
    .all<{ name: string; day: string; clips: number; seq: number; at: string }>();
  expect(await db.prepare(WHOLE_SQL).bind(workspace).first('miscounts')).toBe(0);
  return results;
};
const told = async (me: Me) =>
  (await days(me)).map(({ name, day, clips }) => `${name} ${day} ${clips}`);
const seqOf = async ({ workspace }: Pick<Me, 'workspace'>) =>
  Number(
    await db.prepare('SELECT seq FROM library WHERE workspace = ?').bind(workspace).first('seq'),
  );

/** Does something a minute later; the days, as `told` has them, that changed by it, and then. */
const changedBy = async (me: Me, act: () => Promise<unknown>): Promise<string[]> => {
  const [before, seq] = [await days(me), await seqOf(me)];
  const seqs = new Map(before.map((day) => [`${day.name} ${day.day}`, day.seq]));
  server.setClock('2026-03-10T09:01:00Z');
  await act();
  server.setClock('2026-03-10T08:00:00Z');
  return (await days(me)).flatMap((day) => {
    if (day.seq === seqs.get(`${day.name} ${day.day}`)) return [];
    expect(day.seq).toBeGreaterThan(seq);
    expect(day.at).toBe('2026-03-10T09:01:00.000Z');
    return [`${day.name} ${day.day} ${day.clips}`];
  });
};

const file = (me: Me, kept: string, add: string[], out: string[] = []) =>
  ask(me, `filings/${newId()}`, 'PUT', {
    version: 1,
    keep: kept,
    change: { add: { tags: [], collections: add }, remove: { tags: [], collections: out } },
  });
const edit = (me: Me, kept: string, correction: object) =>
  ask(me, `edits/${newId()}`, 'PUT', { version: 1, keep: kept, correction });
const press = ({ workspace, cookie }: Me, name: string, form: Record<string, string>) =>
  server.request(nameAddress(workspace, 'collection', name), { method: 'POST', cookie, form });

test('clips come to the days of a collection and leave them as they are filed, once each', async () => {
  const me = await server.install({ zone: 'UTC' });
  const one = await keep(me, of('2022-12-27', ['Sea']));
  const two = await keep(me, of('2022-12-27', []));
  expect(await told(me)).toEqual(['Sea 2022-12-27 1']);
  expect(await changedBy(me, () => file(me, two.id, ['Sea', 'Lake']))).toEqual([
    'Lake 2022-12-27 1',
    'Sea 2022-12-27 2',
  ]);
  // In it is in it.
  expect(await changedBy(me, () => file(me, two.id, ['sea']))).toEqual([]);
  expect(await changedBy(me, () => file(me, one.id, [], ['Lake']))).toEqual([]);
  expect(await changedBy(me, () => file(me, two.id, [], ['Lake']))).toEqual(['Lake 2022-12-27 0']);
  const many = { act: 'file', clips: [one.clip, two.clip, two.clip] };
  const names = { tags: [], collections: ['Lake', 'Sea'] };
  const nothing = { tags: [], collections: [] };
  expect(
    await changedBy(me, () =>
      ask(me, 'clips/many', 'POST', { ...many, change: { add: names, remove: nothing } }),
    ),
  ).toEqual(['Lake 2022-12-27 2']);
  expect(
    await changedBy(me, () =>
      ask(me, 'clips/many', 'POST', { ...many, change: { add: nothing, remove: names } }),
    ),
  ).toEqual(['Lake 2022-12-27 0', 'Sea 2022-12-27 0']);
});

test('a correction is a change of its day in its collections alone, and a mended date of both days', async () => {
  const me = await server.install({ zone: 'UTC' });
  const { id } = await keep(me, of('2022-12-27', ['Sea', 'Lake']));
  await keep(me, of('2022-12-27', ['Hill']));
  await keep(me, of('2022-12-24', ['Sea']));
  expect(await changedBy(me, () => edit(me, id, { title: 'Other' }))).toEqual([
    'Lake 2022-12-27 1',
    'Sea 2022-12-27 1',
  ]);
  expect(await changedBy(me, () => edit(me, id, { category: '04000000' }))).toHaveLength(2);
  expect(await changedBy(me, () => edit(me, id, { published: on('2022-12-24') }))).toEqual([
    'Lake 2022-12-24 1',
    'Lake 2022-12-27 0',
    'Sea 2022-12-24 2',
    'Sea 2022-12-27 0',
  ]);
});

test('a deleted clip leaves its days, and comes back to them', async () => {
  const me = await server.install({ zone: 'UTC' });
  const { clip } = await keep(me, of('2022-12-27', ['Sea', 'Lake']));
  await keep(me, of('2022-12-27', ['Sea']));
  expect(await changedBy(me, () => remove(me, clip))).toEqual([
    'Lake 2022-12-27 0',
    'Sea 2022-12-27 1',
  ]);
  // It was filed under both of what is one by now.
  await press(me, 'Lake', { do: 'merge', into: 'Sea' });
  expect(await changedBy(me, () => restore(me, clip))).toContain('Sea 2022-12-27 2');
});

test('collections that are put together have the days of both, and those of a deleted one are gone', async () => {
  const me = await server.install({ zone: 'UTC' });
  await keep(me, of('2022-12-24', ['Lake']));
  await keep(me, of('2022-12-27', ['Lake', 'Sea']));
  await keep(me, of('2022-12-27', ['Lake']));
  await keep(me, of('2022-12-28', ['Sea']));
  expect(await changedBy(me, () => press(me, 'Lake', { do: 'merge', into: 'Sea' }))).toEqual([
    'Sea 2022-12-24 1',
    'Sea 2022-12-27 2',
  ]);
  expect(await told(me)).toEqual(['Sea 2022-12-24 1', 'Sea 2022-12-27 2', 'Sea 2022-12-28 1']);
  await press(me, 'Sea', { do: 'rename', name: 'Ocean' });
  await press(me, 'Ocean', { do: 'delete' });
  const left = await db
    .prepare('SELECT count(*) AS n FROM collection_day WHERE workspace = ?')
    .bind(me.workspace)
    .first('n');
  expect(left).toBe(0);
});

test('an address alone stands on no day, and on its own once it is filled in', async () => {
  const me = await server.install({ zone: 'UTC' });
  const write = of('2022-12-27', ['Sea']);
  const { url } = write.article;
  await sendPart(me, newId(), [importItem(url)]);
  const address = { ...write, article: { ...write.article, blocks: [], published: null } };
  await keep(me, { ...address, summary: { sentences: [], terms: [] } });
  expect(await told(me)).toEqual([]);
  expect(
    await changedBy(me, () => keep(me, { ...write, filing: { tags: [], collections: [] } })),
  ).toEqual(['Sea 2022-12-27 1']);
});

const reported = (which: Parameters<typeof report>[0]) => ({
  ...report(which),
  published: on('2022-12-27'),
});

test('a story that clips come to, or leave, is a change of their days', async () => {
  const me = await server.install({ zone: 'UTC' });
  const one = await keep(me, of('2022-12-27', ['Sea'], reported('storm')));
  await keep(me, of('2022-12-27', ['Lake']));
  expect(
    await changedBy(me, () => keep(me, of('2022-12-27', [], reported('stormElsewhere')))),
  ).toEqual(['Sea 2022-12-27 1']);
  const own = { with: null };
  expect(await changedBy(me, () => ask(me, `clips/${one.clip}/story`, 'PUT', own))).toEqual([
    'Sea 2022-12-27 1',
  ]);
});

test('wherever the database fails, a day says what there is', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const me = await server.install({ zone: 'UTC' });
  const first = await keep(me, of('2022-12-27', ['Sea', 'Lake']));
  let turn = 0;
  const writes: ((who: Caller) => Promise<unknown>)[] = [
    (who) => ask(who, `keeps/${newId()}`, 'PUT', of('2022-12-27', ['Sea', 'Hill'])),
    (who) => file({ ...me, ...who }, first.id, turn++ % 2 ? ['Far'] : [], turn % 2 ? ['Far'] : []),
    (who) => edit({ ...me, ...who }, first.id, { published: on(`2022-12-${10 + (turn++ % 9)}`) }),
    (who) => ask(who, `clips/${first.clip}`, 'DELETE'),
    (who) => ask(who, `trash/${first.clip}/restore`, 'POST'),
  ];
  for (const write of writes)
    for (const place of await placesIn((database) => write({ ...me, database }))) {
      await write({ ...me, database: failingAt(place, PASSING[0]) });
      await days(me);
    }
});

test('what a change reads and writes of days does not grow with them', async () => {
  const me = await server.install({ zone: 'UTC' });
  const { id } = await keep(me, of('2022-12-27', ['Sea']));
  const cost = async () => {
    const { db: database, rows } = metered();
    await edit({ ...me, database } as Me & Caller, id, { title: `Title ${newId()}` });
    await file({ ...me, database } as Me & Caller, id, ['Lake']);
    await file({ ...me, database } as Me & Caller, id, [], ['Lake']);
    return { read: rows.read, written: rows.written };
  };
  await cost();
  const small = await cost();
  await db
    .prepare(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
       INSERT INTO collection_day (workspace, collection, day, clips, seq, changed_at)
       SELECT workspace, id, date('2015-01-01', i || ' days'), 0, 1, '2022-01-01T00:00:00.000Z'
       FROM n JOIN collection ON workspace = ?`,
    )
    .bind(me.workspace)
    .run();
  await db
    .prepare(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
       INSERT INTO clip_collection (workspace, clip, collection, day)
       SELECT workspace, -i, id, '2022-12-27' FROM n JOIN collection ON workspace = ?`,
    )
    .bind(me.workspace)
    .run();
  const large = await cost();
  console.log(`a correction and two filings read ${small.read} rows and write ${small.written}`);
  expect(large.read).toBeLessThanOrEqual(small.read + 2);
  expect(large.written).toBeLessThanOrEqual(small.written);
});

const clean = (before: string) => makeCollectionDays(db).deleteEmptied(before, 10_000);

test('an emptied day goes after thirty days with what was frozen of it, and comes again', async () => {
  server.setClock('2026-03-10T08:00:00Z');
  const me = await server.install({ zone: 'UTC' });
  const { id } = await keep(me, of('2022-12-27', ['Sea']));
  await keep(me, of('2022-12-28', ['Sea']));
  const day = () =>
    server.request(`/api/w/${me.workspace}/collections/Sea/digests/2022-12-27`, {
      token: me.token,
    });
  await day();
  await file(me, id, [], ['Sea']);
  expect(await (await day()).json()).toMatchObject({ clips: 0 });
  await clean('2026-03-10T08:00:00.000Z');
  expect(await told(me)).toEqual(['Sea 2022-12-27 0', 'Sea 2022-12-28 1']);
  await clean('2026-03-10T08:00:00.001Z');
  expect(await told(me)).toEqual(['Sea 2022-12-28 1']);
  const frozen = `SELECT count(*) AS n FROM digest WHERE workspace = ? AND day = '2022-12-27' AND scope <> ''`;
  expect(await db.prepare(frozen).bind(me.workspace).first('n')).toBe(0);
  expect(await (await day()).json()).toMatchObject({ clips: 0 });
  await file(me, id, ['Sea']);
  expect(await (await day()).json()).toMatchObject({ clips: 1 });
});
