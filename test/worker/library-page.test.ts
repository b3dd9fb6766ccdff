// The library as a list, and the page of a clip of which only the address is known.
import { beforeAll, expect, test } from 'vitest';
import { importTexts } from '../../shared/locales/imports.ts';
import { importingTo, importItem as item } from './importing.ts';
import { newId } from './sample.ts';
import { type Server, startServer } from './server.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer('2026-03-10T08:00:00Z');
});

const { sendPart } = importingTo(() => server);
const t = importTexts('en');

type Me = Awaited<ReturnType<Server['install']>>;

const open = async ({ workspace, cookie }: Me, path: string) => {
  const answer = await server.request(path.startsWith('/') ? path : `/w/${workspace}/${path}`, {
    cookie,
  });
  return { status: answer.status, html: await answer.text() };
};

const titles = (html: string): string[] =>
  Array.from(html.matchAll(/<h2[^>]*><a[^>]*>([^<]*)<\/a>/g), ([, title = '']) => title);

const older = (html: string): string | undefined =>
  /<a class="way" rel="next" href="([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&');

test('an empty library says how it is filled', async () => {
  const me = await server.install();
  const { html } = await open(me, 'library');
  expect(html).toContain(t.emptyTitle);
  expect(html).toContain(`href="/w/${me.workspace}/import"`);
  expect(html).not.toContain(t.addressOnlyLead);
});

test('a long library is turned over page by page, newest first, and leads back', async () => {
  const me = await server.install();
  const items = Array.from({ length: 100 }, (_, n) =>
    item(`https://a.example/${n}`, { title: `Title ${n}` }),
  );
  await sendPart(me, newId(), items);
  const first = await open(me, 'library');
  expect(titles(first.html)).toEqual(Array.from({ length: 50 }, (_, n) => `Title ${99 - n}`));
  const second = await open(me, older(first.html) ?? '');
  expect(titles(second.html)).toEqual(Array.from({ length: 50 }, (_, n) => `Title ${49 - n}`));
  expect(older(second.html)).toBeUndefined();
  expect(second.html).toContain(`href="/w/${me.workspace}/library"`);
});

test('what comes from outside is text on the page', async () => {
  const me = await server.install();
  const hostile = '"><img src=x onerror=alert(1)>';
  await sendPart(me, newId(), [
    item('https://a.example/"onclick="x', { title: hostile, tags: [hostile], folder: [hostile] }),
  ]);
  const list = await open(me, 'library');
  const clip = /href="(\/w\/[^"]+\/clip\/[^"]+)"/.exec(list.html)?.[1] ?? '';
  const { html } = await open(me, clip);
  expect(html).toContain(t.unfilled);
  for (const page of [list.html, html]) {
    expect(page).not.toContain('<img');
    expect(page).not.toContain(' onclick=');
  }
});

test('a cursor that nobody was given is answered with a page', async () => {
  const me = await server.install();
  expect((await open(me, 'library?before=<x>')).status).toBe(400);
});
