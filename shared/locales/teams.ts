// The texts of workspaces, their members and invites, which the extension has no use for.
import type { InterfaceLanguage } from '../schema/text.ts';
import { teams as en } from './en/teams.ts';
import { teams as vi } from './vi/teams.ts';

export type TeamTexts = typeof en;

const catalogue: Record<InterfaceLanguage, TeamTexts> = { en, vi };

/** The texts of teams in an interface language. */
export const teamTexts = (language: InterfaceLanguage): TeamTexts => catalogue[language];
