import { expect, test } from 'vitest';
import { type Bodies, makeBodies } from '../../worker/routes/bodies.ts';

const body = (length: number) => ({
  name: 'name',
  etag: '"etag"',
  body: new Uint8Array(length),
});
const kept = (bodies: Bodies, ...names: string[]) => names.filter((name) => bodies.get(name));

test('a body is found under its own key alone', () => {
  const bodies = makeBodies();
  const one = body(3);
  bodies.set('one', one);
  expect(bodies.get('one')).toBe(one);
  expect(bodies.get('two')).toBeUndefined();
  expect(['one', 'two'].map(bodies.has)).toEqual([true, false]);
});

test('what nobody asked for longest makes room for a new body, and no more than it needs', () => {
  const bodies = makeBodies({ maxBytes: 10_000 });
  for (const name of ['a', 'b', 'c']) bodies.set(name, body(2_000));
  expect(kept(bodies, 'a', 'b', 'c')).toEqual(['a', 'b', 'c']);
  bodies.get('a');
  bodies.set('d', body(3_000));
  expect(kept(bodies, 'a', 'b', 'c', 'd')).toEqual(['a', 'c', 'd']);
});

test('a body that would need all the room and more drives nobody out', () => {
  const bodies = makeBodies({ maxBytes: 10_000 });
  bodies.set('a', body(4_000));
  bodies.set('b', body(11_000));
  expect(kept(bodies, 'a', 'b')).toEqual(['a']);
});

test('a body kept again takes room once', () => {
  const bodies = makeBodies({ maxBytes: 10_000 });
  bodies.set('a', body(3_000));
  for (let again = 0; again < 5; again += 1) bodies.set('b', body(5_000));
  expect(kept(bodies, 'a', 'b')).toEqual(['a', 'b']);
});

test('small bodies without end stay within the limit too', () => {
  const bodies = makeBodies({ maxBytes: 10_000 });
  const names = Array.from({ length: 1_000 }, (_, index) => `/day/${index}`);
  for (const name of names) bodies.set(name, body(1));
  expect(kept(bodies, ...names).length).toBeLessThan(20);
});
