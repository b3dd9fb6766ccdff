// What people of a workspace did, as a page and as JSON.
import { newsFor, readActivity } from '../domain/activity.ts';
import { ActivityPage } from '../pages/ActivityPage.tsx';
import { json, page, withEtag } from './answers.ts';
import { member } from './policy.ts';
import { apiRoute, pageRoute } from './route.ts';
import type { AppContext } from './services.ts';

/** How much of it is new to a member of a team, for the link that leads there; 0 for who is alone. */
export const newsOf = (c: AppContext, workspace: string, account: string): Promise<number> =>
  c.get('isTeam') ? newsFor(c.var.services, { workspace }, account) : Promise.resolve(0);

export const activityRoutes = [
  pageRoute({
    method: 'GET',
    path: '/w/:workspace/activity',
    policy: member('viewer'),
    handler: async (c, { person: { account }, place: { library, role } }) => {
      const { workspace, zone, language, seq } = library;
      const before = c.req.query('before') ?? null;
      const read = await readActivity(c.var.services, library, { account, role }, before);
      const setting = { workspace, zone, language };
      const shown = { ...read, setting, account, seq, isFirst: before === null };
      return withEtag(c, page(c, <ActivityPage {...shown} />));
    },
  }),
  apiRoute({
    method: 'GET',
    path: '/api/w/:workspace/activity',
    policy: member('viewer'),
    operation: {
      id: 'listActivity',
      summary:
        'What people of the workspace did over the last year, the last first, 50 acts at a time: an act on many clips is one. What is a person’s own (states, private notes and highlights, searches) is not among it.',
      query: { before: 'Where to go on: `next` of the page before.' },
      answers: { 200: 'ActivityPage', 304: null },
      problems: ['bad-request'],
    },
    handler: async (c, { person: { account }, place: { library, role } }) => {
      const before = c.req.query('before') ?? null;
      const { items, next, news } = await readActivity(
        c.var.services,
        library,
        { account, role },
        before,
      );
      return withEtag(c, json(c, { items, next, news }));
    },
  }),
];
