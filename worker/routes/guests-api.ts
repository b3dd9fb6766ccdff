// Who reads one collection of a workspace alone, as JSON.
import type { GuestList } from '../../shared/schema/team.ts';
import { removeGuest } from '../domain/guests.ts';
import { json, withEtag } from './answers.ts';
import { member } from './policy.ts';
import { apiRoute } from './route.ts';

export const guestApiRoutes = [
  apiRoute({
    method: 'GET',
    path: '/api/w/:workspace/guests',
    policy: member('owner'),
    operation: {
      id: 'listGuests',
      summary: 'Who reads one collection of a workspace and nothing else of it; up to 500.',
      answers: { 200: 'GuestList', 304: null },
    },
    handler: async (c, { place: { library } }) => {
      const all = await c.var.services.guests.ofWorkspace(library.workspace);
      const list: GuestList = {
        guests: all.map(({ account, name, collection, joined_at: since }) => ({
          account,
          name,
          collection,
          since,
        })),
      };
      return withEtag(c, json(c, list));
    },
  }),
  apiRoute({
    method: 'DELETE',
    path: '/api/w/:workspace/guests/:collection/:account',
    policy: member('owner'),
    operation: {
      id: 'removeGuest',
      summary:
        'Ends what somebody is a guest of: with the next request it is a missing one for them.',
      answers: { 204: null },
    },
    handler: async (c, { place: { library } }) => {
      await removeGuest(c.var.services, {
        workspace: library.workspace,
        account: c.req.param('account') ?? '',
        collection: c.req.param('collection') ?? '',
      });
      return c.body(null, 204);
    },
  }),
];
