import * as v from 'valibot';
import { dayIn } from '../../shared/digest/days.ts';
import { parseQuery, writeQuery } from '../../shared/search/query.ts';
import { searchLibrary } from '../domain/search.ts';
import { SearchPage } from '../pages/SearchPage.tsx';
import { besideOf, ViewAsked } from '../pages/Views.tsx';
import { page, withEtag } from './answers.ts';
import { member } from './policy.ts';
import { pageRoute } from './route.ts';
import { withFeed } from './saved-searches.ts';
import { askedOf } from './search.ts';

export const searchPageRoutes = [
  pageRoute({
    method: 'GET',
    path: '/w/:workspace/search',
    policy: member('viewer'),
    handler: async (c, { person, place: { library } }) => {
      const { workspace, zone, language } = library;
      const asked = askedOf(c);
      const { services } = c.var;
      const [answer, stored] = await Promise.all([
        searchLibrary(services, library, person.account, asked),
        services.savedSearches.ofAccount(workspace, person.account),
      ]);
      const searches = await Promise.all(stored.map((search) => withFeed(c, library, search)));
      const today = dayIn(services.now(), zone);
      const isThis = ({ query }: { query: string }) =>
        writeQuery(parseQuery(query, today), language) === answer.query;
      const view = v.parse(ViewAsked, c.req.query('view'));
      const searched = {
        path: `/w/${workspace}/search`,
        ...(view !== 'cards' && { beside: besideOf(view) }),
        language,
        query: parseQuery(asked.text, today),
        sort: asked.sort,
      };
      const setting = { workspace, zone, language };
      const content = (
        <SearchPage
          {...{ setting, searched, answer, searches, view }}
          saved={searches.find(isThis) ?? null}
          isFirst={asked.cursor === null}
        />
      );
      return withEtag(c, page(c, content));
    },
  }),
];
