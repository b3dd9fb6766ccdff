// How the routes of workspaces, members and invites are asked (`cost-requests.ts`).
import { newId } from '../worker/sample.ts';
import type { Make, Sent } from './cost-requests.ts';
import { WORKSPACE } from './seeded.ts';

const AT = `/w/${WORKSPACE}`;
const API = `/api/w/${WORKSPACE}`;

/** The collection that guests read, and a clip of it. */
export const COLLECTION_ID = 'files';
/** One of which those are guests too who are let go by the API. */
export const OTHER_COLLECTION = 'other-files';
export const GUEST_CLIP = '00000000-0000-7000-8000-00000000cafe';

const plain: Make = () => ({});

/** Accounts beside the owner's: owners too, who have sessions; members to be changed; and some who belong to nothing. */
export const lead = (nth: number): string => `lead-${nth}`;
export const changed = (nth: number): string => `changed-${nth}`;
export const ending = (nth: number): string => `ending-${nth}`;
export const joining = (nth: number): string => `joining-${nth}`;
/** An invite's token for each turn, and the ids of two. */
export const inviteToken = (nth: number): string => `${'i'.repeat(42)}${nth.toString(36)}`;
export const inviteIds = (nth: number): string[] => [`invite-${nth}`, `other-invite-${nth}`];

/** What is asked of a member: by the page or the API, and by whom. */
const ofMember =
  (base: string, after: string, sent: Sent): Make =>
  ({ nth }) => ({ path: `${base}/members/${changed(nth)}${after}`, ...sent });
/** Handing over by another owner, who is made one again before. */
const handedOver =
  (base: string, sent: Sent): Make =>
  async (turn) => {
    await turn.send('PUT', `${API}/members/${lead(turn.nth)}`, { json: { role: 'owner' } });
    const asked = await ofMember(base, '/hand-over', sent)(turn);
    return { ...asked, session: lead(turn.nth) };
  };
/** In this order: some need what others did before. */
export const TEAMS: Readonly<Record<string, Make>> = {
  'POST /account/name': ({ nth }) => ({ form: { name: `Minh ${nth}` } }),
  'GET /account/export': plain,
  'GET /account/delete': plain,
  // Each account once: who is the only owner of nothing.
  'POST /account/delete': ({ nth }) => ({ form: { sure: 'yes' }, session: ending(nth) }),
  'GET /w/:workspace/delete': plain,
  // A name that is not its own deletes nothing: what it costs to ask.
  'POST /w/:workspace/delete': () => ({ path: `${AT}/delete`, form: { name: 'Another' } }),
  'GET /workspaces': plain,
  'POST /workspaces': ({ nth }) => ({
    form: { name: 'Team', language: 'en', zone: 'UTC' },
    session: lead(nth),
  }),
  'POST /w/:workspace/settings/name': ({ nth }) => ({ form: { name: `News ${nth}` } }),
  'GET /w/:workspace/activity': plain,
  'GET /w/:workspace/members': plain,
  'GET /w/:workspace/members/:account': ofMember(AT, '', {}),
  'POST /w/:workspace/members/:account/role': ofMember(AT, '/role', { form: { role: 'viewer' } }),
  'POST /w/:workspace/invites': ({ nth }) => ({
    form: { role: 'editor', days: '7' },
    session: lead(nth),
  }),
  'POST /w/:workspace/invites/:id/revoke': ({ nth }) => ({
    path: `${AT}/invites/${inviteIds(nth)[0]}/revoke`,
    form: {},
  }),
  'GET /invite/:token': ({ nth }) => ({
    path: `/invite/${inviteToken(nth)}`,
    session: joining(nth),
  }),
  'POST /invite/:token': ({ nth }) => ({
    path: `/invite/${inviteToken(nth)}`,
    form: {},
    session: joining(nth),
  }),
  // Who has just come in.
  'POST /w/:workspace/members/:account/remove': ({ nth }) => ({
    path: `${AT}/members/${joining(nth)}/remove`,
    form: {},
  }),
  'GET /api/workspaces': plain,
  'PUT /api/w/:workspace': ({ nth }) => ({ json: { name: `News ${nth}` } }),
  // A name that is not its own deletes nothing: what it costs to ask.
  'DELETE /api/w/:workspace': () => ({ json: { name: 'Another' } }),
  'GET /api/w/:workspace/activity': plain,
  'GET /api/w/:workspace/members': plain,
  'GET /api/w/:workspace/members/:account': ofMember(API, '', {}),
  'PUT /api/w/:workspace/members/:account': ofMember(API, '', { json: { role: 'editor' } }),
  'GET /api/w/:workspace/invites': plain,
  'PUT /api/w/:workspace/invites/:id': ({ nth }) => ({
    path: `${API}/invites/${newId()}`,
    json: { role: 'editor', days: 7 },
    session: lead(nth),
  }),
  'DELETE /api/w/:workspace/invites/:id': ({ nth }) => ({
    path: `${API}/invites/${inviteIds(nth)[1]}`,
  }),
  'GET /w/:workspace/guest/:collection': () => ({ path: `${AT}/guest/${COLLECTION_ID}` }),
  'GET /w/:workspace/guest/:collection/clip/:id': () => ({
    path: `${AT}/guest/${COLLECTION_ID}/clip/${GUEST_CLIP}`,
  }),
  'GET /api/w/:workspace/guests': plain,
  'POST /w/:workspace/guests/remove': ({ nth }) => ({
    path: `${AT}/guests/remove`,
    form: { account: changed(nth), collection: COLLECTION_ID },
  }),
  'DELETE /api/w/:workspace/guests/:collection/:account': ({ nth }) => ({
    path: `${API}/guests/${OTHER_COLLECTION}/${changed(nth)}`,
  }),
  'POST /w/:workspace/guest/:collection/leave': ({ nth }) => ({
    path: `${AT}/guest/${COLLECTION_ID}/leave`,
    form: {},
    session: lead(nth),
  }),
  // After what needs other owners: these are none afterwards.
  'POST /w/:workspace/members/:account/hand-over': handedOver(AT, { form: {} }),
  'POST /api/w/:workspace/members/:account/hand-over': handedOver(API, {}),
  'POST /w/:workspace/leave': ({ nth }) => ({ form: {}, session: lead(nth) }),
  'DELETE /api/w/:workspace/members/:account': ofMember(API, '', {}),
};
