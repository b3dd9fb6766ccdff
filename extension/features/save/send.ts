// Sends what waits, one operation at a time, whichever windows and workers are open.
import * as v from 'valibot';
import { type Answer, request } from '../../lib/api.ts';
import { backoff } from '../../lib/backoff.ts';
import {
  delayOperation,
  discardOperation,
  hurryOutbox,
  parkOperation,
  readBytes,
  readOutbox,
  settleOperation,
} from '../../lib/outbox.ts';
import { kindOf, type Operation } from '../../lib/operation.ts';
import { allConnections, pauseConnection, refreshConnections } from '../../lib/connections.ts';
import type { Connection } from '../../lib/storage.ts';
import { KeepAnswer } from '../../../shared/schema/keep.ts';
import { isClosed, judge, mayBeAlone, nextToSend, type Sendable } from './rules.ts';

const NOUNS = {
  keep: 'keeps',
  edit: 'edits',
  filing: 'filings',
  highlight: 'highlights',
  act: 'acts',
} as const;

const put = async (operation: Sendable, token: string): Promise<Answer<KeepAnswer>> => {
  const { server, workspace } = operation.destination;
  const noun = NOUNS[kindOf(operation)];
  return request({
    server,
    path: `/api/w/${encodeURIComponent(workspace)}/${noun}/${operation.id}`,
    method: 'PUT',
    body: await readBytes(operation.id),
    token,
    Schema: KeepAnswer,
  });
};

/** What tells that a library answers. */
export const Description = v.object({ openapi: v.string() });

/** Whether a library answers a small question that needs no token. */
const answers = async (server: string): Promise<boolean> => {
  const path = '/api/openapi.json';
  return (await request({ server, path, method: 'GET', Schema: Description })).kind === 'ok';
};

// The network is said to be back a moment before it is: these pauses are given it.
const GRACE_MS = [500, 1_500, 3_000];

/** As `put`, and once more as soon as the library answers anything at all. */
const putWithGrace = async (operation: Sendable, token: string): Promise<Answer<KeepAnswer>> => {
  const answer = await put(operation, token);
  if (answer.kind !== 'unreachable') return answer;
  for (const pauseMs of GRACE_MS) {
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    if (await answers(operation.destination.server)) return put(operation, token);
  }
  return answer;
};

/** Does what an answer asks for. */
const settle = async (
  operation: Sendable,
  connection: Connection,
  answer: Answer<KeepAnswer>,
): Promise<void> => {
  const outcome = judge(answer);
  const now = Date.now();
  switch (outcome.kind) {
    case 'kept': {
      const { id, clip, day } = outcome.value;
      // It says nothing of what this browser kept.
      if (kindOf(operation) === 'act') return discardOperation(operation.id);
      return settleOperation(operation, {
        ...operation.destination,
        keep: id,
        clip,
        day,
        // When the person kept it, and not when the library was there to take it.
        at: Date.parse(operation.capturedAt),
      });
    }
    case 'pause':
      return pauseConnection(connection);
    case 'park':
      await parkOperation(operation.id, outcome.reason);
      // Perhaps the person has been removed there: what they belong to by now is what is shown.
      return isClosed(outcome.reason) ? refreshConnections() : undefined;
    case 'delay': {
      const attempts = operation.attempts + 1;
      const nextAt = now + backoff(attempts, Math.random(), outcome.after);
      const isAlone = mayBeAlone(attempts, outcome.hindrance) && (await answers(connection.server));
      const hindrance = isAlone ? 'blocked' : outcome.hindrance;
      return delayOperation(operation.id, { attempts, nextAt, hindrance });
    }
  }
};

/** What is to be sent next, of whichever library: one that does not answer holds up none of the others. */
const nextOf = (
  operations: readonly Operation[],
  connections: readonly Connection[],
): { operation: Sendable; connection: Connection } | null => {
  for (const connection of connections) {
    const operation = nextToSend(operations, connection, Date.now());
    if (operation) return { operation, connection };
  }
  return null;
};

interface Sent {
  taken: number;
  waiting: number;
}

/**
 * Sends every operation that is due, in order, until none is. Answers how many the library took, and how many
 * still wait.
 * @param now true to send those too that wait for their next try: the network is back, or the person asks
 */
export const sendWaiting = async ({ now }: { now: boolean }): Promise<Sent> =>
  navigator.locks.request('send', async () => {
    let taken = 0;
    if (now) await hurryOutbox();
    for (;;) {
      const operations = await readOutbox();
      const next = nextOf(operations, await allConnections());
      if (!next)
        return { taken, waiting: operations.filter(({ state }) => state === 'waiting').length };
      const { operation, connection } = next;
      const send = now ? putWithGrace : put;
      const answer = await send(operation, connection.token);
      await settle(operation, connection, answer);
      if (answer.kind === 'ok') taken += 1;
    }
  });
