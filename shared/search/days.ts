// Days as people write them in a query, and as the index knows them.
import * as v from 'valibot';
import { addDays, addMonths } from '../digest/days.ts';
import { PlainDate } from '../schema/text.ts';
import { foldBare } from '../text/fold.ts';

/** From the first day to the last, both included. */
export interface Days {
  readonly first: string;
  readonly last: string;
}

/** The first and last days that news can have. */
export const FIRST_DAY = '1605-01-01';
export const LAST_DAY = '2199-12-31';

const pad = (value: string, length: number): string => value.padStart(length, '0');

const lastOfMonth = (year: string, month: string): string => {
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return pad(String(last), 2);
};

const daysOf = (year: string, month?: string, day?: string): Days | null => {
  const [first, last] =
    month === undefined
      ? [`${year}-01-01`, `${year}-12-31`]
      : [
          `${year}-${pad(month, 2)}-${pad(day ?? '01', 2)}`,
          `${year}-${pad(month, 2)}-${pad(day ?? lastOfMonth(year, month), 2)}`,
        ];
  return v.is(PlainDate, first) && v.is(PlainDate, last) && first >= FIRST_DAY && last <= LAST_DAY
    ? { first, last }
    : null;
};

const YEAR_FIRST = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/;
const DAY_FIRST = /^(?:(\d{1,2})[-/.])?(\d{1,2})[-/.](\d{4})$/;

const WORDS: ReadonlyMap<string, number> = new Map([
  ['today', 0],
  ['homnay', 0],
  ['yesterday', -1],
  ['homqua', -1],
]);

const AGO =
  /^(\d{1,3})(?:(d|days?|ngay)|(w|weeks?|tuan)|(m|months?|thang)|(y|years?|nam))(?:ago|truoc)?$/;

/** The day so long before today: '7d', '2 weeks', '3 tháng trước', '1y'. */
const dayAgo = (written: string, today: string): string | null => {
  const [, count, days, weeks, months] = AGO.exec(written) ?? [];
  if (count === undefined) return null;
  const back = -Number(count);
  if (days !== undefined) return addDays(today, back);
  if (weeks !== undefined) return addDays(today, back * 7);
  return addMonths(today, months === undefined ? back * 12 : back);
};

/**
 * The days that a value means: '2022', '2022-12', '2022-12-27', '27/12/2022', '12/2022', 'today', 'hôm qua', '7d',
 * '2 tuần'. Null for what means none.
 * @param today the present day, YYYY-MM-DD
 */
export const daysMeant = (value: string, today: string): Days | null => {
  const trimmed = value.trim();
  const yearFirst = YEAR_FIRST.exec(trimmed);
  if (yearFirst) return daysOf(yearFirst[1] ?? '', yearFirst[2], yearFirst[3]);
  const dayFirst = DAY_FIRST.exec(trimmed);
  if (dayFirst) return daysOf(dayFirst[3] ?? '', dayFirst[2], dayFirst[1]);
  const word = foldBare(trimmed).replaceAll(' ', '');
  const back = WORDS.get(word);
  const day = back === undefined ? dayAgo(word, today) : addDays(today, back);
  return day === null || day < FIRST_DAY ? null : { first: day, last: day };
};

/** The days of both, or null where there are none. */
export const daysOfBoth = (one: Days, other: Days): Days | null => {
  const first = one.first > other.first ? one.first : other.first;
  const last = one.last < other.last ? one.last : other.last;
  return first <= last ? { first, last } : null;
};

const LEVELS = [3, 4, 7, 10] as const;
const LETTERS: Readonly<Record<number, string>> = { 3: 'e', 4: 'y', 7: 'm', 10: 'd' };

const wordOf = (start: string): string => `${LETTERS[start.length]}${start.replaceAll('-', '')}`;

/** The words under which a day stands in the index: of its decade, its year, its month and itself. */
export const dayWords = (day: string): readonly string[] =>
  LEVELS.map((length) => wordOf(day.slice(0, length)));

const firstIn = (start: string): string => start + '0000-01-01'.slice(start.length);
const lastIn = (start: string): string =>
  start.length === 7
    ? `${start}-${lastOfMonth(start.slice(0, 4), start.slice(5))}`
    : start + '9999-12-31'.slice(start.length);

/**
 * The words of the index that hold exactly the days of a range: whole decades, years and months where they lie in it,
 * days at its ends. Some 160 at most.
 */
export const rangeWords = ({ first, last }: Days): readonly string[] => {
  const words: string[] = [];
  let day: string | null = first;
  while (day !== null && day <= last) {
    const from = day;
    const widest =
      LEVELS.map((length) => from.slice(0, length)).find(
        (start) => firstIn(start) === from && lastIn(start) <= last,
      ) ?? from;
    words.push(wordOf(widest));
    day = addDays(lastIn(widest), 1);
  }
  return words;
};
