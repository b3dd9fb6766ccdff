// The pages of who belongs to a workspace.
import * as v from 'valibot';
import { dayIn } from '../../shared/digest/days.ts';
import { guestTexts } from '../../shared/locales/guests.ts';
import { INVITE_DAYS, RoleWrite } from '../../shared/schema/team.ts';
import { MOST_COUNTED } from '../db/deletions.ts';
import type { Member } from '../db/members.ts';
import { summarise } from '../domain/access.ts';
import { uuidV7 } from '../domain/ids.ts';
import { invite } from '../domain/invites.ts';
import { changeRole, findMember, handOver, removeMember } from '../domain/members.ts';
import { Refusal } from '../domain/refusal.ts';
import { InviteMadePage } from '../pages/InvitePage.tsx';
import { MemberPage } from '../pages/MemberPage.tsx';
import { MEMBERS_TOLD, MembersPage, personName, type ShownMember } from '../pages/MembersPage.tsx';
import { page } from './answers.ts';
import { parse, readForm, readNothing } from './body.ts';
import { inviteLink } from './invite-link.ts';
import { enteredHere, requireJustNow } from './just-now.ts';
import { member } from './policy.ts';
import { pageRoute } from './route.ts';
import type { AppContext } from './services.ts';

const InviteForm = v.strictObject({
  role: v.picklist(['editor', 'viewer']),
  days: v.pipe(v.string(), v.transform(Number), v.picklist(INVITE_DAYS)),
  // '' for the whole workspace.
  collection: v.pipe(
    v.optional(v.pipe(v.string(), v.maxLength(100)), ''),
    v.transform((id) => id || null),
  ),
});

const shown =
  (zone: string, caller: string) =>
  ({ account, name, role, joined_at: at }: Member): ShownMember => ({
    account,
    name,
    role,
    since: dayIn(new Date(at), zone),
    isYou: account === caller,
  });

/** What the page says of the act that led to it; it stands in its address. */
const Told = v.fallback(v.nullable(v.picklist(MEMBERS_TOLD)), null);

const accountAsked = (c: AppContext): string => c.req.param('account') ?? '';

/** The page of the member whom an act is about. */
const pageOf = (c: AppContext): string =>
  `/w/${c.req.param('workspace')}/members/${accountAsked(c)}`;

export const memberRoutes = [
  pageRoute({
    method: 'GET',
    path: '/w/:workspace/members',
    policy: member('viewer'),
    handler: async (c, { person, place }) => {
      const { deletions, guests, members, invites, now } = c.var.services;
      const workspace = summarise(place);
      const { id, zone, role, language } = workspace;
      const isOwner = role === 'owner';
      const [all, own, open, collections, visitors] = await Promise.all([
        members.ofWorkspace(id),
        deletions.belongings({ workspace: id, library_in: c.var.services.binding }, person.account),
        isOwner ? invites.ofWorkspace(id, now().toISOString()) : null,
        isOwner ? guests.collectionsOf(id) : [],
        isOwner ? guests.ofWorkspace(id) : [],
      ]);
      const nameOf = (collection: string): string | null =>
        collections.find((each) => each.id === collection)?.name ?? null;
      const invited = open?.map(
        ({ id: inviteId, role: as, collection, created_at, expires_at }) => ({
          id: inviteId,
          role: as,
          to:
            collection === null
              ? null
              : (nameOf(collection) ?? guestTexts(language).goneCollection),
          made: dayIn(new Date(created_at), zone),
          expires: dayIn(new Date(expires_at), zone),
        }),
      );
      return page(
        c,
        <MembersPage
          {...{ workspace }}
          members={all.map(shown(zone, person.account))}
          invites={invited ?? null}
          collections={collections}
          guests={visitors.map(({ account, name, collection, joined_at: at }) => ({
            account,
            name: personName(language, name),
            collection,
            collectionName: nameOf(collection),
            since: dayIn(new Date(at), zone),
          }))}
          belongings={{ ...own, most: MOST_COUNTED }}
          told={parse(Told, c.req.query('told'))}
        />,
      );
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/w/:workspace/invites',
    policy: member('owner'),
    handler: async (c, { person, place }) => {
      const { services } = c.var;
      const workspace = summarise(place);
      const write = parse(InviteForm, await readForm(c));
      const id = uuidV7(services.now(), services.random);
      const { token } = await invite(services, workspace.id, person.account, id, write);
      const link = inviteLink(c, token);
      const answer = page(c, <InviteMadePage {...{ workspace, link }} days={write.days} />);
      answer.headers.set('Cache-Control', 'no-store');
      return answer;
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/w/:workspace/invites/:id/revoke',
    policy: member('owner'),
    handler: async (c, { place: { library } }) => {
      await readNothing(c);
      if (!(await c.var.services.invites.revoke(library.workspace, c.req.param('id') ?? '')))
        throw new Refusal('not-found');
      return c.redirect(`/w/${library.workspace}/members?told=invite-revoked`, 303);
    },
  }),
  pageRoute({
    method: 'GET',
    path: '/w/:workspace/members/:account',
    policy: member('owner'),
    handler: async (c, { person, place }) => {
      const workspace = summarise(place);
      const account = accountAsked(c);
      const [found, theirs, entered] = await Promise.all([
        findMember(c.var.services, workspace.id, account),
        c.var.services.deletions.belongings(
          { workspace: workspace.id, library_in: c.var.services.binding },
          account,
        ),
        enteredHere(c, person, RoleWrite),
      ]);
      const of = shown(workspace.zone, person.account)(found);
      // What one changes of oneself stands on the page of all.
      if (of.isYou) return c.redirect(`/w/${workspace.id}/members#leave`, 302);
      const belongings = { ...theirs, most: MOST_COUNTED };
      const chosen = entered?.role ?? of.role;
      return page(c, <MemberPage {...{ workspace, belongings, chosen }} member={of} />);
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/w/:workspace/members/:account/role',
    policy: member('owner'),
    handler: async (c, { person, place: { library } }) => {
      const { role } = parse(RoleWrite, await readForm(c));
      if (role === 'owner') await requireJustNow(c, person, pageOf(c), { role });
      const change = { role, by: person.account };
      await changeRole(c.var.services, library.workspace, accountAsked(c), change);
      return c.redirect(`/w/${library.workspace}/members?told=role`, 303);
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/w/:workspace/members/:account/hand-over',
    policy: member('owner'),
    handler: async (c, { person, place: { library } }) => {
      await readNothing(c);
      await requireJustNow(c, person, pageOf(c));
      await handOver(c.var.services, library.workspace, person.account, accountAsked(c));
      return c.redirect(`/w/${library.workspace}/members?told=handed-over`, 303);
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/w/:workspace/members/:account/remove',
    policy: member('owner'),
    handler: async (c, { person, place: { library } }) => {
      await readNothing(c);
      await requireJustNow(c, person, pageOf(c));
      await removeMember(c.var.services, library.workspace, accountAsked(c), person.account);
      return c.redirect(`/w/${library.workspace}/members?told=removed`, 303);
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/w/:workspace/leave',
    policy: member('viewer'),
    handler: async (c, { person, place: { library } }) => {
      await readNothing(c);
      await requireJustNow(c, person, `/w/${library.workspace}/members#leave`);
      await removeMember(c.var.services, library.workspace, person.account, person.account);
      return c.redirect('/workspaces?told=left', 303);
    },
  }),
];
