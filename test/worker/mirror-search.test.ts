// What is asked of the copy of a library finds what the library's own search finds, as far as headlines tell.
import { beforeAll, expect, test } from 'vitest';
import type { SearchAnswer } from '../../shared/schema/search.ts';
import { makeMatcher } from '../../shared/search/match.ts';
import { parseQuery } from '../../shared/search/query.ts';
import { copyingFrom } from './copying.ts';
import { type Server, startServer } from './server.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer('2026-03-10T08:00:00Z');
});

const { keep, readAll } = copyingFrom(() => server);

const on = (value: string) =>
  ({ published: { precision: 'day', value, evidence: 'meta' } }) as const;

test('both find the same', async () => {
  const me = await server.install();
  const other = { workspace: me.workspace, cookie: await server.admit(me.workspace, 'editor') };
  const put = (
    title: string,
    article: Parameters<typeof keep>[1],
    tags: string[] = [],
    who: Parameters<typeof keep>[0] = me,
  ) =>
    keep(
      who,
      { title, blocks: [{ kind: 'paragraph', runs: [{ text: '…' }] }], ...article },
      { summary: { sentences: [], terms: [] }, filing: { tags, collections: tags } },
    );
  await put('Giá đất tăng', { site: 'Báo Tỉnh', language: 'vi', ...on('2022-12-27') }, ['Bão lũ']);
  await put('Đạt kỷ lục thể thao', { section: ['Thể thao'], authors: ['Minh'] }, ['bao lu riêng']);
  await put('Old dat news', { section: ['Sport', 'Football'], ...on('2023-01-02') });
  await put('東京で地震', { language: 'ja', ...on('2021-03-11') }, ['Biển'], other);
  const { clip: done } = await put('Report of the harbour bridge', { authors: ['Jane Doe'] });
  await server.request(`/api/w/${me.workspace}/clips/${done}/reading`, {
    method: 'PUT',
    token: me.token,
    json: { state: 'done', starred: true },
  });

  const { cards, names } = await readAll(me);
  const called = (ids: readonly string[]) =>
    ids.map((id) => names.find((name) => name.id === id)?.name ?? '');
  const known = {
    tags: names.filter(({ noun }) => noun === 'tag').map(({ name }) => name),
    collections: names.filter(({ noun }) => noun === 'collection').map(({ name }) => name),
  };
  const account = cards.find(({ id }) => id === done)?.keepers[0]?.account;
  const local = (asked: string): string[] => {
    const { fits, hasWords } = makeMatcher(parseQuery(asked, '2026-03-10'), known);
    return cards
      .filter((card) =>
        fits({
          ...card,
          tags: called(card.tags),
          collections: called(card.collections),
          isHighlighted: false,
          isMine: card.keepers.some((keeper) => keeper.account === account),
        }),
      )
      .filter(({ title }) => hasWords(title, []))
      .map(({ title }) => title)
      .toSorted();
  };
  const there = async (asked: string): Promise<string[]> => {
    const query = new URLSearchParams({ q: asked });
    const answer = await server.request(`/api/w/${me.workspace}/search?${query}`, {
      token: me.token,
    });
    const { hits } = await answer.json<SearchAnswer>();
    return hits.map(({ title }) => title).toSorted();
  };
  for (const asked of [
    'đất',
    'dat',
    '-đất',
    'dat -đất',
    '"giá đất"',
    'harb',
    'harb bridge',
    '"harb"',
    'b',
    '地震',
    'site:paper -site:tỉnh',
    'site:paper.example',
    'nguồn:"bao tinh" site:paper',
    'section:"the thao" section:football',
    'category:sport',
    'chủ-đề:"thể thao"',
    'tag:"bão lũ"',
    'tag:"bao lu"',
    'tag:"bao lu riêng"',
    '-tag:bien',
    'in:biển',
    'by:me',
    '-của:tôi',
    'by:minh by:doe',
    'by:"jane doe"',
    'lang:ja tiếng:việt',
    'on:2022 on:2021',
    'after:2022 before:2023-02',
    '-on:2026',
    'before:1700',
    'is:done',
    '-là:có-sao',
    'is:unread dat',
    'is:nonsense',
  ])
    expect(local(asked), asked).toEqual(await there(asked));
});
