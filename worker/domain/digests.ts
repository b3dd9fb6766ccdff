// One published day of a workspace.
import type { StoredCard } from '../db/clips.ts';
import type { Digests } from '../db/digests.ts';
import type { RelatedReads } from '../db/related.ts';
import type { Library } from '../db/libraries.ts';
import { groupClips } from '../../shared/digest/index.ts';
import type { Digest } from '../../shared/schema/digest.ts';
import { relateDay } from './day-related.ts';

/** A change of the library: its number and its instant. */
export interface Change {
  seq: number;
  changedAt: string;
}

/** The newest of several changes, or null where there is none. */
export const newestChange = (changes: readonly Change[]): Change | null =>
  changes.reduce<Change | null>(
    (newest, change) => (!newest || change.seq > newest.seq ? change : newest),
    null,
  );

/**
 * A day from what is stored of it. Revision and `updated` come from the newest change among its
 * clips and tombstones, so that the same library gives the same bytes whenever it is asked.
 */
export const composeDigest = (
  library: Pick<Library, 'workspace' | 'zone'>,
  day: string,
  stored: {
    cards: readonly StoredCard[];
    tombstone: Change | null;
    earlier: string | null;
    later: string | null;
  },
): Digest => {
  const { cards, tombstone, earlier, later } = stored;
  const newest = newestChange(tombstone ? [...cards, tombstone] : cards);
  return {
    workspace: library.workspace,
    day,
    zone: library.zone,
    revision: newest?.seq ?? 0,
    updated: newest?.changedAt ?? null,
    clips: cards.length,
    groups: groupClips(
      cards.map(({ card }) => card),
      library.zone,
    ),
    earlier,
    later,
  };
};

/** The digest of a day, with what earlier days have that is related; a day without clips is an empty one. */
export const readDigest = async (
  { digests, related }: { digests: Digests; related: RelatedReads },
  library: Pick<Library, 'workspace' | 'zone'>,
  day: string,
): Promise<Digest> => {
  const [stored, around] = await Promise.all([
    digests.read(library.workspace, day),
    related.toDay(library, day),
  ]);
  return relateDay(composeDigest(library, day, stored), around);
};
