// A corrected category holds for that section of that site from then on, in that workspace.
import { beforeAll, expect, test } from 'vitest';
import type { Correction } from '../../shared/schema/correction.ts';
import type { ClipCard } from '../../shared/schema/digest.ts';
import type { KeepAnswer, KeepWrite } from '../../shared/schema/keep.ts';
import { WHOLE_SQL } from '../whole-library.ts';
import { newId, sample } from './sample.ts';
import { db, isElsewhere, metered, rowCounts, type Server, startServer } from './server.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer('2026-03-10T08:00:00Z');
});

const [ART, HEALTH, POLITICS, SPORT] = ['01000000', '07000000', '11000000', '15000000'] as const;

const MATCH =
  'The striker scored twice as the team won the cup final, and the coach praised his players after the match.';

interface Caller {
  workspace: string;
  token?: string;
  cookie?: string;
}

const send = async (
  { workspace, ...who }: Caller,
  path: string,
  json: unknown,
  { id = newId(), database }: { id?: string; database?: D1Database } = {},
) => {
  const answer = await server.request(`/api/w/${workspace}/${path}/${id}`, {
    method: 'PUT',
    json,
    ...who,
    ...(database && { database }),
  });
  return { status: answer.status, body: await answer.json<KeepAnswer & { code?: string }>() };
};

let made = 0;
const article = (
  section: string[],
  { site = 'paper.example', text = 'It happened today.', write = {} as Partial<KeepWrite> } = {},
): KeepWrite => {
  made += 1;
  return sample(
    {
      canonicalUrl: `https://${site}/article-${made}`,
      section,
      blocks: [{ kind: 'paragraph', runs: [{ text }] }],
    },
    { summary: { sentences: [{ block: 0, start: 0, end: text.length }], terms: [] }, ...write },
  );
};

const keep = async (me: Caller, ...of: Parameters<typeof article>): Promise<KeepAnswer> => {
  const { status, body } = await send(me, 'keeps', article(...of));
  expect(status).toBe(201);
  return body;
};

const correct = async (
  me: Caller,
  { id }: KeepAnswer,
  correction: Correction,
): Promise<KeepAnswer> => {
  const { status, body } = await send(me, 'edits', { version: 1, keep: id, correction });
  expect(status).toBe(200);
  return body;
};

const categoryOf = async ({ workspace, ...who }: Caller, { clip }: KeepAnswer) => {
  const answer = await server.request(`/api/w/${workspace}/clips/${clip}`, who);
  return (await answer.json<ClipCard>()).category;
};

const told = async (me: Caller, ...of: Parameters<typeof article>) =>
  categoryOf(me, await keep(me, ...of));

const miscounts = ({ workspace }: Caller) =>
  db.prepare(WHOLE_SQL).bind(workspace).first<number>('miscounts');

const seqOf = ({ workspace }: Caller) =>
  db.prepare('SELECT seq FROM library WHERE workspace = ?').bind(workspace).first<number>('seq');

test('what is kept later from that section of that site is filed so, in that workspace alone', async () => {
  const me = await server.install();
  const other = await server.install();
  const before = await keep(me, ['Politics']);
  const kept = await keep(me, ['Politics']);
  await correct(me, kept, { category: SPORT });
  expect(await categoryOf(me, kept)).toBe(SPORT);
  expect(await told(me, ['Politics'])).toBe(SPORT);
  expect(await told(me, ['  POLITICS! '], { site: 'www.paper.example' })).toBe(SPORT);
  // What was kept before stays, and so does what stands elsewhere.
  expect(await categoryOf(me, before)).toBe(POLITICS);
  expect(await told(me, ['Politics', 'Parliament'])).toBe(POLITICS);
  expect(await told(me, ['Politics'], { site: 'other.example' })).toBe(POLITICS);
  expect(await told(me, ['Politics'], { site: 'sub.paper.example' })).toBe(POLITICS);
  expect(await told(other, ['Politics'])).toBe(POLITICS);
  expect(await Promise.all([miscounts(me), miscounts(other)])).toEqual([0, 0]);
});

