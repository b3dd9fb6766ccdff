// The pages by which somebody, or an extension, is let in.
import * as v from 'valibot';
import { PairingStarted } from '../../shared/schema/pairing.ts';
import type { Made, WebState } from './web-state.ts';

/** The page that an extension of this name leads to. */
const pairing =
  (name: string) =>
  async ({ send }: Made): Promise<string> => {
    const answer = await send('POST', '/api/pairings', { name });
    const { user_code: code } = v.parse(PairingStarted, await answer.json());
    return `/pair?code=${code}`;
  };

const shown = (): string => '/pair?code=BCDF-GHJK';

/** Codes and pairings; `hostile` is a name that nobody should have. */
export const signInStates = (hostile: string): WebState[] => [
  { name: 'recovery-codes', of: 'empty', path: () => '/account', sends: '/account/recovery-codes' },
  { name: 'pair', of: 'one', path: () => '/pair' },
  { name: 'pair-asked', of: 'one', path: shown },
  { name: 'pair-unknown', of: 'one', path: shown, sends: '/pair' },
  { name: 'pair-answer', of: 'one', path: pairing('Dateline · Chromium, Linux'), sends: '/pair' },
  {
    name: 'paired',
    of: 'one',
    path: pairing('Dateline · Chromium, Linux'),
    sends: '/pair',
    does: (page) => page.locator('button[value="approved"]').click(),
  },
  {
    name: 'pair-refused',
    of: 'one',
    path: pairing('Dateline · Chromium, Linux'),
    sends: '/pair',
    does: (page) => page.locator('button[value="denied"]').click(),
  },
  { name: 'account-told', of: 'one', path: () => '/account?told=made' },
  { name: 'account-tokens', of: 'one', path: () => '/account', opened: true },
  {
    name: 'token-made',
    of: 'one',
    path: () => '/account',
    does: async (page) => {
      await page.locator('#tokens summary').click();
      await page.locator('#tokens input[name="name"]').fill('Cron');
      await page.locator('form[action="/account/tokens"] button').click();
    },
  },
  { name: 'pair-hostile', of: 'full', path: pairing(hostile), sends: '/pair' },
];
