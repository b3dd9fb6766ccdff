// The texts of highlights and notes: apart from the rest, since the script of a clip's page needs no others.
import type { InterfaceLanguage } from '../schema/text.ts';
import { highlight } from './en/highlight.ts';
import { highlight as highlightVi } from './vi/highlight.ts';

export type HighlightTexts = typeof highlight;

const catalogue: Record<InterfaceLanguage, HighlightTexts> = { en: highlight, vi: highlightVi };

/** The texts of highlights and notes in an interface language. */
export const highlightTexts = (language: InterfaceLanguage): HighlightTexts => catalogue[language];
