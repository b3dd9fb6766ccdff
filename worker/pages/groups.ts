import { texts } from '../../shared/locales/index.ts';
import type { DigestGroup } from '../../shared/schema/digest.ts';
import type { InterfaceLanguage } from '../../shared/schema/text.ts';

/** The name of a category, or null for unsure. */
export const categoryName = (
  category: string | null,
  language: InterfaceLanguage,
): string | null => {
  const names: Readonly<Record<string, string>> = texts(language).pages.categories;
  return (category && names[category]) || null;
};

/** What a group of a digest is called: its category, else the site's own word. */
export const groupName = (
  { category, section }: Pick<DigestGroup, 'category' | 'section'>,
  language: InterfaceLanguage,
): string => categoryName(category, language) ?? section ?? texts(language).pages.noSection;
