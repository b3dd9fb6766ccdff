// A server that means harm, or is none of ours: what it answers is believed only where it has the form that was asked
// for, however large it is, and changes nothing beside.
import { createServer, type Server, type ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as v from 'valibot';
import { judge } from '../../extension/features/save/rules.ts';
import { Description } from '../../extension/features/save/send.ts';
import { type Answer, request } from '../../extension/lib/api.ts';
import { KeepAnswer } from '../../shared/schema/keep.ts';
import { CardPage, Changes } from '../../shared/schema/mirror.ts';
import { Paired, PairingStarted } from '../../shared/schema/pairing.ts';

const MARKUP = '<img src=x onerror=alert(1)>';
const ID = '0190a0b0-0000-7000-8000-000000000001';

const WORKSPACE = { id: 'home', name: MARKUP, role: 'owner', zone: 'UTC', language: 'en' };

const CARD = {
  id: ID,
  place: 1,
  url: 'https://news.example/1',
  canonicalUrl: 'https://news.example/1',
  title: MARKUP,
  standfirst: null,
  site: null,
  language: null,
  section: [],
  category: null,
  terms: [],
  day: '2022-12-27',
  filled: true,
  fingerprint: null,
  story: null,
  keepers: [{ account: 'a', day: '2022-12-28' }],
  authors: [],
  published: null,
  keptDay: '2022-12-28',
  tags: ['t'],
  collections: [],
  state: 'to-read',
  starred: false,
};
const NAMES = [{ noun: 'tag', id: 't', name: MARKUP }];
const CURSOR = { names: NAMES, sections: [], seq: 1, read: 1, epoch: 'one' };

/** Each request that the extension makes: by the form of its answer, and an answer that has it. */
const REQUESTS: Readonly<
  Record<string, { Schema: v.GenericSchema<unknown, object>; right: Record<string, unknown> }>
> = {
  'keep and edit': {
    Schema: KeepAnswer,
    right: { id: ID, clip: ID, day: '2022-12-27', keptDay: '2022-12-28', seq: 1 },
  },
  'start of a pairing': {
    Schema: PairingStarted,
    right: {
      device_code: 'D'.repeat(43),
      user_code: 'BCDF-GHJK',
      verification_uri: 'http://localhost/pair',
      verification_uri_complete: 'http://localhost/pair?code=BCDF-GHJK',
      expires_in: 600,
      interval: 5,
    },
  },
  'question of a pairing': {
    Schema: Paired,
    right: {
      access_token: 'T'.repeat(43),
      token_type: 'Bearer',
      scope: 'clip:read clip:write',
      account: 'a',
      workspaces: [WORKSPACE],
    },
  },
  'page of cards': {
    Schema: CardPage,
    right: { cards: [CARD], next: null, ...CURSOR },
  },
  'changes since': {
    Schema: Changes,
    right: {
      cards: [CARD],
      renamed: [{ noun: 'tag', id: 't', name: null, became: 'u' }],
      readings: [{ id: ID, state: null, starred: true }],
      deleted: [ID],
      ...CURSOR,
      more: false,
    },
  },
  'question whether it is there': { Schema: Description, right: { openapi: '3.1.0' } },
};

let server: Server;
let origin = '';
let respond: (response: ServerResponse) => void;

beforeAll(async () => {
  server = createServer((asked, response) => {
    asked.resume();
    respond(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const ask = async (
  Schema: v.GenericSchema<unknown, object>,
  answer: (response: ServerResponse) => void,
): Promise<Answer<object>> => {
  respond = answer;
  return request({ server: origin, path: '/x', method: 'PUT', body: '{}', token: 'T', Schema });
};

const body =
  (text: string | Buffer, status = 200, headers: Record<string, string> = {}) =>
  (response: ServerResponse): void => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(text);
  };

const problem = (code: unknown, status = 409): string =>
  JSON.stringify({ type: 'about:blank', code, title: 'Text', status });

/** Sends without an end, as fast as it is taken. */
const endless = (text: string) => {
  const given = { bytes: 0 };
  const { promise: ended, resolve } = Promise.withResolvers<void>();
  const respondWith = (response: ServerResponse): void => {
    response.writeHead(200, { 'content-type': 'application/json' });
    const push = (): void => {
      while (!response.destroyed && response.write(text)) given.bytes += text.length;
    };
    response.on('drain', push);
    response.on('close', resolve);
    push();
  };
  return { given, ended, respondWith };
};

/** As it stands in JSON; some of it no `JSON.stringify` writes. */
const NEVER_RIGHT = ['{}', '[]', 'null', 'true', '-1', '1e999', '1.5', '""', '{"toString":1}'];

const spoilt = (right: Record<string, unknown>, key: string, value: string): string =>
  `{${Object.entries(right)
    .map(([name, kept]) => `${JSON.stringify(name)}:${name === key ? value : JSON.stringify(kept)}`)
    .join(',')}}`;

/** What no request takes for an answer. */
const FOREIGN: Readonly<Record<string, (response: ServerResponse) => void>> = {
  HTML: body('<!doctype html><h1>Welcome</h1>', 200, { 'content-type': 'text/html' }),
  'HTML that says no': body('<h1>No</h1>', 403, { 'content-type': 'text/html' }),
  nothing: body('', 200),
  'no content': (response) => response.writeHead(204).end(),
  'half of an answer': body('{"id":'),
  'bytes that are no text': body(Buffer.from([0x7b, 0xff, 0xfe, 0x00])),
  null: body('null'),
  text: body('"text"'),
  'a list': body('[[]]'),
  'a depth without end': body('['.repeat(400_000)),
  'an object of objects': body('{"a":'.repeat(50_000) + '1' + '}'.repeat(50_000)),
  'a prototype': body('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":1}}}'),
  'a problem whose code is markup': body(problem(MARKUP), 409),
  'a problem whose code is an object': body(problem({ code: 'gone' }), 409),
  'a problem whose code is a property of all objects': body(problem('__proto__'), 409),
  'a problem whose code has no end': body(problem('a'.repeat(100_000)), 409),
  'a redirect': (response) => response.writeHead(302, { location: '/elsewhere' }).end(),
};

const pristine = Reflect.ownKeys(Object.prototype);

for (const [name, { Schema, right }] of Object.entries(REQUESTS)) {
  test(`${name}: what has the form is taken, and nothing that came with it`, async () => {
    const more = `{"__proto__":{"polluted":true},${JSON.stringify(right).slice(1, -1)},"html":"${MARKUP}"}`;
    const answer = await ask(Schema, body(more));
    expect(answer).toEqual({ kind: 'ok', value: right });
    const { value } = v.parse(v.object({ value: v.object({}) }), { value: answer });
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });

  test(`${name}: what has not is nobody’s answer, and does nothing`, async () => {
    for (const [what, respondWith] of Object.entries(FOREIGN)) {
      const answer = await ask(Schema, respondWith);
      expect.soft(answer, what).toMatchObject({ kind: 'foreign' });
      expect.soft(judge(answer), what).toMatchObject({ kind: 'delay', hindrance: 'foreign' });
    }
  });

  test(`${name}: each part must have its own form`, async () => {
    for (const key of Object.keys(right))
      for (const value of NEVER_RIGHT) {
        // A list may be empty, and a number need not be a whole one to be too small.
        if (value === '[]' && Array.isArray(right[key])) continue;
        if (value === '""' && ['scope', 'openapi', 'next'].includes(key)) continue;
        if ((value === 'null' && key === 'next') || (value === 'true' && key === 'more')) continue;
        const answer = await ask(Schema, body(spoilt(right, key, value)));
        expect.soft(answer, `${key}: ${value}`).toMatchObject({ kind: 'foreign' });
      }
  });
}

test('a workspace is named by text of some length, under an id that leads nowhere else', async () => {
  const { Schema, right } = REQUESTS['question of a pairing'] ?? {};
  if (!Schema || !right) throw new Error('There is no such request.');
  for (const change of [
    { id: '..' },
    { id: 'a/../../b' },
    { id: '' },
    { name: 'x'.repeat(100_000) },
    { name: {} },
    { role: MARKUP },
    { zone: MARKUP },
    { language: 'xx' },
  ]) {
    const workspaces = [{ ...WORKSPACE, ...change }];
    const answer = await ask(Schema, body(JSON.stringify({ ...right, workspaces })));
    expect.soft(answer, JSON.stringify(change).slice(0, 80)).toMatchObject({ kind: 'foreign' });
  }
});

test('an answer is read no further than a real one goes', async () => {
  const { given, ended, respondWith } = endless(' '.repeat(65_536));
  expect(await ask(KeepAnswer, respondWith)).toMatchObject({ kind: 'foreign', status: 200 });
  // The connection is given up, and what lay ready in it is all that was sent.
  await ended;
  expect(given.bytes).toBeLessThan(20_000_000);

  const large = await ask(KeepAnswer, body('x'.repeat(50_000_000)));
  expect(large).toMatchObject({ kind: 'foreign' });
  const packed = gzipSync(Buffer.alloc(50_000_000, ' '));
  const bomb = await ask(KeepAnswer, body(packed, 200, { 'content-encoding': 'gzip' }));
  expect(bomb).toMatchObject({ kind: 'foreign' });
});

test('an answer that breaks off, or never was one, is none', async () => {
  const broken = await ask(KeepAnswer, (response) => response.destroy());
  expect(broken).toEqual({ kind: 'unreachable' });
  const halved = await ask(KeepAnswer, (response) => {
    response.writeHead(200, { 'content-length': '100' });
    response.write('{"id":', () => response.destroy());
  });
  expect(halved).toEqual({ kind: 'unreachable' });
});

test('a pause that a server asks for is a time, or none', async () => {
  for (const [asked, meant] of [
    ['120', 120],
    ['-1', null],
    ['1e999', null],
    [MARKUP, null],
    ['Wed, 21 Oct 2099 07:28:00 GMT', null],
  ] as const)
    expect(
      await ask(KeepAnswer, body(problem('busy', 503), 503, { 'retry-after': asked })),
    ).toEqual({ kind: 'refused', status: 503, code: 'busy', retryAfter: meant });
});

test('no answer has changed what all objects have', () => {
  expect(Reflect.ownKeys(Object.prototype)).toEqual(pristine);
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
});
