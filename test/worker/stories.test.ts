// Clips that carry the same text or report the same event become one story when they are saved; what a person says of
// stories stays.
import { createScheduledController } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { texts } from '../../shared/locales/index.ts';
import type { Digest } from '../../shared/schema/digest.ts';
import worker from '../../worker/index.ts';
import { newId, sample } from './sample.ts';
import { db, metered, type Server, startServer } from './server.ts';
import { ofDay, sharingAt } from './sharing.ts';
import { report } from './story-texts.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer('2026-03-10T08:00:00Z');
});

const sharing = sharingAt(() => server);

type Me = Awaited<ReturnType<Server['install']>>;
type Article = Parameters<typeof sample>[0];

const keep = async (
  { workspace, token }: Pick<Me, 'workspace' | 'token'>,
  article: Article,
  database: D1Database = db,
): Promise<string> => {
  const write = sample(article);
  const first = write.article.blocks[0];
  const end = first?.kind === 'paragraph' ? (first.runs[0]?.text.length ?? 0) : 0;
  const answer = await server.request(`/api/w/${workspace}/keeps/${newId()}`, {
    method: 'PUT',
    token,
    database,
    json: { ...write, summary: { sentences: [{ block: 0, start: 0, end }], terms: [] } },
  });
  expect(answer.status).toBe(201);
  return (await answer.json<{ clip: string }>()).clip;
};

/** The stories of a day, each as the clips that it holds. */
const storiesOf = async ({ workspace, token }: Me, day = '2026-03-10') => {
  const answer = await server.request(`/api/w/${workspace}/digests/${day}`, { token });
  const digest = await answer.json<Digest>();
  return digest.groups
    .flatMap(({ stories }) => stories)
    .map(({ clips }) => clips.map(({ id }) => id));
};

const sortedStories = async (me: Me, day?: string) =>
  (await storiesOf(me, day)).map((clips) => clips.toSorted()).sort();

const asStories = (...stories: string[][]) => stories.map((clips) => clips.toSorted()).sort();

const sayStory = ({ workspace, token }: Me, clip: string, json: unknown) =>
  server.request(`/api/w/${workspace}/clips/${clip}/story`, { method: 'PUT', token, json });

test('two reports of one event are one story, another event is another', async () => {
  const me = await server.install();
  const [one, other, football] = [
    await keep(me, report('storm')),
    await keep(me, report('stormElsewhere')),
    await keep(me, report('football')),
  ];
  expect(await sortedStories(me)).toEqual(asStories([one, other], [football]));
});

test('a copy under another headline, of any day, is of the story of its original', async () => {
  const me = await server.install();
  const original = await keep(me, report('football'));
  const copy = await keep(
    me,
    report('football', {
      title: 'Vàng thứ tám cho các cô gái',
      published: { precision: 'day', value: '2025-01-05', evidence: 'meta' },
    }),
  );
  const stories = await db
    .prepare('SELECT DISTINCT story FROM clip WHERE id IN (?, ?)')
    .bind(original, copy)
    .all();
  expect(stories.results).toHaveLength(1);
  expect(stories.results[0]?.['story']).not.toBeNull();
});

test('a story moves the revision of its day, and stories of other workspaces are nobody’s', async () => {
  const [me, other] = [await server.install(), await server.install()];
  await keep(other, report('storm'));
  const one = await keep(me, report('storm'));
  expect(await sortedStories(me)).toEqual(asStories([one]));
  const revision = async () =>
    (
      await (
        await server.request(`/api/w/${me.workspace}/digests/2026-03-10`, { token: me.token })
      ).json<Digest>()
    ).revision;
  const before = await revision();
  await keep(me, report('stormElsewhere'));
  expect(await revision()).toBe(before + 2);
});

test('a clip that a person took out stays out, also when a third one comes', async () => {
  const me = await server.install();
  const [one, other] = [await keep(me, report('storm')), await keep(me, report('stormElsewhere'))];
  expect((await sayStory(me, other, { with: null })).status).toBe(204);
  expect(await sortedStories(me)).toEqual(asStories([one], [other]));
  const third = await keep(me, report('storm', { title: 'Bão vào Quảng Ninh' }));
  const stories = await sortedStories(me);
  expect(stories).toHaveLength(2);
  expect(stories.flat().toSorted()).toEqual([one, other, third].toSorted());
  expect(stories.some((clips) => clips.includes(one) && clips.includes(other))).toBe(false);
  // Said again, it is so already.
  expect((await sayStory(me, other, { with: null })).status).toBe(204);
});

