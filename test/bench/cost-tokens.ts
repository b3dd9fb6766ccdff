// How the routes of pairings and tokens are asked (`cost-requests.ts`).
import type { Make, Turn } from './cost-requests.ts';

/** A token for each turn, which revokes itself. */
export const bearing = (nth: number): string => `bearing-${nth}`;

const startPairing = async ({ send }: Turn, name: string): Promise<string> => {
  const { user_code: code }: { user_code: string } = JSON.parse(
    await send('POST', '/api/pairings', { json: { name } }),
  );
  return code;
};

export const LET_IN: Readonly<Record<string, Make>> = {
  'POST /account/tokens': ({ nth }) => ({ form: { name: `Script ${nth}`, scopes: 'clip:read' } }),
  'POST /account/tokens/:id/revoke': ({ nth }) => ({
    path: `/account/tokens/token-${nth}/revoke`,
    form: {},
  }),
  'GET /api/token': ({ nth }) => ({ token: bearing(nth) }),
  'DELETE /api/token': ({ nth }) => ({ token: bearing(nth) }),
  'GET /pair': () => ({}),
  'POST /pair': async (turn) => ({
    form: { code: await startPairing(turn, `Browser ${turn.nth}`) },
  }),
  'POST /pair/answer': async (turn) => {
    const code = await startPairing(turn, `Phone ${turn.nth}`);
    await turn.send('POST', '/pair', { form: { code } });
    return { form: { code, answer: 'denied', scopes: 'clip:read' } };
  },
};
