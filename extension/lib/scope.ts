// What the person has allowed a connection to do.
import type { Scopes } from '../../shared/schema/pairing.ts';
import type { Kind } from './operation.ts';

interface Limited {
  scope: Scopes;
}

/** Whether it may read what its library has. */
export const mayRead = ({ scope }: Limited): boolean => scope !== 'clip:write';

/** Whether it may write what an operation of this kind says: one that may not read may only keep. */
export const mayWrite = ({ scope }: Limited, kind: Kind): boolean =>
  scope === 'clip:read clip:write' || (scope === 'clip:write' && kind === 'keep');
