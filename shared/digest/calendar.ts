// Days as a calendar: iCalendar (RFC 5545). The same days give the same bytes.
import { addDays } from './days.ts';

export interface CalendarEvent {
  /** What names the event for ever. */
  uid: string;
  day: string;
  summary: string;
  description: string;
  url: string;
  /** Goes up with each change of the event. */
  revision: number;
  /** The instant of the last change. */
  updated: string;
}

export interface Calendar {
  name: string;
  events: readonly CalendarEvent[];
}

/** How many octets a line has at most, without its end (3.1). */
const LINE_OCTETS = 75;

const octets = (code: number): number => {
  if (code < 0x80) return 1;
  if (code < 0x8_00) return 2;
  return code < 0x1_00_00 ? 3 : 4;
};
/** No UTF-16 unit has more octets. */
const MOST_OCTETS = 3;

/** A line in parts of at most 75 octets, no character of which is cut; each further one begins with a space. */
const fold = (line: string): string => {
  if (line.length * MOST_OCTETS <= LINE_OCTETS) return line;
  let folded = '';
  let from = 0;
  let length = 0;
  for (let at = 0; at < line.length; at += 1) {
    const code = line.codePointAt(at) ?? 0;
    const size = octets(code);
    if (length + size > LINE_OCTETS) {
      folded += `${line.slice(from, at)}\r\n `;
      from = at;
      length = 1;
    }
    length += size;
    if (code > 0xff_ff) at += 1;
  }
  return folded + line.slice(from);
};

// Signs that no text may have (3.3.11), and the ends of lines that a reader of lines may know beside ours.
// oxlint-disable-next-line no-control-regex
const NOT_TEXT = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g;

const escape = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(NOT_TEXT, '')
    .replace(/[\\;,]/g, String.raw`\$&`)
    .replaceAll('\n', String.raw`\n`);

const compactDay = (day: string): string => day.replaceAll('-', '');
/** `2026-03-10T08:00:00.000Z` as `20260310T080000Z`. */
const compactInstant = (instant: string): string => `${instant.slice(0, 19).replace(/[-:]/g, '')}Z`;

const eventLines = (event: CalendarEvent): string[] => {
  const after = addDays(event.day, 1);
  const changed = compactInstant(event.updated);
  return [
    'BEGIN:VEVENT',
    `UID:${event.uid}`,
    // Without a METHOD it is the instant of the last change, as LAST-MODIFIED is (3.8.7.2).
    `DTSTAMP:${changed}`,
    `LAST-MODIFIED:${changed}`,
    `SEQUENCE:${event.revision}`,
    `DTSTART;VALUE=DATE:${compactDay(event.day)}`,
    // The first day behind it; without one it lasts its day (3.6.1).
    ...(after ? [`DTEND;VALUE=DATE:${compactDay(after)}`] : []),
    `SUMMARY:${escape(event.summary)}`,
    `DESCRIPTION:${escape(event.description)}`,
    `URL:${event.url}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
};

/** A calendar of events that last a day each and keep nobody busy. */
export const writeCalendar = ({ name, events }: Calendar): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Dateline//Dateline//EN',
    'CALSCALE:GREGORIAN',
    // RFC 7986 and what was there before it.
    `NAME:${escape(name)}`,
    `X-WR-CALNAME:${escape(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    ...events.flatMap(eventLines),
    'END:VCALENDAR',
  ]
    .map((line) => `${fold(line)}\r\n`)
    .join('');
