// The texts of looking back, which the extension has no use for.
import type { InterfaceLanguage } from '../schema/text.ts';
import { lookBack as en } from './en/look-back.ts';
import { lookBack as vi } from './vi/look-back.ts';

export type LookBackTexts = typeof en;

const catalogue: Record<InterfaceLanguage, LookBackTexts> = { en, vi };

/** The texts of looking back in an interface language. */
export const lookBackTexts = (language: InterfaceLanguage): LookBackTexts => catalogue[language];
