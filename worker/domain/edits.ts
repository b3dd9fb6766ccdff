// Correcting what is kept.
import type { ClipChange } from '../db/clip-writes.ts';
import type { Content, Edits } from '../db/edits.ts';
import type { Operation } from '../db/keeps.ts';
import type { Library } from '../db/libraries.ts';
import type { KeptClip, Operations } from '../db/operations.ts';
import { sectionPlace } from '../../shared/category/section-place.ts';
import type { Correction } from '../../shared/schema/correction.ts';
import type { ChosenText, EditWrite } from '../../shared/schema/edit.ts';
import type { CorrectedFields } from '../../shared/schema/history.ts';
import type { KeepAnswer } from '../../shared/schema/keep.ts';
import type { ChosenCategory, SectionCategory } from '../../shared/schema/section-category.ts';
import { categoryOf } from './category.ts';
import { digestDay } from './clip-days.ts';
import { clipText } from './clip-text.ts';
import { asReadAfter, changedFields, type Held, heldBy, sectionOf } from './corrected.ts';
import type { Clock } from './ids.ts';
import { onKeptClip } from './kept-clips.ts';
import { profileOf } from './profile.ts';
import { withStandfirst } from './standfirst.ts';

/** Whether the category is corrected, or what it is read from. */
const tellsCategory = (
  { category, section, title }: Correction,
  text: ChosenText | undefined,
): boolean =>
  category !== undefined || section !== undefined || title !== undefined || text !== undefined;

/** What is said of a clip, and of the section of its site. */
interface Said {
  ofClip: ChosenCategory;
  ofSection: ChosenCategory;
}

type Told = Pick<ClipChange, 'category' | 'said'> & { ofSection: SectionCategory | null };

/** What a clip is about once it is corrected, and what is said by that of it and of its section. */
const tellCategory = (
  clip: KeptClip,
  held: Held,
  { correction, text }: Pick<EditWrite, 'correction' | 'text'>,
  blocks: ChosenText['blocks'],
  said: Said,
): Told => {
  if (!tellsCategory(correction, text))
    return { category: clip.category, said: null, ofSection: null };
  const section = correction.section ?? held.section;
  const title = correction.title ?? held.title;
  const article = { section, title, blocks, language: clip.language };
  const { category: chosen } = correction;
  if (chosen === undefined) {
    // What was said of it was said where it stood.
    const still = correction.section === undefined ? said.ofClip : 'auto';
    return {
      category: categoryOf([still, said.ofSection], article),
      said: still === said.ofClip ? null : { category: still },
      ofSection: null,
    };
  }
  const place = sectionPlace({ canonicalUrl: clip.canonicalUrl, section });
  return {
    category: categoryOf([chosen], article),
    said: chosen === said.ofClip ? null : { category: chosen },
    ofSection: place && chosen !== said.ofSection ? { ...place, category: chosen } : null,
  };
};

/** The text of a clip once it is corrected; undefined where it stays as it is. */
const correctedText = (
  { text: before }: Content,
  { standfirst }: CorrectedFields,
  text: ChosenText | undefined,
): ChosenText | undefined =>
  standfirst === undefined ? text : withStandfirst(text ?? before, standfirst.after);

const toChange = (
  clip: KeptClip,
  held: Held,
  content: Content,
  fields: CorrectedFields,
  text: ChosenText | undefined,
  {
    category,
    said,
    day,
    datedAt,
    account,
  }: Pick<ClipChange, 'category' | 'said' | 'day' | 'datedAt'> & { account: string },
): ClipChange => {
  const { title, site, section, authors, published } = fields;
  const { blocks, summary } = text ?? content.text;
  const profiled = {
    title: title?.after ?? held.title,
    site: site ? site.after : held.site,
    section: section?.after ?? held.section,
    authors: authors?.after ?? held.authors,
  };
  const { canonicalUrl, language } = clip;
  return {
    title: title?.after ?? null,
    site: site ? { name: site.after } : null,
    section: section ? JSON.stringify(section.after) : null,
    authors: authors ? JSON.stringify(authors.after) : null,
    published: published
      ? { card: published.after?.value ?? null, fact: JSON.stringify(published.after) }
      : null,
    text: text ? { ...clipText(text.blocks, text.summary), truncated: text.truncated } : null,
    said,
    profile: profileOf({
      ...profiled,
      blocks,
      terms: summary.terms,
      canonicalUrl,
      language,
      category,
      day,
    }),
    told: {
      account,
      fields: JSON.stringify(fields),
      asRead: JSON.stringify(asReadAfter(held, content.asRead, fields)),
    },
    category,
    day,
    datedAt,
  };
};

/** Who corrects a clip, and what they know of it. */
export interface Correcting {
  account: string;
  /** Of the operation. */
  id: string;
  sha256: string;
  /** Since when the clip is such that this correction of it is meant (`SinceRead`); asked of each that is met. */
  sinceRead?: (clip: KeptClip) => Promise<number | null>;
}

/**
 * Corrects the clip behind a keep, for everybody who keeps it. Throws as `onKeptClip` does, and 'not-grounded'.
 */
export const editClip = (
  { operations, edits, now }: { operations: Operations; edits: Edits; now: Clock },
  { workspace }: Pick<Library, 'workspace'>,
  { account, id, sha256, sinceRead }: Correcting,
  { keep, correction, text }: EditWrite,
): Promise<KeepAnswer> => {
  const received = now();
  const asked = { workspace, id, sha256, account, at: received.toISOString() };
  const correct = async (clip: KeptClip, operation: Operation): Promise<KeepAnswer | null> => {
    const section = correction.section ?? sectionOf(clip);
    const place = sectionPlace({ canonicalUrl: clip.canonicalUrl, section });
    const { content, saidOfSection, zone } = await edits.telling(workspace, clip.id, place);
    // Deleted meanwhile.
    if (!content) return null;
    const held = heldBy(clip, content);
    const read = changedFields(held, { correction, ...(text && { text }) });
    const after = correctedText(content, read, text);
    const said = { ofClip: content.said, ofSection: saidOfSection };
    const { ofSection, ...told } = tellCategory(
      clip,
      held,
      { correction, ...(after && { text: after }) },
      (after ?? content.text).blocks,
      said,
    );
    const fields: CorrectedFields =
      told.category === clip.category
        ? read
        : { ...read, category: { before: clip.category, after: told.category } };
    const { published } = correction;
    const day =
      published === undefined ? clip.day : digestDay(published, clip.keptDay, zone, received);
    const datedAt = published === undefined ? null : operation.at;
    const isChange = Object.keys(fields).length > 0 || told.said !== null || day !== clip.day;
    const change = isChange
      ? toChange(clip, held, content, fields, after, { ...told, day, datedAt, account })
      : null;
    return edits.correct(operation, zone, clip, change, ofSection);
  };
  return onKeptClip(operations, asked, keep, correct, { ...(sinceRead && { sinceRead }) });
};
