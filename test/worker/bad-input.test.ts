// Whatever is sent, the answer is a problem with a stable code, and the database is as it was.
import { beforeAll, expect, inject, test } from 'vitest';
import { newId, sample } from './sample.ts';
import { rowCounts, type Server, startServer } from './server.ts';

let server: Server;
let me: Awaited<ReturnType<Server['install']>>;
beforeAll(async () => {
  server = await startServer('2026-03-10T08:00:00Z');
  me = await server.install();
});

const put = (body: BodyInit, { id = newId(), type = 'application/json' } = {}) =>
  server.request(`/api/w/${me.workspace}/keeps/${id}`, {
    method: 'PUT',
    token: me.token,
    headers: { 'content-type': type },
    body,
  });

const expectProblem = async (answer: Response, status: number, code: string) => {
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  const problem = await answer.json<{ code: string; title: string; detail?: string }>();
  expect([answer.status, problem.code], JSON.stringify(problem)).toEqual([status, code]);
  expect(problem.title).toMatch(/\.$/);
  return problem;
};

/** A body that is right but for one place, which is replaced in its text. */
const spoilt = (from: string, to: string): string => {
  const text = JSON.stringify(sample({ leadImage: 'https://paper.example/a.jpg' }));
  const bad = text.replace(from, to);
  expect(bad).not.toBe(text);
  return bad;
};

const withArticle = (article: object): string => {
  const write = sample();
  return JSON.stringify({ ...write, article: { ...write.article, ...article } });
};

const NESTED = '['.repeat(10_000) + ']'.repeat(10_000);

const CASES: readonly [name: string, body: () => BodyInit, status: number, code: string][] = [
  ['nothing', () => '', 400, 'bad-json'],
  ['not JSON', () => '{ "version": 1,', 400, 'bad-json'],
  ['bytes that are no UTF-8', () => new Uint8Array([0x22, 0xff, 0x22]), 400, 'bad-json'],
  ['a byte order mark', () => '\uFEFF{}', 400, 'bad-json'],
  ['10,000-deep nesting', () => NESTED, 400, 'bad-request'],
  [
    '10,000-deep nesting inside',
    () => spoilt('"related":[]', `"related":${NESTED}`),
    400,
    'bad-request',
  ],
  ['an array', () => '[]', 400, 'bad-request'],
  ['null', () => 'null', 400, 'bad-request'],
  ['a newer version', () => spoilt('"version":1', '"version":2'), 422, 'newer-client'],
  ['an older version', () => spoilt('"version":1', '"version":0'), 422, 'older-client'],
  ['a newer version of another form', () => '{"version":3,"notes":[7]}', 422, 'newer-client'],
  ['no version', () => spoilt('"version":1,', ''), 400, 'bad-request'],
  ['a version that never was', () => spoilt('"version":1', '"version":-1'), 400, 'bad-request'],
  ['a version as text', () => spoilt('"version":1', '"version":"2"'), 400, 'bad-request'],
  ['half a version', () => spoilt('"version":1', '"version":1.5'), 400, 'bad-request'],
  ['a wrong type', () => withArticle({ title: 7 }), 400, 'bad-request'],
  ['a blank title', () => withArticle({ title: ' \n ' }), 400, 'bad-request'],
  ['an unknown key', () => withArticle({ html: '<p>' }), 400, 'bad-request'],
  ['__proto__', () => spoilt('"version":1', '"version":1,"__proto__":{"a":1}'), 400, 'bad-request'],
  ['__proto__ inside', () => spoilt('"authors"', '"__proto__":{},"authors"'), 400, 'bad-request'],
  ['constructor', () => spoilt('"version":1', '"version":1,"constructor":{}'), 400, 'bad-request'],
  ['prototype', () => spoilt('"version":1', '"version":1,"prototype":{}'), 400, 'bad-request'],
  ['a lone surrogate', () => withArticle({ title: 'a\uD800b' }), 400, 'bad-request'],
  ['NUL', () => withArticle({ title: 'a\0b' }), 400, 'bad-request'],
  [
    'a day that does not exist',
    () => withArticle({ published: { precision: 'day', value: '2022-02-30', evidence: 'meta' } }),
    400,
    'bad-request',
  ],
  [
    'a day of the year 0',
    () => withArticle({ published: { precision: 'day', value: '0000-12-31', evidence: 'meta' } }),
    400,
    'bad-request',
  ],
  [
    'an instant that does not exist',
    () => spoilt('2026-03-10T08:00:00Z', '2026-02-30T08:00:00Z'),
    400,
    'bad-request',
  ],
  ['a 25th hour', () => spoilt('2026-03-10T08:00:00Z', '2026-03-10T25:00:00Z'), 400, 'bad-request'],
  ['a javascript: address', () => withArticle({ url: 'javascript:alert(1)' }), 400, 'bad-request'],
  ['a data: address', () => withArticle({ canonicalUrl: 'data:text/html,x' }), 400, 'bad-request'],
  ['an address without slashes', () => withArticle({ url: 'https:a/b' }), 400, 'bad-request'],
  ['an address that is none', () => withArticle({ url: 'https://a b/' }), 400, 'bad-request'],
  [
    'a javascript: image',
    () => spoilt('https://paper.example/a.jpg', 'javascript:1'),
    400,
    'bad-request',
  ],
  [
    'a javascript: link',
    () =>
      withArticle({ blocks: [{ kind: 'paragraph', runs: [{ text: 'x', href: 'JaVaScRiPt:1' }] }] }),
    400,
    'bad-request',
  ],
  [
    'a block of HTML',
    () => withArticle({ blocks: [{ kind: 'html', html: '<b>' }] }),
    400,
    'bad-request',
  ],
  [
    'a summary that is text',
    () => spoilt('"sentences":[{"block":0,"start":0,"end":18}]', '"sentences":["It happened."]'),
    400,
    'bad-request',
  ],
  ['a span past the end', () => spoilt('"end":18', '"end":1800'), 422, 'not-grounded'],
  ['a span of no block', () => spoilt('"block":0', '"block":9'), 422, 'not-grounded'],
  ['an empty span', () => spoilt('"end":18', '"end":0'), 422, 'not-grounded'],
  ['a body over the cap', () => `"${'x'.repeat(1_500_000)}"`, 413, 'too-large'],
];

