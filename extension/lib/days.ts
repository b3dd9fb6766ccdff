import type { InterfaceLanguage } from '../../shared/schema/text.ts';

export const LOCALES: Record<InterfaceLanguage, string> = { en: 'en-GB', vi: 'vi-VN' };

export const DAY_IN_FULL = {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
} as const;

/** A calendar day in full, in the interface's language. */
export const dayInFull = (day: string, language: InterfaceLanguage): string =>
  new Intl.DateTimeFormat(LOCALES[language], { ...DAY_IN_FULL, timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );

/** The month of a day with its year, in the interface's language. */
export const monthInFull = (day: string, language: InterfaceLanguage): string => {
  const format = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  const said = new Intl.DateTimeFormat(LOCALES[language], format).format(
    new Date(`${day}T00:00:00Z`),
  );
  return said.charAt(0).toUpperCase() + said.slice(1);
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
