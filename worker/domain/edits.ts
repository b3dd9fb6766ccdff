// Correcting what is kept.
import * as v from 'valibot';
import type { ClipChange } from '../db/clip-writes.ts';
import type { Edits } from '../db/edits.ts';
import type { Library } from '../db/libraries.ts';
import type { KeptClip, Operations } from '../db/operations.ts';
import type { Correction } from '../../shared/schema/correction.ts';
import type { ChosenText, EditWrite } from '../../shared/schema/edit.ts';
import type { KeepAnswer } from '../../shared/schema/keep.ts';

import { categoryOf } from './category.ts';
import { clipText } from './clip-text.ts';
import type { Clock } from './ids.ts';
import { digestDay } from './keeps.ts';
import { onKeptClip } from './kept-clips.ts';

const toChange = (
  { title, section, published, authors }: Correction,
  text: ChosenText | undefined,
  { category, day }: Pick<ClipChange, 'category' | 'day'>,
): ClipChange => ({
  title: title ?? null,
  section: section ? JSON.stringify(section) : null,
  authors: authors ? JSON.stringify(authors) : null,
  published:
    published === undefined
      ? null
      : { card: published?.value ?? null, fact: JSON.stringify(published) },
  text: text ? { ...clipText(text.blocks, text.summary), truncated: text.truncated } : null,
  category,
  day,
});

const isChange = (
  clip: KeptClip,
  { title, section, authors, published, text, category, day }: ClipChange,
): boolean =>
  // Whether it is another one nobody looks up.
  text !== null ||
  (title ?? clip.title) !== clip.title ||
  (section ?? clip.section) !== clip.section ||
  (authors ?? clip.authors) !== clip.authors ||
  (published !== null && published.card !== clip.published) ||
  category !== clip.category ||
  day !== clip.day;

const Section = v.pipe(v.string(), v.parseJson(), v.array(v.string()));

/** Whether what the category is read from is corrected. */
const tellsCategory = ({ section, title }: Correction, text: ChosenText | undefined): boolean =>
  section !== undefined || title !== undefined || text !== undefined;

/**
 * Corrects the clip behind a keep, for everybody who keeps it. Throws as `onKeptClip` does, and
 * 'not-grounded'.
 */
export const editClip = (
  { operations, edits, now }: { operations: Operations; edits: Edits; now: Clock },
  { workspace, zone }: Library,
  account: string,
  id: string,
  sha256: string,
  { keep, correction, text }: EditWrite,
): Promise<KeepAnswer> => {
  const received = now();
  const operation = { workspace, id, sha256, account, at: received.toISOString() };
  return onKeptClip(operations, operation, keep, async (clip) => {
    const day =
      correction.published === undefined
        ? clip.day
        : digestDay(correction.published, clip.keptDay, zone, received);
    const category = tellsCategory(correction, text)
      ? categoryOf({
          section: correction.section ?? v.parse(Section, clip.section),
          title: correction.title ?? clip.title,
          blocks: text?.blocks ?? (await edits.blocks(workspace, clip.id)),
          language: clip.language,
        })
      : clip.category;
    const change = toChange(correction, text, { category, day });
    return edits.correct(operation, clip, isChange(clip, change) ? change : null);
  });
};
