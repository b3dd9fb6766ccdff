// On which days a clip stands, in a zone.
import type { ClipDays } from '../db/moving.ts';
import { dayIn, publishedDay } from '../../shared/digest/days.ts';
import type { ArticleDate } from '../../shared/schema/article.ts';

/** The day whose digest shows a clip: the published one, unless unknown or in the future. */
export const digestDay = (
  published: Pick<ArticleDate, 'value'> | null,
  keptDay: string,
  zone: string,
  now: Date,
): string => {
  const day = published && publishedDay(published.value, zone);
  return day && day <= dayIn(now, zone) ? day : keptDay;
};

/** What the days of a clip that is stored follow from; of an address alone there is neither instant. */
export interface Dated {
  published: string | null;
  /** When it was kept, and when it was given its published day. */
  keptAt: string | null;
  datedAt: string | null;
  keeps: readonly { id: string; keptAt: string }[];
}

/** The days of a clip in a zone, as they would be had it been kept and corrected there. */
export const daysIn = ({ published, keptAt, datedAt, keeps }: Dated, zone: string): ClipDays => {
  const inZone = (instant: string): string => dayIn(new Date(instant), zone);
  const keptDay = keptAt === null ? '' : inZone(keptAt);
  const told = published === null ? null : { value: published };
  return {
    day: datedAt === null ? keptDay : digestDay(told, keptDay, zone, new Date(datedAt)),
    keptDay,
    keeps: keeps.map((keep) => ({ id: keep.id, keptDay: inZone(keep.keptAt) })),
  };
};
