import { WorkspaceEnd, type WorkspaceList, WorkspaceWrite } from '../../shared/schema/team.ts';
import { isTyped } from '../../shared/text/name.ts';
import { summarise, workspacesOf } from '../domain/access.ts';
import { requireFreshSignIn } from '../domain/fresh-sign-in.ts';
import { Refusal } from '../domain/refusal.ts';
import { json, withEtag } from './answers.ts';
import { MAX_SMALL_BODY, parse, readJson } from './body.ts';
import { hasRead, refuseUnread } from './if-match.ts';
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
  apiRoute({
    method: 'PUT',
    path: '/api/w/:workspace',
    policy: member('owner'),
    operation: {
      id: 'renameWorkspace',
      summary: 'Calls a workspace otherwise. By a session only.',
      body: 'WorkspaceWrite',
      answers: { 200: 'WorkspaceSummary' },
      ifMatch: 'the workspace',
    },
    handler: async (c, { place }) => {
      const { name } = parse(WorkspaceWrite, (await readJson(c, MAX_SMALL_BODY)).value);
      const summary = summarise(place);
      // What is so already, as by this very request, is no matter.
      if (name !== place.name) await refuseUnread(c, summary);
      const before = hasRead(c) ? place.name : null;
      if (!(await c.var.services.workspaces.rename(summary.id, name, before)))
        throw new Refusal('changed-meanwhile');
      return json(c, { ...summary, name });
    },
  }),
  apiRoute({
    method: 'DELETE',
    path: '/api/w/:workspace',
    policy: member('owner'),
    operation: {
      id: 'deleteWorkspace',
      summary:
        'Deletes a workspace for good, with all that is in it, for all who belong to it. Its name is sent with it, so that none is deleted by mistake. By a session only.',
      body: 'WorkspaceEnd',
      answers: { 204: null },
      problems: ['sign-in-again'],
    },
    handler: async (c, { person, place }) => {
      const { name } = parse(WorkspaceEnd, (await readJson(c, MAX_SMALL_BODY)).value);
      if (!isTyped(name, place.name))
        throw new Refusal('bad-request', 'name: that of the workspace is to be sent with it');
      await requireFreshSignIn(c.var.services, person);
      const { deletions, binding } = c.var.services;
      const lies = { ...place.library, library_in: binding };
      if (!(await deletions.begin(lies, person.account))) throw new Refusal('not-found');
      return c.body(null, 204);
    },
  }),
];
