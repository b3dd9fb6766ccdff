import { readLibraryPage } from '../domain/library.ts';
import { Refusal } from '../domain/refusal.ts';
import { json, jsonFollowing, withEtag } from './answers.ts';
import { member } from './policy.ts';
import { apiRoute } from './route.ts';

export const clipRoutes = [
  apiRoute({
    method: 'GET',
    path: '/api/w/:workspace/clips',
    policy: member('viewer'),
    operation: {
      id: 'listClips',
      summary: 'The clips of the library, the last kept first, 50 at a time.',
      query: { before: 'Where to go on: `next` of the page before.' },
      answers: { 200: 'LibraryPage', 304: null },
      problems: ['bad-request'],
    },
    handler: (c, { place: { role, library } }) =>
      jsonFollowing(c, { role, library }, () =>
        readLibraryPage(c.var.services, library, c.req.query('before') ?? null),
      ),
  }),
  apiRoute({
    method: 'GET',
    path: '/api/w/:workspace/clips/:id',
    policy: member('viewer'),
    operation: {
      id: 'getClip',
      summary: 'A whole clip.',
      answers: { 200: 'Clip', 304: null },
    },
    handler: async (c, { place }) => {
      const { workspace } = place.library;
      const found = await c.var.services.clips.find(workspace, c.req.param('id') ?? '');
      if (!found) throw new Refusal('not-found');
      return withEtag(c, json(c, found.clip));
    },
  }),
  apiRoute({
    method: 'GET',
    path: '/api/w/:workspace/clips/:id/history',
    policy: member('viewer'),
    operation: {
      id: 'getClipHistory',
      summary: 'Who keeps a clip, and what was corrected of it, the last correction first.',
      answers: { 200: 'ClipHistory', 304: null },
    },
    handler: async (c, { place }) => {
      const { workspace } = place.library;
      const history = await c.var.services.history.ofClip(workspace, c.req.param('id') ?? '');
      if (!history) throw new Refusal('not-found');
      return withEtag(c, json(c, history));
    },
  }),
];
