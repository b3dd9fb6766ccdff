// The texts of import, library and export: apart from the rest, since the extension has no use for them
// and the scripts of these pages none for the rest.
import type { InterfaceLanguage } from '../schema/text.ts';
import { imports } from './en/imports.ts';
import { imports as importsVi } from './vi/imports.ts';

export type ImportTexts = typeof imports;

const catalogue: Record<InterfaceLanguage, ImportTexts> = { en: imports, vi: importsVi };

/** The texts of import, library and export in an interface language. */
export const importTexts = (language: InterfaceLanguage): ImportTexts => catalogue[language];
