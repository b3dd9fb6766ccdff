// What is found in a library: by words with or without their marks, by what is asked of a clip beside them, and by
// nobody else's clips.
import { beforeAll, describe, expect, inject, test } from 'vitest';
import type { SearchAnswer } from '../../shared/schema/search.ts';
import type { Block } from '../../shared/schema/block.ts';
import { newId, sample } from './sample.ts';
import { metered, type Server, startServer } from './server.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer('2026-03-10T08:00:00Z');
});

type Me = Pick<Awaited<ReturnType<Server['install']>>, 'workspace' | 'token'>;
type Article = Parameters<typeof sample>[0];
interface Filing {
  tags?: string[];
  collections?: string[];
}

const paragraph = (text: string, standfirst = false): Block => ({
  kind: 'paragraph',
  runs: [{ text }],
  ...(standfirst && { standfirst }),
});

const keep = async (
  { workspace, token }: Me,
  article: Article,
  { tags = [], collections = [] }: Filing = {},
) => {
  const answer = await server.request(`/api/w/${workspace}/keeps/${newId()}`, {
    method: 'PUT',
    token,
    json: {
      ...sample(article),
      summary: { sentences: [], terms: [] },
      filing: { tags, collections },
    },
  });
  expect(answer.status).toBe(201);
  return answer.json<{ id: string; clip: string }>();
};

const search = async ({ workspace, token }: Me, q: string, more: Record<string, string> = {}) => {
  const query = new URLSearchParams({ q, ...more });
  const answer = await server.request(`/api/w/${workspace}/search?${query}`, { token });
  expect(answer.status, q).toBe(200);
  return answer.json<SearchAnswer>();
};

const titles = ({ hits }: SearchAnswer) => hits.map(({ title }) => title);
const found = async (me: Me, q: string) => titles(await search(me, q)).sort();

const on = (day: string): Article => ({
  published: { precision: 'day', value: day, evidence: 'meta' },
});

describe('words', () => {
  let me: Me;
  beforeAll(async () => {
    me = await server.install();
    await keep(me, {
      title: 'Giá đất tăng',
      blocks: [paragraph('Sapo về Hà Nội.', true), paragraph('Thân bài nói về quy hoạch.')],
    });
    await keep(me, { title: 'Đạt kỷ lục', blocks: [paragraph('Vận động viên chạy nhanh.')] });
    await keep(me, { title: 'Old news', blocks: [paragraph('The mayor said dat on Friday.')] });
    await keep(me, { title: 'Tên khác', blocks: [paragraph('Một mảnh đất nhỏ.')] });
    await keep(me, { title: '東京で地震', language: 'ja', blocks: [paragraph('東京都で昨日。')] });
  });

  test.each([
    ['đất', ['Giá đất tăng', 'Tên khác', 'Old news', 'Đạt kỷ lục']],
    ['dat', ['Old news', 'Giá đất tăng', 'Đạt kỷ lục', 'Tên khác']],
    ['ĐẤT'.normalize('NFD'), ['Giá đất tăng', 'Tên khác', 'Old news', 'Đạt kỷ lục']],
  ])('as written first, then without marks: %s', async (q, wanted) => {
    const answer = await search(me, q);
    expect(titles(answer)[0]).toBe(wanted[0]);
    expect(titles(answer).sort()).toEqual([...wanted].sort());
    expect(answer).toMatchObject({ matches: 4, isAtLeast: false, sort: 'relevance', next: null });
  });

  test.each([
    ['quy hoạch', ['Giá đất tăng']],
    ['hoạch quy', ['Giá đất tăng']],
    ['"hoạch quy"', []],
    ['"quy hoach"', ['Giá đất tăng']],
    ['đất -giá', ['Old news', 'Tên khác', 'Đạt kỷ lục']],
    ['đất -"mảnh đất"', ['Giá đất tăng', 'Old news', 'Đạt kỷ lục']],
    // A word that is unwanted with its marks is unwanted with these.
    ['dat -đất', ['Old news', 'Đạt kỷ lục']],
    ['-đất', ['Old news', 'Đạt kỷ lục', '東京で地震']],
    ['new', ['Old news']],
    ['"new"', []],
    ['fri', []],
    ['東京', ['東京で地震']],
    ['地震 東京', ['東京で地震']],
    ['mayor -xyz', ['Old news']],
  ])('%s finds %j', async (q, wanted) => {
    expect(await found(me, q)).toEqual([...wanted].sort());
  });

  test('are marked in the title and in the stretch of the text where they stand', async () => {
    const { hits } = await search(me, 'dat nho');
    expect(hits[0]?.title).toBe('Tên khác');
    const { text = '', marks = [] } = hits[0]?.extract ?? {};
    expect(marks.map(({ start, end }) => text.slice(start, end))).toEqual(['đất', 'nhỏ']);
    const [price] = (await search(me, 'gia dat')).hits;
    expect(price?.titleMarks).toEqual([
      { start: 0, end: 3 },
      { start: 4, end: 7 },
    ]);
  });
});

