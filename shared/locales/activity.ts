// The texts of what people of a team do together: who did something, what is new, copies into another library.
import type { InterfaceLanguage } from '../schema/text.ts';
import { activity } from './en/activity.ts';
import { activity as activityVi } from './vi/activity.ts';

export type ActivityTexts = typeof activity;

const catalogue: Record<InterfaceLanguage, ActivityTexts> = { en: activity, vi: activityVi };

/** The texts of a team's life in an interface language. */
export const activityTexts = (language: InterfaceLanguage): ActivityTexts => catalogue[language];