test('a section that names no topic is told by a person, not by the text of each article', async () => {
  const me = await server.install();
  const kept = await keep(me, ['Thời sự'], { text: MATCH });
  expect(await categoryOf(me, kept)).toBe(SPORT);
  await correct(me, kept, { category: POLITICS });
  expect(await told(me, ['Thời sự'], { text: MATCH })).toBe(POLITICS);
});

test('unsure is a correction too, and holds', async () => {
  const me = await server.install();
  const kept = await keep(me, ['Sport'], { text: MATCH });
  await correct(me, kept, { category: null });
  expect(await categoryOf(me, kept)).toBeNull();
  expect(await told(me, ['Sport'], { text: MATCH })).toBeNull();
  expect(await miscounts(me)).toBe(0);
});

test('without a section a correction holds for that article alone, and stays when its words change', async () => {
  const me = await server.install();
  const kept = await keep(me, [], { text: MATCH });
  const { section_category: before } = await rowCounts();
  await correct(me, kept, { category: ART });
  await correct(me, kept, { title: 'Another headline' });
  expect(await categoryOf(me, kept)).toBe(ART);
  expect(await told(me, [], { text: MATCH })).toBe(SPORT);
  await correct(me, kept, { category: null });
  await correct(me, kept, { title: 'One more headline' });
  expect(await categoryOf(me, kept)).toBeNull();
  expect((await rowCounts())['section_category']).toBe(before);
  expect(await miscounts(me)).toBe(0);
});

test('a corrected section is looked up anew', async () => {
  const me = await server.install();
  await correct(me, await keep(me, ['Panorama']), { category: HEALTH });
  const kept = await keep(me, ['Weekend'], { text: MATCH });
  await correct(me, kept, { category: ART });
  await correct(me, kept, { section: ['Panorama'] });
  expect(await categoryOf(me, kept)).toBe(HEALTH);
  await correct(me, kept, { section: ['Nowhere'] });
  expect(await categoryOf(me, kept)).toBe(SPORT);
  // Both at once: the category is said of the section that is right.
  await correct(me, kept, { section: ['Garden'], category: POLITICS });
  expect(await told(me, ['Garden'], { text: MATCH })).toBe(POLITICS);
  expect(await told(me, ['Nowhere'], { text: MATCH })).toBe(SPORT);
  expect(await miscounts(me)).toBe(0);
});

test('the later correction holds, and one can be taken back', async () => {
  const me = await server.install();
  const [one, two] = [await keep(me, ['Politics']), await keep(me, ['Politics'])];
  await correct(me, one, { category: SPORT });
  await correct(me, two, { category: HEALTH });
  expect(await told(me, ['Politics'])).toBe(HEALTH);
  expect(await categoryOf(me, one)).toBe(SPORT);
  await correct(me, one, { category: 'auto' });
  expect(await categoryOf(me, one)).toBe(POLITICS);
  expect(await told(me, ['Politics'])).toBe(POLITICS);
  expect(await categoryOf(me, two)).toBe(HEALTH);
  expect(await miscounts(me)).toBe(0);
});

test('what was corrected before keeping comes with the keep', async () => {
  const me = await server.install();
  const kept = await keep(me, ['Politics'], { write: { category: SPORT } });
  expect(await categoryOf(me, kept)).toBe(SPORT);
  expect(await told(me, ['Politics'])).toBe(SPORT);
  await correct(me, kept, { title: 'Another headline' });
  expect(await categoryOf(me, kept)).toBe(SPORT);
  expect(await told(me, ['Politics'], { write: { category: null } })).toBeNull();
  expect(await told(me, ['Politics'])).toBeNull();
  expect(await told(me, ['Politics'], { write: { category: 'auto' } })).toBe(POLITICS);
  expect(await told(me, ['Politics'])).toBe(POLITICS);
  const exported = await server.request(`/api/w/${me.workspace}/export`, { token: me.token });
  expect(
    (await exported.text())
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line).facts.category),
  ).toEqual([SPORT, undefined, null, undefined, undefined, undefined]);
  expect(await miscounts(me)).toBe(0);
});

