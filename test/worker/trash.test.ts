// What is deleted lies in the trash, is gone from everything else, and comes back whole.
import { createScheduledController } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import type { Clip } from '../../shared/schema/clip.ts';
import type { HighlightList } from '../../shared/schema/highlight.ts';
import type { KeepAnswer } from '../../shared/schema/keep.ts';
import type { Changes } from '../../shared/schema/mirror.ts';
import { TRASH_DAYS } from '../../shared/schema/trash.ts';
import { CLIP_COLUMNS, CONTENT_COLUMNS, HANGING, NOUNS } from '../../worker/db/trash-writes.ts';
import { makeRemovals } from '../../worker/db/removals.ts';
import worker from '../../worker/index.ts';
import { importingTo, importItem } from './importing.ts';
import { newId, sample } from './sample.ts';
import { db, type Server, startServer } from './server.ts';
import { report } from './story-texts.ts';
import { noted, trashingAt } from './trashing.ts';

const NOW = '2026-03-10T08:00:00Z';
const DAY = '2026-03-10';
const LATER = new Date(Date.parse(NOW) + TRASH_DAYS * 86_400_000).toISOString();

let server: Server;
beforeAll(async () => {
  server = await startServer(NOW);
});

const { sendPart } = importingTo(() => server);
const { ask, keep, settle, remove, restore, trashOf } = trashingAt(() => server);

/** A library of one's own. */
const own = async () => {
  const { workspace, token } = await server.install();
  return { workspace, token };
};

/** A row but for what each change of the library raises. */
const withoutChanges = (row: Record<string, unknown>) => {
  const { seq: _, card_seq: __, changed_at: ___, ...rest } = row;
  return rest;
};

/** All rows of a workspace in some tables. */
const rowsOf = async (workspace: string): Promise<Record<string, unknown[]>> => {
  const tables = [
    'clip',
    'clip_content',
    'clip_profile',
    'keep',
    'highlight',
    'reading',
    'tag',
    'clip_tag',
    'collection',
    'clip_collection',
    'day_count',
  ];
  const found = await db.batch<Record<string, unknown>>(
    tables.map((table) => db.prepare(`SELECT * FROM ${table} WHERE workspace = ?`).bind(workspace)),
  );
  return Object.fromEntries(
    tables.map((table, index) => [table, (found[index]?.results ?? []).map(withoutChanges)]),
  );
};

const columns = async (table: string) =>
  (
    await db
      .prepare('SELECT name FROM pragma_table_info(?) ORDER BY name')
      .bind(table)
      .all<{ name: string }>()
  ).results.map(({ name }) => name);

test('the lists of columns are those of the tables', async () => {
  expect(await columns('clip')).toEqual(
    [...CLIP_COLUMNS, 'workspace', 'id', 'day', 'kept_day', 'seq', 'card_seq', 'changed_at'].sort(),
  );
  expect(await columns('clip_content')).toEqual([...CONTENT_COLUMNS, 'rid', 'workspace'].sort());
  for (const { table, same, anew } of HANGING)
    expect(await columns(table), table).toEqual(
      [...same, ...Object.keys(anew), 'workspace', 'clip'].sort(),
    );
  for (const { noun, name, link } of NOUNS) {
    expect(await columns(noun)).toEqual([...name, 'id', 'workspace', 'seq'].sort());
    // What a person has brought back no undo of an import takes away, and a day follows from its clip.
    const anew = new Set(['import', 'day']);
    expect((await columns(`clip_${noun}`)).filter((column) => !anew.has(column))).toEqual(
      [...link, noun, 'workspace', 'clip'].sort(),
    );
  }
});

