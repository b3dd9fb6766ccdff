// What is put on a page's clip before it is kept: as chosen, else as usual for its site.
import type { Article } from '../../../shared/schema/article.ts';
import type { Filing } from '../../../shared/schema/filing.ts';
import { placementOf } from '../../lib/placements.ts';
import { filingDrafts } from '../../lib/storage.ts';

/** So many pages are remembered; the first goes first. */
const MAX_DRAFTS = 50;

/** Where the clip of an article will be put. */
export const chosenFiling = async ({
  url,
  canonicalUrl,
}: Pick<Article, 'url' | 'canonicalUrl'>): Promise<Filing> => {
  const draft = (await filingDrafts.get()).find(({ page }) => page === canonicalUrl);
  if (draft) return draft.filing;
  return { tags: [], collections: (await placementOf(url))?.collections ?? [] };
};

/** Remembers where the clip of a canonical URL is to be put, until the browser ends. */
export const chooseFiling = (url: string, filing: Filing): Promise<void> =>
  navigator.locks.request('filings', async () => {
    const others = (await filingDrafts.get()).filter(({ page }) => page !== url);
    await filingDrafts.set([...others, { page: url, filing }].slice(-MAX_DRAFTS));
  });
