// One's account: passkeys, recovery codes and sessions, each the caller's own.
import * as v from 'valibot';
import { dayIn } from '../../shared/digest/days.ts';
import { PasskeyMade } from '../../shared/schema/passkey.ts';
import type { ListedDevice } from '../db/sessions.ts';
import { addPasskey, askToMake } from '../domain/passkeys.ts';
import { newCodes } from '../domain/recovery.ts';
import { Refusal } from '../domain/refusal.ts';
import { AccountPage, type Device, RecoveryCodesPage } from '../pages/AccountPage.tsx';
import { json, page } from './answers.ts';
import { deviceAsking, siteOf } from './asking.ts';
import { MAX_SMALL_BODY, parse, readJson } from './body.ts';
import { ownSetting } from './own-setting.ts';
import { signedIn } from './policy.ts';
import { pageRoute } from './route.ts';
import { clearSession } from './sign-in.ts';

const PasskeyWrite = v.object({ response: PasskeyMade });

const shown =
  (zone: string) =>
  ({ id, device, created_at, last_used_day: lastUsed }: ListedDevice): Device => ({
    id,
    device,
    since: dayIn(new Date(created_at), zone),
    lastUsed,
  });

export const accountRoutes = [
  pageRoute({
    method: 'GET',
    path: '/account',
    policy: signedIn,
    handler: async (c, { person: { account, session } }) => {
      const { passkeys, recovery, sessions, now } = c.var.services;
      const [{ language, workspace, zone }, made, codesLeft, live] = await Promise.all([
        ownSetting(c, account),
        passkeys.ofAccount(account),
        recovery.left(account),
        sessions.ofAccount(account, now().toISOString()),
      ]);
      return page(
        c,
        <AccountPage
          {...{ language, workspace, codesLeft }}
          passkeys={made.map(shown(zone))}
          sessions={live.map(shown(zone))}
          own={session}
          isRemoved={c.req.query('told') === 'removed'}
        />,
      );
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/account/passkeys/challenge',
    policy: signedIn,
    handler: async (c, { person: { account } }) => {
      const { name } = await ownSetting(c, account);
      return json(c, await askToMake(c.var.services, siteOf(c), { account, name }));
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/account/passkeys',
    policy: signedIn,
    handler: async (c, { person: { account } }) => {
      const { value } = await readJson(c, MAX_SMALL_BODY);
      const { response } = parse(PasskeyWrite, value);
      const device = deviceAsking(c);
      await addPasskey(c.var.services, siteOf(c), account, { response, device });
      return json(c, {}, 201);
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/account/passkeys/:id/remove',
    policy: signedIn,
    handler: async (c, { person: { account } }) => {
      if (!(await c.var.services.passkeys.remove(account, c.req.param('id') ?? '')))
        throw new Refusal('not-found');
      return c.redirect('/account?told=removed#passkeys', 303);
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/account/recovery-codes',
    policy: signedIn,
    handler: async (c, { person: { account } }) => {
      const [{ language, workspace }, codes] = await Promise.all([
        ownSetting(c, account),
        newCodes(c.var.services, account),
      ]);
      const answer = page(c, <RecoveryCodesPage {...{ language, workspace, codes }} />);
      answer.headers.set('Cache-Control', 'no-store');
      return answer;
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/account/sessions/:id/end',
    policy: signedIn,
    handler: async (c, { person: { account } }) => {
      if (!(await c.var.services.sessions.end(account, c.req.param('id') ?? '')))
        throw new Refusal('not-found');
      return c.redirect('/account#sessions', 303);
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/account/sessions/end-others',
    policy: signedIn,
    handler: async (c, { person: { account, session } }) => {
      await c.var.services.sessions.endOthers(account, session ?? '');
      return c.redirect('/account#sessions', 303);
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/account/sign-out',
    policy: signedIn,
    handler: async (c, { person: { account, session } }) => {
      await c.var.services.sessions.end(account, session ?? '');
      clearSession(c);
      // Its 401 is what makes the browser forget the days that it has put by.
      return c.redirect('/', 303);
    },
  }),
];