describe('what is asked beside words', () => {
  let me: Me;
  let first: { id: string; clip: string };
  beforeAll(async () => {
    me = await server.install();
    first = await keep(
      me,
      {
        title: 'One',
        site: 'Báo Tỉnh',
        section: ['Thể thao', 'Bóng đá'],
        authors: ['Nguyễn Văn Minh'],
        language: 'vi',
        canonicalUrl: 'https://www.tinh.example/1',
        ...on('2022-12-27'),
      },
      { tags: ['Giá đất', 'bão'], collections: ['Đọc sau'] },
    );
    await keep(
      me,
      {
        title: 'Two',
        site: 'Tin Sáng',
        section: ['Kinh tế'],
        authors: ['An'],
        ...on('2023-01-02'),
      },
      { tags: ['bão'] },
    );
    await keep(me, { title: 'Three', site: null, section: [], authors: [], ...on('2024-06-15') });
  });

  test.each([
    ['site:"báo tỉnh"', ['One']],
    ['nguồn:bao', ['One']],
    ['site:tinh.example', ['One']],
    ['site:www.tinh.example', ['One']],
    ['site:paper.example', ['Three', 'Two']],
    ['site:"báo tỉnh" site:"tin sáng"', ['One', 'Two']],
    ['-site:"báo tỉnh"', ['Three', 'Two']],
    ['section:"bóng đá"', ['One']],
    ['chuyên-mục:"the thao"', ['One']],
    ['section:"thao bong"', []],
    ['category:"thể thao"', ['One']],
    ['category:sport', ['One']],
    ['topic:15000000', ['One']],
    ['category:nonsense', []],
    ['by:minh', ['One']],
    ['by:"nguyen van"', ['One']],
    ['by:minh by:an', []],
    ['by:me', ['One', 'Three', 'Two']],
    ['-của:tôi', []],
    ['lang:vi', ['One']],
    ['tiếng:anh', ['Three', 'Two']],
    ['tag:"giá đất"', ['One']],
    ['tag:"GIA DAT"', ['One']],
    ['tag:bão', ['One', 'Two']],
    ['tag:bão -tag:"giá đất"', ['Two']],
    ['tag:bão tag:"giá đất"', ['One']],
    ['tag:bão site:tin', ['Two']],
    ['tag:nothing', []],
    ['in:"đọc sau"', ['One']],
    ['-in:"doc sau"', ['Three', 'Two']],
    ['on:2022', ['One']],
    ['on:2022-12', ['One']],
    ['ngày:27/12/2022', ['One']],
    ['on:2022 on:2024', ['One', 'Three']],
    ['before:2023', ['One']],
    ['after:2022', ['Three', 'Two']],
    ['after:2022-12-27 before:2024-06-15', ['Two']],
    ['trước:2020', []],
    ['after:2024 before:2023', []],
    ['-on:2022', ['Three', 'Two']],
    ['is:highlighted', []],
    ['is:unread', ['One', 'Three', 'Two']],
    ['là:đã-đọc', []],
    ['is:starred', []],
    ['-is:done one', ['One']],
    ['-is:highlighted two', ['Two']],
    ['one lang:vi after:2020', ['One']],
  ])('%s finds %j', async (q, wanted) => {
    expect(await found(me, q)).toEqual(wanted);
  });

  test('alone lists the newest kept first', async () => {
    const answer = await search(me, '-site:nowhere');
    expect(answer.sort).toBe('kept');
    expect(titles(answer)).toEqual(['Three', 'Two', 'One']);
    const published = await search(me, 'tag:bão', { sort: 'published' });
    expect(titles(published)).toEqual(['Two', 'One']);
  });

  test('what is counted leads to as many', async () => {
    const { facets } = await search(me, 'by:me');
    expect(facets).toEqual({
      site: [
        { value: 'Báo Tỉnh', clips: 1 },
        { value: 'Tin Sáng', clips: 1 },
        { value: 'paper.example', clips: 1 },
      ].sort((one, other) => newest.indexOf(one.value) - newest.indexOf(other.value)),
      section: expect.arrayContaining([{ value: 'Bóng đá', clips: 1 }]),
      category: expect.arrayContaining([{ value: '15000000', clips: 1 }]),
      lang: [
        { value: 'en', clips: 2 },
        { value: 'vi', clips: 1 },
      ],
      on: [
        { value: '2024-06', clips: 1 },
        { value: '2023-01', clips: 1 },
        { value: '2022-12', clips: 1 },
      ],
      tag: [
        { value: 'bão', clips: 2 },
        { value: 'Giá đất', clips: 1 },
      ],
      in: [{ value: 'Đọc sau', clips: 1 }],
    });
  });
  const newest = ['paper.example', 'Tin Sáng', 'Báo Tỉnh'];

  test('follows a correction at once', async () => {
    const edit = await server.request(`/api/w/${me.workspace}/edits/${newId()}`, {
      method: 'PUT',
      token: me.token,
      json: {
        version: 1,
        keep: first.id,
        correction: {
          published: { precision: 'day', value: '2021-05-01', evidence: 'reader' },
          authors: ['Lan'],
        },
      },
    });
    expect(edit.status).toBe(200);
    expect(await found(me, 'on:2021-05 by:lan site:tinh')).toEqual(['One']);
    expect(await found(me, 'on:2022 by:minh')).toEqual([]);
  });
});

