import {
  bringBack,
  deleteClip,
  deleteForGood,
  deleteKeep,
  emptyTrash,
  readTrash,
} from '../domain/trash.ts';
import { json } from './answers.ts';
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
    },
    handler: async (c, { person, place }) => {
      await deleteKeep(c.var.services, place.library, person.account, c.req.param('id') ?? '');
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
    },
    handler: async (c, { person, place }) => {
      await deleteClip(c.var.services, place.library, person.account, c.req.param('id') ?? '');
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
    method: 'POST',
    path: '/api/w/:workspace/trash/:id/restore',
    policy: member('editor'),
    operation: {
      id: 'restoreClip',
      summary:
        'Brings a clip back from the trash with all that hung on it: keeps, tags, collections, highlights.',
      answers: { 204: null },
      problems: ['kept-anew'],
    },
    handler: async (c, { place: { library } }) => {
      await bringBack(c.var.services, library, c.req.param('id') ?? '');
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
    },
    handler: async (c, { place: { library } }) => {
      await deleteForGood(c.var.services, library, c.req.param('id') ?? '');
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
