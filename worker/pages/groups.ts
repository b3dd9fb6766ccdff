import { texts } from '../../shared/locales/index.ts';
import type { DigestGroup } from '../../shared/schema/digest.ts';
import type { InterfaceLanguage } from '../../shared/schema/text.ts';

/** What a group of a digest is called: its category, else the site's own word. */
export const groupName = (
  { category, section }: DigestGroup,
  language: InterfaceLanguage,
): string => {
  const { pages: t } = texts(language);
  const names: Readonly<Record<string, string>> = t.categories;
  return (category && names[category]) ?? section ?? t.noSection;
};
