// Saving what the reader marks: shown from then on, and sent behind the keep that it belongs to.
import { KEEP_VERSION } from '../../../shared/schema/keep.ts';
import { type Mark, markOf } from '../../../shared/schema/highlight.ts';
import type { ReadClip } from '../../lib/clip.ts';
import { readHighlights } from '../../lib/highlights.ts';
import { askToSend } from '../../lib/messages.ts';
import { saveHighlightOperation } from '../../lib/outbox.ts';
import { aboutKept, freeze, type KeptAs } from './frozen.ts';

/**
 * Sets a highlight of a clip that is kept, or waits to be; null takes it away. When this answers, it is on
 * the disk.
 */
export const saveHighlight = async (
  clip: ReadClip,
  id: string,
  mark: Mark | null,
  { keep, destination }: KeptAs,
): Promise<void> => {
  const { canonicalUrl: url } = clip.article;
  await saveHighlightOperation(
    { ...(await aboutKept(clip, { keep, destination })), highlight: id },
    freeze({ version: KEEP_VERSION, keep, highlight: id, mark }),
    mark && { id, ...mark, url, destination },
  );
  void askToSend({ now: false });
};

/** Sets all that is marked in a clip once more, for a new keep of it. */
export const saveHighlightsAgain = async (clip: ReadClip, kept: KeptAs): Promise<void> => {
  const { canonicalUrl } = clip.article;
  for (const highlight of await readHighlights(canonicalUrl, kept.destination))
    await saveHighlight(clip, highlight.id, markOf(highlight), kept);
};