test('what a person put together stays together, and can be parted again', async () => {
  const me = await server.install();
  const [storm, football] = [await keep(me, report('storm')), await keep(me, report('football'))];
  expect((await sayStory(me, storm, { with: football })).status).toBe(204);
  expect((await sayStory(me, football, { with: storm })).status).toBe(204);
  expect(await sortedStories(me)).toEqual(asStories([storm, football]));
  const more = await keep(me, report('stormElsewhere'));
  expect(await sortedStories(me)).toEqual(asStories([storm, football, more]));
  await sayStory(me, football, { with: null });
  expect(await sortedStories(me)).toEqual(asStories([storm, more], [football]));
  await sayStory(me, football, { with: more });
  expect(await sortedStories(me)).toEqual(asStories([storm, football, more]));
});

test('a clip’s page shows its story and what is related, and a button says what is one story', async () => {
  const me = await server.install();
  const [one, other] = [await keep(me, report('storm')), await keep(me, report('stormElsewhere'))];
  const page = async (cookie = me.cookie) =>
    (await server.request(`/w/${me.workspace}/clip/${one}`, { cookie })).text();
  const { related } = texts('en');
  const title = 'Quảng Ninh mất điện toàn tỉnh khi bão Yagi vào đất liền';
  expect(await page()).toContain(related.story);
  expect(await page()).toContain(`aria-label="${related.notThisStoryOf(title)}"`);
  const viewer = await server.admit(me.workspace, 'viewer');
  expect(await page(viewer)).toContain(title);
  expect(await page(viewer)).not.toMatch(/action="[^"]+\/story"/);

  const say = (clip: string, form: Record<string, string>) =>
    server.request(`/w/${me.workspace}/clip/${clip}/story`, {
      method: 'POST',
      cookie: me.cookie,
      form: { page: one, ...form },
    });
  const said = await say(other, { with: '' });
  expect([said.status, said.headers.get('location')]).toEqual([
    303,
    `/w/${me.workspace}/clip/${one}`,
  ]);
  expect(await page()).not.toContain(related.notThisStoryOf(title));
  expect(await page()).toContain(`aria-label="${related.sameStoryOf(title)}"`);
  await say(one, { with: other });
  expect(await page()).toContain(related.notThisStoryOf(title));
  expect((await say(one, { with: 'x' })).status).toBe(400);
  expect((await say(one, { with: '', page: '//evil.example' })).status).toBe(400);
});

test('only those who may write say so, of clips of their own library', async () => {
  const [me, other] = [await server.install(), await server.install()];
  const [mine, theirs] = [await keep(me, report('storm')), await keep(other, report('storm'))];
  const viewer = await server.admit(me.workspace, 'viewer');
  const path = `/api/w/${me.workspace}/clips/${mine}/story`;
  const asViewer = { method: 'PUT', cookie: viewer, json: { with: null } };
  expect((await server.request(path, asViewer)).status).toBe(403);
  for (const clip of [theirs, newId(), 'x'])
    expect((await sayStory(me, clip, { with: null })).status, clip).toBe(404);
  for (const clip of [theirs, newId()])
    expect((await sayStory(me, mine, { with: clip })).status, clip).toBe(404);
  for (const json of [{}, { with: 1 }, { with: 'x' }, [], null])
    expect((await sayStory(me, mine, json)).status, JSON.stringify(json)).toBe(400);
});

