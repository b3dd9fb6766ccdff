// The texts of the search, which the extension has no use for.
import type { InterfaceLanguage } from '../schema/text.ts';
import { search as en } from './en/search.ts';
import { search as vi } from './vi/search.ts';

export type SearchTexts = typeof en;

const catalogue: Record<InterfaceLanguage, SearchTexts> = { en, vi };

/** The texts of an interface language. */
export const searchTexts = (language: InterfaceLanguage): SearchTexts => catalogue[language];