test('a long list goes on where a page ended, in each order', async () => {
  const me = await server.install();
  for (let n = 0; n < 45; n += 1)
    await keep(me, {
      title: `Storm ${n}`,
      ...on(`2022-01-${String(1 + (n % 28)).padStart(2, '0')}`),
    });
  for (const sort of ['relevance', 'published', 'kept']) {
    const all: string[] = [];
    let before: string | null = null;
    do {
      const answer: SearchAnswer = await search(me, 'storm', { sort, ...(before && { before }) });
      expect(answer.facets === null).toBe(before !== null);
      all.push(...titles(answer));
      before = answer.next;
      // What comes meanwhile moves nothing.
      await keep(me, { title: `Storm later` });
    } while (before);
    const storms = all.filter((title) => title !== 'Storm later');
    expect([storms.length, new Set(storms).size], sort).toEqual([45, 45]);
  }
  const cursor = await server.request(`/api/w/${me.workspace}/search?q=storm&before=x`, me);
  expect(cursor.status).toBe(400);
  expect((await server.request(`/api/w/${me.workspace}/search?q=a&sort=x`, me)).status).toBe(400);
});

test('another workspace’s clips are not found, and change no order', async () => {
  const me = await server.install();
  await keep(me, { title: 'Storm in the north' });
  await keep(me, { title: 'Nothing', blocks: [paragraph('A storm.')] });
  const before = await search(me, 'storm');
  const other = await server.install();
  for (let n = 0; n < 10; n += 1) await keep(other, { title: `Storm ${n}` }, { tags: ['x'] });
  expect(await search(me, 'storm')).toEqual(before);
  expect(await found(me, 'tag:x')).toEqual([]);
  const address = `/api/w/${other.workspace}/search?q=storm`;
  expect((await server.request(address, { token: me.token })).status).toBe(404);
});

test('a search is two round trips behind its sign-in, and reads no body that it does not show', async () => {
  const me = await server.install();
  for (let n = 0; n < 30; n += 1) await keep(me, { title: `Storm ${n}` }, { tags: ['bão'] });
  for (const q of ['storm', 'storm tag:bão', 'tag:bão', 'site:paper after:2020', 'by:me']) {
    const { db, trips } = metered();
    const address = `/api/w/${me.workspace}/search?${new URLSearchParams({ q })}`;
    expect((await server.request(address, { token: me.token, database: db })).status).toBe(200);
    expect(trips.inSequence, q).toBe(3);
  }
});

