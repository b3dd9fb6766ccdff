// What of a library is related to an article or a clip of it.
import { beforeAll, expect, test } from 'vitest';
import type { RelatedClips, RelatedQuestion } from '../../shared/schema/related.ts';
import { newId, sample } from './sample.ts';
import { type Server, startServer } from './server.ts';
import { report } from './story-texts.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer('2026-03-10T08:00:00Z');
});

type Me = Awaited<ReturnType<Server['install']>>;

const keep = async (
  { workspace, token }: Pick<Me, 'workspace' | 'token'>,
  article: Parameters<typeof sample>[0],
): Promise<string> => {
  const answer = await server.request(`/api/w/${workspace}/keeps/${newId()}`, {
    method: 'PUT',
    token,
    json: { ...sample(article), summary: { sentences: [], terms: ['Quảng Ninh'] } },
  });
  return (await answer.json<{ clip: string }>()).clip;
};

const question = (change: Partial<RelatedQuestion> = {}): RelatedQuestion => ({
  title: 'Quảng Ninh khắc phục hậu quả bão Yagi',
  text: 'Sau bão Yagi, Hạ Long dọn dẹp cảng Tuần Châu và sửa các mái nhà bị tốc.',
  terms: ['bão Yagi'],
  language: 'vi',
  site: 'Paper',
  section: ['Xã hội'],
  category: '06000000',
  day: '2026-03-11',
  story: null,
  without: [],
  ...change,
});

const ask = async ({ workspace, token }: Me, json: unknown) => {
  const path = `/api/w/${workspace}/related`;
  const answer = await server.request(path, { method: 'POST', token, json });
  return { status: answer.status, body: await answer.json<RelatedClips>() };
};

const titles = ({ related }: RelatedClips) => related.map(({ title }) => title);

test('an article finds the clips that share its rare words, each with why', async () => {
  const me = await server.install();
  const storm = await keep(me, report('storm', { canonicalUrl: 'https://paper.example/storm' }));
  await keep(me, report('football'));
  const { status, body } = await ask(me, question());
  expect(status).toBe(200);
  expect(body.related[0]).toMatchObject({
    id: storm,
    title: 'Bão Yagi đổ bộ Quảng Ninh, gió giật cấp 17',
    site: 'Paper',
    day: '2026-03-10',
  });
  expect(body.related[0]?.reasons[0]).toEqual({ kind: 'term', term: 'bão Yagi' });
  const without = ['https://paper.example/storm'];
  expect(titles((await ask(me, question({ without }))).body)).not.toContain(
    'Bão Yagi đổ bộ Quảng Ninh, gió giật cấp 17',
  );
});

test('the text itself from elsewhere is not related to it', async () => {
  const me = await server.install();
  const blocks = report('storm').blocks ?? [];
  await keep(me, report('storm', { title: 'Under another headline' }));
  await keep(me, report('stormElsewhere'));
  const text = blocks
    .flatMap((block) => ('runs' in block ? block.runs.map((run) => run.text) : []))
    .join('\n');
  const { body } = await ask(me, question({ text }));
  expect(titles(body)).toEqual(['Quảng Ninh mất điện toàn tỉnh khi bão Yagi vào đất liền']);
});

test('a clip finds what is related to it, and not itself', async () => {
  const me = await server.install();
  const one = await keep(me, report('storm'));
  const other = await keep(me, report('stormElsewhere'));
  const path = `/api/w/${me.workspace}/clips/${one}/related`;
  const answer = await server.request(path, { token: me.token });
  const body = await answer.json<RelatedClips>();
  expect(body.related.map(({ id }) => id)).toEqual([other]);
  expect(body.related[0]?.reasons[0]).toEqual({ kind: 'story' });
});

test('another workspace’s clips change neither what is related nor its order', async () => {
  const me = await server.install();
  for (const name of ['storm', 'football', 'stormElsewhere'] as const) await keep(me, report(name));
  const before = (await ask(me, question())).body;
  const other = await server.install();
  for (let n = 0; n < 20; n += 1)
    await keep(other, report('storm', { title: `Bão Yagi vào Quảng Ninh, tin ${n}` }));
  expect((await ask(me, question())).body).toEqual(before);
});

test('an empty library, an article without words and every odd text have an answer', async () => {
  const me = await server.install();
  expect((await ask(me, question())).body).toEqual({ related: [] });
  await keep(me, report('storm'));
  for (const text of ['', '" OR *', 'features : x', '漢字かな', 'NEAR(a b)', '^"'])
    expect((await ask(me, question({ title: text || 'x', text, terms: [] }))).status, text).toBe(
      200,
    );
});

test('a question that is none is refused, and so is one for a library of others', async () => {
  const [me, other] = [await server.install(), await server.install()];
  for (const wrong of [
    {},
    null,
    question({ text: 'x'.repeat(12_001) }),
    { ...question(), more: 1 },
  ])
    expect((await ask(me, wrong)).status).toBe(400);
  expect((await ask({ ...other, token: me.token }, question())).status).toBe(404);
  const clip = await keep(other, report('storm'));
  for (const id of [clip, newId(), 'x'])
    expect(
      (await server.request(`/api/w/${me.workspace}/clips/${id}/related`, { token: me.token }))
        .status,
    ).toBe(404);
});
