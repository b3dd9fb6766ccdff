// Dates as people and machines write them: 'Thứ 3, 27/12/2022 | 08:05:53', 'December 27, 2022 8:05 AM', ISO 8601.
import { monthNames } from './months.ts';

/** A date as it is written: the wall clock, and the zone where the text gives one. */
export interface WrittenDate {
  /** `YYYY-MM-DD`, a day that exists. */
  readonly day: string;
  /** `HH:MM` or `HH:MM:SS`. */
  readonly time: string | null;
  /** Minutes east of UTC. */
  readonly offset: number | null;
  /** Where it begins in the text. */
  readonly index: number;
}

export interface DateHabits {
  /** Whether 3/4 is the third of April or the fourth of March. */
  readonly order: 'dmy' | 'mdy';
  /** The language whose month names are read besides the English ones. */
  readonly language: string | null;
}

const ZONES: Readonly<Record<string, number>> = {
  z: 0,
  utc: 0,
  gmt: 0,
  wib: 420,
  ict: 420,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  bst: 60,
  cet: 60,
  cest: 120,
  eet: 120,
  eest: 180,
  jst: 540,
  kst: 540,
  sgt: 480,
  hkt: 480,
  aest: 600,
  aedt: 660,
};

const YEAR = String.raw`(?<y>(?:19|20)\d{2})`;
const SHORT_YEAR = String.raw`(?<y>(?:19|20)\d{2}|[0-4]\d)`;
const DAY = String.raw`(?<d>0?[1-9]|[12]\d|3[01])`;
const MONTH = String.raw`(?<m>0?[1-9]|1[0-2])`;
const BEFORE = String.raw`(?<![\d\p{L}/.:-])`;
const AFTER = String.raw`(?![\d/]|[.:-]\d)`;

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const known = new Map<string, readonly RegExp[]>();

const datePatterns = (language: string | null): readonly RegExp[] => {
  const key = language?.split('-')[0] ?? '';
  const cached = known.get(key);
  if (cached) return cached;
  const patterns = patternsIn(language);
  known.set(key, patterns);
  return patterns;
};

const patternsIn = (language: string | null): readonly RegExp[] => {
  const names = [...monthNames(language).keys()].sort((a, b) => b.length - a.length).map(escape);
  const name = `(?<n>${names.join('|')})`;
  return [
    `${BEFORE}${YEAR}-${MONTH}-${DAY}(?!\\d)`,
    `${BEFORE}${YEAR}\\s?[/.-]\\s?${MONTH}\\s?[/.-]\\s?${DAY}${AFTER}`,
    `${BEFORE}(?<a>\\d{1,2})\\s?(?<s>[/.-])\\s?(?<b>\\d{1,2})\\s?\\k<s>\\s?${SHORT_YEAR}${AFTER}`,
    `${YEAR}\\s?[年년]\\s?${MONTH}\\s?[月월]\\s?${DAY}\\s?[日일]`,
    `${BEFORE}${DAY}\\s+tháng\\s+${MONTH}(?:\\s*,\\s*|\\s+năm\\s+|\\s+)${YEAR}${AFTER}`,
    `tháng\\s+${MONTH}\\s+${DAY}\\s*,\\s*${YEAR}${AFTER}`,
    `${BEFORE}${DAY}(?:st|nd|rd|th|er|º|ª|\\.)?[\\s-]*(?:de\\s+|of\\s+)?${name}\\.?,?[\\s-]*(?:de\\s+|del\\s+)?${YEAR}(?!\\d)`,
    `(?<!\\p{L})${name}\\.?\\s*${DAY}(?:st|nd|rd|th)?,?\\s*${YEAR}(?!\\d)`,
    `${BEFORE}${YEAR}\\.?[\\s/-]+(?:m\\.\\s+)?${name}\\.?[\\s/-]+${DAY}(?!\\d)`,
  ].map((source) => new RegExp(source, 'giu'));
};

const CLOCK = String.raw`(?<h>[01]?\d|2[0-3])\s?(?:[:hH]|giờ)\s?(?<min>[0-5]\d)(?:\s?[:']\s?(?<sec>[0-5]\d)(?:[.,]\d+)?)?(?:\s?(?:phút|'))?(?![\d/])\s?(?<half>[ap]\.?m\b\.?|SA\b|CH\b)?`;
const DOTTED = String.raw`(?<=\b(?:um|ore|kl|klo|pukul|às|à|at)\.?\s)(?<h>[01]?\d|2[0-3])\.(?<min>[0-5]\d)(?!\d)|(?<h>[01]?\d|2[0-3])\.(?<min>[0-5]\d)(?=\s?Uhr)`;
const ZONE = String.raw`\s*[(,]?\s*(?:(?:GMT|UTC)\s?(?<sign>[+\-\u2212])\s?(?<zh>0?\d|1[0-4])(?::?(?<zm>[0-5]\d))?(?!\d)|(?<sign>[+-])(?<zh>[01]\d):?(?<zm>[0-5]\d)(?!\d)|(?<zone>Z|UTC|GMT|[A-Z]{3,4})(?![\p{L}]))`;

const clockAfter = new RegExp(`^(?<gap>[^\\d]{0,24}?)(?:${CLOCK}|${DOTTED})`, 'iu');
const clockBefore = new RegExp(`(?<!\\d)${CLOCK}(?<gap>[^\\d]{0,24})$`, 'iu');
const zoneAfter = new RegExp(`^${ZONE}`, 'u');

