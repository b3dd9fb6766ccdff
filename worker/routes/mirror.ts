import { readCardPage, readChanges } from '../domain/mirror.ts';
import { json } from './answers.ts';
import { member } from './policy.ts';
import { apiRoute } from './route.ts';

export const mirrorRoutes = [
  apiRoute({
    method: 'GET',
    path: '/api/w/:workspace/cards',
    policy: member('viewer'),
    operation: {
      id: 'listCards',
      summary: 'As much of each clip as an extension copies, the last made first, 250 at a time.',
      query: { before: 'Where to go on: `next` of the page before.' },
      answers: { 200: 'CardPage' },
      problems: ['bad-request'],
    },
    handler: async (c, { person, place: { library } }) => {
      const before = c.req.query('before') ?? null;
      return json(c, await readCardPage(c.var.services, library, person.account, before));
    },
  }),
  apiRoute({
    method: 'GET',
    path: '/api/w/:workspace/changes',
    policy: member('viewer'),
    operation: {
      id: 'listChanges',
      summary:
        'The cards that changed, the clips that went, what became of tags and collections, and what the caller does with clips, in the order of the changes.',
      query: {
        since: '`seq` of the answer before, or of the first page of cards; 0 for the beginning.',
        read: '`read` of the same answer; 0 for the beginning.',
      },
      answers: { 200: 'Changes' },
      problems: ['bad-request'],
    },
    handler: async (c, { person, place: { library } }) => {
      const asked = { since: c.req.query('since') ?? '0', read: c.req.query('read') ?? '0' };
      return json(c, await readChanges(c.var.services, library, person.account, asked));
    },
  }),
];
