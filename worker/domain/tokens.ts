// A token that a person makes by hand, for where no page of the server can be opened to approve a pairing.
import type { Tokens } from '../db/tokens.ts';
import type { Scopes } from '../../shared/schema/pairing.ts';
import { formToken } from './form-ids.ts';
import { type Clock, hashSecret, type Random, uuidV7 } from './ids.ts';
import { Refusal } from './refusal.ts';

/**
 * Makes a token of an account as a form of this id asks for it, and answers its secret, of which only the hash is stored; sent
 * again it is the one that was made. Throws 'gone' where that was revoked.
 */
export const makeToken = async (
  { tokens, now, random }: { tokens: Tokens; now: Clock; random: Random },
  account: string,
  { name, scopes, form }: { name: string; scopes: Scopes; form: string },
  serverSecret: string,
): Promise<string> => {
  const at = now();
  const said = [account, name, scopes];
  const token = await formToken(serverSecret, { id: form, said });
  const isThere = await tokens.add({
    id: uuidV7(at, random),
    hash: await hashSecret(token),
    account,
    name,
    scopes,
    at: at.toISOString(),
  });
  if (!isThere) throw new Refusal('gone');
  return token;
};
