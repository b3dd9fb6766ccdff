// The course of a pairing in a page that shows it: from the address that is typed to the library, also over a
// reload.
import { wipeMirror } from '../../lib/mirror.ts';
import { openTab } from '../../lib/panel.ts';
import {
  connectionSetting,
  pairingInFlight,
  type PairingInFlight,
  serverSetting,
} from '../../lib/storage.ts';
import { serverOrigin } from './address.ts';
import { awaitApproval, cancelPairing, startPairing } from './pair.ts';
import type { PairingActions, PairingState } from './Pairing.tsx';
import { ownName } from './platform.ts';

export interface PairingCourse {
  /** How it stands now. */
  state: () => Promise<PairingState>;
  /** Goes on with a pairing that a page before this one began. */
  resume: () => Promise<void>;
  actions: PairingActions;
}

const choose = async (workspace: string): Promise<void> => {
  const connection = await connectionSetting.get();
  if (connection) await connectionSetting.set({ ...connection, workspace });
};

const openApproval = async (): Promise<void> => {
  const pairing = await pairingInFlight.get();
  if (pairing) await openTab(pairing.started.verification_uri_complete);
};

/**
 * @param refresh shows the page anew; called after every step
 * @param waiting how many operations a disconnect would leave waiting
 */
export const pairingCourse = (
  refresh: () => Promise<void>,
  waiting: () => number,
): PairingCourse => {
  let polling: AbortController | null = null;
  let failure: Extract<PairingState, { kind: 'idle' }>['failure'] = null;
  let connecting = false;
  let asksToDisconnect = false;

  const state = async (): Promise<PairingState> => {
    if (connecting) return { kind: 'connecting' };
    const pairing = await pairingInFlight.get();
    if (pairing) return { kind: 'code', pairing };
    const connection = await connectionSetting.get();
    // A failed attempt is told where it was made: with a token that is no longer taken, in the form.
    if (connection && !(connection.paused && failure))
      return { kind: 'connected', connection, asksToDisconnect };
    return { kind: 'idle', failure };
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

  const connect = async (typed: string): Promise<void> => {
    if (connecting) return;
    const server = serverOrigin(typed);
    if (!server) {
      failure = 'bad-address';
      return refresh();
    }
    connecting = true;
    await refresh();
    await serverSetting.set(server);
    failure = await startPairing(server, await ownName());
    connecting = false;
    await refresh();
    await resume();
  };

  const cancel = async (): Promise<void> => {
    polling?.abort();
    failure = null;
    await cancelPairing();
    await refresh();
  };

  const disconnect = async (): Promise<void> => {
    const mustAsk = !asksToDisconnect && waiting() > 0;
    asksToDisconnect = mustAsk;
    if (!mustAsk) {
      await connectionSetting.set(null);
      await wipeMirror();
    }
    await refresh();
  };

  return {
    state,
    resume,
    actions: {
      onConnect: (typed) => void connect(typed),
      onCancel: () => void cancel(),
      onOpenApproval: () => void openApproval(),
      onChoose: (workspace) => void choose(workspace),
      onDisconnect: () => void disconnect(),
    },
  };
};
