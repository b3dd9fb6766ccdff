// What lies on this machine by our doing: how much it is, and its end.
import { browser } from 'wxt/browser';
import { allConnections, clearConnections } from './connections.ts';
import { wipeMirror } from './mirror.ts';
import { emptyOutbox } from './outbox.ts';
import type { Connection } from './storage.ts';
import { revokeToken } from './token.ts';

/** How much this extension has stored, in bytes; null where the browser does not tell. */
export const storedBytes = async (): Promise<number | null> =>
  (await navigator.storage.estimate()).usage ?? null;

/**
 * Deletes everything: what was kept and not sent, the pairings, the copy of the library, every setting. Answers with what
 * libraries it was connected: their tokens are good until they are revoked there.
 */
export const deleteEverything = async (): Promise<readonly Connection[]> => {
  const connections = await allConnections();
  await emptyOutbox();
  await clearConnections(async () => {
    await Promise.all([browser.storage.local.clear(), browser.storage.session.clear()]);
  });
  localStorage.clear();
  // Once no library is connected, nothing is copied any more.
  await wipeMirror();
  return connections;
};

/** Has the tokens of connections revoked, and answers the servers at which that could not be done now, each once. */
export const revokeAll = async (connections: readonly Connection[]): Promise<readonly string[]> => {
  const asked = connections.map(async (one) => ((await revokeToken(one)) ? [] : [one.server]));
  return [...new Set((await Promise.all(asked)).flat())];
};
