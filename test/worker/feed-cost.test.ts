// What a feed holds at most, what a poll of it costs, and what it reads of a large library.
import { parseAtomFeed } from 'feedsmith';
import { beforeAll, expect, test } from 'vitest';
import { addresses, FORMATS, keep, KINDS, letGo, type Me, read } from './feed-reading.ts';
import { addClips } from './many-clips.ts';
import { db, metered, ORIGIN, type Server, startServer } from './server.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer('2026-03-10T08:00:00Z');
});

/** As many deleted clips, on the days around those that a test shows. */
const addTombstones = async ({ workspace }: Me, count: number): Promise<void> => {
  await db
    .prepare(
      `INSERT INTO tombstone (workspace, kind, id, day, seq, at)
       WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?2)
       SELECT ?1, 'clip', ?2 || ' ' || i, date('2022-12-01', (i % 60) || ' days'), ?2 * 10 + i,
         '2026-03-10T08:00:00.000Z' FROM n`,
    )
    .bind(workspace, count)
    .run();
};

const statuses = (answers: readonly { status: number }[]) => [
  ...new Set(answers.map(({ status }) => status)),
];

/** The rows that reading a feed costs, and how many round trips it waits for. */
const cost = async (path: string, headers: Record<string, string> = {}) => {
  const { db: database, rows, trips } = metered();
  const answer = await server.request(path, { database, headers });
  await answer.arrayBuffer();
  return { status: answer.status, read: rows.read, trips: trips.inSequence };
};

test('a daily feed holds the newest fourteen days that have clips, a feed of clips fifty', async () => {
  const me = await server.install({ zone: 'UTC' });
  for (let day = 1; day <= 31; day += 1)
    await keep(server, me, `Day ${day}`, `2022-12-${String(day).padStart(2, '0')}`);
  const { daily, clips } = await addresses(server, me);
  expect(parseAtomFeed(await read(server, daily.atom)).entries).toHaveLength(14);
  expect(await read(server, daily.atom)).not.toContain('>Day 17<');
  await addClips(me, 30, "'2022-11-01'");
  const titles = parseAtomFeed(await read(server, clips.atom)).entries?.map(
    ({ title }) => title?.value,
  );
  expect(titles).toHaveLength(50);
  expect([titles?.[0], titles?.[29], titles?.[30], titles?.[49]]).toEqual([
    'More 30',
    'More 1',
    'Day 31',
    'Day 12',
  ]);
});

test('an entry has at most 200 clips of its day, and says how many more there are', async () => {
  const me = await server.install({ zone: 'UTC' });
  await keep(server, me, 'Oldest', '2023-01-02');
  await addClips(me, 202, "'2023-01-02'");
  const { daily } = await addresses(server, me);
  const { entries = [] } = parseAtomFeed(await read(server, daily.atom));
  const html = entries[0]?.content?.value ?? '';
  expect(html.match(/<h3/g)).toHaveLength(200);
  expect(html).toContain('>More 3<');
  expect(html).not.toContain('>More 2<');
  expect(html).toContain(
    `<a href="${ORIGIN}/w/${me.workspace}/day/2023-01-02">and 3 more clips</a>`,
  );
});

test('a daily feed has the newest days of 300 clips in all, each as whole as it may be', async () => {
  const me = await server.install({ zone: 'UTC' });
  await keep(server, me, 'Oldest', '2022-12-30');
  await addClips(me, 20, "'2022-12-31'");
  await addClips(me, 81, "'2023-01-01'");
  await addClips(me, 201, "'2023-01-02'");
  const days = async () => {
    const { daily } = await addresses(server, me);
    const { entries = [] } = parseAtomFeed(await read(server, daily.atom));
    return entries.map(({ id, content }) => [
      id?.slice(-10),
      (content?.value ?? '').match(/<h3/g)?.length,
    ]);
  };
  // Smaller days behind one that has no room have none either: a feed has no gaps.
  const [newest, next] = [
    ['2023-01-02', 200],
    ['2023-01-01', 81],
  ];
  expect(await days()).toEqual([newest, next]);
  await db
    .prepare(`DELETE FROM clip WHERE workspace = ? AND day = '2022-12-31' AND title = 'More 1'`)
    .bind(me.workspace)
    .run();
  await db
    .prepare(`UPDATE day_count SET clips = 19 WHERE workspace = ? AND day = '2022-12-31'`)
    .bind(me.workspace)
    .run();
  await db
    .prepare('UPDATE library SET feed_rotation = 2 WHERE workspace = ?')
    .bind(me.workspace)
    .run();
  expect(await days()).toEqual([newest, next, ['2022-12-31', 19]]);
});

