// The texts of the page of the API, which the extension has no use for.
import type { InterfaceLanguage } from '../schema/text.ts';
import { reference as en } from './en/reference.ts';
import { reference as vi } from './vi/reference.ts';

export type ReferenceTexts = typeof en;

const catalogue: Record<InterfaceLanguage, ReferenceTexts> = { en, vi };

/** The texts of the page of the API in an interface language. */
export const referenceTexts = (language: InterfaceLanguage): ReferenceTexts => catalogue[language];
