// What is written in the form, and what it says of an article.
import * as v from 'valibot';
import { readWords, type Words, wordsOf } from '../../../shared/correct/words.ts';
import type { Correction } from '../../../shared/schema/correction.ts';
import { ChosenCategory } from '../../../shared/schema/section-category.ts';
import { chosenFor } from '../../lib/category.ts';
import type { ReadClip } from '../../lib/clip.ts';

/** The fields of the form, in their order. */
export const FIELDS = ['title', 'section', 'category', 'published', 'authors'] as const;

const WORDED = ['title', 'section', 'published', 'authors'] as const;
/** A field whose text is read off the page. */
export type Worded = (typeof WORDED)[number];

/** The fields as they are written; a date as `YYYY-MM-DD`, or empty; a category empty for none. */
export type Written = Words<Worded> & { category: string };

/** What is shown, and what it was when it was read. */
export interface FormSubject {
  clip: Pick<ReadClip, 'article' | 'asRead' | 'chosen'>;
  /** What was said before of the section that it stands in. */
  saidOfSection: ChosenCategory;
}

/**
 * What is shown as the form has it.
 * @param zone the reader's time zone, in which the panel shows instants
 */
export const writtenOf = ({ clip, saidOfSection }: FormSubject, zone: string): Written => {
  const { title, section, published, authors } = wordsOf(clip.article, zone);
  return { title, section, published, authors, category: chosenFor(clip, saidOfSection) ?? '' };
};

// What nobody has touched stays as it was, but for a section whose place another one has taken.
const categoryFrom = (
  written: Written,
  before: Written,
  { chosen }: FormSubject['clip'],
): Pick<Correction, 'category'> => {
  if (written.category !== before.category)
    return { category: v.parse(ChosenCategory, written.category || null) };
  return chosen === undefined || written.section !== before.section ? {} : { category: chosen };
};

/**
 * What a form says: each field whose text is another than that of the page.
 * @param subject as it was when the form was opened
 * @param today by the reader's calendar, `YYYY-MM-DD`
 * @returns the correction, or the fields that cannot be so
 */
export const readWritten = (
  written: Written,
  subject: FormSubject,
  zone: string,
  today: string,
): { correction: Correction } | { problems: Worded[] } => {
  const { article: shown, asRead } = subject.clip;
  const original = (asRead ?? subject.clip).article;
  const read = readWords(WORDED, written, { shown, original, zone, today });
  if ('problems' in read) return read;
  const category = categoryFrom(written, writtenOf(subject, zone), subject.clip);
  return { correction: { ...read.values, ...category } };
};
