// Keeps the mirror as the library is: copies its newest cards page by page, then what changed since. It may be stopped at
// any moment, and goes on from the last answer that was taken in.
import type * as v from 'valibot';
import { CardPage, Changes } from '../../shared/schema/mirror.ts';
import type { SectionCategory } from '../../shared/schema/section-category.ts';
import { type Answer, request } from './api.ts';
import { backoff, isDue, isPassing } from './backoff.ts';
import { changeMirror, type MirrorChange, NO_CHANGE, restartMirror } from './mirror-change.ts';
import { isComplete, type MirrorState, openMirror, wipeMirror } from './mirror.ts';
import { destinationOf, isSameDestination } from './operation.ts';
import { rememberSectionCategory } from './section-categories.ts';
import { pauseConnection, rememberZone } from './connections.ts';
import { mayRead } from './scope.ts';
import { type Connection, connectionSetting } from './storage.ts';

/** So long nothing is asked once the copy is as the library, unless something was sent. */
const REST_MS = 15 * 60_000;

/**
 * Why the library is asked: time has passed, something was sent there, or the browser starts or is back in the network.
 * The last heeds no pause, and what was sent none but that which a failure asks for; nor does a copy that is not complete.
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
  /** The library tells by which zone its days go. */
  zoned: (zone: string, connection: Connection) => Promise<void>;
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
  zoned: rememberZone,
  refused: pauseConnection,
  now: Date.now,
  random: Math.random,
};

const isAskedFor = (state: MirrorState, why: Why, now: number): boolean => {
  const { attempts, nextAt } = state;
  if (why === 'start' || isDue(nextAt, now)) return true;
  return attempts === 0 && (why === 'sent' || !isComplete(state));
};

/** What an answer makes of the copy; null where it cannot be what the library means. */
interface Taken extends MirrorChange {
  sections: readonly SectionCategory[];
  seq: number;
  read: number;
  epoch: string;
  end: number | null;
  /** Null where it is not told. */
  zone: string | null;
  /** Whether the copy is now as the library, where it is complete. */
  isUpToDate: boolean;
}

const takePage = (
  state: MirrorState,
  { cards, names, sections, next, seq, read, epoch }: CardPage,
): Taken | null => {
  const isOther = state.epoch !== null && epoch !== state.epoch;
  const standsStill =
    next !== null && (cards.length === 0 || (state.end !== null && next >= state.end));
  if (isOther || standsStill) return null;
  // What changes while the pages are read is asked for from the first of them on.
  const since = state.seq === null ? { seq, read } : { seq: state.seq, read: state.read };
  const taken = { ...NO_CHANGE, cards, names, sections, ...since, epoch };
  return { ...taken, end: next, zone: null, isUpToDate: false };
};

const takeChanges = (
  { end, ...state }: MirrorState,
  since: number,
  { cards, seq, read, epoch, more, zone, ...change }: Changes,
): Taken | null => {
  // A restored library, whose numbers may have come to mean other changes.
  const isOther = epoch !== state.epoch || seq < since || read < state.read;
  const standsStill = more && seq === since && read === state.read;
  if (isOther || standsStill) return null;
  // An older one comes with its page, where there is room for it.
  const copied = cards.filter(({ place }) => end === null || place >= end);
  return { ...change, cards: copied, seq, read, epoch, end, zone: zone ?? null, isUpToDate: !more };
};

const ask = async (
  ways: MirrorWays,
  connection: Connection,
  state: MirrorState,
): Promise<Answer<Taken | null>> => {
  const { seq, end } = state;
  if (seq !== null && isComplete(state)) {
    const answer = await ways.ask(connection, `changes?since=${seq}&read=${state.read}`, Changes);
    return answer.kind === 'ok'
      ? { kind: 'ok', value: takeChanges(state, seq, answer.value) }
      : answer;
  }
  const from = end === null ? '' : `?before=${end}`;
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
    const { isUpToDate, seq, read, epoch, end, sections, zone, ...change } = answer.value;
    // Before the answer counts as taken in: what is remembered twice is remembered once.
    if (sections.length > 0) await ways.told(sections, connection);
    if (zone !== null) await ways.zoned(zone, connection);
    const nextAt = isUpToDate ? ways.now() + REST_MS : 0;
    const at = isUpToDate ? ways.now() : state.at;
    const progress = { seq, read, at, epoch, end, attempts: 0, nextAt };
    const taken = await changeMirror(state, change, progress);
    // What was deleted makes room for older ones.
    return !taken || !isUpToDate || !isComplete(taken);
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
  else await changeMirror(state, NO_CHANGE, { ...state, attempts, nextAt });
  return false;
};

/**
 * Brings the mirror up to the library that is connected. Without one, or where nothing may be read, there is none.
 * Answers whether the library was asked.
 */
export const syncMirror = (why: Why, ways: MirrorWays = WAYS): Promise<boolean> =>
  navigator.locks.request('mirror', async () => {
    for (let wasAsked = false; ; wasAsked = true) {
      const connection = await ways.connection();
      if (!connection || !mayRead(connection)) {
        await wipeMirror();
        return wasAsked;
      }
      const state = await openMirror(destinationOf(connection));
      if (connection.paused || !isAskedFor(state, why, ways.now())) return wasAsked;
      const answer = await ask(ways, connection, state);
      const current = await ways.connection();
      // An answer of a library that has been left since is not looked at.
      if (!current || !isSameDestination(current, connection)) continue;
      if (!(await settle(ways, connection, state, answer))) return true;
    }
  });

/** Follows the person to another library, or to none: what was copied of the one before is gone at once. */
export const followLibrary = async (ways: MirrorWays = WAYS): Promise<void> => {
  const connection = await ways.connection();
  if (connection && mayRead(connection)) await openMirror(destinationOf(connection));
  else await wipeMirror();
  await syncMirror('time', ways);
};