test.each(CASES)('%s is refused, and nothing is changed', async (_, body, status, code) => {
  const before = await rowCounts();
  const problem = await expectProblem(await put(body()), status, code);
  if (code === 'bad-request') expect(problem.detail).toMatch(/^[\w.]+: /);
  expect(await rowCounts()).toEqual(before);
});

test.each([
  ['no UUID', 'abc'],
  ['a UUID of version 4', '6f1b9f2e-9b0a-4f6e-8b1a-3f2a9d5c7e11'],
  ['upper case', newId().toUpperCase()],
  ['a path', '..%2F..%2Fetc'],
  ['a bad escape', '%E0%A4%A'],
])('an id that is %s is refused', async (_, id) => {
  const before = await rowCounts();
  await expectProblem(await put(JSON.stringify(sample()), { id }), 400, 'bad-request');
  expect(await rowCounts()).toEqual(before);
});

test('a body of another type is refused unread', async () => {
  await expectProblem(
    await put(JSON.stringify(sample()), { type: 'text/plain' }),
    415,
    'wrong-type',
  );
});

test.each(['2022-02-30', '0000-01-01', '2022-13-01', '2022-2-3', 'today', '2022-12-27T00:00'])(
  'the digest of %s is a bad request',
  async (day) => {
    const answer = await server.request(`/api/w/${me.workspace}/digests/${day}`, {
      token: me.token,
    });
    await expectProblem(answer, 400, 'bad-request');
  },
);

test('a pairing that is no pairing is refused, and nothing is filed', async () => {
  const before = await rowCounts();
  for (const json of [{}, { name: '' }, { name: 'x', extra: 1 }, { name: 'x'.repeat(101) }])
    await expectProblem(
      await server.request('/api/pairings', { method: 'POST', json }),
      400,
      'bad-request',
    );
  await expectProblem(
    await server.request('/api/pairings', { method: 'POST', json: `"${'x'.repeat(20_000)}"` }),
    413,
    'too-large',
  );
  await expectProblem(
    await server.request('/api/pairings/token', {
      method: 'POST',
      json: { device_code: "' OR 1" },
    }),
    400,
    'bad-request',
  );
  expect(await rowCounts()).toEqual(before);
});

const vectors = inject('jsonVectors');
const naughty = inject('naughtyStrings');
if (!vectors || !naughty)
  console.warn('DATELINE_CORPUS is not set: the hostile vectors are not tried.');

test.runIf(vectors)(
  'JSON that must be refused is bad JSON, and no JSON is a failure of ours',
  async () => {
    const before = await rowCounts();
    const all = [
      ...(vectors?.reject ?? []),
      ...(vectors?.either ?? []),
      ...(vectors?.accept ?? []),
    ];
    const rejected = new Set(vectors?.reject.map(({ name }) => name));
    for (const { name, base64 } of all) {
      if (base64 === null) continue;
      const answer = await put(Uint8Array.fromBase64(base64));
      const { code } = await answer.json<{ code: string }>();
      expect(answer.status, name).toBe(400);
      if (rejected.has(name)) expect(code, name).toBe('bad-json');
    }
    expect(all.length).toBeGreaterThan(300);
    expect(await rowCounts()).toEqual(before);
  },
);

test.runIf(naughty)(
  'a naughty headline is kept as it is but for what turns its order, or refused, and is never a failure of ours',
  async () => {
    let kept = 0;
    for (const title of naughty ?? []) {
      const answer = await put(JSON.stringify(sample({ title })));
      expect(answer.status, title).toBeOneOf([201, 400]);
      if (answer.status !== 201) continue;
      kept += 1;
      const { clip } = await answer.json<{ clip: string }>();
      const found = await server.request(`/api/w/${me.workspace}/clips/${clip}`, {
        token: me.token,
      });
      const held = title.replace(/[\u202A-\u202E\u2066-\u2069]/g, '');
      expect(await found.json()).toMatchObject({ title: held });
    }
    expect(kept).toBeGreaterThan(480);
  },
  120_000,
);
