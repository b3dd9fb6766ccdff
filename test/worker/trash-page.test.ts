// Deleting on the pages: with undo, without a question, and without a script.
import { beforeAll, expect, test } from 'vitest';
import { trashTexts } from '../../shared/locales/trash.ts';
import { importingTo, importItem } from './importing.ts';
import { newId, sample } from './sample.ts';
import { type Server, startServer } from './server.ts';
import { trashingAt } from './trashing.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer('2026-03-10T08:00:00Z');
});

const { sendPart } = importingTo(() => server);
const { ask, keep, remove } = trashingAt(() => server);
const t = trashTexts('en');

const own = async () => {
  const { workspace, cookie } = await server.install();
  return { workspace, cookie };
};
type Me = Awaited<ReturnType<typeof own>>;

const open = async ({ workspace, cookie }: Me, path: string) => {
  const answer = await server.request(path.startsWith('/') ? path : `/w/${workspace}/${path}`, {
    cookie,
  });
  return { status: answer.status, html: await answer.text() };
};

/** Sends a form and answers where it leads. */
const press = async (
  { workspace, cookie }: Me,
  path: string,
  form: Record<string, string> = {},
) => {
  const answer = await server.request(`/w/${workspace}/${path}`, { method: 'POST', cookie, form });
  return { status: answer.status, to: answer.headers.get('location') ?? '' };
};

const hostile = '"><img src=x onerror=alert(1)>';

test('a clip is deleted from its page, which leads to its day with the way back', async () => {
  const me = await own();
  const { clip } = await keep(me, sample({ title: hostile }));
  expect((await open(me, `clip/${clip}`)).html).toContain(`/clip/${clip}/delete"`);
  const { status, to } = await press(me, `clip/${clip}/delete`);
  expect([status, to]).toEqual([303, `/w/${me.workspace}/day/2026-03-10?deleted=${clip}`]);
  const day = await open(me, to);
  expect(day.html).toContain(`action="/w/${me.workspace}/trash/${clip}/undo"`);
  expect(day.html).toContain('&lt;img');
  expect(day.html).not.toContain('<img');
  // Its own address says where it is, to those who may put it back.
  const gone = await open(me, `clip/${clip}`);
  expect(gone.status).toBe(410);
  expect(gone.html).toContain(`action="/w/${me.workspace}/trash/${clip}/undo"`);
  expect(gone.html).not.toContain('<img');
  const viewer = await server.admit(me.workspace, 'viewer');
  expect((await open({ ...me, cookie: viewer }, `clip/${clip}`)).status).toBe(404);
  const trash = await open(me, 'trash');
  expect(trash.html).toContain('&lt;img');
  expect(trash.html).not.toContain('<img');
  expect((await press(me, `trash/${clip}/undo`)).to).toBe(`/w/${me.workspace}/clip/${clip}`);
  expect((await open(me, `clip/${clip}`)).status).toBe(200);
  // Whoever comes back to that address is told nothing that is no longer so.
  expect((await open(me, to)).html).not.toContain(t.undo);
});

test('an address alone stands on no day: deleting it leads to the trash', async () => {
  const me = await own();
  await sendPart(me, newId(), [importItem('https://a.example/1')]);
  const [item] = (await ask<{ clips: { id: string }[] }>(me, 'clips')).body.clips;
  const { to } = await press(me, `clip/${item?.id}/delete`);
  expect(to).toBe(`/w/${me.workspace}/trash?deleted=${item?.id}`);
  expect((await open(me, to)).html).toContain(t.undo);
});

test('the trash lists what lies in it, puts back, and empties what it showed', async () => {
  const me = await own();
  expect((await open(me, 'trash')).html).toContain(t.nothing);
  const clips: string[] = [];
  for (const title of ['One', 'Two', 'Three']) clips.push((await keep(me, sample({ title }))).clip);
  const [one = '', two = '', three = ''] = clips;
  await remove(me, one);
  await remove(me, two);
  const { html } = await open(me, 'trash');
  expect(html).toContain('deleted 10 Mar 2026');
  expect(html).toContain('goes for good 9 Apr 2026');
  expect(html).toContain(t.emptyYes(2));
  const until = /name="until" value="(\d+)"/.exec(html)?.[1] ?? '';
  await remove(me, three);
  const back = await press(me, `trash/${one}/restore`);
  expect((await open(me, back.to)).html).toContain(t.isBack);
  const emptied = await press(me, 'trash/empty', { until });
  const after = await open(me, emptied.to);
  expect(after.html).toContain(t.emptied(1));
  expect(after.html).toContain('Three');
  expect(after.html).not.toContain('Two');
  const gone = await press(me, `trash/${three}/delete`);
  expect((await open(me, gone.to)).html).toContain(t.nothing);
  expect((await press(me, 'trash/empty')).status).toBe(400);
});

test('what was kept anew meanwhile is named where it would be put back', async () => {
  const me = await own();
  const write = sample();
  const { clip } = await keep(me, write);
  await remove(me, clip);
  await sendPart(me, newId(), [importItem(write.article.canonicalUrl)]);
  expect((await press(me, `trash/${clip}/restore`)).to).toBe(`/w/${me.workspace}/trash`);
  const { html } = await open(me, 'trash');
  expect(html).toContain(t.keptAnew);
  expect(html).not.toContain(`/trash/${clip}/restore`);
});

test('a viewer is shown no button, no trash and no clip in it', async () => {
  const me = await own();
  const viewer = { ...me, cookie: await server.admit(me.workspace, 'viewer') };
  const { clip } = await keep(me, sample({ title: 'Secret matter' }));
  expect((await open(viewer, `clip/${clip}`)).html).not.toContain(t.remove);
  expect((await open(viewer, 'library')).html).not.toContain('/trash');
  await remove(me, clip);
  const day = await open(viewer, `day/2026-03-10?deleted=${clip}`);
  expect(day.html).not.toContain('Secret matter');
  expect((await open(viewer, 'trash')).status).toBe(403);
  expect((await press(viewer, `trash/${clip}/undo`)).status).toBe(403);
});
