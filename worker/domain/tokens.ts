// A token that a person makes by hand, for where no page of the server can be opened to approve a pairing.
import type { Tokens } from '../db/tokens.ts';
import type { Scopes } from '../../shared/schema/pairing.ts';
import { type Clock, hashSecret, type Random, secret, uuidV7 } from './ids.ts';

/** Makes a token of an account, and answers its secret, of which only the hash is stored. */
export const makeToken = async (
  { tokens, now, random }: { tokens: Tokens; now: Clock; random: Random },
  account: string,
  { name, scopes }: { name: string; scopes: Scopes },
): Promise<string> => {
  const at = now();
  const token = secret(random);
  await tokens.add({
    id: uuidV7(at, random),
    hash: await hashSecret(token),
    account,
    name,
    scopes,
    at: at.toISOString(),
  });
  return token;
};
