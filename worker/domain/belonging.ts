// What belongs with a clip: the others of its story, and what is related to it.
import type { Library } from '../db/libraries.ts';
import type { RelatedReads } from '../db/related.ts';
import type { Stories } from '../db/stories.ts';
import type { ClipCard } from '../../shared/schema/digest.ts';
import type { RelatedClip } from '../../shared/schema/related.ts';
import { originalFirst } from '../../shared/story/original.ts';
import { relatedToClip } from './related.ts';

/** How many clips of a story a page shows. */
const STORY = 30;

/**
 * The clips of a clip's story, the original first, none where it is alone; and what is related beside these. Throws
 * 'not-found' where there is no such clip.
 */
export const belongingOf = async (
  { stories, related }: { stories: Stories; related: RelatedReads },
  library: Pick<Library, 'workspace' | 'number' | 'zone'>,
  id: string,
): Promise<{ story: readonly ClipCard[]; related: readonly RelatedClip[] }> => {
  const [story, others] = await Promise.all([
    stories.clips(library.workspace, id, STORY),
    relatedToClip(related, library, id, { withStory: false }),
  ]);
  return { story: originalFirst(story, library.zone), related: others };
};
