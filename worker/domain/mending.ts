// The form in which a clip is set right: what stands in it, and what was meant by what is written.
import * as v from 'valibot';
import { readWords, wordsOf } from '../../shared/correct/words.ts';
import type { Clip } from '../../shared/schema/clip.ts';
import { CORRECTABLE, Correction, MAX_STANDFIRST } from '../../shared/schema/correction.ts';
import { READABLE } from '../../shared/schema/history.ts';
import { ChosenCategory } from '../../shared/schema/section-category.ts';
import { oneLine } from '../../shared/text/clean.ts';
import { standfirstOf } from './standfirst.ts';

/** The fields of the form, in their order. */
export const MENDED = [
  'title',
  'standfirst',
  'authors',
  'site',
  'section',
  'category',
  'published',
] as const;
export type Mended = (typeof MENDED)[number];

/** The fields as they are written; a date as `YYYY-MM-DD`, or empty; a category empty for none. */
export type Mending = Record<Mended, string>;

/** A clip's fields as the form has them. */
export const mendingOf = (clip: Clip, zone: string): Mending => ({
  ...wordsOf({ ...clip, published: clip.dates.published }, zone),
  standfirst: standfirstOf(clip.blocks) ?? '',
  category: clip.category ?? '',
});

/** What was read off the page, of each field that has another value by now. */
export const readOffPage = (clip: Clip, zone: string): Partial<Mending> => {
  const { asRead } = clip;
  const read = { ...clip, published: clip.dates.published, ...asRead };
  const words: Mending = {
    ...wordsOf(read, zone),
    standfirst: asRead.standfirst ?? '',
    category: '',
  };
  return Object.fromEntries(
    MENDED.filter((field) => field in asRead).map((field) => [field, words[field]]),
  );
};

/** What a form that was sent means of the clip as it is now. */
export type Meant =
  | { kind: 'nothing' }
  | { kind: 'correction'; correction: Correction }
  /** Fields that cannot be so. */
  | { kind: 'problems'; fields: readonly Mended[] }
  /** Fields that somebody else has written otherwise since the form was opened. */
  | { kind: 'conflicts'; fields: readonly Mended[] };

const isWritable = (field: Mended, value: string): boolean => {
  if (field === 'standfirst') return value.length <= MAX_STANDFIRST;
  return field !== 'category' || v.is(ChosenCategory, value || null);
};

const tidied = (mending: Mending): Mending => ({
  title: oneLine(mending.title),
  standfirst: oneLine(mending.standfirst),
  authors: oneLine(mending.authors),
  site: oneLine(mending.site),
  section: oneLine(mending.section),
  category: mending.category,
  published: mending.published,
});

/**
 * What a form means.
 * @param sent what is written in it, and what stood there when it was opened
 * @param today the day in the zone of the library
 */
export const readMending = (
  clip: Clip,
  sent: { written: Mending; shown: Mending },
  zone: string,
  today: string,
): Meant => {
  const written = tidied(sent.written);
  const shown = tidied(sent.shown);
  const now = tidied(mendingOf(clip, zone));
  const fields = MENDED.filter((field) => written[field] !== shown[field]);
  const changed = fields.filter((field) => written[field] !== now[field]);
  const conflicts = changed.filter((field) => now[field] !== shown[field]);
  if (conflicts.length > 0) return { kind: 'conflicts', fields: conflicts };
  if (changed.length === 0) return { kind: 'nothing' };

  const page = readOffPage(clip, zone);
  const putBack = READABLE.filter(
    (field) =>
      changed.includes(field) &&
      page[field] !== undefined &&
      oneLine(page[field]) === written[field],
  );
  const worded = CORRECTABLE.filter((field) => changed.includes(field) && !putBack.includes(field));
  const article = { ...clip, published: clip.dates.published };
  const read = readWords(worded, written, { shown: article, original: article, zone, today });
  const wrong = changed.filter((field) => !isWritable(field, written[field]));
  if ('problems' in read || wrong.length > 0)
    return { kind: 'problems', fields: [...('problems' in read ? read.problems : []), ...wrong] };
  return {
    kind: 'correction',
    correction: v.parse(Correction, {
      ...read.values,
      ...(changed.includes('standfirst') && { standfirst: written.standfirst || null }),
      ...(changed.includes('category') && { category: written.category || null }),
      ...Object.fromEntries(putBack.map((field) => [field, clip.asRead[field]])),
    }),
  };
};
