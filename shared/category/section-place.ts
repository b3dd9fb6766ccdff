// By which names a section of a site is known again.
import type { Article } from '../schema/article.ts';
import type { SectionPlace } from '../schema/section-category.ts';
import { fold } from '../text/fold.ts';

/**
 * The section of its site that an article stands in: host of the address that stands for the article,
 * without www, and path, whatever its case and signs. Null where it stands in none.
 */
export const sectionPlace = ({
  canonicalUrl,
  section,
}: Pick<Article, 'canonicalUrl' | 'section'>): SectionPlace | null => {
  const path = section.map(fold).filter((part) => part !== '');
  if (path.length === 0) return null;
  const site = new URL(canonicalUrl).hostname.replace(/^www\./, '');
  return { site, section: path.join(' > ') };
};
