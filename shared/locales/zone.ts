// The texts of changing the zone, which the extension has no use for.
import type { InterfaceLanguage } from '../schema/text.ts';
import { zone as en } from './en/zone.ts';
import { zone as vi } from './vi/zone.ts';

export type ZoneTexts = typeof en;

const catalogue: Record<InterfaceLanguage, ZoneTexts> = { en, vi };

/** The texts of changing the zone in an interface language. */
export const zoneTexts = (language: InterfaceLanguage): ZoneTexts => catalogue[language];
