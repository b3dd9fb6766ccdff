import { expect, test } from 'vitest';
import { ownPath } from '../../worker/domain/own-path.ts';

const ORIGIN = 'https://news.example';

test.each(['/', '/w/abc/day/2026-03-10?page=2#story', '/w/abc/search?q=%C4%91%E1%BA%A5t'])(
  '%s is a path of our own',
  (path) => expect(ownPath(path, ORIGIN)).toBe(path),
);

const HOSTS = [
  'evil.example',
  'evil.example/x',
  'news.example@evil.example',
  'evil.example:443',
  '[::1]',
];
const STARTS = [
  '//',
  '///',
  '////',
  '/\\',
  '\\/',
  '\\\\',
  '/\\/',
  '/\t/',
  '/\n/',
  '/\r\n/',
  '\t//',
  ' //',
  '\u0000//',
  '/.//',
  '/..//',
  '/%2e//',
  '/x/..//',
  '/x/../%2e%2e//',
  'https:',
  'https:/',
  'https://',
  'HTTPS://',
  'http:',
  'http://',
  'javascript:alert(1)//',
  'data:text/html,',
  'ftp://',
  'blob:https://',
  '',
  '@',
  '.',
  '?',
  '#',
  'x/',
];
const SHAPES = STARTS.flatMap((start) => HOSTS.map((host) => start + host));

test(`${SHAPES.length} shapes of another address lead home`, () => {
  expect(SHAPES.length).toBeGreaterThan(100);
  const followed = SHAPES.filter((shape) => {
    const path = ownPath(shape, ORIGIN);
    const url = new URL(path, ORIGIN);
    return url.origin !== ORIGIN || path.startsWith('//') || !path.startsWith('/') || path !== '/';
  });
  expect(followed).toEqual([]);
});

test('nothing, and what no address can be, lead home', () => {
  expect(ownPath(undefined, ORIGIN)).toBe('/');
  expect(ownPath('', ORIGIN)).toBe('/');
});

test('an encoded slash stays what it is: a part of a path', () => {
  expect(ownPath('/%2Fevil.example', ORIGIN)).toBe('/%2Fevil.example');
  expect(ownPath('/%5Cevil.example', ORIGIN)).toBe('/%5Cevil.example');
});
