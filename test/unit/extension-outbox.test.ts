import { expect, test } from 'vitest';
import { countQueue } from '../../extension/features/save/queue.ts';
import { exportLine } from '../../extension/features/save/export.ts';
import { judge, mayBeAlone, nextToSend } from '../../extension/features/save/rules.ts';
import { waitsSince, whyItWaits } from '../../extension/features/save/waiting.ts';
import { backoff } from '../../extension/lib/backoff.ts';
import type { Operation } from '../../extension/lib/operation.ts';

const HOME = { server: 'https://home.example', account: 'a', workspace: 'w' };
const SENDER = {
  server: HOME.server,
  account: HOME.account,
  scope: 'clip:read clip:write',
  paused: false,
} as const;

const operation = (order: number, change: Partial<Operation> = {}): Operation => ({
  id: `0190a0b0-0000-7000-8000-00000000000${order}`,
  edits: null,
  card: null,
  act: null,
  highlight: null,
  filing: null,
  order,
  capturedAt: '2026-01-01T00:00:00.000Z',
  title: `Clip ${order}`,
  url: `https://news.example/${order}`,
  isLink: false,
  destination: HOME,
  state: 'waiting',
  reason: null,
  attempts: 0,
  nextAt: 0,
  hindrance: null,
  ...change,
});

test('a correction never overtakes the keep that it corrects, and is no article of its own', () => {
  const edit = operation(2, { edits: operation(1).id });
  const parked = operation(1, { state: 'parked', reason: 'gone' });
  expect(nextToSend([parked, edit], SENDER, 0)).toBeNull();
  expect(nextToSend([edit], SENDER, 0)?.order).toBe(2);
  const blocked = operation(1, { hindrance: 'blocked', nextAt: 9, attempts: 5 });
  expect(nextToSend([blocked, edit, operation(3)], SENDER, 1)?.order).toBe(3);
  expect(countQueue([operation(1), edit], [SENDER]).waiting).toBe(1);
  expect(countQueue([edit], [SENDER]).waiting).toBe(1);
  expect(exportLine(edit, new Uint8Array([0x7b, 0x7d]))[1]).toBe(',"edit":');
});

test('highlights wait behind their keep, and count as one article with it', () => {
  const highlight = (order: number, edits = operation(1).id) =>
    operation(order, { edits, highlight: `0190a0b0-0000-7000-8000-0000000000${order}0` });
  expect(nextToSend([operation(1, { state: 'parked' }), highlight(2)], SENDER, 0)).toBeNull();
  expect(nextToSend([highlight(2), operation(3)], SENDER, 0)?.order).toBe(2);
  expect(countQueue([operation(1), highlight(2), highlight(3)], [SENDER]).waiting).toBe(1);
  expect(countQueue([highlight(2), highlight(3)], [SENDER]).waiting).toBe(1);
  expect(countQueue([highlight(2), highlight(3, operation(4).id)], [SENDER]).waiting).toBe(2);
  expect(exportLine(highlight(2), new Uint8Array([0x7b, 0x7d]))[1]).toBe(',"highlight":');
});

test('operations go out in the order in which they were saved', () => {
  expect(nextToSend([operation(1), operation(2)], SENDER, 0)?.order).toBe(1);
});

test('while the first waits for its next try, those behind it wait too', () => {
  const queue = [operation(1, { nextAt: 100 }), operation(2)];
  expect(nextToSend(queue, SENDER, 99)).toBeNull();
  expect(nextToSend(queue, SENDER, 100)?.order).toBe(1);
});

test('a pause that a wrong clock reckoned holds up nobody once the clock is right', () => {
  const now = Date.UTC(2026, 10, 24);
  const queue = [operation(1, { nextAt: Date.UTC(2100, 0, 1) }), operation(2)];
  expect(nextToSend(queue, SENDER, now)?.order).toBe(1);
  const day = 86_400_000;
  expect(nextToSend([operation(1, { nextAt: now + day })], SENDER, now)).toBeNull();
});

test('since when it waits is not told by a clock that was wrong', () => {
  const now = Date.UTC(2026, 10, 24);
  const since = (capturedAt: string) => waitsSince({ capturedAt }, now)?.toISOString();
  expect(since('2026-11-23T08:00:00.000Z')).toBe('2026-11-23T08:00:00.000Z');
  expect(since('1970-01-01T00:00:00.000Z')).toBeUndefined();
  expect(since('2100-01-01T00:00:00.000Z')).toBeUndefined();
});

test('one that alone does not get through is overtaken, and takes its place again at its next try', () => {
  const blocked = operation(1, { attempts: 5, nextAt: 100, hindrance: 'blocked' });
  const queue = [blocked, operation(2), operation(3)];
  expect(nextToSend(queue, SENDER, 99)?.order).toBe(2);
  expect(nextToSend(queue, SENDER, 100)?.order).toBe(1);
  expect(nextToSend([blocked], SENDER, 99)).toBeNull();
  for (const hindrance of ['unreachable', 'busy', 'moving', 'foreign'] as const)
    expect(nextToSend([{ ...blocked, hindrance }, operation(2)], SENDER, 99)).toBeNull();
});

test('an operation is under suspicion after five tries that did not reach the library', () => {
  expect(mayBeAlone(4, 'unreachable')).toBe(false);
  expect(mayBeAlone(5, 'unreachable')).toBe(true);
  expect(mayBeAlone(5, 'foreign')).toBe(true);
  expect(mayBeAlone(50, 'busy')).toBe(false);
  expect(mayBeAlone(50, 'moving')).toBe(false);
});