const pad = (value: number | string): string => String(value).padStart(2, '0');

const existingDay = (year: number, month: number, day: number): string | null => {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return `${year}-${pad(month)}-${pad(day)}`;
};

const dayOf = (
  groups: Readonly<Record<string, string | undefined>>,
  habits: DateHabits,
): string | null => {
  const year = Number(groups['y']?.length === 2 ? `20${groups['y']}` : groups['y']);
  if (groups['a'] !== undefined) {
    const [a, b] = [Number(groups['a']), Number(groups['b'])];
    const [first, second] = habits.order === 'mdy' ? [b, a] : [a, b];
    return existingDay(year, second, first) ?? existingDay(year, first, second);
  }
  const month = groups['n']
    ? monthNames(habits.language).get(groups['n'].toLowerCase())
    : Number(groups['m']);
  return month ? existingDay(year, month, Number(groups['d'])) : null;
};

const timeOf = (groups: Readonly<Record<string, string | undefined>>): string => {
  const half = groups['half']?.toLowerCase().replaceAll('.', '') ?? '';
  const hour = Number(groups['h']);
  const isAfternoon = half === 'pm' || half === 'ch';
  const isMorning = half === 'am' || half === 'sa';
  const hours = isAfternoon && hour < 12 ? hour + 12 : isMorning && hour === 12 ? 0 : hour;
  return [pad(hours), groups['min'], groups['sec']].filter(Boolean).join(':');
};

const offsetIn = (text: string): number | null => {
  const groups = zoneAfter.exec(text)?.groups;
  if (!groups) return null;
  if (groups['zone']) return ZONES[groups['zone'].toLowerCase()] ?? null;
  const minutes = Number(groups['zh']) * 60 + Number(groups['zm'] ?? 0);
  return groups['sign'] === '+' ? minutes : -minutes;
};

interface Clock {
  readonly time: string;
  readonly offset: number | null;
  /** Where its text ends. */
  readonly end: number;
}

// The time of day that belongs to a date from `start` to `end`: right after it, else right before it,
// within the stretch that belongs to no other date.
const clockNear = (
  text: string,
  start: number,
  end: number,
  from: number,
  to: number,
): Clock | null => {
  const rest = text.slice(end, Math.min(to, end + 60));
  const after = clockAfter.exec(rest);
  if (after?.groups) {
    const offset = offsetIn(rest.slice(after[0].length));
    return { time: timeOf(after.groups), offset, end: end + after[0].length };
  }
  const before = clockBefore.exec(text.slice(Math.max(from, start - 40), start));
  if (!before?.groups) return null;
  const gap = before.groups['gap'] ?? '';
  return { time: timeOf(before.groups), offset: offsetIn(gap) ?? offsetIn(rest), end };
};

interface Found {
  readonly day: string;
  readonly index: number;
  readonly end: number;
}

// Every date has a whole year or three numbers in a row; most text has neither.
const MAY_BE_DATE = /(?:19|20)\d\d|\d\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d/;

const daysIn = (text: string, habits: DateHabits): readonly Found[] => {
  const found: Found[] = [];
  for (const pattern of datePatterns(habits.language)) {
    for (const match of text.matchAll(pattern)) {
      const day = dayOf(match.groups ?? {}, habits);
      const end = match.index + match[0].length;
      const isTaken = found.some((other) => match.index < other.end && end > other.index);
      if (day && !isTaken) found.push({ day, index: match.index, end });
    }
  }
  return found.sort((a, b) => a.index - b.index);
};

/** Every date in the first 2,000 units of a text, in the order in which they stand there. */
export const findDates = (text: string, habits: DateHabits): readonly WrittenDate[] => {
  const source = text.slice(0, 2_000);
  if (!MAY_BE_DATE.test(source)) return [];
  const days = daysIn(source, habits);
  let from = 0;
  return days.map(({ day, index, end }, at) => {
    const clock = clockNear(source, index, end, from, days[at + 1]?.index ?? source.length);
    from = clock?.end ?? end;
    return { day, time: clock?.time ?? null, offset: clock?.offset ?? null, index };
  });
};

const COMPACT =
  /^(\d{4})(\d{2})(\d{2})(?:T?([01]\d|2[0-3])([0-5]\d)([0-5]\d)?)?(Z|[+-]\d{2}:?\d{2})?$/;
const SECONDS = /^1\d{9}(\d{3})?$/;

/** The date in a value that is one date: ISO 8601 in all its forms, RFC 2822, seconds since 1970, or as written. */
export const parseDate = (value: string, habits: DateHabits): WrittenDate | null => {
  const text = value.trim();
  if (SECONDS.test(text)) {
    const iso = new Date(Number(text.padEnd(13, '0'))).toISOString();
    return { day: iso.slice(0, 10), time: iso.slice(11, 19), offset: 0, index: 0 };
  }
  const [, year, month, day, hour, minute, second, zone] = COMPACT.exec(text) ?? [];
  if (year) {
    const existing = existingDay(Number(year), Number(month), Number(day));
    const time = hour ? [hour, minute, second].filter(Boolean).join(':') : null;
    if (!existing) return null;
    return { day: existing, time, offset: zone ? offsetIn(zone) : null, index: 0 };
  }
  return findDates(text.slice(0, 100), habits)[0] ?? null;
};
