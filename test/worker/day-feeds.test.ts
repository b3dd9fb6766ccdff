// The daily feed is made of days as they were frozen: the same bytes as of their clips, for fewer rows.
import { createScheduledController } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { parseAtomFeed } from 'feedsmith';
import { afterEach, beforeAll, expect, test } from 'vitest';
import worker from '../../worker/index.ts';
import { addresses, type Me, read } from './feed-reading.ts';
import { freezingAt, frozenDays, putOff, run } from './frozen.ts';
import { addClips } from './many-clips.ts';
import { db, isElsewhere, metered, type Server, startServer } from './server.ts';
import { report } from './story-texts.ts';
import { sample } from './sample.ts';

const NOW = '2026-03-10T08:00:00Z';

let server: Server;
beforeAll(async () => {
  server = await startServer(NOW);
});
afterEach(async () => {
  server.setClock(NOW);
  await putOff();
});

const { ask, digest, keep, keepAs } = freezingAt(() => server);

const entriesOf = async (me: Me) => {
  const { daily } = await addresses(server, me);
  const { updated, entries = [] } = parseAtomFeed(await read(server, daily.atom));
  return {
    updated,
    entries: entries.map((entry) => ({
      day: entry.id?.slice(-10) ?? '',
      updated: entry.updated,
      html: entry.content?.value ?? '',
    })),
  };
};

/** Another rotation gives the feeds other addresses: nothing of them was composed before. */
const anew = ({ workspace }: Me) =>
  db
    .prepare('UPDATE library SET feed_rotation = feed_rotation + 1 WHERE workspace = ?')
    .bind(workspace)
    .run();

const cost = async (me: Me) => {
  await anew(me);
  const { daily } = await addresses(server, me);
  const { db: database, rows, trips } = metered();
  const answer = await server.request(daily.atom, { database });
  return {
    body: (await answer.text()).replaceAll(/feed\/[\w-]+/g, ''),
    rows: rows.read,
    written: rows.written,
    trips: trips.inSequence,
  };
};

const thaw = ({ workspace }: Me) =>
  db.prepare('DELETE FROM digest WHERE workspace = ?').bind(workspace).run();

test.skipIf(isElsewhere)(
  'frozen days are the same entries for a fraction of the rows, all in one round trip',
  async () => {
    const me = await server.install({ zone: 'UTC' });
    for (let day = 1; day <= 9; day += 1) {
      await keep(me, `2026-03-0${day}`, `Day ${day}`);
      await addClips(me, 30, `'2026-03-0${day}'`);
    }
    await keep(me, '2026-03-10', 'Today');
    await keep(me, '2026-03-12', 'To come');
    for (let runs = 0; runs < 5; runs += 1) await run(NOW);
    expect(await frozenDays(me)).toHaveLength(9);
    const stored = await cost(me);
    expect(await frozenDays(me)).toHaveLength(9);
    await thaw(me);
    const live = await cost(me);
    expect(stored.body).toBe(live.body);
    console.log(
      `a daily feed of 281 clips reads ${stored.rows} rows, and ${live.rows} where no day is frozen`,
    );
    expect(live.rows).toBeGreaterThan(281);
    expect(stored.rows).toBeLessThan(90);
    for (const { trips, written } of [stored, live]) expect([trips, written]).toEqual([1, 0]);
    expect(await frozenDays(me)).toEqual([]);
  },
);

