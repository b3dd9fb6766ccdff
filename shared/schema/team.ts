// Who belongs to a workspace, and the invites that let others in.
import * as v from 'valibot';
import { WorkspaceSummary } from './pairing.ts';
import { anyName, filled, HttpUrl, Instant, called, text } from './text.ts';

/** What somebody is called by the others; '' where they have not told it. */
export const PersonName = anyName(100);

/** The answer of `GET /api/workspaces`. */
export const WorkspaceList = v.object({ workspaces: v.array(WorkspaceSummary) });
export type WorkspaceList = v.InferOutput<typeof WorkspaceList>;

export const MemberRole = v.picklist(['owner', 'editor', 'viewer']);

export const Member = v.object({
  account: filled(100),
  name: PersonName,
  role: MemberRole,
  since: Instant,
  /** Whether it is who asks. */
  isYou: v.boolean(),
});
export type Member = v.InferOutput<typeof Member>;

export const MemberList = v.object({ members: v.array(Member) });
export type MemberList = v.InferOutput<typeof MemberList>;

/** The body of `PUT /api/w/:workspace/members/:account`. */
export const RoleWrite = v.strictObject({ role: MemberRole });

/** What a workspace is called. */
export const WorkspaceName = called(100);

/** The body of `PUT /api/w/:workspace`. */
export const WorkspaceWrite = v.strictObject({ name: WorkspaceName });

/** The body of `DELETE /api/w/:workspace`: its name, so that none is deleted by mistake. */
export const WorkspaceEnd = v.strictObject({ name: v.pipe(text(200), v.trim()) });

/** Who reads one collection and nothing else. */
export const GuestList = v.object({
  guests: v.array(
    v.object({
      account: filled(100),
      name: PersonName,
      /** The collection, by its id. */
      collection: filled(100),
      since: Instant,
    }),
  ),
});
export type GuestList = v.InferOutput<typeof GuestList>;

/** For how many days an invite may be good. */
export const INVITE_DAYS = [1, 7, 30] as const;

/** The body of `PUT /api/w/:workspace/invites/:id`. */
export const InviteWrite = v.strictObject({
  role: v.picklist(['editor', 'viewer']),
  days: v.picklist(INVITE_DAYS),
  /** The id of a collection, whose guest is let in, whatever the role: they read it and nothing else. */
  collection: v.exactOptional(filled(100)),
});
export type InviteWrite = v.InferOutput<typeof InviteWrite>;

const Invite = v.object({
  id: filled(100),
  role: v.picklist(['editor', 'viewer']),
  /** The collection alone that it is to, by its id; null for the whole workspace. */
  collection: v.nullable(filled(100)),
  madeAt: Instant,
  expiresAt: Instant,
});

export const InviteList = v.object({ invites: v.array(Invite) });
export type InviteList = v.InferOutput<typeof InviteList>;

/** The link stands in this answer alone: the server keeps a hash of it. */
export const InviteMade = v.object({ id: filled(100), expiresAt: Instant, link: HttpUrl });
export type InviteMade = v.InferOutput<typeof InviteMade>;
