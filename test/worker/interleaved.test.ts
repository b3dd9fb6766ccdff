// Two people at one server at the same time, in one isolate that remembers what it has answered.
import { expect, test } from 'vitest';
import { newId, sample } from './sample.ts';
import { type Server, startServer } from './server.ts';

const DAY = '2026-03-10';
const WORDS = ['heron', 'marten'] as const;

interface Person {
  workspace: string;
  cookie: string;
  token: string;
  clips: string[];
  keeps: string[];
  /** What stands in all that they keep, and in nothing of anybody else's. */
  word: string;
}

const arrive = async (server: Server, word: string): Promise<Person> => {
  const me = await server.install({ name: `The ${word}` });
  const clips: string[] = [];
  const keeps: string[] = [];
  for (const nth of [1, 2, 3]) {
    const keep = newId();
    const kept = await server.request(`/api/w/${me.workspace}/keeps/${keep}`, {
      method: 'PUT',
      token: me.token,
      json: sample(
        { title: `A ${word}, number ${nth}`, canonicalUrl: `https://paper.example/${nth}` },
        { filing: { tags: ['shared'], collections: ['Shared'] } },
      ),
    });
    keeps.push(keep);
    clips.push((await kept.json<{ clip: string }>()).clip);
  }
  return { ...me, clips, keeps, word };
};

/** What a person asks for, by session or by token; half of it writes. */
const asks = ({ workspace, cookie, token, clips: [clip = ''], keeps: [keep], word }: Person) => {
  const at = `/w/${workspace}`;
  const api = `/api/w/${workspace}`;
  return [
    [`${at}/day/${DAY}`, { cookie }],
    [`${at}/library`, { cookie }],
    [`${at}/clip/${clip}`, { cookie }],
    [`${at}/search?q=number`, { cookie }],
    [`${at}/collection/Shared`, { cookie }],
    [`${at}/tag/shared`, { cookie }],
    [`${at}/feeds.opml`, { cookie }],
    ['/account', { cookie }],
    ['/', { cookie }],
    [`${api}/digests/${DAY}`, { token }],
    [`${api}/clips`, { token }],
    [`${api}/cards`, { token }],
    [`${api}/changes?since=0`, { token }],
    [`${api}/search?q=number`, { token }],
    [`${api}/export`, { token }],
    [`${api}/names`, { token }],
    [`${api}/clips/${clip}/reading`, { method: 'PUT', token, json: { starred: true } }],
    [
      `${api}/edits/${newId()}`,
      {
        method: 'PUT',
        token,
        json: { version: 1, keep, correction: { site: `The ${word} again` } },
      },
    ],
    [
      `${at}/visit`,
      { method: 'POST', cookie, form: { day: DAY, by: 'published', seq: '1', do: 'shown' } },
    ],
    [`${at}/settings/look-back`, { method: 'POST', cookie, form: { show: 'yes' } }],
  ] as const;
};

test('of 200 requests of two people at once none is answered with a byte of the other’s', async () => {
  const server = await startServer(`${DAY}T08:00:00Z`);
  const [one, two] = [await arrive(server, WORDS[0]), await arrive(server, WORDS[1])];
  const pairs = [
    { mine: one, theirs: two },
    { mine: two, theirs: one },
  ];
  let answered = 0;
  for (let round = 0; round < 5; round += 1) {
    const requests = asks(one).flatMap((_, nth) =>
      pairs.map(async ({ mine, theirs }) => {
        const [path, wishes] = asks(mine)[nth] ?? ['/', {}];
        const answer = await server.request(path, wishes);
        const said = `${JSON.stringify([...answer.headers])}${await answer.text()}`;
        for (const foreign of [theirs.word, theirs.workspace, ...theirs.clips])
          expect(said, `${path} tells ${foreign}`).not.toContain(foreign);
        answered += 1;
        return { path, status: answer.status, said, mine };
      }),
    );
    for (const { path, status, said, mine } of await Promise.all(requests)) {
      expect(status, path).toBeLessThan(400);
      if (path.includes('/day/') || path.includes('/cards'))
        expect(said, path).toContain(mine.word);
    }
  }
  expect(answered).toBe(200);
});
