// What is written in the form, and what it says of an article.
import * as v from 'valibot';
import type { Article, ArticleDate } from '../../../shared/schema/article.ts';
import { CORRECTABLE, type Correctable, Correction } from '../../../shared/schema/correction.ts';
import { ChosenCategory } from '../../../shared/schema/section-category.ts';
import { oneLine } from '../../../shared/text/clean.ts';
import { chosenFor } from '../../lib/category.ts';
import type { ReadClip } from '../../lib/clip.ts';
import { dayShown } from '../../lib/days.ts';

/** The fields of the form, in their order. */
export const FIELDS = ['title', 'section', 'category', 'published', 'authors'] as const;

/** The fields as they are written; a date as `YYYY-MM-DD`, or empty; a category empty for none. */
export type Written = Record<keyof Correction, string>;

/** What is shown, and what it was when it was read. */
export interface FormSubject {
  clip: Pick<ReadClip, 'article' | 'asRead' | 'chosen'>;
  /** What was said before of the section that it stands in. */
  saidOfSection: ChosenCategory;
}

/** The time of day that the panel shows, `THH:MM`, or nothing where only a day is known. */
const shownTime = (date: ArticleDate | null, zone: string): string => {
  if (!date || date.precision === 'day') return '';
  if (date.precision === 'local') return date.value.slice(10, 16);
  const time = { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  return `T${new Intl.DateTimeFormat('sv-SE', time).format(new Date(date.value))}`;
};

const wordsOf = (article: Pick<Article, Correctable>, zone: string): Omit<Written, 'category'> => ({
  title: article.title,
  section: article.section.join(' › '),
  published: article.published ? dayShown(article.published, zone) : '',
  authors: article.authors.join(', '),
});

/**
 * What is shown as the form has it.
 * @param zone the reader's time zone, in which the panel shows instants
 */
export const writtenOf = ({ clip, saidOfSection }: FormSubject, zone: string): Written => ({
  ...wordsOf(clip.article, zone),
  category: chosenFor(clip, saidOfSection) ?? '',
});

/** The first newspaper was printed in it: the Relation of Strasbourg. */
const FIRST_YEAR = 1605;
const DAY_MS = 86_400_000;

/** Whether news can be of a day: it is tomorrow already further east, and no further. */
const isDayOfNews = (day: string, today: string): boolean =>
  day >= `${FIRST_YEAR}` && day <= new Date(Date.parse(today) + DAY_MS).toISOString().slice(0, 10);

const parts = (text: string, separator: RegExp): string[] =>
  text
    .split(separator)
    .map(oneLine)
    .filter((part) => part !== '');

// A day counts as it is written, wherever it is read, and so does a local time: the article stands on the
// day that the reader wrote. The time stays as it was shown.
const dateFrom = (day: string, shown: ArticleDate | null, zone: string) => {
  if (day === '') return null;
  const time = shownTime(shown, zone);
  return time === ''
    ? { precision: 'day', value: day, evidence: 'reader' }
    : { precision: 'local', value: `${day}${time}`, evidence: 'reader' };
};

const valueOf = (
  field: Correctable,
  written: Written,
  shown: Pick<Article, Correctable>,
  zone: string,
): unknown => {
  switch (field) {
    case 'title':
      return oneLine(written.title);
    case 'section':
      return parts(written.section, /[›>]/u);
    case 'authors':
      return parts(written.authors, /[,;]/u);
    case 'published':
      return dateFrom(written.published, shown.published, zone);
  }
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
 * What a form says: each field whose text is another than that of the page. Text that nobody has touched
 * keeps the value that it stands for.
 * @param subject as it was when the form was opened
 * @param today by the reader's calendar, `YYYY-MM-DD`
 * @returns the correction, or the fields that cannot be so
 */
export const readWritten = (
  written: Written,
  subject: FormSubject,
  zone: string,
  today: string,
): { correction: Correction } | { problems: Correctable[] } => {
  const { article: shown, asRead } = subject.clip;
  const before = writtenOf(subject, zone);
  const original = wordsOf((asRead ?? subject.clip).article, zone);
  const values = CORRECTABLE.filter((field) => written[field] !== original[field]).map(
    (field): [Correctable, unknown] => [
      field,
      written[field] === before[field] ? shown[field] : valueOf(field, written, shown, zone),
    ],
  );
  const problems = values
    .filter(
      ([field, value]) =>
        !v.is(Correction, { [field]: value }) ||
        (field === 'published' && value !== null && !isDayOfNews(written.published, today)),
    )
    .map(([field]) => field);
  return problems.length > 0
    ? { problems }
    : {
        correction: {
          ...v.parse(Correction, Object.fromEntries(values)),
          ...categoryFrom(written, before, subject.clip),
        },
      };
};
