// What people see, as far as it can be seen without a browser.
import { beforeAll, expect, test } from 'vitest';
import { texts } from '../../shared/locales/index.ts';
import type { KeepWrite } from '../../shared/schema/keep.ts';
import { newId, sample } from './sample.ts';
import { db, ORIGIN, type Server, startServer } from './server.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer('2026-03-10T08:00:00Z');
});

type Me = Awaited<ReturnType<Server['install']>>;

const keep = async ({ workspace, token }: Me, json: KeepWrite): Promise<string> => {
  const answer = await server.request(`/api/w/${workspace}/keeps/${newId()}`, {
    method: 'PUT',
    token,
    json,
  });
  return (await answer.json<{ clip: string }>()).clip;
};

const open = async (path: string, cookie = '', headers: HeadersInit = {}) => {
  const answer = await server.request(path, { cookie, headers });
  return { status: answer.status, headers: answer.headers, html: await answer.text() };
};

const onDay = (value: string, article: Partial<KeepWrite['article']> = {}) =>
  sample({ published: { precision: 'day', value, evidence: 'meta' }, ...article });

const everyPage = async (me: Me): Promise<[path: string, cookie: string][]> => {
  const clip = await keep(me, onDay('2022-12-27'));
  const started = await server.request('/api/pairings', {
    method: 'POST',
    json: { name: 'Máy bàn' },
  });
  const { user_code } = await started.json<{ user_code: string }>();
  return [
    ['/', ''],
    [`/claim/${await server.fileClaim()}`, ''],
    ['/claim/used', ''],
    ['/nowhere', ''],
    [`/w/${me.workspace}/day/2022-12-27`, ''],
    [`/w/${me.workspace}/day/2022-12-27`, me.cookie],
    [`/w/${me.workspace}/day/2022-12-01`, me.cookie],
    [`/w/${me.workspace}/day/2999-01-01`, me.cookie],
    [`/w/${me.workspace}/day/2022-02-30`, me.cookie],
    [`/w/${me.workspace}/clip/${clip}`, me.cookie],
    [`/w/${me.workspace}/clip/none`, me.cookie],
    [`/w/${me.workspace}/library`, me.cookie],
    [`/w/${me.workspace}/library?before=none`, me.cookie],
    [`/w/${me.workspace}/import`, me.cookie],
    [`/w/${me.workspace}/trash`, me.cookie],
    [`/w/${me.workspace}/settings`, me.cookie],
    ['/pair', me.cookie],
    ['/pair?code=BBBB-BBBB', me.cookie],
    [`/pair?code=${user_code}`, me.cookie],
  ];
};

test('every page, also one that says no, comes with a strict policy and no inline code', async () => {
  const me = await server.install();
  for (const [path, cookie] of await everyPage(me)) {
    const { headers, html } = await open(path, cookie);
    expect(headers.get('content-type'), path).toBe('text/html; charset=utf-8');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|\*/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    // The page of a link that claims is put by nowhere.
    const claims = path.startsWith('/claim/') && path !== '/claim/used';
    expect(headers.get('cache-control'), path).toBe(claims ? 'no-store' : 'private, no-cache');
    expect(html).toMatch(/^<!doctype html><html lang="en">/);
    expect(html.match(/<h1[ >]/g)).toHaveLength(1);
    expect(html).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]* src=)/);
  }
});

const textOf = (html: string): string =>
  html
    .replace(/<option.*?<\/option>/g, ' ')
    .replace(/(aria-label|title)="([^"]*)"/g, '>$2<')
    .replace(/<[^>]*>/g, ' ');

const sentences = (node: unknown): string[] => {
  if (typeof node === 'string') return node.length > 3 ? [node] : [];
  return typeof node === 'object' && node !== null ? Object.values(node).flatMap(sentences) : [];
};

test('Vietnamese screens say nothing in English', async () => {
  const me = await server.install({ language: 'vi', name: 'Tin tức' });
  const same = new Set(sentences(texts('vi')));
  // A category may be a site's own section, which is shown in the site's words.
  const english = sentences({ ...texts('en').pages, categories: null }).filter(
    (text) => !same.has(text),
  );
  expect(english.length).toBeGreaterThan(50);
  for (const [path, cookie] of await everyPage(me)) {
    const { html } = await open(path, cookie, { 'accept-language': 'vi-VN,vi;q=0.9,en;q=0.8' });
    expect(html, path).toContain('<html lang="vi">');
    const shown = textOf(html);
    const said = english.filter((text) =>
      new RegExp(`(?<!\\p{L})${RegExp.escape(text)}(?!\\p{L})`, 'u').test(shown),
    );
    expect(said, path).toEqual([]);
  }
});

const say = async (wishes: string) =>
  (await open('/nowhere', '', { 'accept-language': wishes })).html;

test('strangers are answered in the language that their browser wishes for', async () => {
  expect(await say('vi')).toContain(texts('vi').pages.problems['not-found'].title);
  expect(await say('fr, vi;q=0.5, en;q=0.4')).toContain('lang="vi"');
  expect(await say('fr')).toContain('lang="en"');
  expect(await say('vi;q=0, en')).toContain('lang="en"');
  expect(await say(';;q=,,')).toContain('lang="en"');
});

