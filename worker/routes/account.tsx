// One's account: passkeys, recovery codes and sessions, each the caller's own.
import * as v from 'valibot';
import { dayIn } from '../../shared/digest/days.ts';
import { localTime } from '../../shared/digest/local-time.ts';
import { PasskeyMade } from '../../shared/schema/passkey.ts';
import { PersonName } from '../../shared/schema/team.ts';
import type { ListedDevice } from '../db/sessions.ts';
import type { ListedToken as TokenRow } from '../db/tokens.ts';
import { type LinkTold, linkOf } from '../domain/claims.ts';
import { mustSignInAgain, requireFreshSignIn } from '../domain/fresh-sign-in.ts';
import { addPasskey, askToMake } from '../domain/passkeys.ts';
import { newCodes } from '../domain/recovery.ts';
import { Refusal } from '../domain/refusal.ts';
import {
  ACCOUNT_TOLD,
  AccountPage,
  type Device,
  RecoveryCodesPage,
  type ShownLink,
} from '../pages/AccountPage.tsx';
import type { ListedToken } from '../pages/Tokens.tsx';
import { TokenForm } from './account-tokens.tsx';
import { json, page, unstored } from './answers.ts';
import { deviceAsking, siteOf } from './asking.ts';
import { MAX_SMALL_BODY, parse, readForm, readJson, readNothing } from './body.ts';
import { newFormId } from './form-id.ts';
import { enteredHere } from './just-now.ts';
import { ownSetting } from './own-setting.ts';
import { signedIn } from './policy.ts';
import { pageRoute } from './route.ts';
import { clearSession } from './sign-in.ts';

/** What the page says of the act that led back to it; it stands in its address. */
const Told = v.fallback(v.nullable(v.picklist(ACCOUNT_TOLD)), null);
const NameForm = v.strictObject({ name: PersonName });

const PasskeyWrite = v.strictObject({ response: PasskeyMade });

/** The last day of use, which is noted by the world's clock: never one before the day on which it began where the person is. */
const usedOn = (since: string, noted: string | null): string | null =>
  noted !== null && noted < since ? since : noted;

const shown =
  (zone: string, inUse: { id: string; day: string } | null = null) =>
  ({ id, device, created_at, last_used_day: noted }: ListedDevice): Device => {
    const since = dayIn(new Date(created_at), zone);
    return { id, device, since, lastUsed: id === inUse?.id ? inUse.day : usedOn(since, noted) };
  };

const listed =
  (zone: string) =>
  ({ id, name, scopes, created_at, last_used_day: noted }: TokenRow): ListedToken => {
    const since = dayIn(new Date(created_at), zone);
    return { id, name, scopes, since, lastUsed: usedOn(since, noted) };
  };

const shownLink = (link: LinkTold, zone: string): ShownLink => {
  const day = dayIn(new Date(link.at), zone);
  return link.kind === 'used'
    ? { kind: 'used', day }
    : { kind: 'open', day, until: localTime(link.until, zone) };
};

export const accountRoutes = [
  pageRoute({
    method: 'GET',
    path: '/account',
    policy: signedIn,
    handler: async (c, { person }) => {
      const { account, session } = person;
      const { accounts, passkeys, recovery, sessions, tokens, now } = c.var.services;
      const [{ language, workspace, zone }, name, made, codesLeft, live, letIn, entered, link] =
        await Promise.all([
          ownSetting(c, person),
          accounts.nameOf(account),
          passkeys.ofAccount(account),
          recovery.left(account),
          sessions.ofAccount(account, now().toISOString()),
          tokens.ofAccount(account),
          enteredHere(c, person, TokenForm),
          linkOf(c.var.services, account),
        ]);
      const inUse = session === null ? null : { id: session, day: dayIn(now(), zone) };
      return unstored(
        page(
          c,
          <AccountPage
            {...{ language, workspace, account, name, codesLeft, entered }}
            form={newFormId(c)}
            link={link && shownLink(link, zone)}
            passkeys={made.map(shown(zone))}
            sessions={live.map(shown(zone, inUse))}
            tokens={letIn.map(listed(zone))}
            own={session}
            mustSignIn={mustSignInAgain(now, person, { passkeys: made.length, codes: codesLeft })}
            told={parse(Told, c.req.query('told'))}
          />,
        ),
      );
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/account/name',
    policy: signedIn,
    handler: async (c, { person: { account } }) => {
      const { name } = parse(NameForm, await readForm(c));
      await c.var.services.accounts.rename(account, name);
      return c.redirect('/account?told=named', 303);
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/account/passkeys/challenge',
    policy: signedIn,
    handler: async (c, { person }) => {
      await readNothing(c);
      await requireFreshSignIn(c.var.services, person);
      const { account } = person;
      const [own, { name }] = await Promise.all([
        c.var.services.accounts.nameOf(account),
        ownSetting(c, person),
      ]);
      return json(c, await askToMake(c.var.services, siteOf(c), { account, name: own || name }));
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
    handler: async (c, { person }) => {
      await readNothing(c);
      // Who has no way in left makes another one without being asked: so none goes unasked either.
      await requireFreshSignIn(c.var.services, person);
      const id = c.req.param('id') ?? '';
      if (!(await c.var.services.passkeys.remove(person.account, id)))
        throw new Refusal('not-found');
      return c.redirect('/account?told=removed', 303);
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/account/recovery-codes',
    policy: signedIn,
    handler: async (c, { person }) => {
      await readNothing(c);
      await requireFreshSignIn(c.var.services, person);
      const [{ language, workspace }, codes] = await Promise.all([
        ownSetting(c, person),
        newCodes(c.var.services, person.account),
      ]);
      return unstored(page(c, <RecoveryCodesPage {...{ language, workspace, codes }} />));
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/account/link/end',
    policy: signedIn,
    handler: async (c, { person: { account } }) => {
      await readNothing(c);
      await c.var.services.claims.endOf(account);
      return c.redirect('/account?told=link-ended', 303);
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/account/sessions/:id/end',
    policy: signedIn,
    handler: async (c, { person: { account } }) => {
      await readNothing(c);
      if (!(await c.var.services.sessions.end(account, c.req.param('id') ?? '')))
        throw new Refusal('not-found');
      return c.redirect('/account?told=ended', 303);
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/account/sessions/end-others',
    policy: signedIn,
    handler: async (c, { person: { account, session } }) => {
      await readNothing(c);
      await c.var.services.sessions.endOthers(account, session ?? '');
      return c.redirect('/account?told=others-ended', 303);
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/account/sign-out',
    policy: signedIn,
    handler: async (c, { person: { account, session } }) => {
      await readNothing(c);
      await c.var.services.sessions.end(account, session ?? '');
      clearSession(c);
      // Its 401 is what makes the browser forget the days that it has put by.
      return c.redirect('/', 303);
    },
  }),
];
