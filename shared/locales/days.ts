// The texts of the pages of days, weeks and months, which the extension has no use for.
import type { InterfaceLanguage } from '../schema/text.ts';
import { days as en } from './en/days.ts';
import { days as vi } from './vi/days.ts';

export type DaysTexts = typeof en;

const catalogue: Record<InterfaceLanguage, DaysTexts> = { en, vi };

/** The texts of days, weeks and months in an interface language. */
export const daysTexts = (language: InterfaceLanguage): DaysTexts => catalogue[language];
