// The texts of the reader: apart from the rest, for which a clip's page's script has no use.
import type { InterfaceLanguage } from '../schema/text.ts';
import { reader } from './en/reader.ts';
import { reader as readerVi } from './vi/reader.ts';

export type ReaderTexts = typeof reader;

const catalogue: Record<InterfaceLanguage, ReaderTexts> = { en: reader, vi: readerVi };

/** The texts of the reader in an interface language. */
export const readerTexts = (language: InterfaceLanguage): ReaderTexts => catalogue[language];
