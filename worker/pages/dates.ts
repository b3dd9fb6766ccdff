// Days and months in words.
import type { InterfaceLanguage } from '../../shared/schema/text.ts';

const LOCALES: Record<InterfaceLanguage, string> = { en: 'en-GB', vi: 'vi' };

const format = (
  day: string,
  language: InterfaceLanguage,
  options: Intl.DateTimeFormatOptions,
): string => {
  const text = new Intl.DateTimeFormat(LOCALES[language], { ...options, timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
  return text.charAt(0).toUpperCase() + text.slice(1);
};

/** 'Tuesday, 27 December 2022', 'Thứ Ba, 27 tháng 12, 2022'. */
export const fullDay = (day: string, language: InterfaceLanguage): string =>
  format(day, language, { dateStyle: 'full' });

/** 'Tuesday 27 Dec', 'Thứ Ba, 27/12'. */
export const shortDay = (day: string, language: InterfaceLanguage): string =>
  format(day, language, {
    weekday: 'long',
    day: 'numeric',
    month: language === 'vi' ? 'numeric' : 'short',
  });

/** '27 Dec 2022', '27/12/2022'. */
export const plainDay = (day: string, language: InterfaceLanguage): string =>
  format(day, language, {
    day: 'numeric',
    month: language === 'vi' ? 'numeric' : 'short',
    year: 'numeric',
  });

/** 'December', 'Tháng 12'. */
export const monthName = (day: string, language: InterfaceLanguage): string =>
  format(day, language, { month: 'long' });

/** 'December 2022', 'Tháng 12, 2022'. */
export const month = (day: string, language: InterfaceLanguage): string =>
  `${monthName(day, language)}${language === 'vi' ? ',' : ''} ${Number(day.slice(0, 4))}`;
