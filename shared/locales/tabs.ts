// The texts of the page that keeps all tabs, which nothing else loads.
import type { InterfaceLanguage } from '../schema/text.ts';
import { tabs as en } from './en/tabs.ts';
import { tabs as vi } from './vi/tabs.ts';

export type TabsTexts = typeof en;

const catalogue: Record<InterfaceLanguage, TabsTexts> = { en, vi };

/** The texts of an interface language. */
export const tabsTexts = (language: InterfaceLanguage): TabsTexts => catalogue[language];
