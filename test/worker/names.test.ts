// The pages of tags and collections: their clips, renaming, putting together, deleting, order.
import { beforeAll, expect, test } from 'vitest';
import { libraryTexts } from '../../shared/locales/library.ts';
import { nameAddress } from '../../worker/pages/NamesPage.tsx';
import { newId, sample } from './sample.ts';
import { db, metered, type Server, startServer } from './server.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer('2026-03-10T08:00:00Z');
});

type Me = Awaited<ReturnType<Server['install']>>;
const { names: t } = libraryTexts('en');

/** Keeps an article under names, and answers its clip's id. */
const keep = async (
  { workspace, token }: Me,
  title: string,
  filing: { tags?: string[]; collections?: string[] },
) => {
  const answer = await server.request(`/api/w/${workspace}/keeps/${newId()}`, {
    method: 'PUT',
    token,
    json: sample({ title }, { filing: { tags: [], collections: [], ...filing } }),
  });
  return (await answer.json<{ clip: string }>()).clip;
};

const open = async ({ cookie }: Pick<Me, 'cookie'>, address: string) => {
  const page = await server.request(address, { cookie });
  const html = await page.text();
  const titles = Array.from(html.matchAll(/data-open[^>]*>([^<]*)</g), ([, title = '']) => title);
  return { status: page.status, html, titles };
};

const press = async (me: Pick<Me, 'cookie'>, address: string, fields: Record<string, string>) => {
  const { status, headers } = await server.request(address, {
    method: 'POST',
    cookie: me.cookie,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  });
  return { status, to: headers.get('location') ?? '' };
};