const odd = [
  '',
  '"',
  '-',
  '" OR *',
  'NEAR(a b)',
  'features : z',
  'a AND b OR NOT c',
  '^a*',
  '(((',
  '漢字かな',
  '\u0000\uFFFF',
  'x'.repeat(10_000),
  'a '.repeat(5_000),
  `${'"a b" '.repeat(50)}-c`,
  'before:2199 after:1605 -on:1999-12-31',
];
test('every text is a query', async () => {
  const me = await server.install();
  await keep(me, { title: 'A' });
  const naughty = inject('naughtyStrings') ?? [];
  const together = Array.from({ length: Math.ceil(naughty.length / 10) }, (_, at) =>
    naughty.slice(10 * at, 10 * at + 10).join(' '),
  );
  for (const q of [...odd, ...together]) await search(me, q);
});

test('the page shows what is found, what narrows it down, and what to leave out where nothing is', async () => {
  const me = await server.install();
  const hostile = '<img src=x onerror=alert(1)>';
  await keep(
    me,
    { title: `Storm ${hostile}`, blocks: [paragraph(`A storm of ${hostile}.`)] },
    { tags: [hostile] },
  );
  await keep(me, { title: 'Other storm', site: 'Báo Tỉnh' });
  const open = async (query: string) => {
    const address = `/w/${me.workspace}/search?${query}`;
    const answer = await server.request(address, { cookie: me.cookie });
    expect(answer.status).toBe(200);
    return answer.text();
  };
  const html = await open('q=storm');
  expect(html).toContain('<mark>Storm</mark> &lt;img');
  expect(html).toContain('A <mark>storm</mark> of &lt;img');
  expect(html).not.toContain('<img');
  expect(html).toContain(`/w/${me.workspace}/search?q=storm+site%3A%22B%C3%A1o+T%E1%BB%89nh%22`);
  const narrowed = await open(`q=${encodeURIComponent('storm site:"Báo Tỉnh"')}&sort=kept`);
  expect(narrowed).toContain(`href="/w/${me.workspace}/search?q=storm&amp;sort=kept"`);
  const nothing = await open(`q=${encodeURIComponent('"storm nowhere" site:x')}`);
  expect(nothing).toContain(`href="/w/${me.workspace}/search?q=storm+nowhere+site%3Ax"`);
  expect(nothing).toContain(`href="/w/${me.workspace}/search?q=site%3Ax"`);
  expect(await open('')).toContain('site:reuters.com');
});

const listed = (html: string) =>
  Array.from(html.matchAll(/<h2[^>]*><a[^>]*>([^<]*)<\/a>/g), ([, title = '']) => title);

test('a shelf is narrowed down by the same language, page by page, and keeps its query', async () => {
  const me = await server.install();
  for (let n = 0; n < 60; n += 1)
    await keep(me, { title: `Storm ${n}`, site: n % 2 ? 'Odd' : 'Even', ...on('2022-01-01') });
  await keep(me, { title: 'Early', site: 'Even', ...on('2021-01-01') });
  const open = async (address: string) => {
    const answer = await server.request(address, { cookie: me.cookie });
    expect(answer.status).toBe(200);
    return (await answer.text()).replaceAll('&amp;', '&');
  };
  const base = `/w/${me.workspace}/library?shelf=to-read`;
  expect(await open(base)).toContain(`href="${base}&q="`);
  const all = await open(`${base}&q=`);
  expect(listed(all)).toHaveLength(50);
  expect(all).toContain(`href="${base}&q=site%3AOdd"`);
  const next = /rel="next" href="([^"]+)"/.exec(all)?.[1] ?? '';
  expect(listed(await open(next))).toHaveLength(11);

  expect(listed(await open(`${base}&q=site%3AOdd`))).toHaveLength(30);
  const published = await open(`${base}&q=site%3AEven&sort=published`);
  expect(listed(published).at(-1)).toBe('Early');
  expect(published).toContain(
    `href="/w/${me.workspace}/library?shelf=done&q=site%3AEven&sort=published"`,
  );
  expect(listed(await open(`/w/${me.workspace}/library?shelf=done&q=site%3AEven`))).toEqual([]);
});
