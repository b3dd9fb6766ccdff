// The texts of the library's list and its keys: apart from the rest, since the panel has no use for them.
import type { InterfaceLanguage } from '../schema/text.ts';
import { library } from './en/library.ts';
import { library as libraryVi } from './vi/library.ts';

export type LibraryTexts = typeof library;

const catalogue: Record<InterfaceLanguage, LibraryTexts> = { en: library, vi: libraryVi };

/** The texts of the library's list in an interface language. */
export const libraryTexts = (language: InterfaceLanguage): LibraryTexts => catalogue[language];
