// The page behind an invite, for strangers and for who is signed in.
import * as v from 'valibot';
import { dayIn } from '../../shared/digest/days.ts';
import { PersonName } from '../../shared/schema/team.ts';
import { acceptInvite, findInvite, isInAlready } from '../domain/invites.ts';
import { LIMITS, takeTry } from '../domain/limits.ts';
import { guestAddress } from '../pages/guests.ts';
import { InvitePage } from '../pages/InvitePage.tsx';
import { page, unstored } from './answers.ts';
import { deviceAsking, networkAsking } from './asking.ts';
import { parse, readForm } from './body.ts';
import { wishedLanguage } from './language.ts';
import { anybody } from './policy.ts';
import { pageRoute } from './route.ts';
import type { AppContext } from './services.ts';
import { personByCookie, requireOwnOrigin, setSession } from './sign-in.ts';

const AcceptForm = v.strictObject({ name: v.optional(PersonName, '') });

const tokenAsked = (c: AppContext): string => c.req.param('token') ?? '';

/** Who opens an invite, null for a stranger, once they had a try left. */
const openerOf = async (c: AppContext) => {
  const person = await personByCookie(c);
  const whose = person?.account ?? (await networkAsking(c));
  await takeTry(c.var.services, LIMITS.inviteLink, whose);
  return person;
};

export const inviteRoutes = [
  pageRoute({
    method: 'GET',
    path: '/invite/:token',
    policy: anybody,
    handler: async (c) => {
      const { services } = c.var;
      const person = await openerOf(c);
      const found = await findInvite(services, tokenAsked(c));
      const { role, by, collectionName, workspace_name: workspaceName } = found;
      const isIn = person !== null && (await isInAlready(services, person.account, found));
      const asksName =
        !isIn && (!person || (await services.accounts.nameOf(person.account)) === '');
      return unstored(
        page(
          c,
          <InvitePage
            language={wishedLanguage(c)}
            here={`/invite/${tokenAsked(c)}`}
            invite={{ role, by, workspaceName, collectionName }}
            isSignedIn={person !== null}
            isIn={isIn}
            asksName={asksName}
          />,
        ),
      );
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/invite/:token',
    policy: anybody,
    handler: async (c) => {
      requireOwnOrigin(c);
      const { services } = c.var;
      const person = await openerOf(c);
      const { name } = parse(AcceptForm, await readForm(c));
      const opener = { person, name, device: deviceAsking(c) };
      const entered = await acceptInvite(services, tokenAsked(c), opener);
      const { workspace, collection, begun } = entered;
      if (begun) await setSession(c, begun);
      if (collection !== null) {
        const address = guestAddress({ workspace, collection });
        return c.redirect(begun ? `${address}?told=joined` : address, 303);
      }
      // There they are told that nothing but this browser lets them in yet.
      if (begun) return c.redirect('/account', 303);
      const [library] = await services.libraries.findReached([{ ...entered, id: workspace }]);
      const today = dayIn(services.now(), library?.zone ?? 'UTC');
      return c.redirect(`/w/${workspace}/day/${today}`, 303);
    },
  }),
];
