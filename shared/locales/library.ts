// The texts of the library's list, its keys, and its tags and collections: apart from the rest, since the panel has no use for them.
import type { InterfaceLanguage } from '../schema/text.ts';
import { fullness } from './en/fullness.ts';
import { library } from './en/library.ts';
import { names } from './en/names.ts';
import { fullness as fullnessVi } from './vi/fullness.ts';
import { library as libraryVi } from './vi/library.ts';
import { names as namesVi } from './vi/names.ts';

export type LibraryTexts = typeof library & {
  names: typeof names;
  fullness: typeof fullness;
};

const catalogue: Record<InterfaceLanguage, LibraryTexts> = {
  en: { ...library, names, fullness },
  vi: { ...libraryVi, names: namesVi, fullness: fullnessVi },
};

/** The texts of the library's list in an interface language. */
export const libraryTexts = (language: InterfaceLanguage): LibraryTexts => catalogue[language];
