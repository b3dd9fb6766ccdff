import type { ArticleDate } from '../../shared/schema/article.ts';
import type { InterfaceLanguage } from '../../shared/schema/text.ts';

export const LOCALES: Record<InterfaceLanguage, string> = { en: 'en-GB', vi: 'vi-VN' };

export const DAY_IN_FULL = {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
} as const;

const MONTH_IN_FULL = { month: 'long', year: 'numeric' } as const;

// Kept: making one costs many times as much as using it, and a calendar says every day of a month.
const formats = new Map<string, Intl.DateTimeFormat>();

const wanted = {
  day: () => DAY_IN_FULL,
  month: () => MONTH_IN_FULL,
  // '27/12/2022' in Vietnamese, where a month has a number and no name.
  short: (language: InterfaceLanguage) =>
    ({
      day: 'numeric',
      month: language === 'vi' ? 'numeric' : 'short',
      year: 'numeric',
    }) as const,
};

const said = (day: string, language: InterfaceLanguage, parts: keyof typeof wanted): string => {
  const key = `${language} ${parts}`;
  const format =
    formats.get(key) ??
    new Intl.DateTimeFormat(LOCALES[language], { ...wanted[parts](language), timeZone: 'UTC' });
  formats.set(key, format);
  return format.format(new Date(`${day}T00:00:00Z`));
};

/** A calendar day in full, in the interface's language. */
export const dayInFull = (day: string, language: InterfaceLanguage): string =>
  said(day, language, 'day');

/** A calendar day among other words, in the interface's language. */
export const dayInShort = (day: string, language: InterfaceLanguage): string =>
  said(day, language, 'short');

/** The month of a day with its year, in the interface's language. */
export const monthInFull = (day: string, language: InterfaceLanguage): string => {
  const month = said(day, language, 'month');
  return month.charAt(0).toUpperCase() + month.slice(1);
};

/** An instant as day and time in a zone, in the interface's language. */
export const momentInFull = (instant: Date, language: InterfaceLanguage, zone: string): string =>
  new Intl.DateTimeFormat(LOCALES[language], {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: zone,
  }).format(instant);

/** The calendar day of an instant in a zone, `YYYY-MM-DD`. */
export const dayOf = (instant: Date, zone: string): string =>
  // Swedish writes dates as ISO 8601 does.
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(instant);

/** The calendar day of an article's date as it is shown in a zone, `YYYY-MM-DD`. */
export const dayShown = (date: ArticleDate, zone: string): string =>
  date.precision === 'instant' ? dayOf(new Date(date.value), zone) : date.value.slice(0, 10);
