// Sends what waits, one operation at a time, whichever windows and workers are open.
import * as v from 'valibot';
import { type Answer, request } from '../../lib/api.ts';
import {
  delayOperation,
  hurryOutbox,
  parkOperation,
  readBytes,
  readOutbox,
  settleOperation,
} from '../../lib/outbox.ts';
import { type Connection, connectionSetting } from '../../lib/storage.ts';
import { KeepAnswer } from '../../../shared/schema/keep.ts';
import { backoff, judge, mayBeAlone, nextToSend, type Sendable } from './rules.ts';

const put = async (operation: Sendable, token: string): Promise<Answer<KeepAnswer>> => {
  const { server, workspace } = operation.destination;
  return request({
    server,
    path: `/api/w/${encodeURIComponent(workspace)}/keeps/${operation.id}`,
    method: 'PUT',
    body: await readBytes(operation.id),
    token,
    Schema: KeepAnswer,
  });
};

const Description = v.object({ openapi: v.string() });

/** Whether a library answers a small question that needs no token. */
const answers = async (server: string): Promise<boolean> => {
  const path = '/api/openapi.json';
  return (await request({ server, path, method: 'GET', Schema: Description })).kind === 'ok';
};

const pause = async (connection: Connection): Promise<void> => {
  // Unless it was paired again meanwhile: then the refused token is history.
  const current = await connectionSetting.get();
  if (current?.token === connection.token)
    await connectionSetting.set({ ...current, paused: true });
};

const sendOne = async (operation: Sendable, connection: Connection): Promise<void> => {
  const outcome = judge(await put(operation, connection.token));
  const now = Date.now();
  switch (outcome.kind) {
    case 'kept': {
      const { id, clip, day } = outcome.value;
      return settleOperation(operation, {
        ...operation.destination,
        keep: id,
        clip,
        day,
        at: now,
      });
    }
    case 'pause':
      return pause(connection);
    case 'park':
      return parkOperation(operation.id, outcome.reason);
    case 'delay': {
      const attempts = operation.attempts + 1;
      const nextAt = now + backoff(attempts, Math.random(), outcome.after);
      const isAlone = mayBeAlone(attempts, outcome.hindrance) && (await answers(connection.server));
      const hindrance = isAlone ? 'blocked' : outcome.hindrance;
      return delayOperation(operation.id, { attempts, nextAt, hindrance });
    }
  }
};

/**
 * Sends every operation that is due, in order, until none is. Answers how many still wait.
 * @param now true to send those too that wait for their next try
 */
export const sendWaiting = async ({ now }: { now: boolean }): Promise<number> =>
  navigator.locks.request('send', async () => {
    if (now) await hurryOutbox();
    for (;;) {
      const operations = await readOutbox();
      const connection = await connectionSetting.get();
      const operation = nextToSend(operations, connection, Date.now());
      if (!operation || !connection)
        return operations.filter(({ state }) => state === 'waiting').length;
      await sendOne(operation, connection);
    }
  });
