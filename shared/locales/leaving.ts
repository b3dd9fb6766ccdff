// The texts of what is said before somebody leaves or is removed, and before a workspace or an account is deleted.
import type { InterfaceLanguage } from '../schema/text.ts';
import { leaving as en } from './en/leaving.ts';
import { leaving as vi } from './vi/leaving.ts';

export type LeavingTexts = typeof en;

const catalogue: Record<InterfaceLanguage, LeavingTexts> = { en, vi };

/** The texts of leaving and deleting in an interface language. */
export const leavingTexts = (language: InterfaceLanguage): LeavingTexts => catalogue[language];
