import * as v from 'valibot';
import { expect, test } from 'vitest';
import {
  refusalOf,
  refusalOfError,
  refusalUnsaid,
} from '../../extension/features/capture/refusal.ts';
import { serverOrigin, tokenTyped } from '../../extension/features/pairing/address.ts';
import { dateInFull } from '../../extension/features/summary/dates.ts';
import { dayOf } from '../../extension/lib/days.ts';
import { uuidV7 } from '../../shared/schema/uuid.ts';
import { UuidV7 } from '../../shared/schema/text.ts';

test('an id is a UUIDv7 of its moment, whatever the random bytes', () => {
  for (const byte of [0x00, 0x7f, 0xff])
    expect(v.is(UuidV7, uuidV7(1_700_000_000_000, new Uint8Array(10).fill(byte)))).toBe(true);
  expect(uuidV7(0x0190_0000_0001, new Uint8Array(10))).toMatch(/^01900000-0001-7000-8000-0{12}$/);
});

test('a token goes to https, or to this machine, and nowhere else', () => {
  expect(serverOrigin(' news.example/w/home ')).toBe('https://news.example');
  expect(serverOrigin('https://news.example:8443')).toBe('https://news.example:8443');
  expect(serverOrigin('localhost:8787')).toBe('http://localhost:8787');
  expect(serverOrigin('http://127.0.0.1:8787/')).toBe('http://127.0.0.1:8787');
  for (const typed of ['foo bar', 'https://foo bar', 'my server.example', 'localhost 8787'])
    expect(serverOrigin(typed), typed).toBeNull();
  for (const typed of [
    '',
    'http://news.example',
    'http://localhost.example',
    'javascript:alert(1)',
    'ftp://news.example',
    'https://user:secret@news.example',
  ])
    expect(serverOrigin(typed), typed).toBeNull();
});

test('a pasted token is read as it was meant, and nothing else is one', () => {
  const token = `${'Ab0_-'.repeat(8)}xyz`;
  for (const pasted of [
    token,
    `  ${token}\n`,
    `${token.slice(0, 20)}\r\n  ${token.slice(20)}`,
    `${token}\u00A0\u200B`,
    `Bearer ${token}`,
  ])
    expect(tokenTyped(pasted), pasted).toBe(token);
  for (const other of ['', 'Bearer', token.slice(1), `${token}=`, `${token}\u0131`, `«${token}»`])
    expect(tokenTyped(other), other).toBeNull();
});

test('pages that no extension may read are told from their address', () => {
  expect(refusalOf('https://news.example/a.pdf')).toBeNull();
  expect(refusalOf('https://chromewebstore.google.com/detail/x')).toBe('store');
  expect(refusalOf('https://addons.mozilla.org/')).toBe('store');
  expect(refusalOf('chrome://settings')).toBe('browser');
  expect(refusalOf('about:blank')).toBe('browser');
  expect(refusalOf('file:///etc/hosts')).toBe('file');
  expect(refusalOf('view-source:https://news.example/')).toBe('source');
  expect(refusalOf('data:text/html,x')).toBe('other');
});

test('a page that did not load is told from one of the browser’s own', () => {
  expect(refusalOfError('Frame with ID 0 is showing error page')).toBe('error');
  expect(refusalOfError('Cannot access contents of url "chrome-error://chromewebdata/".')).toBe(
    'error',
  );
  expect(refusalOfError('Cannot access a chrome:// URL')).toBe('browser');
  expect(refusalUnsaid('https://news.example/')).toBe('error');
  expect(refusalUnsaid(null)).toBe('browser');
});

test('an instant is told in the reader’s zone; a local time and a day as the page wrote them', () => {
  const evidence = 'meta';
  const instant = {
    precision: 'instant',
    value: '2022-12-27T18:30:00Z',
    evidence,
    zoneAssumed: false,
  } as const;
  const local = { precision: 'local', value: '2022-12-27T08:05', evidence } as const;
  const day = { precision: 'day', value: '2022-12-27', evidence } as const;
  expect(dateInFull(instant, 'vi', 'Asia/Ho_Chi_Minh')).toMatch(/^Thứ Tư.*28.*2022, 01:30$/);
  expect(dateInFull(instant, 'en', 'UTC')).toMatch(/^Tuesday.*27 December 2022, 18:30$/);
  expect(dateInFull(local, 'en', 'America/New_York')).toMatch(/27 December 2022, 08:05$/);
  expect(dateInFull(day, 'en', 'America/New_York')).toMatch(/^Tuesday.*27 December 2022$/);
});

test('today is today in the zone of the workspace', () => {
  const moment = new Date('2022-12-27T18:30:00Z');
  expect(dayOf(moment, 'Asia/Ho_Chi_Minh')).toBe('2022-12-28');
  expect(dayOf(moment, 'America/New_York')).toBe('2022-12-27');
});
