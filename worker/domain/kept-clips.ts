// A write about a clip that is kept: done once, whoever writes at the same time.
import type { Operation } from '../db/keeps.ts';
import type { KeptClip, Operations } from '../db/operations.ts';
import type { KeepAnswer } from '../../shared/schema/keep.ts';
import { Refusal } from './refusal.ts';
import { ROUNDS } from './rounds.ts';
import { whatever } from './since-read.ts';

/**
 * Does a write about the clip behind a keep. `act` answers null where it met another write; then all is
 * looked at again. The same id with the same bytes hears the first answer again. Throws 'gone' or 'in-trash'
 * for a keep that was deleted, 'not-found' for one that never was and, of what `needsText`, for a clip of which only the
 * address is known, 'changed-meanwhile' where it is not as its caller has read it, 'other-bytes' or 'busy'.
 */
export const onKeptClip = async (
  operations: Operations,
  operation: Operation,
  keep: string,
  act: (clip: KeptClip, operation: Operation) => Promise<KeepAnswer | null>,
  {
    needsText = true,
    sinceRead = whatever,
  }: { needsText?: boolean; sinceRead?: (clip: KeptClip) => Promise<number | null> } = {},
): Promise<KeepAnswer> => {
  const { workspace, id, sha256, at } = operation;
  for (let round = 0; round < ROUNDS; round += 1) {
    const { gone, operation: done, clip } = await operations.look(workspace, id, keep, at);
    if (gone) throw new Refusal(gone);
    if (done) {
      if (done.sha256 !== sha256) throw new Refusal('other-bytes');
      return done.answer;
    }
    if (!clip || (needsText && !clip.filled)) throw new Refusal('not-found');
    const since = await sinceRead(clip);
    const answer = await act(clip, { ...operation, since });
    if (answer) return answer;
  }
  throw new Refusal('busy');
};
