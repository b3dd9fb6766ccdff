// What a correction changes of a clip, field by field, and what of it was read off the page.
import * as v from 'valibot';
import type { Content } from '../db/edits.ts';
import type { KeptClip } from '../db/operations.ts';
import type { Edit } from '../../shared/schema/edit.ts';
import { AsRead, CorrectedFields, READABLE } from '../../shared/schema/history.ts';
import { standfirstOf } from './standfirst.ts';

/** The fields that were read off the page, as a clip has them now. */
export type Held = Required<AsRead>;

const Names = v.pipe(v.string(), v.parseJson(), v.array(v.string()));

/** The section that a clip stands in. */
export const sectionOf = ({ section }: KeptClip): string[] => v.parse(Names, section);

/** What a clip holds. */
export const heldBy = (clip: KeptClip, { published, text }: Content): Held => ({
  title: clip.title,
  site: clip.site,
  section: sectionOf(clip),
  authors: v.parse(Names, clip.authors),
  published,
  standfirst: standfirstOf(text.blocks),
});

// Who writes down the date that is there already corrects nothing.
const isSame = (field: keyof AsRead, one: AsRead, other: AsRead): boolean =>
  field === 'published'
    ? one.published?.value === other.published?.value
    : JSON.stringify(one[field]) === JSON.stringify(other[field]);

/** What a correction changes of a clip that holds `before`, but for what that is about. */
export const changedFields = (before: Held, { correction, text }: Edit): CorrectedFields => {
  const fields = READABLE.filter(
    (field) => correction[field] !== undefined && !isSame(field, before, correction),
  );
  return v.parse(CorrectedFields, {
    ...Object.fromEntries(
      fields.map((field) => [field, { before: before[field], after: correction[field] }]),
    ),
    ...(text && { text: true }),
  });
};

/** What was read off the page of all that is another once `before` is changed so; `asRead` is what it was until then. */
export const asReadAfter = (before: Held, asRead: AsRead, changed: CorrectedFields): AsRead => {
  const read: Held = { ...before, ...asRead };
  const after: AsRead = v.parse(
    AsRead,
    Object.fromEntries(
      READABLE.map((field) => [field, (changed[field] ?? { after: before[field] }).after]),
    ),
  );
  return v.parse(
    AsRead,
    Object.fromEntries(
      READABLE.filter(
        (field) => (field in asRead || changed[field] !== undefined) && !isSame(field, read, after),
      ).map((field) => [field, read[field]]),
    ),
  );
};
