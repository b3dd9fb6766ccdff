// Everything the library holds, as JSON Lines.
import { beforeAll, expect, test } from 'vitest';
import * as v from 'valibot';
import { ExportedClip } from '../../shared/schema/library.ts';
import { newId, sample } from './sample.ts';
import { metered, type Server, startServer } from './server.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer('2026-03-10T08:00:00Z');
});

type Owner = Awaited<ReturnType<Server['install']>>;

const keep = (me: Owner, write: ReturnType<typeof sample>) =>
  server.request(`/api/w/${me.workspace}/keeps/${newId()}`, {
    method: 'PUT',
    token: me.token,
    json: write,
  });

// The runtime warns of text() on a type that it does not know for text.
const textOf = async (answer: Response): Promise<string> =>
  new TextDecoder().decode(await answer.arrayBuffer());

/** All parts, by the Link header alone. */
const exportAll = async (me: Owner): Promise<{ clips: ExportedClip[]; parts: number }> => {
  const clips: ExportedClip[] = [];
  let parts = 0;
  let next: string | undefined = `/api/w/${me.workspace}/export`;
  while (next) {
    const answer: Response = await server.request(next, { token: me.token });
    expect(answer.status).toBe(200);
    const text = await textOf(answer);
    if (text) expect(text.endsWith('\n')).toBe(true);
    for (const line of text.split('\n').filter(Boolean))
      clips.push(v.parse(ExportedClip, JSON.parse(line)));
    parts += 1;
    next = /<([^>]+)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1];
  }
  return { clips, parts };
};

test('a clip goes out as it came in, with who kept it and when', async () => {
  const me = await server.install();
  const write = sample({ title: 'Line\u2028 "separators" & <tags>', views: 267 });
  await keep(me, write);
  await server.request(`/api/w/${me.workspace}/imports/${newId()}/parts/0`, {
    method: 'PUT',
    token: me.token,
    json: {
      version: 1,
      name: 'list.txt',
      items: [
        {
          url: 'https://a.example/bare',
          title: 'Bare',
          addedAt: '2019-05-01T20:00:00Z',
          tags: ['Later'],
          folder: ['News'],
        },
      ],
    },
  });
  const { clips } = await exportAll(me);
  expect(clips).toMatchObject([
    {
      title: write.article.title,
      canonicalUrl: write.article.canonicalUrl,
      filled: true,
      blocks: write.article.blocks,
      spans: write.summary.sentences,
      facts: { published: write.article.published, views: 267, related: [] },
      keeps: [{ keptDay: '2026-03-10', folder: [] }],
    },
    {
      title: 'Bare',
      filled: false,
      blocks: [],
      facts: null,
      tags: ['Later'],
      keeps: [{ keptAt: '2019-05-01T20:00:00.000Z', folder: ['News'] }],
    },
  ]);
});

test('many clips and large ones come in parts, each of them once, in the order of keeping', async () => {
  const me = await server.install();
  const paragraph = { kind: 'paragraph' as const, runs: [{ text: 'word '.repeat(10_000) }] };
  const titles: string[] = [];
  for (let index = 0; index < 8; index += 1) {
    const write = sample({ blocks: Array.from({ length: 6 }, () => paragraph) });
    write.summary.sentences = [];
    titles.push(write.article.title);
    expect((await keep(me, write)).status).toBe(201);
  }
  const { clips, parts } = await exportAll(me);
  expect(clips.map(({ title }) => title)).toEqual(titles);
  expect(parts).toBeGreaterThan(2);
});

test('an empty library is an empty file, and a cursor that is none is refused', async () => {
  const me = await server.install();
  expect(await exportAll(me)).toEqual({ clips: [], parts: 1 });
  const wrong = await server.request(`/api/w/${me.workspace}/export?after=-1`, { token: me.token });
  expect(wrong.status).toBe(400);
  const beyond = await server.request(`/api/w/${me.workspace}/export?after=9999999999`, {
    token: me.token,
  });
  expect(await textOf(beyond)).toBe('');
});

test('nothing of another workspace goes out, and a part reads no more in a larger library', async () => {
  const other = await server.install();
  await keep(other, sample({ title: 'Theirs' }));
  const me = await server.install();
  for (let index = 0; index < 3; index += 1) await keep(me, sample());
  const meter = metered();
  await server.request(`/api/w/${me.workspace}/export?after=2`, {
    token: me.token,
    database: meter.db,
  });
  for (let index = 0; index < 3; index += 1) await keep(other, sample());
  const again = metered();
  await server.request(`/api/w/${me.workspace}/export?after=2`, {
    token: me.token,
    database: again.db,
  });
  expect(again.rows.read).toBe(meter.rows.read);
  expect((await exportAll(me)).clips.map(({ title }) => title)).not.toContain('Theirs');
});