test('a link that is filled in, and an address alone: only what brings an article says something', async () => {
  const me = await server.install();
  const { article: read, ...write } = article(['Politics'], { write: { category: SPORT } });
  const nothing = { sentences: [], terms: [] };
  const link = { ...write, article: { ...read, blocks: [] }, summary: nothing };
  expect((await send(me, 'keeps', link)).status).toBe(201);
  expect(await told(me, ['Politics'])).toBe(POLITICS);
  const filled = await send(me, 'keeps', { ...write, article: read });
  expect(await categoryOf(me, filled.body)).toBe(SPORT);
  // Where the library has the article, a keep changes nothing of it.
  await send(me, 'keeps', { ...write, article: read, category: HEALTH });
  expect(await categoryOf(me, filled.body)).toBe(SPORT);
  expect(await told(me, ['Politics'])).toBe(SPORT);
});

test('the same bytes hear the same answer and say nothing twice; what was said already takes no number', async () => {
  const me = await server.install();
  const [one, two] = [await keep(me, ['Politics']), await keep(me, ['Politics'])];
  const [id, write] = [newId(), { version: 1, keep: one.id, correction: { category: SPORT } }];
  const first = await send(me, 'edits', write, { id });
  await correct(me, two, { category: HEALTH });
  const after = await seqOf(me);
  expect(await send(me, 'edits', write, { id })).toEqual(first);
  expect(await told(me, ['Politics'])).toBe(HEALTH);
  await correct(me, two, { category: HEALTH });
  // The keep took one.
  expect(await seqOf(me)).toBe((after ?? 0) + 1);
  // The clip is so already, its section is not.
  const again = await correct(me, one, { category: SPORT });
  expect(again.seq).toBe((after ?? 0) + 2);
  expect(await told(me, ['Politics'])).toBe(SPORT);
});

test('what is no topic is refused, and nothing is written', async () => {
  const me = await server.install();
  const kept = await keep(me, ['Politics']);
  const before = await rowCounts();
  for (const category of ['', 'sport', '15000001', 15_000_000, ['15000000'], {}, true]) {
    const edit = { version: 1, keep: kept.id, correction: { category } };
    const answers = await Promise.all([
      send(me, 'edits', edit),
      send(me, 'keeps', { ...article(['Politics']), category }),
    ]);
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
      [400, 'bad-request'],
      [400, 'bad-request'],
    ]);
  }
  expect(await rowCounts()).toEqual(before);
});

test.skipIf(isElsewhere)(
  'to look a section up takes no round trip, and one row however many there are',
  async () => {
    const me = await server.install();
    const cost = async () => {
      const { db: database, rows, trips } = metered();
      await send(me, 'keeps', article(['Section 7']), { database });
      return { read: rows.read, trips: trips.inSequence };
    };
    const bare = await cost();
    for (let number = 0; number < 30; number += 1) {
      const write = article([`Section ${number}`], { write: { category: SPORT } });
      // Of other days: a save reads the clips of its own days too, to find its story.
      const published = { precision: 'day', value: '2020-01-01', evidence: 'meta' } as const;
      await send(me, 'keeps', { ...write, article: { ...write.article, published } });
    }
    const full = await cost();
    console.log(`a keep reads ${full.read} rows, one of them what was said of its section`);
    expect(full.trips).toBe(bare.trips);
    // The full-text index may have grown a level, which is a row for each look into it.
    expect(full.read).toBeLessThanOrEqual(bare.read + 5);
  },
);
