// The texts of public links, which the extension has no use for.
import type { InterfaceLanguage } from '../schema/text.ts';
import { share as en } from './en/share.ts';
import { share as vi } from './vi/share.ts';

export type ShareTexts = typeof en;

const catalogue: Record<InterfaceLanguage, ShareTexts> = { en, vi };

/** The texts of public links in an interface language. */
export const shareTexts = (language: InterfaceLanguage): ShareTexts => catalogue[language];
