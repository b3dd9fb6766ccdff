// The primitives of the contract: every string, address and date that comes from outside passes through one of these.
import * as v from 'valibot';
import { oneLine } from '../text/clean.ts';

// Without its slashes, `https:a/b` is relative on a page that came by https: a link into our own site.
const isHttpUrl = (value: string): boolean => /^https?:\/\//i.test(value) && URL.canParse(value);

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

const isPlainDate = (value: string): boolean => {
  const [year = 0, month = 0, day = 0] = value.split('-').map(Number);
  const last = month === 2 && isLeap(year) ? 29 : (DAYS[month - 1] ?? 0);
  // No calendar has a year 0.
  return year >= 1 && day >= 1 && day <= last;
};

/** Text that any store and any XML reader can hold: well-formed UTF-16 without NUL, at most `max` UTF-16 units. */
export const text = (max: number) =>
  v.pipe(
    v.string(),
    v.maxLength(max),
    v.check((value) => value.isWellFormed() && !value.includes('\0'), 'well-formed text, no NUL'),
  );

/** Text that says something: as `text`, and not only white space. */
export const filled = (max: number) =>
  v.pipe(
    text(max),
    v.check((value) => value.trim() !== '', 'not blank'),
  );

// What turns the order of the text beside it too (UAX #9): embeddings, overrides, isolates, and what ends them. A page shows
// each text isolated; one that ends an isolate itself gets out of it, and a window's title or a feed cannot isolate.
const TURNING = /[\u202A-\u202E\u2066-\u2069]/g;

const withoutTurning = v.transform((value: string) => value.replace(TURNING, ''));

const notBlank = v.check((value: string) => value.trim() !== '', 'not blank');

/** Text that a person wrote, of more than one line where it has to be: as `text`, and it turns no order but its own. */
export const prose = (max: number) => v.pipe(text(max), withoutTurning);

/** What something from outside is called there: as `filled`, and it turns no order but its own. */
export const titled = (max: number) => v.pipe(prose(max), notBlank);

/**
 * What a person calls something here, themselves too; it may say nothing: one line, without controls and what has neither
 * room nor sound. Joiners stay, which languages write with. Composed, a letter may be longer than it was: it is measured again.
 */
export const anyName = (max: number) => v.pipe(text(max), v.transform(oneLine), v.maxLength(max));

/** The same that says something. */
export const called = (max: number) => v.pipe(anyName(max), notBlank);

/** An absolute http(s) address of at most 2,048 units; `javascript:`, `data:` and the like are refused. */
export const HttpUrl = v.pipe(
  text(2048),
  v.check(isHttpUrl, 'an http or https address'),
  v.metadata({ format: 'uri' }),
);

/** A UUID version 7 (RFC 9562, 5.7), lower case. */
export const UuidV7 = v.pipe(
  v.string(),
  v.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
);

/** A day of the Gregorian calendar, `YYYY-MM-DD`, that exists: 2022-02-30 and the year 0000 are refused. */
export const PlainDate = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}$/),
  v.check(isPlainDate, 'a day that exists'),
);

/** A local date and time without zone, `YYYY-MM-DDTHH:MM[:SS]`. */
export const LocalTime = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/),
  v.check((value) => isPlainDate(value.slice(0, 10)), 'a day that exists'),
);

/** An instant as RFC 3339 with `Z` or an offset. */
export const Instant = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/),
  v.check(
    (value) => isPlainDate(value.slice(0, 10)) && !Number.isNaN(Date.parse(value)),
    'an instant that exists',
  ),
);

const isZone = (value: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};

/** An IANA time zone name that this engine knows, like `Asia/Ho_Chi_Minh`. */
export const Zone = v.pipe(v.string(), v.maxLength(64), v.check(isZone, 'an IANA time zone'));

/** A language tag (BCP 47) in canonical form, like `vi` or `pt-BR`. */
export const LanguageTag = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}$/),
  v.maxLength(35),
);

/** The languages that the interface speaks. */
export const InterfaceLanguage = v.picklist(['en', 'vi']);
export type InterfaceLanguage = v.InferOutput<typeof InterfaceLanguage>;
