// What is kept on this machine as a list: newest first, under the day that it stands on.
import { dayIn, publishedDay, publishedTime } from '../../../shared/digest/days.ts';
import type { Card } from '../../lib/card.ts';
import type { Operation } from '../../lib/operation.ts';

/** `here`: nobody has said yet where it goes. */
export type Whereabouts = 'here' | 'waiting' | 'refused';

export interface Entry {
  id: string;
  title: string;
  url: string;
  isLink: boolean;
  /** Null where none was made. */
  card: Card | null;
  /** The day that it was published in the reader's zone; the day that it was kept where that is unknown or to come. */
  day: string;
  /** `HH:MM` where the page told one. */
  time: string | null;
  whereabouts: Whereabouts;
  operation: Operation;
}

const whereaboutsOf = ({ state, destination }: Operation): Whereabouts => {
  if (state === 'parked') return 'refused';
  return destination ? 'waiting' : 'here';
};

const entryOf = (operation: Operation, latest: Operation, zone: string, today: string): Entry => {
  const { id, url, isLink, capturedAt } = operation;
  const { title, card } = latest;
  const published = card?.published ?? null;
  const day = published && publishedDay(published, zone);
  const stands = day !== null && day <= today;
  return {
    id,
    title,
    url,
    isLink,
    card,
    day: stands ? day : dayIn(new Date(capturedAt), zone),
    time: stands && published ? publishedTime(published, zone) : null,
    whereabouts: whereaboutsOf(operation),
    operation,
  };
};

const descending = (one: string, other: string): number => {
  if (one === other) return 0;
  return one < other ? 1 : -1;
};

const newestFirst = (one: Entry, other: Entry): number =>
  descending(one.day, other.day) ||
  descending(one.time ?? '', other.time ?? '') ||
  other.operation.order - one.operation.order;

/**
 * The clips of the outbox as they read now, corrections that wait included.
 * @param operations in the order of saving
 * @param zone the reader's time zone
 * @param today the day there
 */
export const entriesOf = (
  operations: readonly Operation[],
  zone: string,
  today: string,
): Entry[] => {
  const corrections = new Map<string, Operation>();
  for (const operation of operations)
    if (operation.edits !== null && operation.highlight === null && operation.act === null)
      corrections.set(operation.edits, operation);
  return operations
    .filter(({ edits }) => edits === null)
    .map((operation) => entryOf(operation, corrections.get(operation.id) ?? operation, zone, today))
    .sort(newestFirst);
};

/** How many stand on each day. */
export const countByDay = (entries: readonly Pick<Entry, 'day'>[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const { day } of entries) counts.set(day, (counts.get(day) ?? 0) + 1);
  return counts;
};
