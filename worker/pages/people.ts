// What people are called on the pages of a workspace.
import { activityTexts } from '../../shared/locales/activity.ts';
import type { InterfaceLanguage } from '../../shared/schema/text.ts';

/** What members are called, by account; '' where they have not told it. */
export type People = ReadonlyMap<string, string>;

/** The name of somebody else, or words for who has not told one or belongs to the workspace no more. */
export const personName = (
  people: People,
  account: string,
  language: InterfaceLanguage,
): string => {
  const t = activityTexts(language);
  const name = people.get(account);
  return name === undefined ? t.left : name || t.somebody;
};
