// Correcting what is kept.
import * as v from 'valibot';
import type { ClipChange } from '../db/clip-writes.ts';
import type { Edits } from '../db/edits.ts';
import type { Library } from '../db/libraries.ts';
import type { KeptClip, Operations } from '../db/operations.ts';
import { sectionPlace } from '../../shared/category/section-place.ts';
import type { Correction } from '../../shared/schema/correction.ts';
import type { ChosenText, EditWrite } from '../../shared/schema/edit.ts';
import type { KeepAnswer } from '../../shared/schema/keep.ts';
import type { SectionCategory } from '../../shared/schema/section-category.ts';
import { categoryOf } from './category.ts';
import { clipText } from './clip-text.ts';
import type { Clock } from './ids.ts';
import { digestDay } from './keeps.ts';
import { onKeptClip } from './kept-clips.ts';
import { profileOf } from './profile.ts';

const toChange = (
  { title, section, published, authors }: Correction,
  text: ChosenText | undefined,
  derived: Pick<ClipChange, 'said' | 'category' | 'profile' | 'day'>,
): ClipChange => ({
  title: title ?? null,
  section: section ? JSON.stringify(section) : null,
  authors: authors ? JSON.stringify(authors) : null,
  published:
    published === undefined
      ? null
      : { card: published?.value ?? null, fact: JSON.stringify(published) },
  text: text ? { ...clipText(text.blocks, text.summary), truncated: text.truncated } : null,
  ...derived,
});

const isChange = (
  clip: KeptClip,
  { title, section, authors, published, text, said, category, day }: ClipChange,
): boolean =>
  // Whether it is another one nobody looks up.
  text !== null ||
  said !== null ||
  (title ?? clip.title) !== clip.title ||
  (section ?? clip.section) !== clip.section ||
  (authors ?? clip.authors) !== clip.authors ||
  (published !== null && published.card !== clip.published) ||
  category !== clip.category ||
  day !== clip.day;

const Names = v.pipe(v.string(), v.parseJson(), v.array(v.string()));

/** Whether the category is corrected, or what it is read from. */
const tellsCategory = (
  { category, section, title }: Correction,
  text: ChosenText | undefined,
): boolean =>
  category !== undefined || section !== undefined || title !== undefined || text !== undefined;

type Derived = Pick<ClipChange, 'said' | 'category' | 'profile'> & {
  ofSection: SectionCategory | null;
};

/**
 * What a clip that stands on `day` is about once it is corrected, its profile then, and what is said by that of it and
 * of its section.
 */
const derive = async (
  edits: Edits,
  workspace: string,
  clip: KeptClip,
  correction: Correction,
  text: ChosenText | undefined,
  day: string,
): Promise<Derived> => {
  const { canonicalUrl, language, site } = clip;
  const section = correction.section ?? v.parse(Names, clip.section);
  const place = sectionPlace({ canonicalUrl, section });
  const before = await edits.telling(workspace, clip.id, place);
  const article = {
    section,
    title: correction.title ?? clip.title,
    blocks: text?.blocks ?? before.blocks,
    language,
  };
  const profileIn = (category: string | null) =>
    profileOf({
      ...article,
      terms: text?.summary.terms ?? before.terms,
      canonicalUrl,
      site,
      authors: correction.authors ?? v.parse(Names, clip.authors),
      category,
      day,
    });
  if (!tellsCategory(correction, text))
    return {
      category: clip.category,
      profile: profileIn(clip.category),
      said: null,
      ofSection: null,
    };
  if (correction.category !== undefined) {
    const { category: chosen } = correction;
    const category = categoryOf([chosen], article);
    return {
      category,
      profile: profileIn(category),
      said: chosen === before.said ? null : { category: chosen },
      ofSection: place && chosen !== before.saidOfSection ? { ...place, category: chosen } : null,
    };
  }
  // What was said of it was said where it stood.
  const said = correction.section === undefined ? before.said : 'auto';
  const category = categoryOf([said, before.saidOfSection], article);
  return {
    category,
    profile: profileIn(category),
    said: said === before.said ? null : { category: said },
    ofSection: null,
  };
};

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
    const { ofSection, ...told } = await derive(edits, workspace, clip, correction, text, day);
    const change = toChange(correction, text, { ...told, day });
    return edits.correct(operation, clip, isChange(clip, change) ? change : null, ofSection);
  });
};
