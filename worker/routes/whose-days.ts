// Whose days a page shows: those of a library by either day of its clips, or those of a collection by that of publication.
import type { Axis } from '../../shared/digest/axis.ts';
import type { DaysOf } from '../db/days-of.ts';
import type { Library } from '../db/libraries.ts';
import { daysOf, type Where } from '../domain/composed-day.ts';
import type { FeedAddresses } from '../pages/feeds.ts';
import { axisOf } from './axis.ts';
import { feedAddresses, partFeedAddresses } from './feeds.ts';
import type { AppContext } from './services.ts';

export const axisFor = (c: AppContext, { collection }: Pick<Where, 'collection'>): Axis =>
  collection ? 'published' : axisOf(c);

export const daysFor = (c: AppContext, where: Pick<Where, 'collection'>): DaysOf =>
  where.collection ? daysOf(where) : axisOf(c);

/** The feeds that a page of days leads to. */
export const feedsFor = (
  c: AppContext,
  library: Library,
  { collection }: Pick<Where, 'collection'>,
): Promise<FeedAddresses> =>
  collection
    ? partFeedAddresses(c, library, { kind: 'collection', id: collection.id })
    : feedAddresses(c, library);
