import { summarise } from '../domain/access.ts';
import { json, withEtag } from './answers.ts';
import { member } from './policy.ts';
import { apiRoute } from './route.ts';

export const workspaceRoutes = [
  apiRoute({
    method: 'GET',
    path: '/api/w/:workspace',
    policy: member('viewer'),
    operation: {
      id: 'getWorkspace',
      summary: 'A workspace and the caller’s role in it.',
      answers: { 200: 'WorkspaceSummary', 304: null },
    },
    handler: (c, { place }) => withEtag(c, json(c, summarise(place))),
  }),
];
