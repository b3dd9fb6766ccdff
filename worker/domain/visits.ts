// What is new to a person: what came into the library since their visit before.
import type { Layer, Personal } from '../db/personal.ts';
import type { Library } from '../db/libraries.ts';

/** A visit is over so long after something was last seen for the first time; until then it stays marked. */
const VISIT_MS = 30 * 60_000;

/** A visit that was last noted before that is over. */
export const overBefore = (now: Date): string => new Date(now.getTime() - VISIT_MS).toISOString();

export interface Seen {
  /** What came after this change of the library is new; null before the first visit, when all would be. */
  newAfter: number | null;
  /** Whether the library has changed since a page was last seen. */
  isBehind: boolean;
}

/** How far a person has seen a library that stands at `seq`. */
export const seenBy = ({ visit }: Pick<Layer, 'visit'>, seq: number, now: Date): Seen => {
  if (visit === null) return { newAfter: null, isBehind: true };
  const isOver = visit.at < overBefore(now);
  return { newAfter: isOver ? visit.seq : visit.since, isBehind: visit.seq < seq };
};

/** Remembers that a page was seen on which the library stood at `seq`, or that all on it is to count as seen. */
export const visit = (
  { personal }: { personal: Personal },
  { workspace }: Pick<Library, 'workspace'>,
  account: string,
  seq: number,
  now: Date,
  isAllSeen: boolean,
): Promise<void> =>
  personal.visit(workspace, account, seq, now.toISOString(), overBefore(now), isAllSeen);
