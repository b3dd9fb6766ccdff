// What is said before somebody goes, and whether it is so afterwards.
import { expect, test } from 'vitest';
import { newId, sample } from './sample.ts';
import { startServer } from './server.ts';

test('who goes hears before that their name goes and their links stay, and so it is', async () => {
  const server = await startServer('2026-03-10T08:00:00Z');
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
