// The pages of who belongs to a workspace.
import * as v from 'valibot';
import { dayIn } from '../../shared/digest/days.ts';
import { guestTexts } from '../../shared/locales/guests.ts';
import { INVITE_DAYS, MemberRole, RoleWrite } from '../../shared/schema/team.ts';
import { MOST_COUNTED } from '../db/deletions.ts';
import type { Member } from '../db/members.ts';
import type { Role } from '../db/workspaces.ts';
import { summarise } from '../domain/access.ts';
import { formUuid } from '../domain/form-ids.ts';
import { invite } from '../domain/invites.ts';
import { changeRole, findMember, handOver, removeMember } from '../domain/members.ts';
import { Refusal, wasRefused } from '../domain/refusal.ts';
import { InviteMadePage } from '../pages/InvitePage.tsx';
import { MemberPage } from '../pages/MemberPage.tsx';
import { MEMBERS_TOLD, MembersPage, personName, type ShownMember } from '../pages/MembersPage.tsx';
import { page, unstored } from './answers.ts';
import { parse, readForm, readNothing } from './body.ts';
import { FORM_ID, newFormId } from './form-id.ts';
import { inviteLink } from './invite-link.ts';
import { enteredHere, requireJustNow } from './just-now.ts';
import { type MemberAsking, member } from './policy.ts';
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
  ...FORM_ID,
});

/** The role that an owner has read a member to have: nobody of another one is changed, where they say so. */
const SHOWN = { shown: v.optional(MemberRole) };
const RoleForm = v.strictObject({ ...RoleWrite.entries, ...SHOWN });
const MeantForm = v.strictObject(SHOWN);

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

/** The page of a member; with the role that was chosen, if any, where somebody else has given them another one meanwhile. */
const showMember = async (
  c: AppContext,
  { person, place }: MemberAsking,
  meanwhile: { chosen: Role | null } | null = null,
): Promise<Response> => {
  const workspace = summarise(place);
  const account = accountAsked(c);
  const { binding, deletions } = c.var.services;
  const [found, theirs, entered] = await Promise.all([
    findMember(c.var.services, workspace.id, account),
    deletions.belongings({ workspace: workspace.id, library_in: binding }, account),
    enteredHere(c, person, RoleWrite),
  ]);
  const of = shown(workspace.zone, person.account)(found);
  // What one changes of oneself stands on the page of all.
  if (of.isYou) return c.redirect(`/w/${workspace.id}/members#leave`, 302);
  const given = {
    workspace,
    belongings: { ...theirs, most: MOST_COUNTED },
    chosen: meanwhile?.chosen ?? entered?.role ?? of.role,
    isChanged: meanwhile !== null,
  };
  return page(c, <MemberPage {...given} member={of} />, meanwhile ? 412 : 200);
};

/** Answers with the page of the member where they are not what the owner has read them to be. */
const orBoth = async (
  c: AppContext,
  asking: MemberAsking,
  change: Promise<void>,
  told: (typeof MEMBERS_TOLD)[number],
  chosen: Role | null = null,
): Promise<Response> => {
  try {
    await change;
  } catch (error) {
    if (!wasRefused(error, 'changed-meanwhile')) throw error;
    return showMember(c, asking, { chosen });
  }
  return c.redirect(`/w/${asking.place.library.workspace}/members?told=${told}`, 303);
};

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
          form={newFormId(c)}
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
      const { form = newFormId(c), ...write } = parse(InviteForm, await readForm(c));
      const { account } = person;
      const id = await formUuid({ id: form, said: [account, write] });
      const inviting = { workspace: workspace.id, by: account, id };
      const { token, isNew } = await invite(services, c.env.SECRET, inviting, write);
      const link = inviteLink(c, token);
      return unstored(
        page(c, <InviteMadePage {...{ workspace, link, isNew }} days={write.days} />),
      );
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/w/:workspace/invites/:id/revoke',
    policy: member('owner'),
    handler: async (c, { place: { library } }) => {
      await readNothing(c);
      const { invites, now } = c.var.services;
      const id = c.req.param('id') ?? '';
      if (!(await invites.revoke(library.workspace, id, now().toISOString())))
        throw new Refusal('not-found');
      return c.redirect(`/w/${library.workspace}/members?told=invite-revoked`, 303);
    },
  }),
  pageRoute({
    method: 'GET',
    path: '/w/:workspace/members/:account',
    policy: member('owner'),
    handler: (c, asking) => showMember(c, asking),
  }),
  pageRoute({
    method: 'POST',
    path: '/w/:workspace/members/:account/role',
    policy: member('owner'),
    handler: async (c, asking) => {
      const { role, shown: before = null } = parse(RoleForm, await readForm(c));
      const { person, place } = asking;
      if (role === 'owner') await requireJustNow(c, person, pageOf(c), { role });
      const change = { role, by: person.account, before };
      const { workspace } = place.library;
      const changed = changeRole(c.var.services, workspace, accountAsked(c), change);
      return orBoth(c, asking, changed, 'role', role);
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/w/:workspace/members/:account/hand-over',
    policy: member('owner'),
    handler: async (c, asking) => {
      const { shown: before = null } = parse(MeantForm, await readForm(c));
      const { person, place } = asking;
      await requireJustNow(c, person, pageOf(c));
      const to = accountAsked(c);
      const { workspace } = place.library;
      const done = handOver(c.var.services, workspace, person.account, to, before);
      return orBoth(c, asking, done, 'handed-over');
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/w/:workspace/members/:account/remove',
    policy: member('owner'),
    handler: async (c, asking) => {
      const { shown: before = null } = parse(MeantForm, await readForm(c));
      const { person, place } = asking;
      await requireJustNow(c, person, pageOf(c));
      const { workspace } = place.library;
      const who = accountAsked(c);
      const removed = removeMember(c.var.services, workspace, who, person.account, before);
      return orBoth(c, asking, removed, 'removed');
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
