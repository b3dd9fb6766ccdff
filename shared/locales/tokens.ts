// The texts of pairing and of the tokens of one's account.
import type { InterfaceLanguage } from '../schema/text.ts';
import { tokens as en } from './en/tokens.ts';
import { tokens as vi } from './vi/tokens.ts';

export type TokenTexts = typeof en;

const catalogue: Record<InterfaceLanguage, TokenTexts> = { en, vi };

/** The texts of pairing and of tokens in an interface language. */
export const tokenTexts = (language: InterfaceLanguage): TokenTexts => catalogue[language];
