// Correcting what is kept.
import type { ClipChange } from '../db/clip-writes.ts';
import type { Edited, Edits } from '../db/edits.ts';
import type { Library } from '../db/libraries.ts';
import type { Correction } from '../../shared/schema/correction.ts';
import type { EditWrite } from '../../shared/schema/edit.ts';
import type { KeepAnswer } from '../../shared/schema/keep.ts';
import type { Clock } from './ids.ts';
import { digestDay, ROUNDS } from './keeps.ts';
import { Refusal } from './refusal.ts';

const toChange = ({ title, section, published, authors }: Correction, day: string): ClipChange => ({
  title: title ?? null,
  section: section ? JSON.stringify(section) : null,
  authors: authors ? JSON.stringify(authors) : null,
  published:
    published === undefined
      ? null
      : { card: published?.value ?? null, fact: JSON.stringify(published) },
  day,
});

const isChange = (clip: Edited, { title, section, authors, published, day }: ClipChange): boolean =>
  (title ?? clip.title) !== clip.title ||
  (section ?? clip.section) !== clip.section ||
  (authors ?? clip.authors) !== clip.authors ||
  (published !== null && published.card !== clip.published) ||
  day !== clip.day;

/**
 * Corrects the clip behind a keep, for everybody who keeps it. `sha256` is that of the bytes it came as:
 * the same id with the same bytes hears the first answer again. Throws 'gone' for a keep that was deleted,
 * 'not-found' for one that never was and for a clip of which only the address is known, 'other-bytes' or 'busy'.
 */
export const editClip = async (
  { edits, now }: { edits: Edits; now: Clock },
  { workspace, zone }: Library,
  account: string,
  id: string,
  sha256: string,
  { keep, correction }: EditWrite,
): Promise<KeepAnswer> => {
  const received = now();
  const operation = { workspace, id, sha256, account, at: received.toISOString() };
  for (let round = 0; round < ROUNDS; round += 1) {
    const known = await edits.look(workspace, id, keep);
    if (known.gone) throw new Refusal('gone');
    if (known.operation) {
      if (known.operation.sha256 !== sha256) throw new Refusal('other-bytes');
      return known.operation.answer;
    }
    const { clip } = known;
    if (!clip?.filled) throw new Refusal('not-found');
    const day =
      correction.published === undefined
        ? clip.day
        : digestDay(correction.published, clip.keptDay, zone, received);
    const change = toChange(correction, day);
    const answer = await edits.correct(operation, clip, isChange(clip, change) ? change : null);
    if (answer) return answer;
  }
  throw new Refusal('busy');
};
