import type { ClipCard } from '../schema/digest.ts';

/** The site that a clip is of, or the host of its address where the page names none. */
export const siteOf = ({ site, url }: Pick<ClipCard, 'site' | 'url'>): string =>
  site ?? URL.parse(url)?.hostname.replace(/^www\./, '') ?? url;
