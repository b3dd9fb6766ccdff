// What the panel shows of the page in front.
import type { PageReading } from '../../features/capture/read.ts';
import type { Refusal } from '../../features/capture/refusal.ts';
import type { ReadClip } from '../../lib/clip.ts';

/**
 * An article. `behind`: the tab in front may not be read, and nobody asked for that: what was read before is still
 * there. `refusal`: why no extension may; null where asking for it is enough.
 */
export type ArticlePage =
  | Extract<PageReading, { kind: 'article' }>
  | { kind: 'behind'; clip: ReadClip; refusal: Refusal | null };

export type PageState = { kind: 'reading' } | PageReading | ArticlePage | { kind: 'broken' };

/** What can be kept of a page: its article, or for want of one its link. */
export const clipOf = (page: PageState): ReadClip | null => {
  if (page.kind === 'article' || page.kind === 'behind') return page.clip;
  return page.kind === 'no-article' || page.kind === 'refused' ? page.link : null;
};
