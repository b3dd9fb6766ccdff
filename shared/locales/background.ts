// The texts of the extension's background: it starts at every event, and needs few of them.
import type { InterfaceLanguage } from '../schema/text.ts';
import { kept } from './en/kept.ts';
import { menu } from './en/menu.ts';
import { kept as keptVi } from './vi/kept.ts';
import { menu as menuVi } from './vi/menu.ts';

const en = { kept, menu };

const catalogue: Record<InterfaceLanguage, typeof en> = { en, vi: { kept: keptVi, menu: menuVi } };

/** The texts of an interface language. */
export const backgroundTexts = (language: InterfaceLanguage): typeof en => catalogue[language];
