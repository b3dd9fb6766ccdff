// Which time zone a page's clock shows, as far as its country and its language tell.
import type { Page } from './page.ts';

// Countries with one zone (overseas parts aside), by their top-level domain.
const COUNTRIES: Readonly<Record<string, string>> = {
  ae: 'Asia/Dubai',
  at: 'Europe/Vienna',
  bd: 'Asia/Dhaka',
  be: 'Europe/Brussels',
  bg: 'Europe/Sofia',
  ch: 'Europe/Zurich',
  cn: 'Asia/Shanghai',
  cz: 'Europe/Prague',
  de: 'Europe/Berlin',
  dk: 'Europe/Copenhagen',
  ee: 'Europe/Tallinn',
  eg: 'Africa/Cairo',
  fi: 'Europe/Helsinki',
  fr: 'Europe/Paris',
  gr: 'Europe/Athens',
  hk: 'Asia/Hong_Kong',
  hr: 'Europe/Zagreb',
  hu: 'Europe/Budapest',
  ie: 'Europe/Dublin',
  il: 'Asia/Jerusalem',
  in: 'Asia/Kolkata',
  is: 'Atlantic/Reykjavik',
  it: 'Europe/Rome',
  jp: 'Asia/Tokyo',
  ke: 'Africa/Nairobi',
  kh: 'Asia/Phnom_Penh',
  kr: 'Asia/Seoul',
  la: 'Asia/Vientiane',
  lk: 'Asia/Colombo',
  lt: 'Europe/Vilnius',
  lu: 'Europe/Luxembourg',
  lv: 'Europe/Riga',
  my: 'Asia/Kuala_Lumpur',
  ng: 'Africa/Lagos',
  nl: 'Europe/Amsterdam',
  no: 'Europe/Oslo',
  np: 'Asia/Kathmandu',
  ph: 'Asia/Manila',
  pk: 'Asia/Karachi',
  pl: 'Europe/Warsaw',
  ro: 'Europe/Bucharest',
  rs: 'Europe/Belgrade',
  se: 'Europe/Stockholm',
  sg: 'Asia/Singapore',
  si: 'Europe/Ljubljana',
  sk: 'Europe/Bratislava',
  th: 'Asia/Bangkok',
  tr: 'Europe/Istanbul',
  tw: 'Asia/Taipei',
  ua: 'Europe/Kyiv',
  uk: 'Europe/London',
  vn: 'Asia/Ho_Chi_Minh',
  za: 'Africa/Johannesburg',
};

// Languages whose readers all keep one zone.
const LANGUAGES: Readonly<Record<string, string>> = {
  bg: 'Europe/Sofia',
  cs: 'Europe/Prague',
  da: 'Europe/Copenhagen',
  de: 'Europe/Berlin',
  el: 'Europe/Athens',
  et: 'Europe/Tallinn',
  fi: 'Europe/Helsinki',
  he: 'Asia/Jerusalem',
  hu: 'Europe/Budapest',
  is: 'Atlantic/Reykjavik',
  it: 'Europe/Rome',
  ja: 'Asia/Tokyo',
  ko: 'Asia/Seoul',
  lt: 'Europe/Vilnius',
  lv: 'Europe/Riga',
  nl: 'Europe/Amsterdam',
  nb: 'Europe/Oslo',
  no: 'Europe/Oslo',
  pl: 'Europe/Warsaw',
  ro: 'Europe/Bucharest',
  sk: 'Europe/Bratislava',
  sl: 'Europe/Ljubljana',
  th: 'Asia/Bangkok',
  tr: 'Europe/Istanbul',
  vi: 'Asia/Ho_Chi_Minh',
};

// Country domains that are used for what they spell.
const GENERIC = /^(ai|am|app|be|cc|co|eu|fm|gg|io|is|la|ly|me|news|to|tv|ws)$/;

// Countries with several zones, the most populous first.
const MULTIPLE: Readonly<Record<string, readonly string[]>> = {
  au: ['Australia/Sydney', 'Australia/Adelaide', 'Australia/Perth'],
  br: ['America/Sao_Paulo', 'America/Manaus'],
  ca: [
    'America/Toronto',
    'America/Winnipeg',
    'America/Edmonton',
    'America/Vancouver',
    'America/Halifax',
  ],
  us: ['America/New_York', 'America/Chicago', 'America/Denver', 'America/Los_Angeles'],
};

export interface PageZones {
  /** The zone of the page's country or language, or null where they leave a choice. */
  readonly certain: string | null;
  /** The zones of its country, the likeliest first, where there are several. */
  readonly possible: readonly string[];
}

const certainZone = (domain: string, language: string | null): string | null => {
  const country = COUNTRIES[domain];
  if (country && !GENERIC.test(domain)) return country;
  const byLanguage = LANGUAGES[language?.split('-')[0] ?? ''];
  if (byLanguage) return byLanguage;
  // A region in the language tag is often the template's: it counts only where no country domain contradicts.
  if (domain.length === 2 && !GENERIC.test(domain)) return null;
  return COUNTRIES[regionOf(language)] ?? null;
};

// The region of a language tag as a country's domain.
const regionOf = (language: string | null): string => {
  const region = language?.split('-').find((part) => /^[A-Z]{2}$/.test(part)) ?? '';
  return region === 'GB' ? 'uk' : region.toLowerCase();
};

/** Which IANA zones the page's own times can be in. */
export const pageZones = (page: Page, language: string | null): PageZones => {
  const domain = page.url.hostname.split('.').at(-1) ?? '';
  const isEnglish = language === null || language.startsWith('en');
  const country = [domain, regionOf(language), isEnglish ? 'us' : ''].find(
    (each) => each in MULTIPLE,
  );
  return {
    certain: certainZone(domain, language),
    possible: country === undefined ? [] : (MULTIPLE[country] ?? []),
  };
};

const clocks = new Map<string, Intl.DateTimeFormat>();

const clockOf = (zone: string): Intl.DateTimeFormat => {
  const known = clocks.get(zone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  clocks.set(zone, clock);
  return clock;
};

/** Minutes east of UTC in `zone` at a moment given in milliseconds since 1970. */
const offsetAt = (zone: string, moment: number): number => {
  const parts = clockOf(zone).formatToParts(moment);
  const part = (type: string): number => Number(parts.find((each) => each.type === type)?.value);
  const wall = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return Math.round((wall - moment) / 60_000);
};

/** Minutes east of UTC in `zone` at a wall-clock time, itself given as if it were UTC, in milliseconds. */
export const offsetOfWall = (zone: string, wall: number): number => {
  const first = offsetAt(zone, wall);
  return offsetAt(zone, wall - first * 60_000);
};

/** Minutes east of UTC in `zone` at an instant, in milliseconds since 1970. */
export const offsetOfInstant = (zone: string, instant: number): number => offsetAt(zone, instant);
