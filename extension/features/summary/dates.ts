// A date of an article as a person reads it: in the interface's language and the reader's zone.
import type { ArticleDate } from '../../../shared/schema/article.ts';
import type { InterfaceLanguage } from '../../../shared/schema/text.ts';
import { DAY_IN_FULL, dayInFull, LOCALES } from '../../lib/days.ts';

const TIME = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

/**
 * A date in full. An instant is told in `zone`; a local time and a day stand as the page wrote
 * them, because nobody knows their zone.
 */
export const dateInFull = (
  date: ArticleDate,
  language: InterfaceLanguage,
  zone: string,
): string => {
  if (date.precision === 'day') return dayInFull(date.value, language);
  const isInstant = date.precision === 'instant';
  const moment = new Date(isInstant ? date.value : `${date.value}Z`);
  const timeZone = isInstant ? zone : 'UTC';
  const locale = LOCALES[language];
  const day = new Intl.DateTimeFormat(locale, { ...DAY_IN_FULL, timeZone }).format(moment);
  const time = new Intl.DateTimeFormat(locale, { ...TIME, timeZone }).format(moment);
  return `${day}, ${time}`;
};
