// The days that the panel names: which may be the date of news, and why a clip stands on another than that.
import { expect, test } from 'vitest';
import { readWritten, writtenOf } from '../../extension/features/correct/written.ts';
import { whyOtherDay } from '../../extension/features/save/other-day.ts';
import type { ArticleDate } from '../../shared/schema/article.ts';
import { LAND } from '../gallery/clips.ts';

const ZONE = 'Asia/Ho_Chi_Minh';
const TODAY = '2026-02-28';

const corrected = (published: string) => {
  const subject = { clip: LAND, saidOfSection: 'auto' } as const;
  return readWritten({ ...writtenOf(subject, ZONE), published }, subject, ZONE, TODAY);
};

test('a date of news is no older than newspapers, and no later than tomorrow', () => {
  for (const day of ['', '1605-01-01', '2026-02-28', '2026-03-01'])
    expect(corrected(day), day).toHaveProperty('correction');
  for (const day of ['0001-01-01', '1604-12-31', '2026-03-02', '2031-05-05', '20260-01-01'])
    expect(corrected(day), day).toEqual({ problems: ['published'] });
});

test('a date that the page itself gives stays, whatever it is', () => {
  const published = { precision: 'day', value: '2031-05-05', evidence: 'meta' } as const;
  const article = { ...LAND.article, published };
  const subject = { clip: { article }, saidOfSection: 'auto' } as const;
  const written = { ...writtenOf(subject, ZONE), title: 'Another' };
  expect(readWritten(written, subject, ZONE, TODAY)).toEqual({
    correction: { title: 'Another' },
  });
});

const day = (value: string): ArticleDate => ({ precision: 'day', value, evidence: 'meta' });
const instant = (value: string): ArticleDate => ({
  precision: 'instant',
  value,
  evidence: 'meta',
  zoneAssumed: false,
});

const why = (published: ArticleDate | null, on: string, libraryZone: string | null = ZONE) =>
  whyOtherDay(published, { day: on, at: Date.parse('2026-02-28T03:00Z') }, ZONE, libraryZone);

test('where a clip stands on the day of its date, nothing is to be said', () => {
  expect(why(day('2022-12-27'), '2022-12-27')).toBeNull();
  expect(why(instant('2022-12-26T18:30:00Z'), '2022-12-27')).toBeNull();
});

test('why a clip stands on another day than its date is told', () => {
  expect(why(null, '2026-02-28')).toBe('no-date');
  expect(why(day('2026-03-01'), '2026-02-28')).toBe('future');
  expect(why(instant('2022-12-26T18:30:00Z'), '2022-12-26', 'Europe/London')).toBe('zone');
  expect(why(day('2022-12-27'), '2022-12-24')).toBe('library');
  expect(why(instant('2022-12-26T18:30:00Z'), '2022-12-24', null)).toBe('library');
});
