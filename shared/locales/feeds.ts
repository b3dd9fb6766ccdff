// The texts of feeds and of their list, which the extension has no use for.
import type { InterfaceLanguage } from '../schema/text.ts';
import { feeds as en } from './en/feeds.ts';
import { feeds as vi } from './vi/feeds.ts';

export type FeedTexts = typeof en;

const catalogue: Record<InterfaceLanguage, FeedTexts> = { en, vi };

/** The texts of feeds in an interface language. */
export const feedTexts = (language: InterfaceLanguage): FeedTexts => catalogue[language];
