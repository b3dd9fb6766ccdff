import type { TrashItem } from '../../shared/schema/trash.ts';
import {
  bringBack,
  deleteClip,
  deleteForGood,
  deleteKeep,
  emptyTrash,
  findTrashed,
  readTrash,
} from '../domain/trash.ts';
import { json, withEtag } from './answers.ts';
import { hasRead, refuseUnread, sinceClipRead, sinceRead } from './if-match.ts';
import { member, signedInMember } from './policy.ts';
import { apiRoute } from './route.ts';

export const trashRoutes = [
  apiRoute({
    method: 'DELETE',
    path: '/api/w/:workspace/keeps/:id',
    policy: member('editor'),
    operation: {
      id: 'deleteKeep',
      summary:
        'Deletes one of the caller’s own keeps; the clip goes into the trash with its last keep.',
      answers: { 204: null },
      ifMatch: 'the clip',
    },
    handler: async (c, { person, place: { library } }) => {
      const id = c.req.param('id') ?? '';
      const since = sinceClipRead(c, library.workspace);
      await deleteKeep(c.var.services, library, person.account, id, since);
      return c.body(null, 204);
    },
  }),
  apiRoute({
    method: 'DELETE',
    path: '/api/w/:workspace/clips/:id',
    policy: member('editor'),
    operation: {
      id: 'deleteClip',
      summary: 'Moves a clip into the trash, for all who keep it. It lies there for 30 days.',
      answers: { 204: null },
      ifMatch: 'the clip',
    },
    handler: async (c, { person, place: { library } }) => {
      const id = c.req.param('id') ?? '';
      const since = sinceClipRead(c, library.workspace);
      await deleteClip(c.var.services, library, person.account, id, since);
      return c.body(null, 204);
    },
  }),
  apiRoute({
    method: 'GET',
    path: '/api/w/:workspace/trash',
    policy: member('editor', ['clip:read']),
    operation: {
      id: 'listTrash',
      summary: 'The clips in the trash, the last deleted first, 50 at a time.',
      query: { before: 'Where to go on: `next` of the page before.' },
      answers: { 200: 'TrashPage' },
      problems: ['bad-request'],
    },
    handler: async (c, { place: { library } }) =>
      json(c, await readTrash(c.var.services, library, c.req.query('before') ?? null)),
  }),
  apiRoute({
    method: 'GET',
    path: '/api/w/:workspace/trash/:id',
    policy: member('editor', ['clip:read']),
    operation: {
      id: 'getTrashed',
      summary: 'A clip in the trash.',
      answers: { 200: 'TrashItem', 304: null },
    },
    handler: async (c, { place: { library } }) =>
      withEtag(c, json(c, await findTrashed(c.var.services, library, c.req.param('id') ?? ''))),
  }),
  apiRoute({
    method: 'POST',
    path: '/api/w/:workspace/trash/:id/restore',
    policy: member('editor'),
    operation: {
      id: 'restoreClip',
      summary:
        'Brings a clip back from the trash with all that hung on it: keeps, tags, collections, highlights.',
      answers: { 204: null },
      ifMatch: 'the clip in the trash',
      problems: ['kept-anew'],
    },
    handler: async (c, { person, place: { library } }) => {
      const since = sinceRead(c, library.workspace, (id) =>
        findTrashed(c.var.services, library, id),
      );
      await bringBack(c.var.services, library, person.account, c.req.param('id') ?? '', since);
      return c.body(null, 204);
    },
  }),
  apiRoute({
    method: 'DELETE',
    path: '/api/w/:workspace/trash/:id',
    policy: signedInMember('editor'),
    operation: {
      id: 'deleteForGood',
      summary: 'Deletes a clip in the trash for good; no token may.',
      answers: { 204: null },
      ifMatch: 'the clip in the trash',
    },
    handler: async (c, { place: { library } }) => {
      const id = c.req.param('id') ?? '';
      const refuseOther = hasRead(c) ? (item: TrashItem) => refuseUnread(c, item) : null;
      await deleteForGood(c.var.services, library, id, refuseOther);
      return c.body(null, 204);
    },
  }),
  apiRoute({
    method: 'DELETE',
    path: '/api/w/:workspace/trash',
    policy: signedInMember('editor'),
    operation: {
      id: 'emptyTrash',
      summary:
        'Deletes for good what lay in the trash when it was listed, and nothing that came since; no token may.',
      query: { until: '`until` of the list that was shown.' },
      answers: { 200: 'TrashEmptied' },
      problems: ['bad-request'],
    },
    handler: async (c, { place: { library } }) =>
      json(c, { deleted: await emptyTrash(c.var.services, library, c.req.query('until') ?? '') }),
  }),
];
