// A write about a clip that is kept: done once, whoever writes at the same time.
import type { Operation } from '../db/keeps.ts';
import type { KeptClip, Operations } from '../db/operations.ts';
import type { KeepAnswer } from '../../shared/schema/keep.ts';
import { ROUNDS } from './rounds.ts';
import { Refusal } from './refusal.ts';

/**
 * Does a write about the clip behind a keep. `act` answers null where it met another write; then all is
 * looked at again. The same id with the same bytes hears the first answer again. Throws 'gone' or 'in-trash'
 * for a keep that was deleted, 'not-found' for one that never was and, of what `needsText`, for a clip of which only the
 * address is known, 'other-bytes' or 'busy'.
 */
export const onKeptClip = async (
  operations: Operations,
  { workspace, id, sha256, at }: Operation,
  keep: string,
  act: (clip: KeptClip) => Promise<KeepAnswer | null>,
  { needsText } = { needsText: true },
): Promise<KeepAnswer> => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const { gone, operation, clip } = await operations.look(workspace, id, keep, at);
    if (gone) throw new Refusal(gone);
    if (operation) {
      if (operation.sha256 !== sha256) throw new Refusal('other-bytes');
      return operation.answer;
    }
    if (!clip || (needsText && !clip.filled)) throw new Refusal('not-found');
    const answer = await act(clip);
    if (answer) return answer;
  }
  throw new Refusal('busy');
};