test('a parked operation holds up nobody and is not sent', () => {
  const queue = [operation(1, { state: 'parked', reason: 'gone' }), operation(2)];
  expect(nextToSend(queue, SENDER, 0)?.order).toBe(2);
});

test('an operation goes only to the library that it was bound to', () => {
  const queue = [
    operation(1, { destination: null }),
    operation(2, { destination: { ...HOME, account: 'b' } }),
    operation(3, { destination: { ...HOME, server: 'https://other.example' } }),
  ];
  expect(nextToSend(queue, SENDER, 0)).toBeNull();
  expect(nextToSend([...queue, operation(4)], SENDER, 0)?.order).toBe(4);
});

test('nothing is sent while unpaired, or after the token was refused', () => {
  expect(nextToSend([operation(1)], null, 0)).toBeNull();
  expect(nextToSend([operation(1)], { ...SENDER, paused: true }, 0)).toBeNull();
});

const refused = (status: number, code: string, retryAfter: number | null = null) =>
  judge({ kind: 'refused', status, code, retryAfter });

test('a refused token pauses, what cannot be mended parks, what may pass is tried again', () => {
  expect(judge({ kind: 'ok', value: 1 })).toEqual({ kind: 'kept', value: 1 });
  expect(judge({ kind: 'unreachable' })).toEqual({
    kind: 'delay',
    after: null,
    hindrance: 'unreachable',
  });
  expect(refused(401, 'sign-in')).toEqual({ kind: 'pause' });
  for (const status of [400, 403, 404, 409, 410, 413, 422])
    expect(refused(status, 'code')).toEqual({ kind: 'park', reason: 'code' });
  for (const status of [408, 429, 500, 503])
    expect(refused(status, 'busy', 7)).toEqual({ kind: 'delay', after: 7, hindrance: 'busy' });
  expect(refused(503, 'library-moving', 30)).toEqual({
    kind: 'delay',
    after: 30,
    hindrance: 'moving',
  });
});

const foreign = (status: number, retryAfter: number | null = null) =>
  judge({ kind: 'foreign', status, retryAfter });

test('an answer that is not the library’s own decides nothing, but for a limit of size', () => {
  for (const status of [0, 200, 302, 401, 403, 404, 410])
    expect(foreign(status)).toEqual({ kind: 'delay', after: null, hindrance: 'foreign' });
  expect(foreign(429, 7)).toEqual({ kind: 'delay', after: 7, hindrance: 'foreign' });
  expect(foreign(413)).toEqual({ kind: 'park', reason: 'too-large' });
});

test('the pause between tries grows up to an hour; a server may ask for more, up to a day', () => {
  const pauses = [1, 2, 3, 4, 5, 6, 7, 8, 9, 50].map((attempts) => backoff(attempts, 0.5, null));
  expect(pauses).toEqual(pauses.toSorted((one, other) => one - other));
  expect(backoff(1, 0, null)).toBeGreaterThanOrEqual(10_000);
  expect(backoff(1_000, 1, null)).toBe(3_600_000);
  expect(backoff(1, 0, 900)).toBe(900_000);
  expect(backoff(1, 0, 10 ** 9)).toBe(86_400_000);
});

test('the queue counts each operation once, by what it waits for', () => {
  const operations = [
    operation(1),
    operation(2, { destination: null }),
    operation(3, { destination: { ...HOME, account: 'b' } }),
    operation(4, { state: 'parked' }),
  ];
  expect(countQueue(operations, [SENDER])).toEqual({
    waiting: 1,
    unbound: 1,
    elsewhere: 1,
    parked: 1,
  });
  expect(countQueue(operations, [])).toMatchObject({ waiting: 0, elsewhere: 2 });
});

test('a line of the export holds the frozen bytes as they are', () => {
  const keep = '{"version":1,"title":"Đất\\nđai \\ud800","number":1.50}';
  const line = new TextDecoder().decode(
    Buffer.concat(
      exportLine(operation(1), new TextEncoder().encode(keep)).map((part) => Buffer.from(part)),
    ),
  );
  expect(line).toMatch(/^[^\n]*\n$/);
  expect(line).toContain(`"keep":${keep}}`);
  const { id, capturedAt, destination, state } = operation(1);
  expect(JSON.parse(line)).toEqual({ id, capturedAt, destination, state, keep: JSON.parse(keep) });
  expect(JSON.parse(exportLine(operation(1), undefined).join(''))).toMatchObject({
    id,
    keep: null,
  });
});

test('a clip waits for what the person can change before what the last try met', () => {
  const hindered = operation(1, { hindrance: 'busy' });
  expect(whyItWaits(operation(1), [SENDER])).toBe('turn');
  expect(whyItWaits(hindered, [SENDER])).toBe('busy');
  expect(whyItWaits(hindered, [{ ...SENDER, paused: true }])).toBe('pair-again');
  expect(whyItWaits(hindered, [{ ...SENDER, account: 'b', paused: true }])).toBe('elsewhere');
  expect(whyItWaits(hindered, [])).toBe('elsewhere');
  expect(whyItWaits(operation(1, { destination: null }), [SENDER])).toBe('not-chosen');
  expect(whyItWaits(operation(1, { destination: null }), [])).toBe('no-library');
});