test('who has an answer already, by its tag or its date, has the owner alone asked about', async () => {
  const me = await server.install({ zone: 'UTC' });
  for (const day of ['2026-03-08', '2026-03-09', '2026-03-10']) await keep(me, day, 'Here');
  const { daily } = await addresses(server, me);
  const { etag = '', 'last-modified': modified = '' } = Object.fromEntries(
    (await server.request(daily.rss)).headers,
  );
  await anew(me);
  const { daily: again } = await addresses(server, me);
  const poll = async (headers: Record<string, string>) => {
    const { db: database, rows, trips } = metered();
    const answer = await server.request(again.rss, { database, headers });
    return { status: answer.status, few: rows.read < 6, trips: trips.inSequence };
  };
  // The tag is that of the other address.
  expect(await poll({ 'if-none-match': etag })).toEqual({ status: 200, few: false, trips: 2 });
  await anew(me);
  const third = (await addresses(server, me)).daily.rss;
  const { db: database, rows } = metered();
  const answer = await server.request(third, {
    database,
    headers: { 'if-modified-since': modified },
  });
  expect([answer.status, rows.read < 6]).toEqual([304, true]);
});

test('what changes on a frozen day is in the feed at once, and so is what it lost', async () => {
  const me = await server.install({ zone: 'UTC' });
  await keep(me, '2026-03-08', 'First');
  await keep(me, '2026-03-08', 'Second!');
  await keep(me, '2026-03-09', 'Beside');
  await run(NOW);
  const before = await entriesOf(me);
  server.setClock('2026-03-10T09:00:00Z');
  const late = await keep(me, '2026-03-08', 'Kept late');
  const after = await entriesOf(me);
  expect(after.entries[0]).toEqual(before.entries[0]);
  expect(after.entries[1]).toMatchObject({
    day: '2026-03-08',
    updated: '2026-03-10T09:00:00.000Z',
  });
  expect(after.entries[1]?.html).toContain('Kept late');
  server.setClock('2026-03-10T10:00:00Z');
  await ask(me, `clips/${late.clip}`, 'DELETE');
  const left = await entriesOf(me);
  expect(left.entries[1]?.updated).toBe('2026-03-10T10:00:00.000Z');
  expect(left.entries[1]?.html).toBe(before.entries[1]?.html);
});

test('a snapshot of another zone or of an older build tells nothing', async () => {
  const me = await server.install({ zone: 'UTC' });
  await keep(me, '2026-03-08', 'Here');
  for (const set of [
    `head = json_set(head, '$.zone', 'Asia/Tokyo')`,
    'format = 0',
    'revision = revision - 1',
  ]) {
    await thaw(me);
    await digest(me, '2026-03-08');
    await db.prepare(`UPDATE digest SET ${set} WHERE workspace = ?`).bind(me.workspace).run();
    await db
      .prepare(`UPDATE digest_page SET groups = '[]' WHERE workspace = ?`)
      .bind(me.workspace)
      .run();
    expect((await cost(me)).body).toContain('>Here<');
  }
});

test('a day that is not whole in the feed is not taken from its snapshot', async () => {
  const me = await server.install({ zone: 'UTC' });
  await keep(me, '2026-03-08', 'First');
  await addClips(me, 500, "'2026-03-08'");
  await digest(me, '2026-03-08');
  const stored = await cost(me);
  await thaw(me);
  expect((await cost(me)).body).toBe(stored.body);
  expect(stored.body).toContain('and 301 more clips');
});

const keepReport = (me: Me, name: Parameters<typeof report>[0], day: string) => {
  const published = { precision: 'day' as const, value: day, evidence: 'meta' as const };
  return keepAs(me, {
    ...sample(report(name, { published })),
    summary: { sentences: [{ block: 0, start: 0, end: 20 }], terms: [] },
  });
};

