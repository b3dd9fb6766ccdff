import type { WorkspaceList } from '../../shared/schema/team.ts';
import { summarise, workspacesOf } from '../domain/access.ts';
import { json, withEtag } from './answers.ts';
import { member, signedIn } from './policy.ts';
import { apiRoute } from './route.ts';

export const workspaceRoutes = [
  apiRoute({
    method: 'GET',
    path: '/api/workspaces',
    policy: signedIn,
    operation: {
      id: 'listWorkspaces',
      summary: 'The workspaces that the caller belongs to, the one first that they joined first.',
      answers: { 200: 'WorkspaceList', 304: null },
    },
    handler: async (c, { person }) => {
      const list: WorkspaceList = {
        workspaces: await workspacesOf(c.var.services, person.account),
      };
      return withEtag(c, json(c, list));
    },
  }),
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