test('text from a page is text on ours', async () => {
  const me = await server.install();
  const evil = '<img src=x onerror=alert(1)> & "quotes" </title><script>alert(1)</script>';
  const clip = await keep(
    me,
    onDay('2022-12-27', {
      title: evil,
      site: evil,
      section: [evil],
      authors: [evil],
      attribution: evil,
      leadImage: 'https://paper.example/a.jpg?"onload="x',
      blocks: [
        { kind: 'paragraph', runs: [{ text: `It happened today. ${evil}`, bold: true }] },
        { kind: 'code', text: evil },
        { kind: 'figure', src: null, alt: null, caption: evil, credit: evil },
        { kind: 'table', rows: [[[{ text: evil, href: 'https://x.example/"onclick="y' }]]] },
      ],
    }),
  );
  for (const path of [`/w/${me.workspace}/day/2022-12-27`, `/w/${me.workspace}/clip/${clip}`]) {
    const { html } = await open(path, me.cookie);
    expect(html).toContain('&lt;img src=x onerror=alert(1)>');
    expect(html).not.toContain('<img src=x');
    expect(html.match(/<script(?! type="module" src="\/assets\/)/g)).toBeNull();
    expect(html).not.toMatch(/"\s*on(load|click)="/);
  }
});

test('a day shows its headlines, its neighbours, its month and its feeds', async () => {
  const me = await server.install({ zone: 'Asia/Ho_Chi_Minh' });
  const clip = await keep(
    me,
    sample({
      title: 'Tỉnh mở cổng dữ liệu đất đai',
      language: 'vi',
      leadImage: 'https://paper.example/a.jpg',
      published: {
        precision: 'instant',
        value: '2022-12-27T01:05:00Z',
        evidence: 'json-ld',
        zoneAssumed: false,
      },
    }),
  );
  await keep(me, onDay('2022-12-27', { leadImage: 'https://paper.example/b.jpg' }));
  await keep(me, onDay('2022-12-05'));
  const { status, html } = await open(`/w/${me.workspace}/day/2022-12-27`, me.cookie);
  expect(status).toBe(200);
  expect(html).toContain('<h1>Tuesday, <span>27 December 2022</span></h1>');
  expect(html).toContain('<h3 lang="vi" dir="auto">');
  expect(html).toContain(`href="/w/${me.workspace}/clip/${clip}"`);
  expect(html).toContain('<span>08:05</span>');
  expect(html).toContain(`href="/w/${me.workspace}/day/2022-12-26"`);
  expect(html).toContain(`href="/w/${me.workspace}/day/2022-12-28"`);
  expect(html).toMatch(/class="n\d" aria-label="Monday, 5 December 2022, 1 clip"/);
  expect(html).toContain(`href="${ORIGIN}/feed/`);
  // One image, of the first story, that tells the paper nothing of where it is shown.
  expect(html.match(/<img [^>]*>/g)).toHaveLength(1);
  expect(html).toMatch(/<img [^>]*loading="lazy" referrerpolicy="no-referrer"/);
});

test('a clip can be read whole by every member, with the way to the original', async () => {
  const me = await server.install();
  const viewer = await server.admit(me.workspace, 'viewer');
  const clip = await keep(
    me,
    onDay('2022-12-27', { attribution: 'TTXVN', attributionUrl: 'https://ttx.example/1' }),
  );
  const { status, html } = await open(`/w/${me.workspace}/clip/${clip}`, viewer);
  expect(status).toBe(200);
  for (const said of [
    'Nobody knows why.',
    '<h2 data-block="1">Afterwards</h2>',
    'From: TTXVN',
    'By Lan Nguyễn',
    '<bdi>Politics</bdi> › <bdi>Parliament</bdi></span><span class="topic">Topic: Politics</span>',
  ])
    expect(html).toContain(said);
  expect(html).toMatch(/<a href="https:\/\/ttx\.example\/1"[^>]*>From: TTXVN</);
  expect(html).toMatch(/href="https:\/\/paper\.example\/story-\d+" rel="noreferrer"/);
});

test('the sentences of the summary are marked where they stand in the text', async () => {
  const me = await server.install();
  const clip = await keep(me, sample());
  const { html } = await open(`/w/${me.workspace}/clip/${clip}`, me.cookie);
  expect(html).toContain(
    '<p data-block="0"><mark data-kind="summary">It happened today.</mark> Nobody knows why.</p>',
  );
});

const remembered = (setting: unknown): string =>
  `reader=${encodeURIComponent(typeof setting === 'string' ? setting : JSON.stringify(setting))}`;

test('a text is set as the browser remembers it, and as usual where it remembers nothing', async () => {
  const me = await server.install();
  const path = `/w/${me.workspace}/clip/${await keep(me, sample())}`;
  const readerIn = async (cookie: string) =>
    /<div class="reader"[^>]*>/.exec((await open(path, `${me.cookie}; ${cookie}`)).html)?.[0];
  const setting = { size: -2, isWide: true, paper: 'sepia', images: false };
  expect(await readerIn(remembered(setting))).toBe(
    '<div class="reader" data-size="-2" data-wide="true" data-paper="sepia">',
  );
  const usual = '<div class="reader" data-size="0" data-wide="false" data-paper="auto">';
  for (const unreadable of [
    '',
    '{',
    'null',
    { ...setting, size: 99 },
    { ...setting, paper: '"><img src=x>' },
    { size: 1 },
  ])
    expect(await readerIn(remembered(unreadable)), JSON.stringify(unreadable)).toBe(usual);
  expect(await readerIn('reader=%')).toBe(usual);
});

test('whoever turned images off gets none, on a clip’s page and on a day’s', async () => {
  const me = await server.install();
  const clip = await keep(
    me,
    onDay('2022-12-27', {
      leadImage: 'https://paper.example/lead.jpg',
      blocks: [
        { kind: 'paragraph', runs: [{ text: 'It happened today. Nobody knows why.' }] },
        {
          kind: 'figure',
          src: 'https://paper.example/a.jpg',
          alt: null,
          caption: null,
          credit: null,
        },
      ],
    }),
  );
  const off = remembered({ size: 0, isWide: false, paper: 'auto', images: false });
  for (const path of [`/w/${me.workspace}/day/2022-12-27`, `/w/${me.workspace}/clip/${clip}`]) {
    const shown = await open(path, me.cookie);
    expect(shown.html.match(/<img [^>]*>/g), path).toHaveLength(1);
    const etag = shown.headers.get('etag') ?? '';
    const hidden = await open(path, `${me.cookie}; ${off}`, { 'if-none-match': etag });
    expect([hidden.status, hidden.html.includes('<img')], path).toEqual([200, false]);
  }
});

test('an empty day says so and leads to the nearest days that are not', async () => {
  const me = await server.install();
  await keep(me, onDay('2022-12-20'));
  await keep(me, onDay('2023-01-02'));
  const { html } = await open(`/w/${me.workspace}/day/2022-12-27`, me.cookie);
  expect(html).toContain(texts('en').pages.emptyDay);
  expect(html).toContain(`/w/${me.workspace}/day/2022-12-20"`);
  expect(html).toContain(`/w/${me.workspace}/day/2023-01-02"`);
  const future = await open(`/w/${me.workspace}/day/2999-01-01`, me.cookie);
  expect([future.status, future.html.includes(texts('en').pages.futureDay)]).toEqual([200, true]);
});

test('days at the ends of the calendar are days, and what no calendar has is said so', async () => {
  const me = await server.install();
  const status = async (day: string) =>
    (await open(`/w/${me.workspace}/day/${day}`, me.cookie)).status;
  for (const day of ['0001-01-01', '9999-12-31', '2024-02-29']) expect(await status(day)).toBe(200);
  for (const day of ['2022-02-30', '2023-02-29', 'x', '2022-12-27T00'])
    expect(await status(day)).toBe(404);
});

test('a stranger is told how to get in, whatever page was asked for', async () => {
  const me = await server.install();
  const { status, html } = await open(`/w/${me.workspace}/day/2022-12-27`);
  expect(status).toBe(401);
  expect(html).toContain(texts('en').pages.problems['sign-in'].title);
  expect(await open('/w/no-such-workspace/settings')).toMatchObject({ status: 401 });
  const foreign = await open(`/w/${me.workspace}/settings`, (await server.claim()).cookie);
  expect(foreign.status).toBe(404);
});

test('the home page leads to today in the workspace’s zone', async () => {
  const { cookie, workspace } = await server.claim({ zone: 'Pacific/Kiritimati' });
  server.setClock('2026-03-10T23:00:00Z');
  const home = await server.request('/', { cookie });
  server.setClock('2026-03-10T08:00:00Z');
  expect([home.status, home.headers.get('location')]).toEqual([
    302,
    `/w/${workspace}/day/2026-03-11`,
  ]);
});

test('a page is 304 for whoever has it, until something on it changes', async () => {
  const me = await server.install();
  const path = `/w/${me.workspace}/day/2022-12-27`;
  const etag = (await open(path, me.cookie)).headers.get('etag') ?? '';
  const again = await open(path, me.cookie, { 'if-none-match': etag });
  expect([again.status, again.html]).toEqual([304, '']);
  await keep(me, onDay('2022-12-27'));
  expect((await open(path, me.cookie, { 'if-none-match': etag })).status).toBe(200);
});

test('while nobody owns the installation, its home says how that is done', async () => {
  const owners = `UPDATE member SET role = ? WHERE role = ?`;
  await db.prepare(owners).bind('editor', 'owner').run();
  const unowned = await open('/');
  await db.prepare(owners).bind('owner', 'editor').run();
  expect([unowned.status, unowned.html.includes(texts('en').pages.unownedTitle)]).toEqual([
    401,
    true,
  ]);
  await server.claim();
  expect((await open('/')).html).toContain(texts('en').pages.problems['sign-in'].title);
});
