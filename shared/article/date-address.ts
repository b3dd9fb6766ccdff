// The day in an article's address: /2022/12/27/, /2022/dec/27/, -20221227080553.htm, /27-12-2022/.
import { type DateHabits, findDates } from './date-text.ts';

const SEGMENTS = /\/(?<y>(?:19|20)\d{2})\/(?<m>\d{1,2}|[a-z]{3})\/(?<d>\d{1,2})(?=\/|$|-)/i;
const DASHED = /(?<!\d)(?<y>(?:19|20)\d{2})[-_](?<m>\d{2})[-_](?<d>\d{2})(?!\d)/;
const REVERSED = /(?<!\d)(?<d>\d{2})[-_.](?<m>\d{2})[-_.](?<y>(?:19|20)\d{2})(?!\d)/;
// Alone, or as the beginning of a timestamp down to seconds or milliseconds.
const DIGITS =
  /(?<!\d)(?<y>(?:19|20)\d{2})(?<m>0[1-9]|1[0-2])(?<d>0[1-9]|[12]\d|3[01])(?=(?:\d{4}|\d{6}|\d{9})?(?!\d))/;

/** `YYYY-MM-DD`, or null where the path holds no whole day. */
export const dayInAddress = (url: URL, habits: DateHabits): string | null => {
  // An archive's address holds the day of its copy, and then the article's own address.
  const path = url.pathname.split(/https?:\/+/).at(-1) ?? '';
  for (const pattern of [SEGMENTS, DASHED, DIGITS, REVERSED]) {
    const { y, m, d } = pattern.exec(path)?.groups ?? {};
    if (!y || !m || !d) continue;
    const written = /\d/.test(m) ? `${y}-${m}-${d}` : `${d} ${m} ${y}`;
    const day = findDates(written, habits)[0]?.day;
    if (day) return day;
  }
  return null;
};
