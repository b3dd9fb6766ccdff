// A calendar as RFC 5545 wants it, read back by a parser of such.
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { type CalendarEvent, writeCalendar } from '../../shared/digest/calendar.ts';

const event = (more: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: '2022-12-27.w@dateline',
  day: '2022-12-27',
  summary: '2 clips',
  description: '• One\n• Two',
  url: 'https://news.example/w/w/day/2022-12-27',
  revision: 7,
  updated: '2026-03-10T08:00:00.123Z',
  ...more,
});

const write = (more: Partial<CalendarEvent> = {}): string =>
  writeCalendar({ name: 'News', events: [event(more)] });

const readEvent = (calendar: string) => {
  const found = new ICAL.Component(ICAL.parse(calendar)).getFirstSubcomponent('vevent');
  if (!found) throw new Error('no event');
  return new ICAL.Event(found);
};

const HOSTILE = [
  'a;b,c\\d\\n "e": f',
  'END:VEVENT\r\nBEGIN:VALARM\nX:1\rY\u2028Z',
  '\u0000\u0007\u001F\u007F',
  'đ'.repeat(200),
  '\u{1F4F0}'.repeat(60),
  `${'x'.repeat(72)}ế${'y'.repeat(80)}`,
  'right to left \u202Egnp.exe',
  '\uD800 half',
  ' leading and trailing ',
];

const meant = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?|\u2028/g, '\n')
    // oxlint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000B-\u001F\u007F]/g, '');

test.each(HOSTILE)('%j is read back as it was written, and adds no line of its own', (text) => {
  const calendar = write({ summary: text, description: text });
  const found = readEvent(calendar);
  expect([found.summary, found.description]).toEqual([meant(text), meant(text)]);
  const begun = calendar.split('\r\n').filter((line) => line.startsWith('BEGIN:'));
  expect(begun).toEqual(['BEGIN:VCALENDAR', 'BEGIN:VEVENT']);
});

test('lines end as the format wants, and have 75 octets at most, each of them whole UTF-8', () => {
  for (const text of HOSTILE) {
    const bytes = new TextEncoder().encode(write({ summary: text, description: text }));
    const lines = Buffer.from(bytes).toString('latin1').split('\r\n');
    expect(lines.at(-1)).toBe('');
    for (const line of lines) {
      expect(line.length).toBeLessThanOrEqual(75);
      expect(line).not.toMatch(/[\r\n]/);
      new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(line, 'latin1'));
    }
  }
});

test('an event lasts its day, keeps nobody busy, and tells its last change', () => {
  const found = readEvent(write());
  expect([found.uid, found.sequence]).toEqual(['2022-12-27.w@dateline', 7]);
  expect([found.startDate.isDate, found.startDate.toString(), found.endDate.toString()]).toEqual([
    true,
    '2022-12-27',
    '2022-12-28',
  ]);
  const valueOf = (name: string) => String(found.component.getFirstPropertyValue(name));
  expect(valueOf('dtstamp')).toBe('2026-03-10T08:00:00Z');
  expect(valueOf('last-modified')).toBe('2026-03-10T08:00:00Z');
  expect(valueOf('transp')).toBe('TRANSPARENT');
  expect(valueOf('url')).toBe('https://news.example/w/w/day/2022-12-27');
  expect(readEvent(write({ day: '9999-12-31' })).startDate.toString()).toBe('9999-12-31');
});

test('the same days are the same bytes, and no days a calendar all the same', () => {
  expect(write()).toBe(write());
  const empty = new ICAL.Component(ICAL.parse(writeCalendar({ name: 'Tin tức', events: [] })));
  expect(empty.getAllSubcomponents()).toEqual([]);
  expect(String(empty.getFirstPropertyValue('x-wr-calname'))).toBe('Tin tức');
  expect(String(empty.getFirstPropertyValue('version'))).toBe('2.0');
});
