// A clip as its reader set it right, and the drafts of what is not yet kept.
import { fitArticle } from '../../../shared/article/fit.ts';
import { withoutTracking } from '../../../shared/article/address.ts';
import type { Block } from '../../../shared/schema/block.ts';
import { type Correction, correctionBetween } from '../../../shared/schema/correction.ts';
import type { Edit } from '../../../shared/schema/edit.ts';
import type { ReadClip } from '../../lib/clip.ts';
import { loadReading } from '../../lib/reading.ts';
import { correctionDrafts } from '../../lib/storage.ts';
import { FIELDS } from './written.ts';

/** What a reader says of a page, in place of what was read off it. */
export interface OwnWords {
  correction: Correction;
  /** The body that was selected in the page; null where it is the page's own. */
  blocks: Block[] | null;
}

/** What the reader of a clip has said of its page. */
export const ownWordsOf = ({ article, chosen, asRead, isSelection }: ReadClip): OwnWords => ({
  correction: {
    ...(asRead && correctionBetween(asRead.article, article)),
    ...(chosen !== undefined && { category: chosen }),
  },
  blocks: isSelection ? article.blocks : null,
});

/** A clip with the reader's own words, in place of those that it had; without any the page has its own back. */
export const correctClip = async (
  clip: ReadClip,
  { correction, blocks }: OwnWords,
): Promise<ReadClip> => {
  const { category: chosen, ...words } = correction;
  const { categoriseArticle, summarise } = await loadReading();
  const { id, capturedAt, lead, extraction } = clip;
  const same = { id, capturedAt, ...(lead && { lead }), ...(extraction && { extraction }) };
  const asRead = clip.asRead ?? { article: clip.article, summary: clip.summary };
  if (Object.keys(correction).length === 0 && !blocks)
    return { ...same, ...asRead, told: categoriseArticle(asRead.article) };
  const body = blocks && { blocks, truncated: false };
  const article = fitArticle({ ...asRead.article, ...body, ...words });
  const isSummedUp =
    article.title === asRead.article.title && article.blocks === asRead.article.blocks;
  const summary = isSummedUp ? asRead.summary : summarise(article);
  const told = categoriseArticle(article);
  const corrected = { ...same, article, summary, told, asRead, isSelection: blocks !== null };
  return chosen === undefined ? corrected : { ...corrected, chosen };
};

// Of another section the library looks up anew what it is about.
const said = (before: ReadClip, after: ReadClip): Pick<Correction, 'category'> => {
  if (after.chosen === before.chosen) return {};
  if (after.chosen !== undefined) return { category: after.chosen };
  const isElsewhere = after.article.section.join('\n') !== before.article.section.join('\n');
  return isElsewhere ? {} : { category: 'auto' };
};

/** What another version of a clip changes of it; null where that is nothing. */
export const editBetween = (before: ReadClip, after: ReadClip): Edit | null => {
  const correction = {
    ...correctionBetween(before.article, after.article),
    ...said(before, after),
  };
  const { blocks, truncated } = after.article;
  // The same text is the same list: nobody copies it.
  if (blocks !== before.article.blocks)
    return { correction, text: { blocks, truncated, summary: after.summary } };
  return Object.keys(correction).length > 0 ? { correction } : null;
};

/** The fields that the reader has set right. */
export const correctedFields = (clip: ReadClip): (typeof FIELDS)[number][] => {
  const { category = 'auto', ...words } = ownWordsOf(clip).correction;
  return FIELDS.filter((field) => (field === 'category' ? category !== 'auto' : field in words));
};

/** So many drafts are remembered, and so many with a body of their own; the oldest goes first. */
const MAX_DRAFTS = 50;
const MAX_BODIES = 4;

/**
 * What a draft belongs to. The address that was open counts too: a page that stays in place while its
 * article changes may go on naming the canonical address of the first one.
 */
export const pageOf = ({ article }: ReadClip): string =>
  JSON.stringify([article.canonicalUrl, withoutTracking(article.url)]);

/** Whether two reads are of the same page. */
export const isSamePage = (one: ReadClip, other: ReadClip): boolean =>
  pageOf(one) === pageOf(other);

/** A clip that was just read, with what its reader has set right of that page before. */
export const withDraft = async (clip: ReadClip): Promise<ReadClip> => {
  const page = pageOf(clip);
  // A page is shown all the same where nothing can be remembered.
  const drafts = await correctionDrafts.get().catch(() => []);
  const draft = drafts.find((one) => one.page === page);
  return draft ? correctClip(clip, draft) : clip;
};

/** Remembers what a reader has set right of a page, until the browser ends. */
export const keepDraft = (clip: ReadClip): Promise<void> =>
  navigator.locks.request('corrections', async () => {
    const page = pageOf(clip);
    const others = (await correctionDrafts.get()).filter((one) => one.page !== page);
    const drafts = clip.asRead ? [...others, { page, ...ownWordsOf(clip) }] : others;
    const bodies = new Set(drafts.filter(({ blocks }) => blocks).slice(-MAX_BODIES));
    await correctionDrafts.set(
      drafts.filter((draft) => !draft.blocks || bodies.has(draft)).slice(-MAX_DRAFTS),
    );
  });
