// The texts of the trash, which the extension has no use for.
import type { InterfaceLanguage } from '../schema/text.ts';
import { trash } from './en/trash.ts';
import { trash as trashVi } from './vi/trash.ts';

export type TrashTexts = typeof trash;

const catalogue: Record<InterfaceLanguage, TrashTexts> = { en: trash, vi: trashVi };

/** The texts of the trash in an interface language. */
export const trashTexts = (language: InterfaceLanguage): TrashTexts => catalogue[language];
