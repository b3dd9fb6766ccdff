// The course of a pairing in a page that shows it: from the address that is typed to the library, also over a
// reload; and what is done with the libraries that are connected.
import { allConnections, chooseWorkspace, forgetConnection } from '../../lib/connections.ts';
import { wipeMirror } from '../../lib/mirror.ts';
import { openTab } from '../../lib/panel.ts';
import {
  type Connection,
  pairingInFlight,
  type PairingInFlight,
  serverSetting,
} from '../../lib/storage.ts';
import { revokeToken } from '../../lib/token.ts';
import { serverOrigin, tokenTyped } from './address.ts';
import { awaitApproval, cancelPairing, connectByToken, startPairing } from './pair.ts';
import type { PairingActions, PairingState } from './Pairing.tsx';
import { ownName } from './platform.ts';

export interface PairingCourse {
  /** How it stands now. */
  state: () => Promise<PairingState>;
  /** Goes on with a pairing that a page before this one began. */
  resume: () => Promise<void>;
  actions: PairingActions;
}

const openApproval = async (): Promise<void> => {
  const pairing = await pairingInFlight.get();
  if (pairing) await openTab(pairing.started.verification_uri_complete);
};

/**
 * @param refresh shows the page anew; called after every step
 * @param countWaiting how many articles a disconnect of a library would leave waiting
 */
export const pairingCourse = (
  refresh: () => Promise<void>,
  countWaiting: (library: Connection) => Promise<number>,
): PairingCourse => {
  let polling: AbortController | null = null;
  let failure: PairingState['failure'] = null;
  let connecting = false;
  let asksToDisconnect: PairingState['asksToDisconnect'] = null;
  let notRevoked: string | null = null;

  const state = async (): Promise<PairingState> => {
    const [pairing, connections] = await Promise.all([pairingInFlight.get(), allConnections()]);
    return { connecting, pairing, connections, failure, asksToDisconnect, notRevoked };
  };

  const poll = async (pairing: PairingInFlight): Promise<void> => {
    polling?.abort();
    polling = new AbortController();
    const end = await awaitApproval(pairing, polling.signal);
    if (end === null) return;
    failure = end === 'paired' ? null : end;
    await refresh();
  };

  const resume = async (): Promise<void> => {
    const pairing = await pairingInFlight.get();
    if (pairing) await poll(pairing);
  };

  /** Tries to connect to an address by some way, and tells what became of it. */
  const attempt = async (
    typed: string,
    way: (server: string) => Promise<PairingState['failure']>,
  ): Promise<void> => {
    if (connecting) return;
    const server = serverOrigin(typed);
    notRevoked = null;
    if (!server) {
      failure = 'bad-address';
      return refresh();
    }
    connecting = true;
    await refresh();
    await serverSetting.set(server);
    failure = await way(server);
    connecting = false;
    await refresh();
  };

  const connect = async (typed: string): Promise<void> => {
    await attempt(typed, async (server) => startPairing(server, await ownName()));
    await resume();
  };

  const paste = (typed: string, pasted: string): Promise<void> =>
    attempt(typed, async (server) => {
      const token = tokenTyped(pasted);
      return token === null ? 'bad-token' : connectByToken(server, token);
    });

  const cancel = async (): Promise<void> => {
    polling?.abort();
    failure = null;
    await cancelPairing();
    await refresh();
  };

  const disconnect = async (token: string): Promise<void> => {
    const connections = await allConnections();
    const connection = connections.find((one) => one.token === token);
    if (!connection) return;
    const wasAsked = asksToDisconnect?.token === token;
    const waiting = wasAsked ? 0 : await countWaiting(connection);
    asksToDisconnect = waiting > 0 ? { token, waiting } : null;
    if (!asksToDisconnect) {
      await forgetConnection(connection);
      if (connections[0] === connection) await wipeMirror();
      failure = null;
      notRevoked = (await revokeToken(connection)) ? null : connection.server;
    }
    await refresh();
  };

  return {
    state,
    resume,
    actions: {
      onConnect: (typed) => void connect(typed),
      onPaste: (typed, token) => void paste(typed, token),
      onCancel: () => void cancel(),
      onOpenApproval: () => void openApproval(),
      onChoose: (destination) => void chooseWorkspace(destination).then(refresh),
      onDisconnect: (token) => void disconnect(token),
    },
  };
};
