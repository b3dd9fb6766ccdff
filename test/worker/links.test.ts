// Keeping an address that another app shares.
import { beforeAll, expect, test } from 'vitest';
import { linkTexts } from '../../shared/locales/link.ts';
import { sharedLink } from '../../worker/domain/links.ts';
import { db, type Server, startServer } from './server.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer('2026-03-10T08:00:00Z');
});

const t = linkTexts('en');
type Me = Awaited<ReturnType<Server['claim']>>;

const asked = (parts: Record<string, string>): string => `/keep?${new URLSearchParams(parts)}`;
const open = async (path: string, cookie = '') => {
  const answer = await server.request(path, { cookie });
  return { status: answer.status, html: await answer.text() };
};
const press = (me: Me, form: Record<string, string>, headers: HeadersInit = {}) =>
  server.request(`/w/${me.workspace}/keep`, { method: 'POST', cookie: me.cookie, form, headers });
const clipsOf = async ({ workspace }: Me): Promise<unknown[]> =>
  (await db.prepare('SELECT url, title FROM clip WHERE workspace = ?').bind(workspace).all())
    .results;

test.each([
  [{ url: 'https://a.example/x', title: 'A' }, 'https://a.example/x', 'A'],
  [{ text: 'https://a.example/x', title: 'A' }, 'https://a.example/x', 'A'],
  [
    { text: 'Read this: https://a.example/x (really).' },
    'https://a.example/x',
    'Read this (really).',
  ],
  [{ text: 'Bão vào bờ\nhttps://a.example/x?y=1#z', title: ' ' }, 'https://a.example/x?y=1#z', ''],
  [{ title: 'A - https://a.example/x' }, 'https://a.example/x', 'A'],
])('%j names its address', (parts, address, title) => {
  const found = sharedLink({ url: '', text: '', title: '', ...parts });
  expect([found?.address.href, found?.title]).toEqual([address, title]);
});

test.each([
  {},
  { text: 'no address at all' },
  { url: 'javascript:alert(1)' },
  { url: 'content://media/1', text: 'ftp://a.example/x' },
  { url: 'https://' },
])('%j names none', (parts) => {
  expect(sharedLink({ url: '', text: '', title: '', ...parts })).toBeNull();
});

test('what is shared is asked about, kept by one press, told, and kept once', async () => {
  const me = await server.claim({ name: 'Mine' });
  const shared = { title: '"><script>x</script>', text: 'https://a.example/1?utm_source=app' };
  const page = await open(asked(shared), me.cookie);
  expect(page.status).toBe(200);
  expect(page.html).toContain(t.ask);
  expect(page.html).not.toContain('<script>x');
  expect(await clipsOf(me)).toEqual([]);

  const form = { title: 'Bão vào bờ', url: 'https://a.example/1?utm_source=app' };
  const first = await press(me, form);
  expect(first.status).toBe(303);
  const told = await open(first.headers.get('location') ?? '', me.cookie);
  expect(told.html).toContain(`<h1>${t.kept}</h1>`);
  expect(told.html).toMatch(new RegExp(`/w/${me.workspace}/clip/[0-9a-f-]+">Bão vào bờ`));
  expect(told.html).toContain(t.comes);
  const again = await press(me, { url: 'https://a.example/1' });
  const toldAgain = await open(again.headers.get('location') ?? '', me.cookie);
  expect(toldAgain.html).toContain(`<h1>${t.already}</h1>`);
  expect(await clipsOf(me)).toEqual([{ url: form.url, title: 'Bão vào bờ' }]);
});

test('without an address the page says what is wrong, and takes one', async () => {
  const me = await server.claim();
  const none = await open(asked({ text: 'just words' }), me.cookie);
  expect([none.status, none.html.includes(t.none)]).toEqual([400, true]);
  const empty = await open('/keep', me.cookie);
  expect([empty.status, empty.html.includes(t.none)]).toEqual([200, false]);
  const typed = await press(me, { url: 'nothing' });
  expect(typed.status).toBe(303);
  const back = await open(typed.headers.get('location') ?? '', me.cookie);
  expect([back.status, back.html.includes(t.none)]).toEqual([400, true]);
});

test('no other page can make somebody keep', async () => {
  const me = await server.claim();
  const form = { url: 'https://a.example/forged' };
  for (const headers of [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
  ])
    expect((await press(me, form, headers)).status).toBe(403);
  await open(asked(form), me.cookie);
  expect(await clipsOf(me)).toEqual([]);
});

test('what a stranger shares waits on the page until they have signed in', async () => {
  const page = await open(asked({ text: 'Tin: https://a.example/2' }));
  expect(page.status).toBe(401);
  expect(page.html).toContain(t.notLost);
  const here = /href="(\/keep\?[^"]+)"/.exec(page.html)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const me = await server.claim();
  const signedIn = await open(here, me.cookie);
  expect(signedIn.html).toContain('value="https://a.example/2"');
  expect((await open('/keep')).status).toBe(401);
});

test('of several workspaces one is pressed, and none in which one may only read', async () => {
  const me = await server.claim({ name: 'Mine' });
  const others = [await server.claim({ name: 'Desk' }), await server.claim({ name: 'Archive' })];
  for (const [at, { workspace }] of others.entries())
    await db
      .prepare(
        `INSERT INTO member (workspace, account, role, joined_at)
         SELECT ?, account, ?, joined_at FROM member WHERE workspace = ?`,
      )
      .bind(workspace, at === 0 ? 'editor' : 'viewer', me.workspace)
      .run();
  const { html } = await open(asked({ url: 'https://a.example/3' }), me.cookie);
  expect(html).toContain(t.keepIn('Desk'));
  expect(html).not.toContain('Archive');
  const desk = others[0]?.workspace ?? '';
  const kept = await press({ ...me, workspace: desk }, { url: 'https://a.example/3' });
  expect(kept.headers.get('location')).toContain(`/w/${desk}/kept/`);
});