/** The names that a list of tags has. */
const namesIn = (html: string): string[] =>
  Array.from(html.matchAll(/\/tag\/[^"]+" dir="auto">([^<]+)/g), ([, name = '']) => name);

test('a tag has a page of its clips, found however it is written, and a list has all of them', async () => {
  const me = await server.install();
  await keep(me, 'One', { tags: ['Hội nghị 50%/năm'] });
  await keep(me, 'Two', { tags: ['hội nghị 50%/năm', 'Sea'] });
  const list = await open(me, `/w/${me.workspace}/tags`);
  expect(list.html).toMatch(/Hội nghị 50%\/năm<\/a><span>2 clips<.*Sea<\/a><span>1 clip</s);
  for (const name of ['Hội nghị 50%/năm', 'HỘI NGHỊ 50%/NĂM'.normalize('NFD')]) {
    const page = await open(me, nameAddress(me.workspace, 'tag', name));
    expect(page.titles, name).toEqual(['Two', 'One']);
  }
  expect((await open(me, nameAddress(me.workspace, 'tag', 'Lake'))).status).toBe(404);
});

test('a tag is written anew, and put together with another one only when that was asked', async () => {
  const me = await server.install();
  await keep(me, 'One', { tags: ['see'] });
  await keep(me, 'Both', { tags: ['see', 'Sea'] });
  const see = nameAddress(me.workspace, 'tag', 'see');
  expect(await press(me, see, { do: 'rename', name: ' Seen ' })).toEqual({
    status: 303,
    to: nameAddress(me.workspace, 'tag', 'Seen'),
  });
  const seen = nameAddress(me.workspace, 'tag', 'Seen');
  const { to } = await press(me, seen, { do: 'rename', name: 'sea' });
  const asked = await open(me, to);
  expect(asked.html).toContain(t.mergeAsk('Seen', 'Sea', '2 clips'));
  expect(asked.titles).toEqual(['Both', 'One']);
  await press(me, seen, { do: 'merge', into: 'Sea' });
  expect((await open(me, seen)).status).toBe(404);
  const sea = await open(me, nameAddress(me.workspace, 'tag', 'sea'));
  expect(sea.titles).toEqual(['Both', 'One']);
  // Into nothing nothing goes.
  const nowhere = await press(me, nameAddress(me.workspace, 'tag', 'Sea'), {
    do: 'merge',
    into: 'Lake',
  });
  expect(nowhere.status).toBe(404);
  expect((await open(me, nameAddress(me.workspace, 'tag', 'sea'))).titles).toHaveLength(2);
});

test('a deleted tag or collection leaves its clips', async () => {
  const me = await server.install();
  const clip = await keep(me, 'One', { tags: ['Sea'], collections: ['Weather'] });
  for (const [noun, name] of [
    ['tag', 'Sea'],
    ['collection', 'Weather'],
  ] as const) {
    const { to } = await press(me, nameAddress(me.workspace, noun, name), { do: 'delete' });
    expect((await open(me, to)).html).toContain(noun === 'tag' ? t.noTags : t.noCollections);
  }
  const read = await server.request(`/api/w/${me.workspace}/clips/${clip}`, { token: me.token });
  expect(await read.json()).toMatchObject({ title: 'One', tags: [], collections: [] });
});

test('a collection says what it is about, and its clips stand where they are moved', async () => {
  const me = await server.install();
  const clips: string[] = [];
  for (const title of ['One', 'Two', 'Three'])
    clips.push(await keep(me, title, { collections: ['Weather'] }));
  const address = nameAddress(me.workspace, 'collection', 'Weather');
  await press(me, address, { do: 'describe', description: 'All <b>storms</b>' });
  expect((await open(me, address)).html).toContain('All &lt;b>storms&lt;/b>');
  const [one = '', , three = ''] = clips;
  await press(me, address, { up: one });
  expect((await open(me, address)).titles).toEqual(['Three', 'One', 'Two']);
  await press(me, address, { up: one });
  // Beyond either end there is nowhere to go.
  expect(await press(me, address, { up: one, here: address })).toEqual({
    status: 303,
    to: address,
  });
  await press(me, address, { down: three });
  expect((await open(me, address)).titles).toEqual(['One', 'Two', 'Three']);
  await keep(me, 'Four', { collections: ['weather'] });
  expect((await open(me, address)).titles).toEqual(['Four', 'One', 'Two', 'Three']);
});

test('a long list of names and of a name’s clips goes on page by page', async () => {
  const me = await server.install();
  const many = Array.from({ length: 45 }, (_, n) => `tag ${String(n).padStart(3, '0')}`);
  for (let n = 0; n < 5; n += 1)
    await keep(me, `Clip ${n}`, { tags: [...many.map((name) => `${name} ${n}`), 'all'] });
  const list = await open(me, `/w/${me.workspace}/tags`);
  const next = /rel="next" href="([^"]+)"/.exec(list.html)?.[1] ?? '';
  expect(namesIn(list.html)).toHaveLength(200);
  expect(namesIn((await open(me, next)).html)).toHaveLength(26);

  await db
    .prepare(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60)
       INSERT INTO clip_tag (workspace, clip, tag)
       SELECT clip_tag.workspace, clip.rid + i * 100000, tag FROM n
       JOIN clip ON clip.workspace = ?1 AND clip.title = 'Clip 0'
       JOIN clip_tag ON clip_tag.workspace = ?1 AND clip_tag.clip = clip.rid
       JOIN tag ON tag.workspace = ?1 AND tag.id = clip_tag.tag AND tag.name = 'all'`,
    )
    .bind(me.workspace)
    .run();
  expect((await open(me, nameAddress(me.workspace, 'tag', 'all'))).html).toContain('65 clips');
});

test('a page of a tag reads no more rows in a larger library', async () => {
  const me = await server.install();
  await keep(me, 'One', { tags: ['Sea'] });
  const address = nameAddress(me.workspace, 'tag', 'Sea');
  const read = async (): Promise<number> => {
    const { db: database, rows, trips } = metered();
    await server.request(address, { cookie: me.cookie, database });
    expect(trips.inSequence).toBeLessThanOrEqual(2);
    return rows.read;
  };
  const few = await read();
  for (let n = 0; n < 20; n += 1) await keep(me, `Other ${n}`, { tags: ['Lake'] });
  expect(await read()).toBeLessThan(few + 10);
});

test('of two thousand tags a page shows two hundred, and those alone that have a part, without minding marks', async () => {
  const me = await server.install();
  await keep(me, 'One', { tags: ['Giá đất', '100% ***', '漢字タグ', 'وسم'] });
  await db
    .prepare(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
       INSERT INTO tag (workspace, id, name, folded, seq) SELECT ?, 'many-' || i, 'Tag ' || i, 'tag ' || i, 1 FROM n`,
    )
    .bind(me.workspace)
    .run();
  const tags = async (query = '') => {
    const { db: database, rows } = metered();
    const address = `/w/${me.workspace}/tags?${query}`;
    const page = await server.request(address, { cookie: me.cookie, database });
    const html = await page.text();
    const names = Array.from(html.matchAll(/<li><a [^>]*>([^<]*)/g), ([, name = '']) => name);
    return { html, names, read: rows.read };
  };
  const all = await tags();
  expect([all.names.length, all.names[0]]).toEqual([200, '100% ***']);
  expect(all.read).toBeLessThan(500);
  expect(all.html).toContain(`aria-label="${t.find.tag}"`);
  for (const [find, names] of [
    ['gia dat', ['Giá đất']],
    ['ĐẤT', ['Giá đất']],
    ['***', ['100% ***']],
    ['字', ['漢字タグ']],
    ['وسم', ['وسم']],
    ['ag 1999', ['Tag 1999']],
    ['nowhere', []],
  ] as const)
    expect((await tags(`${new URLSearchParams({ find })}`)).names, find).toEqual(names);
  const some = await tags('find=tag');
  expect(some.names).toHaveLength(200);
  expect(some.read).toBeLessThan(3_000);
  expect((await tags('find=nowhere')).html).toContain(t.noneFound);
  // All can be completed.
  const listed = await server.request(`/api/w/${me.workspace}/names`, { cookie: me.cookie });
  expect((await listed.json<{ tags: string[] }>()).tags).toHaveLength(2_000);
});

