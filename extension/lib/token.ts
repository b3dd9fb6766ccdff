// What a library says of our token, and its end there.
import { TokenRevoked, TokenSummary } from '../../shared/schema/pairing.ts';
import { type Answer, request } from './api.ts';

/** Asks a library what a token may do there, and in which workspaces. */
export const askAboutToken = (server: string, token: string): Promise<Answer<TokenSummary>> =>
  request({ server, path: '/api/token', method: 'GET', token, Schema: TokenSummary });

/** Has a token revoked; answers whether it is void by now. */
export const revokeToken = async ({
  server,
  token,
}: {
  server: string;
  token: string;
}): Promise<boolean> => {
  const path = '/api/token';
  const answer = await request({ server, path, method: 'DELETE', token, Schema: TokenRevoked });
  // Refused for it was revoked there already.
  return answer.kind === 'ok' || (answer.kind === 'refused' && answer.status === 401);
};
