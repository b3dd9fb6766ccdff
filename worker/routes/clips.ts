import { Refusal } from '../domain/refusal.ts';
import { json, withEtag } from './answers.ts';
import { member } from './policy.ts';
import { apiRoute } from './route.ts';

export const clipRoutes = [
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
      const clip = await c.var.services.clips.find(workspace, c.req.param('id') ?? '');
      if (!clip) throw new Refusal('not-found');
      return withEtag(c, json(c, clip));
    },
  }),
];
