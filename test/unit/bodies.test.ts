import { expect, test } from 'vitest';
import { makeBodies } from '../../worker/routes/bodies.ts';

const body = (length: number) => new Uint8Array(length);
const kept = (bodies: ReturnType<typeof makeBodies>, ...etags: string[]) =>
  etags.filter((etag) => bodies.get(etag));

test('a body is found under its own ETag alone', () => {
  const bodies = makeBodies();
  const one = body(3);
  bodies.set('"one"', one);
  expect(bodies.get('"one"')).toBe(one);
  expect(bodies.get('"two"')).toBeUndefined();
});

test('the oldest body goes when there are too many', () => {
  const bodies = makeBodies({ maxBodies: 2 });
  for (const etag of ['a', 'b', 'c']) bodies.set(etag, body(1));
  expect(kept(bodies, 'a', 'b', 'c')).toEqual(['b', 'c']);
});

test('as many of the oldest go as a new body needs room', () => {
  const bodies = makeBodies({ maxBytes: 10 });
  bodies.set('a', body(4));
  bodies.set('b', body(4));
  bodies.set('c', body(2));
  expect(kept(bodies, 'a', 'b', 'c')).toEqual(['a', 'b', 'c']);
  bodies.set('d', body(7));
  expect(kept(bodies, 'a', 'b', 'c', 'd')).toEqual(['c', 'd']);
});

test('a body that would need all the room and more drives nobody out', () => {
  const bodies = makeBodies({ maxBytes: 10 });
  bodies.set('a', body(4));
  bodies.set('b', body(11));
  expect(kept(bodies, 'a', 'b')).toEqual(['a']);
});

test('a body kept again takes room once', () => {
  const bodies = makeBodies({ maxBytes: 10 });
  bodies.set('a', body(4));
  for (let again = 0; again < 5; again += 1) bodies.set('b', body(6));
  expect(kept(bodies, 'a', 'b')).toEqual(['a', 'b']);
});
