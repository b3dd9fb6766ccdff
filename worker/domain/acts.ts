// What a person does with one clip, once, whenever it comes: made offline, it is sent later and perhaps again.
import type { Acts, Doing } from '../db/acts.ts';
import type { Library } from '../db/libraries.ts';
import type { Act, ActWrite } from '../../shared/schema/act.ts';
import type { KeepAnswer } from '../../shared/schema/keep.ts';
import { unfiled } from './filings.ts';
import { type NamingTools, newFiling } from './naming.ts';
import { Refusal } from './refusal.ts';
import { ROUNDS } from './rounds.ts';
import { type SinceRead, whatever } from './since-read.ts';
import { trashedUntil } from './trash.ts';

const doingOf = (tools: NamingTools, act: Act, now: Date): Doing => {
  switch (act.kind) {
    case 'read':
      return act;
    case 'file':
      return {
        kind: 'file',
        add: newFiling(tools, act.change.add),
        remove: unfiled(act.change.remove),
      };
    case 'delete':
      return { kind: 'delete', expiresAt: trashedUntil(now) };
  }
};

/**
 * Does one act on a clip. The same id with the same bytes hears the first answer again, also once the clip is gone.
 * Throws 'gone' or 'in-trash' for a clip that was deleted, 'not-found' for one that never was, 'changed-meanwhile' for one
 * that is not as its caller has read it, 'other-bytes' or 'busy'.
 */
export const actOnClip = async (
  tools: NamingTools & { acts: Acts },
  { workspace }: Pick<Library, 'workspace'>,
  account: string,
  id: string,
  sha256: string,
  { clip, act }: ActWrite,
  sinceRead: SinceRead = whatever,
): Promise<KeepAnswer> => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const now = tools.now();
    const operation = { workspace, id, sha256, account, at: now.toISOString() };
    const known = await tools.acts.look(operation, clip);
    if (known.operation) {
      if (known.operation.sha256 !== sha256) throw new Refusal('other-bytes');
      return known.operation.answer;
    }
    if (known.gone) throw new Refusal(known.gone);
    if (!known.clip) throw new Refusal('not-found');
    const asked = { ...operation, since: await sinceRead(known.clip) };
    const answer = await tools.acts.run(asked, known.clip, doingOf(tools, act, now));
    if (answer) return answer;
  }
  throw new Refusal('busy');
};
