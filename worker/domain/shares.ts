// Public links as their makers have them.
import type { ShareReads, StoredShare } from '../db/shares.ts';
import type { Library } from '../db/libraries.ts';
import { foldName } from '../../shared/text/name.ts';
import {
  MAX_SHARES,
  type Share,
  type ShareOf,
  type ShareWrite,
} from '../../shared/schema/share.ts';
import type { Place } from './access.ts';
import { formUuid } from './form-ids.ts';
import { sha256 } from './ids.ts';
import { LIMITS, type LimitTools, takeTry } from './limits.ts';
import { Refusal } from './refusal.ts';

interface Tools extends LimitTools {
  shares: ShareReads;
}

const DAY_MS = 86_400_000;

const endOf = (from: Date, days: number | null): string | null =>
  days === null ? null : new Date(from.getTime() + days * DAY_MS).toISOString();

/**
 * Makes a link under its id; one that was made so before is answered as it is. Throws 'not-found' where what it is to show
 * is not there, 'bad-request' where the workspace has as many as it can, 'other-bytes', 'gone', 'too-many'.
 */
export const putShare = async (
  tools: Tools,
  { workspace }: Pick<Library, 'workspace'>,
  account: string,
  id: string,
  write: ShareWrite,
): Promise<StoredShare> => {
  await takeTry(tools, LIMITS.share, account);
  const at = tools.now();
  const hash = await sha256(new TextEncoder().encode(JSON.stringify(write)));
  const { stored, isThere, share } = await tools.shares.put(workspace, account, id, write, {
    sha256: hash,
    at: at.toISOString(),
    expiresAt: endOf(at, write.days),
  });
  if (!stored) {
    if (!isThere) throw new Refusal('not-found');
    throw new Refusal('bad-request', `at most ${MAX_SHARES} links: revoke one`);
  }
  if (stored.account !== account || stored.sha256 !== hash) throw new Refusal('other-bytes');
  if (!share) throw new Refusal('gone');
  return share;
};

/** Whether a link shows this thing. */
const shows = (share: StoredShare, of: ShareOf): boolean => {
  if (share.kind !== of.kind) return false;
  if (of.kind === 'clip') return share.clip === of.id;
  const name = of.kind === 'collection' ? of.name : of.collection;
  if (of.kind === 'day' && share.day !== of.day) return false;
  if (name === null || share.name === null) return name === null && share.collection === '';
  return foldName(share.name) === foldName(name);
};

/** Makes a link as a form of this id asks for it: sent again it is the one that was made. Throws as `putShare` does. */
export const makeShare = async (
  tools: Tools,
  library: Pick<Library, 'workspace'>,
  account: string,
  write: ShareWrite,
  form: string,
): Promise<StoredShare> => {
  const id = await formUuid({ id: form, said: [account, write] });
  return putShare(tools, library, account, id, write);
};

/** The links that a person may see, the last made first: their own, an owner all; of one thing, where `of` names it. */
export const visibleShares = (
  all: readonly StoredShare[],
  account: string,
  { role }: Pick<Place, 'role'>,
  of: ShareOf | null = null,
): StoredShare[] =>
  all.filter(
    (share) => (share.account === account || role === 'owner') && (!of || shows(share, of)),
  );

/** A link that a person may see. Throws 'not-found'. */
export const findShare = async (
  { shares }: Pick<Tools, 'shares'>,
  account: string,
  place: Place,
  id: string,
): Promise<StoredShare> => {
  const found = await shares.find(place.library.workspace, id);
  const [share] = found ? visibleShares([found], account, place) : [];
  if (!share) throw new Refusal('not-found');
  return share;
};

/** Revokes a link: from its next request on nobody reads by it. Throws 'not-found' for one that the person may not revoke. */
export const revokeShare = async (
  { shares, now }: Tools,
  account: string,
  { role, library }: Place,
  id: string,
): Promise<void> => {
  const whose = role === 'owner' ? null : account;
  if (!(await shares.revoke(library.workspace, whose, id, now().toISOString())))
    throw new Refusal('not-found');
};

/** What a link shows, as people are told it. */
const ofShare = ({ kind, name, day, clip, title, collection }: StoredShare): Share['of'] => {
  if (kind === 'clip') return { kind, id: clip, title };
  if (kind === 'collection') return { kind, name };
  return { kind, day, collection: collection === '' ? null : name };
};

const isGone = ({ kind, collection, name, title }: StoredShare): boolean =>
  kind === 'clip' ? title === null : collection !== '' && name === null;

/** A link as its maker is told of it. */
export const describeShare = (
  share: StoredShare,
  account: string,
  at: Date,
): Omit<Share, 'url' | 'feeds'> => {
  const isOver = share.expires_at !== null && share.expires_at <= at.toISOString();
  const held = isGone(share) ? 'gone' : 'live';
  return {
    id: share.id,
    of: ofShare(share),
    fullText: share.full_text,
    named: share.named,
    isOwn: share.account === account,
    createdAt: share.created_at,
    expiresAt: share.expires_at,
    state: isOver ? 'expired' : held,
    visits: share.visits,
  };
};