test('a feed is 304 for whoever has it, until the library changes', async () => {
  const me = await server.install({ zone: 'UTC' });
  const first = await keep(server, me, 'First', '2022-12-27');
  const feeds = await addresses(server, me);
  const paths = KINDS.flatMap((kind) => FORMATS.map((format) => feeds[kind][format]));
  const poll = async (etags: readonly string[]) => {
    const answers: { status: number; etag: string; body: string }[] = [];
    for (const [index, path] of paths.entries()) {
      const answer = await server.request(path, {
        headers: { 'if-none-match': etags[index] ?? '"none"' },
      });
      answers.push({
        status: answer.status,
        etag: answer.headers.get('etag') ?? '',
        body: await answer.text(),
      });
    }
    return answers;
  };
  let known = await poll([]);
  const changes = [
    () => keep(server, me, 'Second', '2022-12-27'),
    () => letGo(server, me, first),
    () => db.prepare("UPDATE workspace SET name = 'Renamed' WHERE id = ?").bind(me.workspace).run(),
    () =>
      db.prepare("UPDATE library SET language = 'vi' WHERE workspace = ?").bind(me.workspace).run(),
  ];
  expect(new Set(known.map(({ etag }) => etag)).size).toBe(paths.length);
  for (const change of changes) {
    const again = await poll(known.map(({ etag }) => etag));
    expect(statuses(again)).toEqual([304]);
    expect(again.map(({ etag, body }) => [etag, body])).toEqual(
      known.map(({ etag }) => [etag, '']),
    );
    await change();
    const changed = await poll(known.map(({ etag }) => etag));
    expect(statuses(changed)).toEqual([200]);
    known = changed;
  }
});

test('a feed that was composed before is the same bytes, and nobody else’s', async () => {
  const people = [await server.install({ zone: 'UTC' }), await server.install({ zone: 'UTC' })];
  const bodies: string[] = [];
  for (const [index, me] of people.entries()) {
    await keep(server, me, `Told to ${index}`, '2022-12-27');
    const feeds = await addresses(server, me);
    for (const path of KINDS.flatMap((kind) => FORMATS.map((format) => feeds[kind][format]))) {
      const first = await server.request(path);
      const again = await server.request(path);
      const body = await again.text();
      expect(body).toBe(await first.text());
      expect([...again.headers]).toEqual([...first.headers]);
      expect(body).toContain(`Told to ${index}`);
      bodies.push(body);
    }
    await keep(server, me, 'Told later', '2022-12-27');
    expect(await read(server, feeds.daily.atom)).toContain('Told later');
    await db
      .prepare('UPDATE library SET feed_rotation = 2 WHERE workspace = ?')
      .bind(me.workspace)
      .run();
    expect((await server.request(feeds.daily.atom)).status).toBe(404);
  }
  expect(new Set(bodies).size).toBe(bodies.length);
});

test('what a feed reads does not grow with the library, nor with what was deleted from it', async () => {
  const me = await server.install({ zone: 'UTC' });
  for (let day = 1; day <= 31; day += 1)
    await keep(server, me, `Day ${day}`, `2022-12-${String(day).padStart(2, '0')}`);
  await addClips(me, 600, "'2022-12-31'");
  await addTombstones(me, 60);
  const { daily, clips } = await addresses(server, me);
  const costs = async () => ({
    daily: await cost(daily.atom),
    clips: await cost(clips.atom),
    again: await cost(daily.atom),
    unchanged: await cost(daily.atom, {
      'if-none-match': (await server.request(daily.atom)).headers.get('etag') ?? '',
    }),
  });
  const small = await costs();
  await addClips(me, 2_000, "date('2015-01-01', (i % 500) || ' days')");
  await addClips(me, 2_000, "'2022-12-31'");
  await addTombstones(me, 2_000);
  const large = await costs();
  console.log(
    `rows read by a full daily feed: ${small.daily.read}, in a library of 4,000 more clips ${large.daily.read}; ` +
      `by a feed of clips: ${small.clips.read}, ${large.clips.read}; by one that was composed before: ` +
      `${small.again.read}, ${large.again.read}; by a 304: ${small.unchanged.read}, ${large.unchanged.read}`,
  );
  const polls = [large.daily, large.clips, large.again, large.unchanged];
  expect(polls.map(({ status }) => status)).toEqual([200, 200, 200, 304]);
  // Whose feed it is and what changed last comes first: mostly nothing has to be composed then.
  expect(polls.map(({ trips }) => trips)).toEqual([2, 2, 1, 1]);
  // A seek may look at the row beside it, which is there or not by where the workspace's id sorts.
  for (const kind of KINDS) expect(large[kind].read).toBeLessThanOrEqual(small[kind].read + 2 * 14);
  expect(large.daily.read).toBeLessThan(600);
  expect(large.clips.read).toBeLessThan(120);
  expect(large.again.read).toBeLessThan(10);
  expect(large.unchanged.read).toBeLessThan(10);
});
