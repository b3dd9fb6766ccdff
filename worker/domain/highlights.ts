// What a reader marks in a clip, and notes beside it: theirs alone to change, and to see unless they show it to the team.
import type { Highlights } from '../db/highlights.ts';
import type { Library } from '../db/libraries.ts';
import type { Operations } from '../db/operations.ts';
import type { HighlightList, HighlightWrite } from '../../shared/schema/highlight.ts';
import type { KeepAnswer } from '../../shared/schema/keep.ts';
import type { Clock } from './ids.ts';
import { onKeptClip } from './kept-clips.ts';
import { Refusal } from './refusal.ts';
import { type SinceRead, whatever } from './since-read.ts';

/**
 * Sets a highlight in the clip behind a keep, or takes it away. Whether its quote stands in the library's
 * text is not asked: the page may have been read at another time than the clip. Throws as `onKeptClip` does.
 */
export const writeHighlight = (
  { operations, highlights, now }: { operations: Operations; highlights: Highlights; now: Clock },
  { workspace }: Pick<Library, 'workspace'>,
  account: string,
  id: string,
  sha256: string,
  { keep, highlight, mark }: HighlightWrite,
  sinceRead: SinceRead = whatever,
): Promise<KeepAnswer> => {
  const operation = { workspace, id, sha256, account, at: now().toISOString() };
  return onKeptClip(
    operations,
    operation,
    keep,
    (clip, since) => highlights.write(since, clip, highlight, mark),
    { sinceRead },
  );
};

/** What an account marked in a clip, and what others show to the team. Throws 'not-found' where there is no such clip. */
export const readHighlights = async (
  { highlights }: { highlights: Highlights },
  { workspace }: Pick<Library, 'workspace'>,
  account: string,
  clip: string,
): Promise<HighlightList> => {
  const found = await highlights.ofClip(workspace, account, clip);
  if (!found) throw new Refusal('not-found');
  return found;
};
