// What a person does with a clip of the library: on the disk before anybody says so, and sent in its turn.
import type { Act } from '../../../shared/schema/act.ts';
import { KEEP_VERSION } from '../../../shared/schema/keep.ts';
import { newUuid } from '../../../shared/schema/uuid.ts';
import { askToSend } from '../../lib/messages.ts';
import type { Destination } from '../../lib/operation.ts';
import { saveOperation } from '../../lib/outbox.ts';
import { freeze, UNSENT } from './frozen.ts';

/** The clip that is meant. */
export interface ActedOn {
  clip: string;
  title: string;
  canonicalUrl: string;
}

/** Puts an act into the outbox; answers its id once it is on the disk. */
export const saveAct = async (
  { clip, title, canonicalUrl: url }: ActedOn,
  act: Act,
  destination: Destination,
): Promise<string> => {
  const id = newUuid();
  const about = { edits: clip, act, capturedAt: new Date().toISOString(), title, url };
  await saveOperation(
    { ...UNSENT, ...about, id, card: null, isLink: false, destination },
    freeze({ version: KEEP_VERSION, clip, act }),
  );
  void askToSend({ now: false });
  return id;
};
