// Operations as they begin: their bytes are frozen, and nothing was sent.
import type { ActWrite } from '../../../shared/schema/act.ts';
import type { EditWrite } from '../../../shared/schema/edit.ts';
import type { FilingWrite } from '../../../shared/schema/filing-write.ts';
import type { HighlightWrite } from '../../../shared/schema/highlight.ts';
import type { KeepWrite } from '../../../shared/schema/keep.ts';
import { type Card, cardOf } from '../../lib/card.ts';
import { shownCategory } from '../../lib/category.ts';
import type { ReadClip } from '../../lib/clip.ts';
import type { Destination } from '../../lib/operation.ts';
import { UNTRIED } from '../../lib/outbox.ts';
import { saidOfSection } from '../../lib/section-categories.ts';
import { newUuid } from '../../../shared/schema/uuid.ts';

/** The bytes of a write as they are stored, and sent however often. The reader has made the article fit. */
export const freeze = (
  write: KeepWrite | EditWrite | FilingWrite | HighlightWrite | ActWrite,
): Uint8Array<ArrayBuffer> => new TextEncoder().encode(JSON.stringify(write));

/** What an operation is like that was never sent. */
export const UNSENT = {
  ...UNTRIED,
  act: null,
  highlight: null,
  filing: null,
} as const;

/** The keep that stands for a clip, and where what belongs to it goes. */
export interface KeptAs {
  keep: string;
  destination: Destination | null;
}

/** The card of a clip, about what the panel says that it is while this library is connected, or none. */
export const cardFor = async (
  clip: ReadClip,
  library: Pick<Destination, 'server' | 'workspace'> | null,
): Promise<Card> => {
  const shown = shownCategory(clip, await saidOfSection(clip.article, library));
  return cardOf(clip, shown?.category ?? null);
};

/** A new operation about a clip that is kept, or waits to be. */
export const aboutKept = async (clip: ReadClip, { keep, destination }: KeptAs) => ({
  ...UNSENT,
  id: newUuid(),
  edits: keep,
  capturedAt: new Date().toISOString(),
  title: clip.article.title,
  url: clip.article.canonicalUrl,
  card: await cardFor(clip, destination),
  isLink: false,
  destination,
});
