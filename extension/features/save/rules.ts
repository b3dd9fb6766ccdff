// When an operation is sent, and what its answer means for it.
import type { Scopes } from '../../../shared/schema/pairing.ts';
import type { Answer } from '../../lib/api.ts';
import { isDue, isPassing } from '../../lib/backoff.ts';
import {
  isSameLibrary,
  kindOf,
  type Destination,
  type Hindrance,
  type Operation,
} from '../../lib/operation.ts';
import { mayWrite } from '../../lib/scope.ts';

/** A library that operations can be sent to now. */
export interface Sender {
  server: string;
  account: string;
  /** What it lets us do. */
  scope: Scopes;
  paused: boolean;
}

export interface Sendable extends Operation {
  destination: Destination;
}

const isFor = (operation: Operation, sender: Sender): operation is Sendable =>
  operation.state === 'waiting' &&
  operation.destination !== null &&
  isSameLibrary(operation.destination, sender) &&
  mayWrite(sender, kindOf(operation));

/** Not before it failed this often is an operation itself under suspicion. */
const TRIES_IN_ORDER = 5;

/**
 * Whether an operation that could not be sent once more may be hindered alone: a proxy's refusal without
 * CORS headers looks to us as no network does, however often the same bytes are sent. What the library
 * itself answered tells nothing of the kind.
 * @param attempts tries that failed so far
 */
export const mayBeAlone = (attempts: number, hindrance: Hindrance): boolean =>
  attempts >= TRIES_IN_ORDER && hindrance !== 'busy' && hindrance !== 'moving';

/**
 * The operation to send next, or null for none now. The order of saving is kept: while the first
 * one waits for its next try, so do those behind it. A parked one holds up nobody, nor does one that
 * alone does not get through; but a correction or a highlight never overtakes the keep
 * that it belongs to.
 * @param operations in the order of saving
 * @param now milliseconds since 1970
 */
export const nextToSend = (
  operations: readonly Operation[],
  sender: Sender | null,
  now: number,
): Sendable | null => {
  if (!sender || sender.paused) return null;
  const ids = new Set(operations.map(({ id }) => id));
  const next = operations.find(
    (operation): operation is Sendable =>
      isFor(operation, sender) &&
      (operation.edits === null || !ids.has(operation.edits)) &&
      (operation.hindrance !== 'blocked' || isDue(operation.nextAt, now)),
  );
  return next && isDue(next.nextAt, now) ? next : null;
};

/** Whether a problem's code says that a library may take nothing of this person any more. */
export const isClosed = (code: string): boolean => code === 'not-found' || code === 'role-too-low';

export type Outcome<T> =
  | { kind: 'kept'; value: T }
  /** The token is refused: everything waits until the person pairs again. */
  | { kind: 'pause' }
  /** Sending the same bytes again can never work. */
  | { kind: 'park'; reason: string }
  /** Worth another try; `after` is the least pause in seconds, where the server told one. */
  | { kind: 'delay'; after: number | null; hindrance: Hindrance };

/** What an answer to a write means for the operation. */
export const judge = <T>(answer: Answer<T>): Outcome<T> => {
  if (answer.kind === 'ok') return { kind: 'kept', value: answer.value };
  if (answer.kind === 'unreachable')
    return { kind: 'delay', after: null, hindrance: 'unreachable' };
  if (answer.kind === 'foreign')
    // A proxy with a lower limit than the library's own: waiting would hold up all behind it.
    return answer.status === 413
      ? { kind: 'park', reason: 'too-large' }
      : { kind: 'delay', after: answer.retryAfter, hindrance: 'foreign' };
  if (answer.status === 401) return { kind: 'pause' };
  if (isPassing(answer.status))
    return {
      kind: 'delay',
      after: answer.retryAfter,
      hindrance: answer.code === 'library-moving' ? 'moving' : 'busy',
    };
  return { kind: 'park', reason: answer.code };
};