test('every table whose rows hang on a clip is thought of', async () => {
  const { results } = await db
    .prepare(
      `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'trash%'
         AND (sql LIKE '% clip INTEGER%' OR sql LIKE '% rid INTEGER%')`,
    )
    .all<{ name: string }>();
  const known = ['clip', 'clip_content', 'clip_profile', 'clip_tag', 'clip_collection'];
  expect(results.map(({ name }) => name).sort()).toEqual(
    [...known, 'unprofiled', 'unplaced', ...HANGING.map(({ table }) => table)].sort(),
  );
});

test('a clip that is deleted for all comes back whole: content, keeps, names, highlights, corrections', async () => {
  const { me, you, clip, mine, yours } = await settle();
  const before = await rowsOf(me.workspace);
  const whole = await ask<Clip>(me, `clips/${clip}`);
  expect(await remove(you, clip)).toBe(204);
  expect(await remove(you, clip)).toBe(204);
  expect(await rowsOf(me.workspace)).toEqual({
    ...Object.fromEntries(Object.keys(before).map((table) => [table, []])),
    collection: before['collection'],
  });
  expect((await restore(me, clip)).status).toBe(204);
  expect((await restore(me, clip)).status).toBe(204);
  expect(await rowsOf(me.workspace)).toEqual(before);
  expect((await ask<Clip>(me, `clips/${clip}`)).body).toEqual(whole.body);
  expect((await ask<HighlightList>(me, `clips/${clip}/highlights`)).body).toMatchObject({
    keep: mine.id,
    highlights: [noted],
  });
  expect((await ask<HighlightList>(you, `clips/${clip}/highlights`)).body).toMatchObject({
    keep: yours.id,
    highlights: [noted],
  });
  expect(await trashOf(me)).toMatchObject({ clips: [], count: 0 });
});

test('while it lies in the trash it is gone from lists, days, feeds, exports, stories and what is related', async () => {
  const { me, cookie, clip } = await settle();
  const other = await keep(me);
  await remove(me, clip);
  expect((await ask(me, `clips/${clip}`)).status).toBe(404);
  const list = await ask<{ clips: { id: string }[] }>(me, 'clips');
  expect(list.body.clips.map(({ id }) => id)).toEqual([other.clip]);
  expect((await ask<{ clips: number }>(me, `digests/${DAY}`)).body.clips).toBe(1);
  const names = await ask<{ tags: string[]; collections: string[] }>(me, 'names');
  expect(names.body).toEqual({ tags: [], collections: ['Quý IV'] });
  for (const path of [`w/${me.workspace}/library`, `w/${me.workspace}/day/${DAY}`])
    expect(await (await server.request(`/${path}`, { cookie })).text()).not.toContain(clip);
  const exported = await server.request(`/api/w/${me.workspace}/export`, { token: me.token });
  expect((await exported.text()).split('\n').filter(Boolean)).toHaveLength(1);
  const words = await db
    .prepare('SELECT count(*) AS clips FROM clip_search WHERE rowid NOT IN (SELECT rid FROM clip)')
    .first();
  expect(words).toEqual({ clips: 0 });
});

test('the last keep that is taken back moves its clip into the trash, and it comes back with that keep', async () => {
  const { me, you, mine, yours, clip } = await settle();
  expect((await ask(me, `keeps/${mine.id}`, 'DELETE')).status).toBe(204);
  expect(await trashOf(me)).toMatchObject({ count: 0 });
  expect((await ask(you, `keeps/${yours.id}`, 'DELETE')).status).toBe(204);
  expect(await trashOf(me)).toMatchObject({
    clips: [
      {
        id: clip,
        title: 'Một tiêu đề khác “của tôi”',
        day: DAY,
        deletedAt: new Date(NOW).toISOString(),
        expiresAt: LATER,
        keptAnew: null,
      },
    ],
    count: 1,
    next: null,
  });
  await restore(me, clip);
  const keeps = await db
    .prepare('SELECT id FROM keep WHERE workspace = ?')
    .bind(me.workspace)
    .all();
  expect(keeps.results).toEqual([{ id: yours.id }]);
});

