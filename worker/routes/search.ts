import * as v from 'valibot';
import { SearchSort } from '../../shared/schema/search.ts';
import { searchLibrary } from '../domain/search.ts';
import { json, withEtag } from './answers.ts';
import { parse } from './body.ts';
import { member } from './policy.ts';
import { apiRoute } from './route.ts';
import type { AppContext } from './services.ts';

const WantedSort = v.nullable(SearchSort);

/** What a request searches for. Throws 'bad-request'. */
export const askedOf = (c: AppContext) => ({
  text: c.req.query('q') ?? '',
  sort: parse(WantedSort, c.req.query('sort') || null),
  cursor: c.req.query('before') ?? null,
});

export const searchRoutes = [
  apiRoute({
    method: 'GET',
    path: '/api/w/:workspace/search',
    policy: member('viewer'),
    operation: {
      id: 'searchClips',
      summary: 'What is found in the library, 20 at a time, with extracts and counts.',
      query: {
        q: 'Words, "phrases", -not, and operators: site, section, category, tag, in, by, lang, on, after, before, is. Any text is a query.',
        sort: 'relevance, published or kept; unless told, relevance where there are words, else kept.',
        before: 'Where to go on: `next` of the page before.',
      },
      answers: { 200: 'SearchAnswer', 304: null },
      problems: ['bad-request'],
    },
    handler: async (c, { person, place: { library } }) =>
      withEtag(
        c,
        json(c, await searchLibrary(c.var.services, library, person.account, askedOf(c))),
      ),
  }),
];
