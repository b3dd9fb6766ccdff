// Words in a row, whose cost grows with the clips that have all of them: a stretch of the library at a time.
import { beforeAll, expect, test } from 'vitest';
import type { SearchAnswer } from '../../shared/schema/search.ts';
import { sample } from './sample.ts';
import { db, type Server, startServer } from './server.ts';
import { trashingAt } from './trashing.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer('2026-03-10T08:00:00Z');
});
const { ask, keep } = trashingAt(() => server);

const settle = async () => {
  const { workspace, token, cookie } = await server.install();
  const me = { workspace, token };
  await keep(me, sample({ title: 'The old storm' }));
  // As if so many had been kept in between.
  await db
    .prepare('UPDATE library SET clip_count = 30000 WHERE workspace = ?')
    .bind(workspace)
    .run();
  await keep(me, sample({ title: 'The new storm' }));
  return { me, cookie };
};

const search = async (
  me: Awaited<ReturnType<typeof settle>>['me'],
  asked: Record<string, string>,
) => (await ask<SearchAnswer>(me, `search?${new URLSearchParams(asked)}`)).body;

const titles = ({ hits }: SearchAnswer) => hits.map(({ title }) => title);

test.each(['relevance', 'kept', 'published'])(
  'the newest stretch is looked through first, and each page goes on with an older one, sorted by %s',
  async (sort) => {
    const { me } = await settle();
    const first = await search(me, { q: '"it happened"', sort });
    expect([titles(first), first.isAtLeast]).toEqual([['The new storm'], true]);
    const second = await search(me, { q: '"it happened"', sort, before: first.next ?? '' });
    expect([titles(second), second.next]).toEqual([['The old storm'], null]);
  },
);

test('single words are looked for in the whole library', async () => {
  const { me } = await settle();
  const found = await search(me, { q: 'storm happened' });
  expect([titles(found).sort(), found.isAtLeast, found.next]).toEqual([
    ['The new storm', 'The old storm'],
    false,
    null,
  ]);
});

test('a page without a match leads on to older clips', async () => {
  const { me, cookie } = await settle();
  const open = async (query: string) =>
    (await server.request(`/w/${me.workspace}/search?${query}`, { cookie })).text();
  const first = await open('q=%22old+storm%22');
  expect(first).toContain('Look among older clips');
  const [, next = ''] = /rel="next" href="[^?]*\?([^"]*)"/.exec(first) ?? [];
  expect(await open(next.replaceAll('&amp;', '&'))).toContain('<mark>old storm</mark>');
});
