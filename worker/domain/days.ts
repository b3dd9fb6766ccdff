// Several days of a workspace at once, and a day by when its clips were kept: each a digest as any other, but for what
// earlier days have that is related.
import type { Days } from '../db/days.ts';
import type { Library } from '../db/libraries.ts';
import type { Axis } from '../../shared/digest/axis.ts';
import type { Digest } from '../../shared/schema/digest.ts';
import { composeDay, pageOfDay } from './digests.ts';

/** A page of the digest of each of a span of days, in one round trip; `earlier` and `later` of each lie outside the span. */
export const readDays = async (
  { days: stored }: { days: Days },
  library: Pick<Library, 'workspace' | 'zone'>,
  axis: Axis,
  days: readonly [string, ...string[]],
  page = 1,
): Promise<[Digest, ...Digest[]]> => {
  const last = days.at(-1) ?? days[0];
  const { cards, earlier, later } = await stored.cards(library.workspace, axis, days[0], last);
  const byDay = Map.groupBy(cards, ({ card }) => (axis === 'kept' ? card.keptDay : card.day));
  const digestOf = (day: string) => {
    const composed = composeDay(library, day, { cards: byDay.get(day) ?? [], tombstone: null });
    return pageOfDay(library, composed, page, { earlier, later });
  };
  const [first, ...others] = days;
  return [digestOf(first), ...others.map(digestOf)];
};
