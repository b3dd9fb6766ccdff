// The texts of saved searches, which the extension has no use for.
import type { InterfaceLanguage } from '../schema/text.ts';
import { saved as en } from './en/saved.ts';
import { saved as vi } from './vi/saved.ts';

export type SavedTexts = typeof en;

const catalogue: Record<InterfaceLanguage, SavedTexts> = { en, vi };

/** The texts of saved searches in an interface language. */
export const savedTexts = (language: InterfaceLanguage): SavedTexts => catalogue[language];
