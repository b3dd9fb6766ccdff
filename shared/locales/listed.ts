// The texts of the extension's list of a library: apart from the rest, since the panel has no use for them.
import type { InterfaceLanguage } from '../schema/text.ts';
import { listed as en } from './en/listed.ts';
import { listed as vi } from './vi/listed.ts';

export type ListedTexts = typeof en;

const catalogue: Record<InterfaceLanguage, ListedTexts> = { en, vi };

/** The texts of the extension's list in an interface language. */
export const listedTexts = (language: InterfaceLanguage): ListedTexts => catalogue[language];
