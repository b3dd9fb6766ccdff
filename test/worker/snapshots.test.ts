// Past days are read as they were composed once, and composed anew when something of them changes.
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { Digest } from '../../shared/schema/digest.ts';
import { freezeDay } from '../../worker/domain/digests.ts';
import {
  freezeSlowly,
  freezingAt,
  frozen,
  frozenDays,
  of,
  putOff,
  reads,
  run,
  titles,
} from './frozen.ts';
import { addClips } from './many-clips.ts';
import { newId } from './sample.ts';
import { metered, type Server, startServer } from './server.ts';

const NOW = '2026-03-10T08:00:00Z';

let server: Server;
beforeAll(async () => {
  server = await startServer(NOW);
});

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(async () => {
  vi.restoreAllMocks();
  server.setClock(NOW);
  await putOff();
});

const { ask, digest, keep, keepAs } = freezingAt(() => server);

test('the first reader of a past day has it stored, and whoever comes after reads the same of fewer rows', async () => {
  const me = await server.install({ zone: 'UTC' });
  await keep(me, '2022-12-27', 'First');
  await addClips(me, 60, "'2022-12-27'");
  await keep(me, '2026-03-10', 'Today');
  expect(await frozenDays(me)).toEqual([]);
  const live = await digest(me, '2022-12-27');
  expect(await frozenDays(me)).toEqual(['2022-12-27']);
  const { db: database, rows } = metered();
  expect(await digest(me, '2022-12-27', 1, database)).toEqual(live);
  expect(rows.read).toBeLessThan(25);
  expect(live).toMatchObject({ clips: 61, stories: 61, pages: 1, page: 1 });
  // Neither today nor an empty day is.
  await digest(me, '2026-03-10');
  await digest(me, '2022-12-26');
  expect(await frozenDays(me)).toEqual(['2022-12-27']);
});

test('a late clip, a correction and a deletion make the next revision; nothing of what was deleted is left', async () => {
  const me = await server.install({ zone: 'UTC' });
  const first = await keep(me, '2022-12-27', 'First');
  const before = await digest(me, '2022-12-27');
  const late = await keep(me, '2022-12-27', 'Kept in secret');
  const after = await digest(me, '2022-12-27');
  expect(after.revision).toBe(late.seq);
  expect(after.revision).toBeGreaterThan(before.revision);
  expect(titles(after)).toEqual(['Kept in secret', 'First']);
  await ask(me, `edits/${newId()}`, 'PUT', {
    version: 1,
    keep: first.id,
    correction: { title: 'Mended' },
  });
  expect(titles(await digest(me, '2022-12-27'))).toContain('Mended');
  await ask(me, `clips/${late.clip}`, 'DELETE');
  expect(JSON.stringify(await frozen(me))).not.toContain('secret');
  expect(titles(await digest(me, '2022-12-27'))).toEqual(['Mended']);
  expect(await digest(me, '2022-12-27')).toEqual(await digest(me, '2022-12-27'));
  await ask(me, `clips/${first.clip}`, 'DELETE');
  expect(titles(await digest(me, '2022-12-27'))).toEqual([]);
  expect(await frozen(me)).toEqual({ days: [], pages: [] });
});

test('a clip that moves to another day leaves the one and comes to the other', async () => {
  const me = await server.install({ zone: 'UTC' });
  const moved = await keep(me, '2022-12-27', 'Moved');
  await digest(me, '2022-12-27');
  await ask(me, `edits/${newId()}`, 'PUT', {
    version: 1,
    keep: moved.id,
    correction: { published: { precision: 'day', value: '2022-12-24', evidence: 'reader' } },
  });
  await run(NOW);
  await run(NOW);
  expect(await frozenDays(me)).toEqual(['2022-12-24']);
  expect(titles(await digest(me, '2022-12-24'))).toEqual(['Moved']);
  expect(titles(await digest(me, '2022-12-27'))).toEqual([]);
});

