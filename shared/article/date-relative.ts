// Dates that a page tells by how long ago they are: '3 giờ trước', 'hôm qua', 'vor zwei Tagen'.
import type { Page } from './page.ts';
import { elementsNear, isWithin, shortText } from './place.ts';
import type { Headline } from './title.ts';
import { offsetOfInstant } from './zones.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^(?:phút|min|минут|分|분)/iu, MINUTE],
  [
    /^(?:giờ|tiếng|hours?|hrs?|h$|stunde|std|heure|hora|or[ae]|uur|час|小时|小時|時間|시간)/iu,
    HOUR,
  ],
  [/^(?:ngày|days?|d$|tag|jour|d[ií]a|giorn|dag|дн|день|天|日|일)/iu, DAY],
  [/^(?:tuần|week|woche|semaine|semana|settiman|недел|周|週|주)/iu, 7 * DAY],
];
// What counts in words is one, or few.
const COUNTS = [
  '',
  'một a an one einer einem une un una uma um een',
  'hai two zwei',
  'ba three drei',
];

const countOf = (said: string): number =>
  /^\d/.test(said)
    ? Number(said)
    : COUNTS.findIndex((words) => words.split(' ').includes(said.toLowerCase()));

const COUNT = String.raw`(?<count>\d{1,2}|\p{L}{1,5})`;
const UNIT = String.raw`\s?(?<unit>\p{L}{1,10})\.?`;
// The number comes before the word for the past, or after it.
const AGO = [
  new RegExp(
    String.raw`(?<![\p{L}\d])${COUNT}${UNIT}\s(?:trước|ago|fa|geleden|atrás|назад)(?!\p{L})`,
    'iu',
  ),
  new RegExp(String.raw`(?<!\p{L})(?:vor|il y a|hace|há)\s${COUNT}${UNIT}(?!\p{L})`, 'iu'),
  /(?<count>\d{1,2})\s?(?<unit>分|小时|小時|時間|天|日|周|週|분|시간|일|주)\s?(?:钟|鐘|間)?\s?(?:前|전)/u,
];
const YESTERDAY =
  /^[^\p{L}]*(?:hôm qua|yesterday|gestern|hier|ayer|ontem|ieri|gisteren|вчера|昨天|昨日|어제)(?!\p{L})/iu;
const TODAY =
  /^[^\p{L}]*(?:hôm nay|today|heute|aujourd[’']hui|hoy|hoje|oggi|vandaag|сегодня|今天|今日|오늘)(?!\p{L})/iu;

const MAX_LINE = 60;
const REACH = 600;
const OTHERS =
  'nav, footer, aside, li, [class*="related" i], [class*="comment" i], [class*="sidebar" i]';

/** How many milliseconds ago a line says that something was, or null. */
export const timeAgo = (line: string): number | null => {
  if (YESTERDAY.test(line)) return DAY;
  if (TODAY.test(line)) return 0;
  for (const pattern of AGO) {
    const { count = '', unit = '' } = pattern.exec(line)?.groups ?? {};
    const number = count === '' ? -1 : countOf(count);
    const length = UNITS.find(([name]) => name.test(unit))?.[1];
    if (number >= 0 && length !== undefined) return number * length;
  }
  return null;
};

/**
 * The day that the first line under the headline names by how long ago it is.
 *
 * @param seenAt When the page was read, in milliseconds since 1970.
 * @param zone The page's IANA zone, or null for UTC.
 * @returns `YYYY-MM-DD`, or null without such a line.
 */
export const relativeDay = (
  page: Page,
  headline: Headline,
  seenAt: number,
  zone: string | null,
): string | null => {
  const from = headline.element;
  if (!from) return null;
  for (const { element } of elementsNear(page.stretches, from, 'after', REACH)) {
    const line = shortText(element, MAX_LINE);
    const ago = line === null || isWithin(element, OTHERS, from) ? null : timeAgo(line);
    if (ago === null) continue;
    const then = seenAt - ago;
    const offset = zone === null ? 0 : offsetOfInstant(zone, then);
    return new Date(then + offset * MINUTE).toISOString().slice(0, 10);
  }
  return null;
};
