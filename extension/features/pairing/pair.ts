// Getting a token of our own: the device flow of RFC 8628, in steps that outlive the page they run in.
import {
  Paired,
  type PairingPoll,
  type PairingStart,
  PairingStarted,
} from '../../../shared/schema/pairing.ts';
import { request } from '../../lib/api.ts';
import { askToSend } from '../../lib/messages.ts';
import { openTab } from '../../lib/panel.ts';
import { connectionSetting, type PairingInFlight, pairingInFlight } from '../../lib/storage.ts';

/** Why a pairing came to nothing. */
export type PairingFailure = 'unreachable' | 'refused' | 'denied' | 'expired' | 'no-workspace';

const json = JSON.stringify;

/** Begins a pairing and opens the page on which the person approves it. Null where it began. */
export const startPairing = async (
  server: string,
  name: string,
): Promise<PairingFailure | null> => {
  const answer = await request({
    server,
    path: '/api/pairings',
    method: 'POST',
    body: json({ name } satisfies PairingStart),
    Schema: PairingStarted,
  });
  if (answer.kind === 'unreachable') return 'unreachable';
  if (answer.kind !== 'ok') return 'refused';
  const started = answer.value;
  // The page to approve on is the server's own, whatever an answer may say.
  if (URL.parse(started.verification_uri_complete)?.origin !== server) return 'refused';
  const expiresAt = Date.now() + started.expires_in * 1000;
  await pairingInFlight.set({ server, started, expiresAt });
  await openTab(started.verification_uri_complete);
  return null;
};

/** Gives a pairing up. The code expires by itself. */
export const cancelPairing = (): Promise<void> => pairingInFlight.set(null);

const adopt = async (server: string, paired: Paired): Promise<PairingFailure | null> => {
  const before = await connectionSetting.get();
  const { account, access_token, workspaces } = paired;
  const isKnown = before?.server === server && before.account === account;
  const chosen =
    workspaces.find(({ id }) => isKnown && id === before.workspace) ??
    workspaces.find(({ role }) => role !== 'viewer') ??
    workspaces[0];
  if (!chosen) return 'no-workspace';
  await connectionSetting.set({
    server,
    account,
    token: access_token,
    workspaces,
    workspace: chosen.id,
    paused: false,
  });
  // Not awaited: the pairing has succeeded, however long the sending takes.
  void askToSend({ now: true });
  return null;
};

/** Asks once whether the person has approved: 'pending' where nobody has answered yet. */
const pollPairing = async (
  { server, started, expiresAt }: PairingInFlight,
  signal: AbortSignal,
): Promise<'pending' | 'paired' | PairingFailure> => {
  if (Date.now() >= expiresAt) return 'expired';
  const answer = await request({
    server,
    path: '/api/pairings/token',
    method: 'POST',
    body: json({ device_code: started.device_code } satisfies PairingPoll),
    Schema: Paired,
  });
  // Given up while the answer was on its way: the token is not taken.
  if (signal.aborted) return 'pending';
  if (answer.kind === 'ok') return (await adopt(server, answer.value)) ?? 'paired';
  // The network may come back before the code is void.
  if (answer.kind !== 'refused' || answer.status >= 500 || answer.status === 429) return 'pending';
  if (answer.code === 'authorization-pending') return 'pending';
  if (answer.code === 'access-denied') return 'denied';
  return answer.code === 'expired-token' ? 'expired' : 'refused';
};

/**
 * Polls at the pace that the server asked for until the pairing has ended or the signal fires.
 * Answers null where it fired.
 */
export const awaitApproval = async (
  pairing: PairingInFlight,
  signal: AbortSignal,
): Promise<'paired' | PairingFailure | null> => {
  while (!signal.aborted) {
    const state = await pollPairing(pairing, signal);
    if (state !== 'pending') {
      await pairingInFlight.set(null);
      return state;
    }
    const seconds = Math.max(1, pairing.started.interval);
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  }
  return null;
};