test('of two revisions that race the newer one stays, whoever writes last', async () => {
  const me = await server.install({ zone: 'UTC' });
  await keep(me, '2022-12-27', 'Old');
  const library = { workspace: me.workspace, zone: 'UTC' };
  const write = await freezeSlowly(NOW, library, '2022-12-27');
  await keep(me, '2022-12-27', 'New');
  await freezeDay(reads(NOW), library, '2022-12-27');
  const newer = await frozen(me);
  await write();
  expect(await frozen(me)).toEqual(newer);
  expect(titles(await digest(me, '2022-12-27')).sort()).toEqual(['New', 'Old']);
});

test('a day of 2,000 clips is read page by page, and no row of it is large', async () => {
  const me = await server.install({ zone: 'UTC' });
  await keep(me, '2022-12-27', 'First');
  await addClips(me, 1600, "'2022-12-27'");
  // And a story of 399.
  await addClips(me, 399, "'2022-12-27'", "'one-story'");
  const live = await digest(me, '2022-12-27');
  expect(live).toMatchObject({ clips: 2000, stories: 1602 });
  const pages: Digest[] = [];
  for (let page = 1; page <= live.pages; page += 1) {
    const { db: database, rows } = metered();
    pages.push(await digest(me, '2022-12-27', page, database));
    expect(rows.read).toBeLessThan(25);
  }
  expect(pages[0]).toEqual(live);
  expect(pages.length).toBeGreaterThan(9);
  const all = pages.flatMap(titles);
  expect(all).toHaveLength(2000);
  expect(new Set(all).size).toBeGreaterThan(1600);
  expect(Math.max(...pages.map((page) => titles(page).length))).toBeLessThanOrEqual(200);
  const { pages: stored } = await frozen(me);
  expect(Math.max(...stored.map(({ groups }) => String(groups).length))).toBeLessThan(600_000);
  expect((await digest(me, '2022-12-27', pages.length + 1)).groups).toEqual([]);
});

test('the pages of a long day lead to each other, and its sections to the page on which they begin', async () => {
  const me = await server.install({ zone: 'UTC' });
  await keep(me, '2022-12-27', 'First');
  await addClips(me, 300, "'2022-12-27'");
  await keep(me, '2022-12-27', 'Elsewhere');
  const open = async (search: string) => {
    const path = `/w/${me.workspace}/day/2022-12-27${search}`;
    return (await server.request(path, { cookie: me.cookie })).text();
  };
  const first = await open('');
  expect(first).toContain('Page 1 of 2');
  expect(first).toContain(`rel="next" href="/w/${me.workspace}/day/2022-12-27?page=2"`);
  expect(first.match(/<h3/g)?.length).toBeLessThanOrEqual(200);
  const second = await open('?page=2');
  expect(second).toContain(`rel="prev" href="/w/${me.workspace}/day/2022-12-27"`);
  expect(second).toContain('<b>302</b> clips');
  // Live it is the same.
  expect((await open('?by=kept')).match(/<h3/g) ?? []).toHaveLength(0);
  expect(await open('?page=nonsense')).toContain('Page 1 of 2');
  // Where a day had more, and none is told as if it were there.
  const past = await open('?page=9');
  expect(past).toContain('This day has 2 pages alone.');
  expect(past).toContain(`class="way" href="/w/${me.workspace}/day/2022-12-27?page=2"`);
  expect(past).not.toContain('Page 9');
});

test('the key terms of a day are those of most stories, and lead to what else is known by them', async () => {
  const me = await server.install({ zone: 'UTC' });
  const about = (title: string, terms: string[]) => {
    const write = of('2022-12-27', title);
    return keepAs(
      { workspace: me.workspace, token: me.token },
      { ...write, summary: { ...write.summary, terms } },
    );
  };
  await about('One', ['Nguyễn Phú Trọng', 'Quốc hội']);
  await about('Two', ['quốc hội', 'Hà Nội']);
  await about('Three', ['Thủ đô Hà Nội']);
  const live = await digest(me, '2022-12-27');
  expect(live.terms.map((term) => term.toLowerCase())[0]).toBe('quốc hội');
  // Of 'Hà Nội' and 'Thủ đô Hà Nội' one is enough.
  expect(live.terms).toHaveLength(3);
  expect(await digest(me, '2022-12-27')).toEqual(live);
});