test('writes from before are answered as ever once the clip is back', async () => {
  const { me, mine, write, clip } = await settle();
  await remove(me, clip);
  await restore(me, clip);
  const again = await ask<KeepAnswer>(me, `keeps/${mine.id}`, 'PUT', write);
  expect(again).toEqual({ status: 200, body: mine });
});

test('who keeps the page anew brings it back, with all that hung on it', async () => {
  const { me, you, write, mine, clip } = await settle();
  await remove(me, clip);
  server.setClock('2026-03-10T09:00:00Z');
  const anew = { ...write, capturedAt: '2026-03-10T08:59:00Z' };
  const third = { workspace: me.workspace, cookie: await server.admit(me.workspace, 'editor') };
  const theirs = await keep(third, anew);
  expect(theirs.clip).toBe(clip);
  expect(await keep(me, anew)).toMatchObject({ id: mine.id, clip });
  server.setClock(NOW);
  expect((await ask<Clip>(you, `clips/${clip}`)).body).toMatchObject({
    title: 'Một tiêu đề khác “của tôi”',
    tags: ['nhà', 'Đất đai'],
  });
  expect(await trashOf(me)).toMatchObject({ count: 0 });
});

test('two who let go at the same time leave one clip in the trash, with the last keep', async () => {
  const { me, you, mine, yours, clip } = await settle();
  const removals = makeRemovals(db);
  const told = { at: NOW, by: 'somebody', expiresAt: LATER };
  // Each had looked before the other came: neither takes along the keep that it does not know.
  const deletion = { clip, onlyKeep: mine.id, ...told };
  expect(await removals.deleteClip(me.workspace, deletion)).toBe(false);
  const gone = await Promise.all([
    ask(me, `keeps/${mine.id}`, 'DELETE'),
    ask(you, `keeps/${yours.id}`, 'DELETE'),
  ]);
  expect(gone.map(({ status }) => status)).toEqual([204, 204]);
  expect(await removals.deleteKeep(me.workspace, mine.id, NOW)).toBe(false);
  expect(await trashOf(me)).toMatchObject({ clips: [{ id: clip }], count: 1 });
  const last = await keep(me);
  expect(await removals.deleteKeep(me.workspace, last.id, NOW)).toBe(false);
});

test('an address alone comes back too, and no undo of its import takes it then', async () => {
  const me = await own();
  const imported = newId();
  await sendPart(me, imported, [importItem('https://a.example/1', { tags: ['x'], folder: ['f'] })]);
  const [item] = (await ask<{ clips: { id: string }[] }>(me, 'clips')).body.clips;
  const id = item?.id ?? '';
  expect(await remove(me, id)).toBe(204);
  const imports = () =>
    db.prepare('SELECT keeps FROM import WHERE id = ?').bind(imported).first<{ keeps: number }>();
  expect(await imports()).toEqual({ keeps: 0 });
  expect(await trashOf(me)).toMatchObject({ clips: [{ id, day: null }] });
  expect((await restore(me, id)).status).toBe(204);
  await ask(me, `imports/${imported}`, 'DELETE');
  expect((await ask<Clip>(me, `clips/${id}`)).body).toMatchObject({
    filled: false,
    tags: ['x'],
    folder: ['f'],
  });
});

test('what came to its address meanwhile stays, and says where it is', async () => {
  const me = await own();
  const first = await keep(me);
  const url = (await ask<Clip>(me, `clips/${first.clip}`)).body.url;
  await remove(me, first.clip);
  await sendPart(me, newId(), [importItem(url)]);
  const [listed] = (await ask<{ clips: { id: string }[] }>(me, 'clips')).body.clips;
  const refused = await restore(me, first.clip);
  expect([refused.status, refused.body.code, refused.body.detail]).toEqual([
    409,
    'kept-anew',
    listed?.id,
  ]);
  expect(await trashOf(me)).toMatchObject({ clips: [{ keptAnew: listed?.id }] });
  await remove(me, listed?.id ?? '');
  expect((await restore(me, first.clip)).status).toBe(204);
});

