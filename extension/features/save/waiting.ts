// Why a clip is still here, and since when.
import { isSameLibrary, kindOf, type Operation } from '../../lib/operation.ts';
import { mayWrite } from '../../lib/scope.ts';
import type { Sender } from './rules.ts';

export type Why =
  | 'no-library'
  /** Kept before pairing: the person has not said yet where it goes. */
  | 'not-chosen'
  | 'elsewhere'
  | 'pair-again'
  /** The person has allowed less than this needs. */
  | 'not-allowed'
  | 'turn'
  | NonNullable<Operation['hindrance']>;

/** What a waiting operation waits for. What the person can change comes before what the last try met. */
export const whyItWaits = (
  operation: Pick<
    Operation,
    'destination' | 'hindrance' | 'edits' | 'act' | 'filing' | 'highlight'
  >,
  libraries: readonly Sender[],
): Why => {
  const { destination, hindrance } = operation;
  if (!destination) return libraries.length > 0 ? 'not-chosen' : 'no-library';
  const library = libraries.find((one) => isSameLibrary(destination, one));
  if (!library) return 'elsewhere';
  if (library.paused) return 'pair-again';
  if (!mayWrite(library, kindOf(operation))) return 'not-allowed';
  return hindrance ?? 'turn';
};

/** No clip was kept before there was Dateline. */
const FIRST_MS = Date.UTC(2026, 0, 1);

/**
 * Since when an operation waits; null where the clock that told it was wrong, as we know by now.
 * @param now milliseconds since 1970
 */
export const waitsSince = (
  { capturedAt }: Pick<Operation, 'capturedAt'>,
  now: number,
): Date | null => {
  const since = new Date(capturedAt);
  return since.getTime() >= FIRST_MS && since.getTime() <= now ? since : null;
};
