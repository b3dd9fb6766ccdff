// Keeps the mirror as the library is: copies its newest cards page by page, then what changed since. It may be stopped at
// any moment, and goes on from the last answer that was taken in.
import type * as v from 'valibot';
import { CardPage, Changes } from '../../shared/schema/mirror.ts';
import type { SectionCategory } from '../../shared/schema/section-category.ts';
import { type Answer, request } from './api.ts';
import { backoff, isDue, isPassing } from './backoff.ts';
import { changeMirror, type MirrorChange, restartMirror } from './mirror-change.ts';
import { type MirrorState, openMirror, wipeMirror } from './mirror.ts';
import { destinationOf, isSameDestination } from './operation.ts';
import { rememberSectionCategory } from './section-categories.ts';
import { type Connection, connectionSetting, pauseConnection } from './storage.ts';

/** So long nothing is asked once the copy is whole, unless something was sent. */
const REST_MS = 15 * 60_000;

/**
 * Why the library is asked: time has passed, something was sent there, or the browser starts or is back in the network.
 * The last heeds no pause, and what was sent none but that which a failure asks for.
 */
export type Why = 'time' | 'sent' | 'start';

/** What the copying needs from outside. */
export interface MirrorWays {
  connection: () => Promise<Connection | null>;
  ask: <T>(
    connection: Connection,
    path: string,
    Schema: v.GenericSchema<unknown, T>,
  ) => Promise<Answer<T>>;
  /** The library tells what was said of sections of sites. */
  told: (said: readonly SectionCategory[], connection: Connection) => Promise<void>;
  /** The token of a connection was refused. */
  refused: (connection: Connection) => Promise<void>;
  /** Milliseconds since 1970. */
  now: () => number;
  /** From 0 to 1. */
  random: () => number;
}

const WAYS: MirrorWays = {
  connection: connectionSetting.get,
  ask: ({ server, workspace, token }, path, Schema) =>
    request({
      server,
      path: `/api/w/${encodeURIComponent(workspace)}/${path}`,
      method: 'GET',
      token,
      Schema,
    }),
  told: (said, connection) => rememberSectionCategory(said, connection, true),
  refused: pauseConnection,
  now: Date.now,
  random: Math.random,
};

const isAskedFor = ({ attempts, nextAt }: MirrorState, why: Why, now: number): boolean => {
  if (why === 'start' || isDue(nextAt, now)) return true;
  return why === 'sent' && attempts === 0;
};

/** What an answer makes of the copy; null where it cannot be what the library means. */
interface Taken extends MirrorChange {
  sections: readonly SectionCategory[];
  seq: number;
  before: string | null;
  isWhole: boolean;
}

const takePage = (state: MirrorState, { cards, sections, next, seq }: CardPage): Taken | null => {
  const standsStill = next !== null && (cards.length === 0 || next === state.before);
  if (standsStill) return null;
  // What changes while the pages are read is asked for from the first of them on.
  return { cards, deleted: [], sections, seq: state.seq ?? seq, before: next, isWhole: false };
};

const takeChanges = (
  since: number,
  { cards, deleted, sections, seq, more }: Changes,
): Taken | null =>
  seq < since || (more && seq === since)
    ? null
    : { cards, deleted, sections, seq, before: null, isWhole: !more };

const ask = async (
  ways: MirrorWays,
  connection: Connection,
  state: MirrorState,
): Promise<Answer<Taken | null>> => {
  const { seq, before } = state;
  if (seq !== null && before === null) {
    const answer = await ways.ask(connection, `changes?since=${seq}`, Changes);
    return answer.kind === 'ok' ? { kind: 'ok', value: takeChanges(seq, answer.value) } : answer;
  }
  const from = before === null ? '' : `?before=${encodeURIComponent(before)}`;
  const answer = await ways.ask(connection, `cards${from}`, CardPage);
  return answer.kind === 'ok' ? { kind: 'ok', value: takePage(state, answer.value) } : answer;
};

/** Does what an answer asks for; answers whether there is more to ask. */
const settle = async (
  ways: MirrorWays,
  connection: Connection,
  state: MirrorState,
  answer: Answer<Taken | null>,
): Promise<boolean> => {
  if (answer.kind === 'ok' && answer.value) {
    const { isWhole, seq, before, sections, ...change } = answer.value;
    // Before the answer counts as taken in: what is remembered twice is remembered once.
    if (sections.length > 0) await ways.told(sections, connection);
    const nextAt = isWhole ? ways.now() + REST_MS : 0;
    const isTaken = await changeMirror(state, change, { seq, before, attempts: 0, nextAt });
    return !isTaken || !isWhole;
  }
  if (answer.kind === 'refused' && answer.status === 401) {
    await ways.refused(connection);
    return false;
  }
  const after = 'retryAfter' in answer ? answer.retryAfter : null;
  const attempts = state.attempts + 1;
  const nextAt = ways.now() + backoff(attempts, ways.random(), after);
  // The library is not to be seen any more, or another state of it: nothing of the copy holds.
  const isVoid = answer.kind === 'ok' || (answer.kind === 'refused' && !isPassing(answer.status));
  if (isVoid) await restartMirror(state, { attempts, nextAt });
  else await changeMirror(state, { cards: [], deleted: [] }, { ...state, attempts, nextAt });
  return false;
};

/** Brings the mirror up to the library that is connected. Without one there is none. */
export const syncMirror = (why: Why, ways: MirrorWays = WAYS): Promise<void> =>
  navigator.locks.request('mirror', async () => {
    for (;;) {
      const connection = await ways.connection();
      if (!connection) return wipeMirror();
      const state = await openMirror(destinationOf(connection));
      if (connection.paused || !isAskedFor(state, why, ways.now())) return undefined;
      const answer = await ask(ways, connection, state);
      const current = await ways.connection();
      // An answer of a library that has been left since is not looked at.
      if (!current || !isSameDestination(current, connection)) continue;
      if (!(await settle(ways, connection, state, answer))) return undefined;
    }
  });

/** Follows the person to another library, or to none: what was copied of the one before is gone at once. */
export const followLibrary = async (ways: MirrorWays = WAYS): Promise<void> => {
  const connection = await ways.connection();
  if (connection) await openMirror(destinationOf(connection));
  else await wipeMirror();
  await syncMirror('time', ways);
};
