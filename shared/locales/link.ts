// The texts of the page on which a shared address is kept.
import type { InterfaceLanguage } from '../schema/text.ts';
import { link as en } from './en/link.ts';
import { link as vi } from './vi/link.ts';

export type LinkTexts = typeof en;

const catalogue: Record<InterfaceLanguage, LinkTexts> = { en, vi };

/** The texts of an interface language. */
export const linkTexts = (language: InterfaceLanguage): LinkTexts => catalogue[language];
