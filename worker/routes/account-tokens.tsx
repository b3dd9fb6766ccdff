// The tokens of one's account: made by hand, and revoked.
import * as v from 'valibot';
import { Scopes } from '../../shared/schema/pairing.ts';
import { called } from '../../shared/schema/text.ts';
import { LIMITS, takeTry } from '../domain/limits.ts';
import { Refusal } from '../domain/refusal.ts';
import { makeToken } from '../domain/tokens.ts';
import { TokenMadePage } from '../pages/Tokens.tsx';
import { page, unstored } from './answers.ts';
import { parse, readForm, readNothing } from './body.ts';
import { FORM_ID, newFormId } from './form-id.ts';
import { requireJustNow } from './just-now.ts';
import { ownSetting } from './own-setting.ts';
import { signedIn } from './policy.ts';
import { pageRoute } from './route.ts';
import { ownOrigin } from './services.ts';

/** The form that makes a token. */
export const TokenForm = v.strictObject({
  name: called(100),
  scopes: Scopes,
  ...FORM_ID,
});

export const accountTokenRoutes = [
  pageRoute({
    method: 'POST',
    path: '/account/tokens',
    policy: signedIn,
    handler: async (c, { person }) => {
      const { account } = person;
      const { form = newFormId(c), ...wanted } = parse(TokenForm, await readForm(c));
      await requireJustNow(c, person, '/account#tokens', wanted);
      await takeTry(c.var.services, LIMITS.token, account);
      const [{ language, workspace }, token] = await Promise.all([
        ownSetting(c, person),
        makeToken(c.var.services, account, { ...wanted, form }, c.env.SECRET),
      ]);
      const shown = { ...wanted, token, server: ownOrigin(c) };
      return unstored(page(c, <TokenMadePage {...{ language, workspace }} {...shown} />));
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/account/tokens/:id/revoke',
    policy: signedIn,
    handler: async (c, { person: { account } }) => {
      await readNothing(c);
      const { tokens, now } = c.var.services;
      if (!(await tokens.revoke(account, c.req.param('id') ?? '', now().toISOString())))
        throw new Refusal('not-found');
      return c.redirect('/account?told=revoked', 303);
    },
  }),
];
