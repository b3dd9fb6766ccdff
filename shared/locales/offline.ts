// The texts of what the pages show without a network, which nothing else loads.
import type { InterfaceLanguage } from '../schema/text.ts';
import { offline as en } from './en/offline.ts';
import { offline as vi } from './vi/offline.ts';

export type OfflineTexts = typeof en;

const catalogue: Record<InterfaceLanguage, OfflineTexts> = { en, vi };

/** The texts of an interface language. */
export const offlineTexts = (language: InterfaceLanguage): OfflineTexts => catalogue[language];
