// Days and months in words.
import type { InterfaceLanguage } from '../../shared/schema/text.ts';

const LOCALES: Record<InterfaceLanguage, string> = { en: 'en-GB', vi: 'vi' };

type Said = (day: string, language: InterfaceLanguage) => string;

// One format for each language, kept: making one costs much more than using it, and a calendar uses it for every day.
const said = (optionsIn: (language: InterfaceLanguage) => Intl.DateTimeFormatOptions): Said => {
  const formats = new Map<InterfaceLanguage, Intl.DateTimeFormat>();
  return (day, language) => {
    const format =
      formats.get(language) ??
      new Intl.DateTimeFormat(LOCALES[language], { ...optionsIn(language), timeZone: 'UTC' });
    formats.set(language, format);
    const text = format.format(new Date(`${day}T00:00:00Z`));
    return text.charAt(0).toUpperCase() + text.slice(1);
  };
};

/** 'Tuesday, 27 December 2022', 'Thứ Ba, 27 tháng 12, 2022'. */
export const fullDay = said(() => ({ dateStyle: 'full' }));

/** 'Tuesday 27 Dec', 'Thứ Ba, 27/12'. */
export const shortDay = said((language) => ({
  weekday: 'long',
  day: 'numeric',
  month: language === 'vi' ? 'numeric' : 'short',
}));

/** '27 Dec 2022', '27/12/2022'. */
export const plainDay = said((language) => ({
  day: 'numeric',
  month: language === 'vi' ? 'numeric' : 'short',
  year: 'numeric',
}));

/** 'December', 'Tháng 12'. */
export const monthName = said(() => ({ month: 'long' }));

/** 'December 2022', 'Tháng 12, 2022'. */
export const month: Said = (day, language) =>
  `${monthName(day, language)}${language === 'vi' ? ',' : ''} ${Number(day.slice(0, 4))}`;