test('days and extensions follow: the revision rises each time, the card goes and comes', async () => {
  const { me, clip } = await settle();
  const day = async () =>
    (await ask<{ revision: number; clips: number }>(me, `digests/${DAY}`)).body;
  const changes = async (since: number) => (await ask<Changes>(me, `changes?since=${since}`)).body;
  const seq = (await ask<{ seq: number }>(me, 'cards')).body.seq;
  const first = await day();
  await remove(me, clip);
  const gone = await changes(seq);
  expect(gone).toMatchObject({ cards: [], deleted: [clip] });
  const without = await day();
  expect(without.revision).toBeGreaterThan(first.revision);
  await restore(me, clip);
  // Whoever followed, and whoever was away meanwhile.
  for (const since of [gone.seq, seq])
    expect(await changes(since)).toMatchObject({
      cards: [{ id: clip, keepers: [{}, {}] }],
      deleted: [],
    });
  const back = await day();
  expect(back.revision).toBeGreaterThan(without.revision);
  expect(back.clips).toBe(first.clips);
});

test('it comes back to the story that its own has become, and one without finds one', async () => {
  const me = await own();
  const ids: string[] = [];
  for (const name of ['storm', 'stormElsewhere', 'football'] as const)
    ids.push((await keep(me, sample(report(name)))).clip);
  const [storm = '', elsewhere = '', football = ''] = ids;
  const story = async (id: string) => (await ask<Clip>(me, `clips/${id}`)).body.story;
  await remove(me, elsewhere);
  await ask(me, `clips/${storm}/story`, 'PUT', { with: football });
  await restore(me, elsewhere);
  expect(await story(elsewhere)).toBe(await story(storm));
  await ask(me, `clips/${football}/story`, 'PUT', { with: null });

  const copy = (await keep(me, sample(report('football', { title: 'Vàng' })))).clip;
  expect(await story(copy)).toBe(await story(football));
  const alone = (await keep(me)).clip;
  await remove(me, alone);
  await restore(me, alone);
  expect(await story(alone)).toBeNull();
  await worker.scheduled(createScheduledController(), env);
  const waiting = await db.prepare('SELECT count(*) AS clips FROM unplaced').first();
  expect(waiting).toEqual({ clips: 0 });
});

test('a tag that was renamed meanwhile is met under its new name, one that is gone comes back', async () => {
  const { me, clip } = await settle();
  const other = await keep(me, sample({}, { filing: { tags: ['nhà'], collections: [] } }));
  await remove(me, clip);
  await db
    .prepare(`UPDATE tag SET name = 'ở', folded = 'ở' WHERE workspace = ? AND folded = 'nhà'`)
    .bind(me.workspace)
    .run();
  await restore(me, clip);
  expect((await ask<Clip>(me, `clips/${clip}`)).body.tags).toEqual(['Đất đai', 'ở']);
  expect((await ask<Clip>(me, `clips/${other.clip}`)).body.tags).toEqual(['ở']);
});

test('the largest clip is deleted and comes back', async () => {
  const me = await own();
  const write = sample();
  const quoted = Array.from({ length: 14_000 }, () => ({
    text: '"'.repeat(40),
    bold: true as const,
  }));
  write.article.blocks.push(
    ...Array.from({ length: 140 }, (_, at) => ({
      kind: 'paragraph' as const,
      runs: quoted.slice(at * 100, at * 100 + 100),
    })),
  );
  const size = JSON.stringify(write).length;
  expect(size).toBeGreaterThan(1_400_000);
  const { clip } = await keep(me, write);
  const whole = (await ask<Clip>(me, `clips/${clip}`)).body;
  await remove(me, clip);
  await restore(me, clip);
  expect((await ask<Clip>(me, `clips/${clip}`)).body).toEqual(whole);
});
