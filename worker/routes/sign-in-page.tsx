// Signing in, by a passkey or a recovery code. All of it is for strangers.
import * as v from 'valibot';
import { PasskeyUsed } from '../../shared/schema/passkey.ts';
import { LIMITS, takeTry } from '../domain/limits.ts';
import { ownPath } from '../domain/own-path.ts';
import { askToUse, signInByPasskey } from '../domain/passkeys.ts';
import { recover } from '../domain/recovery.ts';
import { SignInPage } from '../pages/SignInPage.tsx';
import { json, page } from './answers.ts';
import { deviceAsking, networkAsking, siteOf } from './asking.ts';
import { MAX_SMALL_BODY, parse, readForm, readJson, readNothing } from './body.ts';
import { wishedLanguage } from './language.ts';
import { anybody } from './policy.ts';
import { pageRoute } from './route.ts';
import { ownOrigin } from './services.ts';
import { requireOwnOrigin, setSession } from './sign-in.ts';

const SignInWrite = v.strictObject({ response: PasskeyUsed });
const Short = v.pipe(v.optional(v.string(), ''), v.maxLength(4_000));
const RecoverForm = v.strictObject({ code: Short, next: Short });

export const signInRoutes = [
  pageRoute({
    method: 'GET',
    path: '/sign-in',
    policy: anybody,
    handler: (c) => {
      const next = ownPath(c.req.query('next'), ownOrigin(c));
      return page(c, <SignInPage language={wishedLanguage(c)} next={next} wrongCode={null} />);
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/sign-in/challenge',
    policy: anybody,
    handler: async (c) => {
      requireOwnOrigin(c);
      await readNothing(c);
      return json(c, await askToUse(c.var.services, siteOf(c)));
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/sign-in',
    policy: anybody,
    handler: async (c) => {
      requireOwnOrigin(c);
      const { services } = c.var;
      const { value } = await readJson(c, MAX_SMALL_BODY);
      const { response } = parse(SignInWrite, value);
      await takeTry(services, LIMITS.signIn, await networkAsking(c));
      const device = deviceAsking(c);
      await setSession(c, await signInByPasskey(services, siteOf(c), { response, device }));
      return json(c, {});
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/recover',
    policy: anybody,
    handler: async (c) => {
      requireOwnOrigin(c);
      const { services } = c.var;
      const form = parse(RecoverForm, await readForm(c));
      await takeTry(services, LIMITS.recovery, await networkAsking(c));
      const next = ownPath(form.next, ownOrigin(c));
      const begun = await recover(services, form.code, deviceAsking(c));
      if (!begun) {
        const language = wishedLanguage(c);
        return page(c, <SignInPage {...{ language, next }} wrongCode={form.code} />, 422);
      }
      await setSession(c, begun);
      return c.redirect(next, 303);
    },
  }),
];
