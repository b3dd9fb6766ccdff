// Several days of a workspace or a collection at once, and a day by when its clips were kept: each a digest without what
// earlier days have that is related.
import type { Question } from '../db/question.ts';
import type { Days, StoredDays } from '../db/days.ts';
import type { Library } from '../db/libraries.ts';
import type { Axis } from '../../shared/digest/axis.ts';
import type { Digest } from '../../shared/schema/digest.ts';
import { composeDay, daysOf, pageOfDay, type Where } from './composed-day.ts';
import type { DigestOf, DigestReads } from './digests.ts';

const composeOf = (
  library: Where,
  day: string,
  cards: StoredDays['cards'],
  { earlier, later }: StoredDays,
  page = 1,
  order: readonly string[] = [],
): Digest => {
  const composed = composeDay(library, day, { cards, tombstone: null });
  return pageOfDay(library, composed, page, { earlier, later }, order);
};

/** Asks for a page of a day by when its clips were kept, which need not wait until its library is known. */
export const askKeptDay = (
  { days }: { days: Days },
  { workspace }: Pick<Library, 'workspace'>,
  day: string,
  page: number,
): Question<DigestOf> =>
  days
    .cards(workspace, 'kept', day, day)
    .map(
      (stored) => (library, order) =>
        Promise.resolve(composeOf(library, day, stored.cards, stored, page, order)),
    );

/** The digest of each of a span of days, in one round trip; `earlier` and `later` of each lie outside the span. */
export const readDays = async (
  { days: reads, ask }: { days: Days } & Pick<DigestReads, 'ask'>,
  library: Where,
  axis: Axis,
  days: readonly [string, ...string[]],
): Promise<[Digest, ...Digest[]]> => {
  const last = days.at(-1) ?? days[0];
  const of = axis === 'kept' ? axis : daysOf(library);
  const stored = await ask(reads.cards(library.workspace, of, days[0], last));
  const byDay = Map.groupBy(stored.cards, ({ card }) =>
    axis === 'kept' ? card.keptDay : card.day,
  );
  const digestOf = (day: string) => composeOf(library, day, byDay.get(day) ?? [], stored);
  const [first, ...others] = days;
  return [digestOf(first), ...others.map(digestOf)];
};
