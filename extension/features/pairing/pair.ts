// Getting a token of our own: the device flow of RFC 8628, in steps that outlive the page they run in.
import {
  Paired,
  type PairingPoll,
  type PairingStart,
  PairingStarted,
  type TokenSummary,
} from '../../../shared/schema/pairing.ts';
import { request } from '../../lib/api.ts';
import { addConnection, allConnections, chosenOf } from '../../lib/connections.ts';
import { askToSend } from '../../lib/messages.ts';
import { openTab } from '../../lib/panel.ts';
import { isSameLibrary } from '../../lib/operation.ts';
import { type PairingInFlight, pairingInFlight } from '../../lib/storage.ts';
import { askAboutToken } from '../../lib/token.ts';

/** Why a pairing came to nothing. */
export type PairingFailure =
  | 'unreachable'
  | 'refused'
  | 'denied'
  | 'expired'
  | 'no-workspace'
  | 'bad-token';

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
    body: json({ name, scope: 'clip:read clip:write' } satisfies PairingStart),
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

/** Connects with a library whose token we have; a workspace that was chosen there before stays chosen. */
const adopt = async (
  server: string,
  token: string,
  { account, scope, workspaces }: TokenSummary,
): Promise<PairingFailure | null> => {
  const before = (await allConnections()).find((one) => isSameLibrary(one, { server, account }));
  const chosen = chosenOf(workspaces, before?.workspace);
  if (!chosen) return 'no-workspace';
  const connection = { server, account, token, scope, workspaces };
  await addConnection({ ...connection, workspace: chosen.id, paused: false });
  // Not awaited: the pairing has succeeded, however long the sending takes.
  void askToSend({ now: true });
  return null;
};

/** Connects by a token that the person has made by hand. Null where it did. */
export const connectByToken = async (
  server: string,
  token: string,
): Promise<PairingFailure | null> => {
  const answer = await askAboutToken(server, token);
  if (answer.kind === 'unreachable') return 'unreachable';
  if (answer.kind === 'refused' && answer.status === 401) return 'bad-token';
  if (answer.kind !== 'ok') return 'refused';
  return adopt(server, token, answer.value);
};

/** What is known after one poll; `after`: the least pause in seconds before the next, where the server told one. */
type Polled = { kind: 'pending'; after: number } | 'paired' | PairingFailure;

const STILL_PENDING: Polled = { kind: 'pending', after: 0 };

/** Asks once whether the person has approved. */
const pollPairing = async (
  { server, started, expiresAt }: PairingInFlight,
  signal: AbortSignal,
): Promise<Polled> => {
  if (Date.now() >= expiresAt) return 'expired';
  const answer = await request({
    server,
    path: '/api/pairings/token',
    method: 'POST',
    body: json({ device_code: started.device_code } satisfies PairingPoll),
    Schema: Paired,
  });
  // Given up while the answer was on its way: the token is not taken.
  if (signal.aborted) return STILL_PENDING;
  if (answer.kind === 'ok') {
    const { access_token: token, ...summary } = answer.value;
    return (await adopt(server, token, summary)) ?? 'paired';
  }
  // The network may come back before the code is void.
  if (answer.kind !== 'refused' || answer.status >= 500) return STILL_PENDING;
  if (answer.status === 429) return { kind: 'pending', after: answer.retryAfter ?? 0 };
  if (answer.code === 'authorization-pending') return STILL_PENDING;
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
    const polled = await pollPairing(pairing, signal);
    if (typeof polled === 'string') {
      await pairingInFlight.set(null);
      return polled;
    }
    // No longer than until the code is void: then it is known how it ended.
    const left = (pairing.expiresAt - Date.now()) / 1000;
    const asked = Math.max(1, pairing.started.interval, Math.min(polled.after, left));
    const seconds = Math.ceil(asked);
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  }
  return null;
};