test('clips from before, or whose saving was cut short, find their story in the scheduled run', async () => {
  const me = await server.install();
  const [one, other] = [await keep(me, report('storm')), await keep(me, report('stormElsewhere'))];
  await db.batch([
    db.prepare('UPDATE clip SET story = NULL WHERE workspace = ?').bind(me.workspace),
    db
      .prepare('INSERT INTO unplaced SELECT workspace, rid FROM clip WHERE workspace = ?')
      .bind(me.workspace),
  ]);
  expect(await sortedStories(me)).toEqual(asStories([one], [other]));
  await worker.scheduled(createScheduledController(), env);
  expect(await sortedStories(me)).toEqual(asStories([one, other]));
  const left = await db
    .prepare('SELECT count(*) AS left FROM unplaced WHERE workspace = ?')
    .bind(me.workspace)
    .first();
  expect(left).toEqual({ left: 0 });
});

test('ten copies saved at once are one story', async () => {
  const me = await server.install();
  const clips = await Promise.all(
    Array.from({ length: 10 }, (_, n) => keep(me, report('storm', { title: `Tin số ${n}` }))),
  );
  await worker.scheduled(createScheduledController(), env);
  expect(await sortedStories(me)).toEqual(asStories(clips));
});

/** The rows that a save reads and writes in a library that has some other clips, of other days. */
const cost = async (others: number) => {
  const me = await server.install();
  for (let n = 0; n < others; n += 1)
    await keep(
      me,
      report('football', {
        title: `Trận ${n}`,
        blocks: [{ kind: 'paragraph', runs: [{ text: `Đội số ${n} đã thắng trận thứ ${n}.` }] }],
        published: {
          precision: 'day',
          value: `2025-0${1 + (n % 9)}-0${1 + (n % 7)}`,
          evidence: 'meta',
        },
      }),
    );
  const { db: counting, rows } = metered();
  await keep(me, report('storm'), counting);
  return rows;
};

test('finding the story of a clip costs no more in a larger library', async () => {
  const [small, large] = [await cost(2), await cost(40)];
  console.log(`a save with its story reads ${small.read} rows and writes ${small.written}`);
  expect(large.written).toBe(small.written);
  // An index that has grown a level is one row more.
  expect(large.read - small.read).toBeLessThan(5);
});

const atTime = (time: string): Article => ({
  section: ['Politics'],
  published: {
    precision: 'instant',
    value: `2026-03-09T${time}:00Z`,
    evidence: 'meta',
    zoneAssumed: false,
  },
});

/** The stories of a page, each with the sources of its sentences. */
const articlesIn = (html: string) =>
  Array.from(
    html.matchAll(/<article class="(.*?)">(.*?)<\/article>/gs),
    ([, kind, inner = '']) => ({
      kind,
      title: /<h3[^>]*><a[^>]*>(.*?)</.exec(inner)?.[1],
      sources: Array.from(inner.matchAll(/class="source"[^>]*>(.*?)</g), ([, name]) => name),
    }),
  );

const articlesOf = async ({ workspace, cookie }: Pick<Me, 'workspace' | 'cookie'>, path: string) =>
  articlesIn(await (await server.request(`/w/${workspace}/${path}`, { cookie })).text());

test('the story that most sources tell leads its day, and every story of several is told by the sentences of all of them', async () => {
  const me = await server.install({ zone: 'UTC' });
  await keep(me, report('storm', { ...atTime('05:00'), site: 'Báo Sáng' }));
  await keep(me, report('stormElsewhere', { ...atTime('04:00'), site: 'Báo Chiều' }));
  await keep(me, { ...atTime('09:00'), title: 'The newest', leadImage: 'https://x.example/a.jpg' });
  for (const site of ['Báo Sáng', 'Báo Chiều'])
    await keep(me, report('football', { ...atTime('03:00'), site }));
  const day = await articlesOf(me, 'day/2026-03-09');
  expect(day).toEqual([
    {
      kind: 'lead',
      title: 'Quảng Ninh mất điện toàn tỉnh khi bão Yagi vào đất liền',
      sources: [expect.any(String)],
    },
    { kind: 'item', title: 'The newest', sources: [] },
    { kind: 'item', title: expect.stringContaining('Thái Lan'), sources: [expect.any(String)] },
  ]);
  const week = await articlesOf(me, 'week/2026-W11');
  expect(week.map(({ title }) => title)).toEqual(day.map(({ title }) => title));
  const { url } = await sharing.share(me, ofDay('2026-03-09'));
  const told = articlesIn(await sharing.text(url));
  expect(told).toEqual(day);
});
