// What is said before somebody goes, and whether it is so afterwards.
import { beforeAll, expect, test } from 'vitest';
import { newId, sample } from './sample.ts';
import { type Server, startServer } from './server.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer('2026-03-10T08:00:00Z');
});

test('who goes hears before that their name goes and their links stay, and so it is', async () => {
  const { cookie: owner, workspace } = await server.claim();
  const cookie = await server.admit(workspace, 'editor');
  const send = (path: string, form: Record<string, string> = {}) =>
    server.request(path, { method: 'POST', cookie, form });
  const put = async <T>(path: string, json: object): Promise<T> =>
    (
      await server.request(`/api/w/${workspace}/${path}/${newId()}`, {
        method: 'PUT',
        cookie,
        json,
      })
    ).json<T>();
  const look = async (path: string, as: string): Promise<string> =>
    (await server.request(path, { cookie: as })).text();

  await send('/account/name', { name: 'Trang Anh' });
  const { clip } = await put<{ clip: string }>('keeps', sample());
  const of = { kind: 'clip', id: clip };
  const wishes = { of, days: null, fullText: false, named: false, feeds: false };
  const { url } = await put<{ url: string }>('shares', wishes);
  const page = `/w/${workspace}/clip/${clip}`;
  expect(await look(page, owner)).toContain('Trang Anh');

  for (const asked of [`/w/${workspace}/members`, '/account/delete']) {
    const told = await look(asked, cookie);
    expect(told, asked).toContain('without your name, as of somebody who has left');
    expect(told, asked).toContain('Public links that you made lead on');
  }
  const { members } = await (
    await server.request(`/api/w/${workspace}/members`, { cookie })
  ).json<{ members: { account: string; isYou: boolean }[] }>();
  const { account = '' } = members.find(({ isYou }) => isYou) ?? {};
  expect(await look(`/w/${workspace}/members/${account}`, owner)).toContain(
    'without a name, as of somebody who has left',
  );

  expect((await send(`/w/${workspace}/leave`)).status).toBe(303);
  const left = await look(page, owner);
  expect(left).not.toContain('Trang Anh');
  expect(left).toContain('somebody who has left');
  expect((await server.request(new URL(url).pathname)).status).toBe(200);
});

test.each([
  {
    act: 'deletes a collection',
    form: { do: 'delete' },
    words: 'Its public links, invites and feeds find nothing any more, and its guests do not',
    feed: 410,
  },
  {
    act: 'puts a collection into another one',
    form: { do: 'merge', into: 'Land' },
    words: 'Its public links and invites find nothing any more, and its guests do not',
    feed: 301,
  },
])(
  'who $act hears before what becomes of its addresses, and so it is',
  async ({ form: ends, words, feed: ended }) => {
    const { cookie, workspace } = await server.claim();
    const act = (path: string, form: Record<string, string>) =>
      server.request(`/w/${workspace}/${path}`, { method: 'POST', cookie, form });
    const look = async (path: string, as = cookie): Promise<string> =>
      (await server.request(path, { cookie: as })).text();
    for (const name of ['Sea', 'Land']) {
      const write = sample({}, { filing: { tags: [], collections: [name] } });
      const path = `/api/w/${workspace}/keeps/${newId()}`;
      await server.request(path, { method: 'PUT', cookie, json: write });
    }
    const page = `/w/${workspace}/collection/Sea`;
    const [feed = ''] = /\/feed\/[\w-]+\/daily\.rss/.exec(await look(page)) ?? [];
    await act('shares', { collection: 'Sea', days: '' });
    const listed = await look(`/w/${workspace}/shares?collection=Sea`);
    const [link = ''] = /\/share\/[\w-]+/.exec(listed) ?? [];
    const members = await look(`/w/${workspace}/members`);
    const [, id = ''] = /<option value="([0-9a-f-]{36})"[^>]*>Sea</.exec(members) ?? [];
    const invite = async (): Promise<string> => {
      const made = await act('invites', { role: 'viewer', days: '7', collection: id });
      return /\/invite\/[\w-]+/.exec(await made.text())?.[0] ?? '';
    };
    const came = await server.request(await invite(), { method: 'POST', form: { name: 'Lan' } });
    const guest = came.headers.get('set-cookie')?.split(';')[0] ?? '';
    const open = await invite();
    const answers = async () => [
      (await server.request(feed)).status,
      (await server.request(link)).status,
      (await server.request(open)).status,
      (await server.request(`/w/${workspace}/guest/${id}`, { cookie: guest })).status,
    ];
    expect(await answers()).toEqual([200, 200, 200, 200]);

    // A name that is taken asks whether they are to be put together.
    expect(await look(ends.into ? `${page}?taken=${ends.into}` : page)).toContain(words);
    expect((await act('collection/Sea', ends)).status).toBe(303);
    expect(await answers()).toEqual([ended, 404, 404, 404]);
  },
);
