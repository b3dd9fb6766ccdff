// Members and invites as JSON.
import {
  type InviteList,
  InviteWrite,
  type Member,
  type MemberList,
  RoleWrite,
} from '../../shared/schema/team.ts';
import { UuidV7 } from '../../shared/schema/text.ts';
import type { Member as StoredMember } from '../db/members.ts';
import type { Role } from '../db/workspaces.ts';
import { requireFreshSignIn } from '../domain/fresh-sign-in.ts';
import { invite } from '../domain/invites.ts';
import { changeRole, findMember, handOver, removeMember } from '../domain/members.ts';
import { Refusal } from '../domain/refusal.ts';
import { json, withEtag } from './answers.ts';
import { MAX_SMALL_BODY, parse, readJson } from './body.ts';
import { inviteLink } from './invite-link.ts';
import { hasRead, refuseUnread } from './if-match.ts';
import { member } from './policy.ts';
import { apiRoute } from './route.ts';
import type { AppContext } from './services.ts';

const accountAsked = (c: AppContext): string => c.req.param('account') ?? '';

const shown =
  (caller: string) =>
  ({ account, name, role, joined_at: since }: StoredMember): Member => ({
    account,
    name,
    role,
    since,
    isYou: account === caller,
  });

const listMembers = async (
  c: AppContext,
  workspace: string,
  caller: string,
): Promise<MemberList> => {
  const all = await c.var.services.members.ofWorkspace(workspace);
  return { members: all.map(shown(caller)) };
};

/** The role of the member whom a change is about, as the caller has read them or wants it; null where they do not say. */
const roleRead = async (
  c: AppContext,
  workspace: string,
  caller: string,
  wanted: Role | null = null,
): Promise<Role | null> => {
  if (!hasRead(c)) return null;
  const found = await findMember(c.var.services, workspace, accountAsked(c));
  if (found.role !== wanted) await refuseUnread(c, shown(caller)(found));
  return found.role;
};

export const teamApiRoutes = [
  apiRoute({
    method: 'GET',
    path: '/api/w/:workspace/members',
    policy: member('viewer'),
    operation: {
      id: 'listMembers',
      summary: 'Who belongs to a workspace, and as what; up to 500.',
      answers: { 200: 'MemberList', 304: null },
    },
    handler: async (c, { person, place: { library } }) =>
      withEtag(c, json(c, await listMembers(c, library.workspace, person.account))),
  }),
  apiRoute({
    method: 'GET',
    path: '/api/w/:workspace/members/:account',
    policy: member('viewer'),
    operation: {
      id: 'getMember',
      summary: 'One who belongs to a workspace.',
      answers: { 200: 'Member', 304: null },
    },
    handler: async (c, { person, place: { library } }) => {
      const found = await findMember(c.var.services, library.workspace, accountAsked(c));
      return withEtag(c, json(c, shown(person.account)(found)));
    },
  }),
  apiRoute({
    method: 'PUT',
    path: '/api/w/:workspace/members/:account',
    policy: member('owner'),
    operation: {
      id: 'changeRole',
      summary: 'Gives a member a role. By a session only.',
      body: 'RoleWrite',
      answers: { 200: 'MemberList' },
      ifMatch: 'the member',
      problems: ['last-owner', 'sign-in-again'],
    },
    handler: async (c, { person, place: { library } }) => {
      const { role } = parse(RoleWrite, (await readJson(c, MAX_SMALL_BODY)).value);
      const { workspace } = library;
      if (role === 'owner') await requireFreshSignIn(c.var.services, person);
      const before = await roleRead(c, workspace, person.account, role);
      const change = { role, by: person.account, before };
      await changeRole(c.var.services, workspace, accountAsked(c), change);
      return json(c, await listMembers(c, workspace, person.account));
    },
  }),
  apiRoute({
    method: 'POST',
    path: '/api/w/:workspace/members/:account/hand-over',
    policy: member('owner'),
    operation: {
      id: 'handOver',
      summary: 'Makes a member the owner in the caller’s place, who is an editor then.',
      answers: { 200: 'MemberList' },
      ifMatch: 'the member',
      problems: ['sign-in-again'],
    },
    handler: async (c, { person, place: { library } }) => {
      const { workspace } = library;
      await requireFreshSignIn(c.var.services, person);
      const before = await roleRead(c, workspace, person.account);
      await handOver(c.var.services, workspace, person.account, accountAsked(c), before);
      return json(c, await listMembers(c, workspace, person.account));
    },
  }),
  apiRoute({
    method: 'DELETE',
    path: '/api/w/:workspace/members/:account',
    policy: member('owner'),
    operation: {
      id: 'removeMember',
      summary: 'Ends a membership: with the next request the workspace is a missing one for them.',
      answers: { 204: null },
      ifMatch: 'the member',
      problems: ['last-owner', 'sign-in-again'],
    },
    handler: async (c, { person, place: { library } }) => {
      const { workspace } = library;
      const by = person.account;
      await requireFreshSignIn(c.var.services, person);
      const before = await roleRead(c, workspace, by);
      await removeMember(c.var.services, workspace, accountAsked(c), by, before);
      return c.body(null, 204);
    },
  }),
  apiRoute({
    method: 'GET',
    path: '/api/w/:workspace/invites',
    policy: member('owner'),
    operation: {
      id: 'listInvites',
      summary:
        'The invites that can be used, the newest first; up to 200. Their links are told to nobody again.',
      answers: { 200: 'InviteList', 304: null },
    },
    handler: async (c, { place: { library } }) => {
      const { invites, now } = c.var.services;
      const open = await invites.ofWorkspace(library.workspace, now().toISOString());
      const list: InviteList = {
        invites: open.map(
          ({ id, role, collection, created_at: madeAt, expires_at: expiresAt }) => ({
            id,
            role,
            collection,
            madeAt,
            expiresAt,
          }),
        ),
      };
      return withEtag(c, json(c, list));
    },
  }),
  apiRoute({
    method: 'PUT',
    path: '/api/w/:workspace/invites/:id',
    policy: member('owner'),
    operation: {
      id: 'invite',
      summary:
        'Makes an invite under the caller’s id, a UUIDv7. Its link stands in this answer alone. The same again makes no second one: it gets the same link, and 410 once that was used, revoked or is over.',
      body: 'InviteWrite',
      answers: { 201: 'InviteMade' },
      problems: ['other-bytes', 'gone', 'too-many'],
    },
    handler: async (c, { person, place: { library } }) => {
      const id = parse(UuidV7, c.req.param('id'));
      const write = parse(InviteWrite, (await readJson(c, MAX_SMALL_BODY)).value);
      const inviting = { workspace: library.workspace, by: person.account, id };
      const made = await invite(c.var.services, c.env.SECRET, inviting, write);
      return json(c, { id, expiresAt: made.expires, link: inviteLink(c, made.token) }, 201);
    },
  }),
  apiRoute({
    method: 'DELETE',
    path: '/api/w/:workspace/invites/:id',
    policy: member('owner'),
    operation: {
      id: 'revokeInvite',
      summary: 'Takes an invite back.',
      answers: { 204: null },
    },
    handler: async (c, { place: { library } }) => {
      const id = c.req.param('id') ?? '';
      const { invites, now } = c.var.services;
      if (!(await invites.revoke(library.workspace, id, now().toISOString())))
        throw new Refusal('not-found');
      return c.body(null, 204);
    },
  }),
];
