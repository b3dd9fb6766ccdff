// The texts of a clip's page beside its text, which the panel has no use for.
import type { InterfaceLanguage } from '../schema/text.ts';
import { clip } from './en/clip.ts';
import { clip as clipVi } from './vi/clip.ts';

export type ClipTexts = typeof clip;

const catalogue: Record<InterfaceLanguage, ClipTexts> = { en: clip, vi: clipVi };

/** The texts of a clip's page in an interface language. */
export const clipTexts = (language: InterfaceLanguage): ClipTexts => catalogue[language];
