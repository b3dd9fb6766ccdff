// The texts of guests, who read one collection of a workspace and nothing else.
import type { InterfaceLanguage } from '../schema/text.ts';
import { guests as en } from './en/guests.ts';
import { guests as vi } from './vi/guests.ts';

export type GuestTexts = typeof en;

const catalogue: Record<InterfaceLanguage, GuestTexts> = { en, vi };

/** The texts of guests in an interface language. */
export const guestTexts = (language: InterfaceLanguage): GuestTexts => catalogue[language];
