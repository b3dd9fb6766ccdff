import {
  PairingPoll,
  PairingStart,
  type Paired,
  type PairingStarted,
} from '../../shared/schema/pairing.ts';
import { workspacesOf } from '../domain/access.ts';
import { PAIRING_SECONDS, POLL_SECONDS, redeemPairing, startPairing } from '../domain/pairings.ts';
import { LIMITS, takeTry } from '../domain/limits.ts';
import { json } from './answers.ts';
import { networkAsking } from './asking.ts';
import { MAX_SMALL_BODY, parse, readJson } from './body.ts';
import { anybody } from './policy.ts';
import { apiRoute } from './route.ts';
import { ownOrigin } from './services.ts';

export const pairingRoutes = [
  apiRoute({
    method: 'POST',
    path: '/api/pairings',
    policy: anybody,
    operation: {
      id: 'startPairing',
      summary: 'Opens a pairing (RFC 8628, 3.1).',
      body: 'PairingStart',
      answers: { 201: 'PairingStarted' },
      problems: ['too-many'],
    },
    handler: async (c) => {
      const { value } = await readJson(c, MAX_SMALL_BODY);
      const { name, scope: scopes } = parse(PairingStart, value);
      await takeTry(c.var.services, LIMITS.pairing, await networkAsking(c));
      const { deviceCode, userCode } = await startPairing(c.var.services, c.env.SECRET, {
        name,
        scopes,
      });
      const uri = `${ownOrigin(c)}/pair`;
      const started: PairingStarted = {
        device_code: deviceCode,
        user_code: userCode,
        verification_uri: uri,
        verification_uri_complete: `${uri}?code=${userCode}`,
        expires_in: PAIRING_SECONDS,
        interval: POLL_SECONDS,
      };
      return json(c, started, 201);
    },
  }),
  apiRoute({
    method: 'POST',
    path: '/api/pairings/token',
    policy: anybody,
    operation: {
      id: 'pollPairing',
      summary:
        'Asks for the token of a pairing (RFC 8628, 3.4): the same again, for as long as the code is good and the token was not used.',
      body: 'PairingPoll',
      answers: { 200: 'Paired' },
      problems: ['authorization-pending', 'access-denied', 'expired-token', 'too-many'],
    },
    handler: async (c) => {
      const { value } = await readJson(c, MAX_SMALL_BODY);
      const { device_code } = parse(PairingPoll, value);
      await takeTry(c.var.services, LIMITS.pairingPoll, await networkAsking(c));
      const { token, account, scopes } = await redeemPairing(
        c.var.services,
        c.env.SECRET,
        device_code,
      );
      const paired: Paired = {
        access_token: token,
        token_type: 'Bearer',
        scope: scopes,
        account,
        workspaces: await workspacesOf(c.var.services, account),
      };
      return json(c, paired);
    },
  }),
];