test('who may only read changes no name, and nobody reaches another library’s', async () => {
  const [me, other] = [await server.install(), await server.install()];
  await keep(me, 'One', { tags: ['Sea'] });
  const address = nameAddress(me.workspace, 'tag', 'Sea');
  const viewer = await server.admit(me.workspace, 'viewer');
  expect((await press({ cookie: viewer }, address, { do: 'delete' })).status).toBe(403);
  expect((await press(other, address, { do: 'delete' })).status).toBe(404);
  expect((await open(other, nameAddress(other.workspace, 'tag', 'Sea'))).status).toBe(404);
  for (const fields of [{ do: 'explode' }, { do: 'rename', name: ' ' }, {}])
    expect((await press(me, address, fields as Record<string, string>)).status).toBe(400);
  expect((await open(me, address)).titles).toEqual(['One']);
});

test('of two who describe a collection the later sees both, and nothing is overwritten', async () => {
  const me = await server.install();
  await keep(me, 'One', { collections: ['Land'] });
  const own = nameAddress(me.workspace, 'collection', 'Land');
  const describe = (shown: string, description: string) =>
    server.request(own, {
      method: 'POST',
      cookie: me.cookie,
      form: { do: 'describe', shown, description },
    });
  expect((await describe('', 'First\r\nline')).status).toBe(303);
  const late = await describe('', 'Mine');
  const html = await late.text();
  expect(late.status).toBe(412);
  expect(html).toContain(t.describedMeanwhile);
  expect(html).toMatch(/<textarea[^>]*>Mine<\/textarea>/);
  expect((await open(me, own)).html).toMatch(/<textarea[^>]*>First\s+line<\/textarea>/);
  // As the page sends what it has shown.
  expect((await describe('First\r\nline', 'Mine')).status).toBe(303);
  expect((await describe('First\r\nline', 'Mine')).status).toBe(303);
  expect((await open(me, own)).html).toMatch(/<textarea[^>]*>Mine<\/textarea>/);
});

test('a name that is put together with itself stays', async () => {
  const me = await server.install();
  await keep(me, 'One', { collections: ['Land'] });
  const own = nameAddress(me.workspace, 'collection', 'Land');
  const answer = await server.request(own, {
    method: 'POST',
    cookie: me.cookie,
    form: { do: 'merge', into: 'LAND' },
  });
  expect(answer.status).toBe(400);
  expect((await open(me, own)).titles).toEqual(['One']);
});
