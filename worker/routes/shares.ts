// Public links by the API.
import * as v from 'valibot';
import { type Share, ShareWrite } from '../../shared/schema/share.ts';
import { UuidV7 } from '../../shared/schema/text.ts';
import type { Library } from '../db/libraries.ts';
import type { StoredShare } from '../db/shares.ts';
import {
  describeShare,
  findShare,
  putShare,
  revokeShare,
  visibleShares,
} from '../domain/shares.ts';
import { shareToken } from '../domain/share-token.ts';
import { json, withEtag } from './answers.ts';
import { MAX_SMALL_BODY, parse, readJson } from './body.ts';
import { signedInMember } from './policy.ts';
import { apiRoute } from './route.ts';
import { type AppContext, ownOrigin } from './services.ts';
import { linkFeeds, linkPath } from './shared-link.ts';

const Address = v.object({ id: UuidV7 });

/** A stored link with its addresses. */
export const withAddress = async (
  c: AppContext,
  { number, feed_rotation: rotation }: Pick<Library, 'number' | 'feed_rotation'>,
  account: string,
  share: StoredShare,
): Promise<Share> => {
  const { id, kind, named } = share;
  const token = await shareToken(c.env.SECRET, { number, rotation, id, kind, named });
  const url = ownOrigin(c) + linkPath(token);
  const told = describeShare(share, account, c.var.services.now());
  return { ...told, url, feeds: share.feeds ? linkFeeds(url) : null };
};

export const shareRoutes = [
  apiRoute({
    method: 'GET',
    path: '/api/w/:workspace/shares',
    policy: signedInMember('viewer'),
    operation: {
      id: 'listShares',
      summary:
        'The public links that the caller made, the last made first, with how often each was opened on which day. An owner sees all of the workspace. Revoked ones are left out. No token may: by a link it would read on.',
      answers: { 200: 'Shares', 304: null },
    },
    handler: async (c, { person, place }) => {
      const { ask, shares: stored } = c.var.services;
      const { library } = place;
      const all = visibleShares(await ask(stored.list(library.workspace)), person.account, place);
      const shares = await Promise.all(
        all.map((share) => withAddress(c, library, person.account, share)),
      );
      return withEtag(c, json(c, { shares }));
    },
  }),
  apiRoute({
    method: 'GET',
    path: '/api/w/:workspace/shares/:id',
    policy: signedInMember('viewer'),
    operation: {
      id: 'getShare',
      summary: 'A public link, with how often it was opened on which day, as in their list.',
      answers: { 200: 'Share', 304: null },
    },
    handler: async (c, { person: { account }, place }) => {
      const found = await findShare(c.var.services, account, place, c.req.param('id') ?? '');
      return withEtag(c, json(c, await withAddress(c, place.library, account, found)));
    },
  }),
  apiRoute({
    method: 'PUT',
    path: '/api/w/:workspace/shares/:id',
    policy: signedInMember('editor'),
    operation: {
      id: 'makeShare',
      summary:
        'Makes a public link to a collection, a day or a clip under a UUID version 7. It cannot be changed, only revoked. Whole texts are the publisher’s: ask for them only where you may. 200 at most in a workspace.',
      body: 'ShareWrite',
      answers: { 200: 'Share' },
      problems: ['other-bytes', 'gone', 'too-many'],
    },
    handler: async (c, { person, place: { library } }) => {
      const { id } = parse(Address, { id: c.req.param('id') });
      const { value } = await readJson(c, MAX_SMALL_BODY);
      const write = parse(ShareWrite, value);
      const made = await putShare(c.var.services, library, person.account, id, write);
      return json(c, await withAddress(c, library, person.account, made));
    },
  }),
  apiRoute({
    method: 'DELETE',
    path: '/api/w/:workspace/shares/:id',
    policy: signedInMember('editor'),
    operation: {
      id: 'revokeShare',
      summary:
        'Revokes a public link of the caller’s own, or as an owner anybody’s: its address leads nowhere from then on.',
      answers: { 204: null },
    },
    handler: async (c, { person, place }) => {
      await revokeShare(c.var.services, person.account, place, c.req.param('id') ?? '');
      return c.body(null, 204);
    },
  }),
];