test('a change of a story moves the instants of the days on which its clips stand, and of no other', async () => {
  const me = await server.install({ zone: 'UTC' });
  const storm = await keepReport(me, 'storm', '2026-03-07');
  const football = await keepReport(me, 'football', '2026-03-08');
  await keep(me, '2026-03-09', 'Beside');
  const { daily } = await addresses(server, me);
  const told = async () => {
    const answer = await server.request(daily.atom);
    const { updated, entries = [] } = parseAtomFeed(await answer.text());
    const revisions: number[] = [];
    // Who looks at a day has it frozen.
    for (const day of ['2026-03-07', '2026-03-08', '2026-03-09'])
      revisions.push((await digest(me, day)).revision);
    return {
      days: entries.map((entry) => entry.updated?.slice(11, 16)),
      feed: updated?.slice(11, 16),
      // Counted in whole seconds that are over.
      modified: answer.headers.get('last-modified')?.slice(17, 22),
      revisions,
    };
  };
  const before = await told();
  expect(before).toMatchObject({ days: ['08:00', '08:00', '08:00'], feed: '08:00' });
  const say = async (hour: number, clip: string, other: string | null) => {
    server.setClock(`2026-03-10T${hour}:00:00Z`);
    await ask(me, `clips/${clip}/story`, 'PUT', { with: other });
    server.setClock('2026-03-10T23:00:00Z');
    return told();
  };
  const joined = await say(10, storm.clip, football.clip);
  expect(joined).toMatchObject({
    days: ['08:00', '10:00', '10:00'],
    feed: '10:00',
    modified: '10:00',
  });
  const revision = Math.max(...before.revisions) + 1;
  expect(joined.revisions).toEqual([revision, revision, before.revisions[2]]);
  const parted = await say(12, storm.clip, null);
  expect(parted).toMatchObject({
    days: ['08:00', '10:00', '12:00'],
    feed: '12:00',
    modified: '12:00',
  });
  expect(parted.revisions).toEqual([revision + 1, revision, before.revisions[2]]);
});

test('so does a story that the scheduled run finds', async () => {
  const me = await server.install({ zone: 'UTC' });
  await keepReport(me, 'storm', '2026-03-08');
  await keepReport(me, 'stormElsewhere', '2026-03-08');
  await db.batch([
    db.prepare('UPDATE clip SET story = NULL WHERE workspace = ?').bind(me.workspace),
    db
      .prepare('INSERT INTO unplaced SELECT workspace, rid FROM clip WHERE workspace = ?')
      .bind(me.workspace),
  ]);
  const before = await entriesOf(me);
  await worker.scheduled(createScheduledController(), env);
  // What a run takes for the instant is the machine's.
  const after = await entriesOf(me);
  expect(before.entries[0]?.updated).toBe('2026-03-10T08:00:00.000Z');
  expect(after.entries[0]?.updated).not.toBe(before.entries[0]?.updated);
  expect(after.updated).toBe([after.entries[0]?.updated, before.updated].toSorted().at(-1));
  expect(after.entries[0]?.html.match(/<h3/g)).toHaveLength(1);
});

test('a story is told once, by the sentences that tell it, with its other clips', async () => {
  const me = await server.install({ zone: 'UTC' });
  for (const name of ['storm', 'stormElsewhere'] as const) await keepReport(me, name, '2026-03-10');
  const day = await digest(me, '2026-03-10');
  const [story] = day.groups[0]?.stories ?? [];
  expect(story?.clips).toHaveLength(2);
  const { entries } = await entriesOf(me);
  const html = entries[0]?.html ?? '';
  expect(html.match(/<h3/g)).toHaveLength(1);
  for (const { text } of story?.summary ?? []) expect(html).toContain(text);
  for (const { id } of story?.clips ?? []) expect(html).toContain(`/w/${me.workspace}/clip/${id}"`);
});

test('whole texts are read for feed readers, and not for the page of who opens the address', async () => {
  const me = await server.install({ zone: 'UTC' });
  await keep(me, '2026-03-09', 'Here');
  const tripsFor = async (destination: string): Promise<number> => {
    await anew(me);
    const { daily } = await addresses(server, me);
    const { db: database, trips } = metered();
    const headers = { 'sec-fetch-dest': destination };
    const answer = await server.request(`${daily.rss}?content=full`, { database, headers });
    await answer.arrayBuffer();
    return trips.inSequence;
  };
  expect(await tripsFor('empty')).toBe((await tripsFor('document')) + 1);
});
