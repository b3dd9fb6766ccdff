// What the stories of a day say of earlier days.
import { beforeAll, expect, test } from 'vitest';
import type { Digest } from '../../shared/schema/digest.ts';
import { ask } from '../../worker/db/database.ts';
import { makeRelated } from '../../worker/db/related.ts';
import { newId, sample } from './sample.ts';
import { db, metered, type Server, startServer } from './server.ts';
import { report } from './story-texts.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer('2026-03-10T08:00:00Z');
});

type Me = Awaited<ReturnType<Server['install']>>;
type Article = Parameters<typeof sample>[0];

const keep = async (
  { workspace, token }: Me,
  day: string,
  name: Parameters<typeof report>[0],
  article: Article = {},
): Promise<string> => {
  const published = { precision: 'day', value: day, evidence: 'meta' } as const;
  const answer = await server.request(`/api/w/${workspace}/keeps/${newId()}`, {
    method: 'PUT',
    token,
    json: sample(report(name, { published, ...article })),
  });
  return (await answer.json<{ clip: string }>()).clip;
};

const stories = async ({ workspace, token }: Me, day: string) => {
  const answer = await server.request(`/api/w/${workspace}/digests/${day}`, { token });
  return (await answer.json<Digest>()).groups.flatMap((group) => group.stories);
};

test('a story of a day names what earlier days have on it, and why; later ones and its own day it does not', async () => {
  const me = await server.install();
  const first = await keep(me, '2026-03-01', 'storm');
  await keep(me, '2026-03-01', 'football');
  expect((await stories(me, '2026-03-01')).map(({ related }) => related)).toEqual([[], []]);
  await keep(me, '2026-03-02', 'stormElsewhere');
  const [story] = await stories(me, '2026-03-02');
  expect(story?.related.map(({ id, day }) => [id, day])).toEqual([[first, '2026-03-01']]);
  expect(story?.related[0]?.reasons[0]).toEqual({ kind: 'story' });
  expect((await stories(me, '2026-03-01')).map(({ related }) => related)).toEqual([[], []]);

  const page = await server.request(`/w/${me.workspace}/day/2026-03-02`, { cookie: me.cookie });
  expect(await page.text()).toMatch(
    new RegExp(`Earlier</h4>.*/clip/${first}".*same story.*1 Mar 2026`, 's'),
  );
});

test('the same text from elsewhere is nothing more to read', async () => {
  const me = await server.install();
  await keep(me, '2026-03-01', 'storm', { site: 'Agency', title: 'Bão vào Quảng Ninh' });
  await keep(me, '2026-03-02', 'storm');
  expect((await stories(me, '2026-03-02')).map(({ related }) => related)).toEqual([[]]);
});

test('what a day reads of earlier ones does not grow with these, nor with the day', async () => {
  const me = await server.install();
  await keep(me, '2026-03-01', 'storm');
  await keep(me, '2026-03-02', 'football');
  const read = async (): Promise<number> => {
    const { db: database, rows } = metered();
    await ask(makeRelated(database).toDay(me.workspace, '2026-03-02'));
    return rows.read;
  };
  const copy = (count: number) =>
    [
      `INSERT INTO clip (rid, workspace, id, canonical_url, url, title, section, authors, day,
         kept_day, summary, words, seq, changed_at)
       SELECT rid + ${count} + i * 10000, workspace, id || ${count} || i, canonical_url || ${count} || i, url,
         title, section, authors, day, kept_day, summary, words, seq + i, changed_at
       FROM n JOIN clip ON clip.workspace = ? AND length(id) = 36`,
      `INSERT INTO clip_profile (rid, workspace, standfirst, terms, asks, vector, fingerprint)
       SELECT clip_profile.rid + ${count} + i * 10000, workspace, standfirst, terms, asks, vector, fingerprint
       FROM n JOIN clip_profile ON clip_profile.workspace = ? AND clip_profile.rid < 1e15
         AND EXISTS (SELECT 1 FROM clip WHERE clip.rid = clip_profile.rid AND length(id) = 36)`,
    ].map((sql) =>
      db
        .prepare(
          `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count}) ${sql}`,
        )
        .bind(me.workspace),
    );
  await db.batch(copy(300));
  const some = await read();
  await db.batch(copy(700));
  const more = await read();
  console.log(`a day and those before it: ${some} rows at 300 clips each, ${more} at 1,000`);
  expect(more).toBe(some);
  expect(some).toBeLessThan(500);
});
