// What was read off a page as the fields of a form have it, and what is written there as the values of an article.
import * as v from 'valibot';
import { publishedDay, publishedTime } from '../digest/days.ts';
import type { Article, ArticleDate } from '../schema/article.ts';
import { type Correctable, Correction } from '../schema/correction.ts';
import { oneLine } from '../text/clean.ts';

/** Fields as they are written; a date as `YYYY-MM-DD`, or empty. */
export type Words<Field extends Correctable = Correctable> = Record<Field, string>;

/** An article's fields as a form has them, instants by the day in `zone`. */
export const wordsOf = (article: Pick<Article, Correctable>, zone: string): Words => ({
  title: article.title,
  site: article.site ?? '',
  section: article.section.join(' › '),
  published: (article.published && publishedDay(article.published.value, zone)) ?? '',
  authors: article.authors.join(', '),
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
  const time = shown && publishedTime(shown.value, zone);
  return time === null
    ? { precision: 'day', value: day, evidence: 'reader' }
    : { precision: 'local', value: `${day}T${time}`, evidence: 'reader' };
};

const valueFrom = (
  field: Correctable,
  text: string,
  shown: Pick<Article, Correctable>,
  zone: string,
): unknown => {
  switch (field) {
    case 'title':
      return oneLine(text);
    case 'site':
      return oneLine(text) || null;
    case 'section':
      return parts(text, /[›>]/u);
    case 'authors':
      return parts(text, /[,;]/u);
    case 'published':
      return dateFrom(text, shown.published, zone);
  }
};

/** What a form is read against. */
export interface WordsBefore {
  /** The article as it was when the form was opened. */
  shown: Pick<Article, Correctable>;
  /** The article that a correction corrects. */
  original: Pick<Article, Correctable>;
  /** The zone in which instants are shown. */
  zone: string;
  /** `YYYY-MM-DD` there. */
  today: string;
}

/**
 * The values of the fields whose text is another than the original's, or the fields whose text can have none. Text that
 * nobody has touched keeps the value that it stands for.
 */
export const readWords = <Field extends Correctable>(
  fields: readonly Field[],
  written: Words<Field>,
  { shown, original, zone, today }: WordsBefore,
): { values: Correction } | { problems: Field[] } => {
  const before = wordsOf(shown, zone);
  const first = wordsOf(original, zone);
  const values = fields
    .filter((field) => written[field] !== first[field])
    .map((field): [Field, unknown] => [
      field,
      written[field] === before[field]
        ? shown[field]
        : valueFrom(field, written[field], shown, zone),
    ]);
  const problems = values
    .filter(
      ([field, value]) =>
        !v.is(Correction, { [field]: value }) ||
        (field === 'published' && value !== null && !isDayOfNews(written[field], today)),
    )
    .map(([field]) => field);
  return problems.length > 0
    ? { problems }
    : { values: v.parse(Correction, Object.fromEntries(values)) };
};
