import { dayIn } from '../../shared/digest/days.ts';
import { parseQuery } from '../../shared/search/query.ts';
import { searchLibrary } from '../domain/search.ts';
import { SearchPage } from '../pages/SearchPage.tsx';
import { page, withEtag } from './answers.ts';
import { member } from './policy.ts';
import { pageRoute } from './route.ts';
import { askedOf } from './search.ts';

export const searchPageRoutes = [
  pageRoute({
    method: 'GET',
    path: '/w/:workspace/search',
    policy: member('viewer'),
    handler: async (c, { person, place: { library } }) => {
      const { workspace, zone, language } = library;
      const asked = askedOf(c);
      const answer = await searchLibrary(c.var.services, library, person.account, asked);
      const searched = {
        path: `/w/${workspace}/search`,
        language,
        query: parseQuery(asked.text, dayIn(c.var.services.now(), zone)),
        sort: asked.sort,
      };
      const setting = { workspace, zone, language };
      const content = (
        <SearchPage {...{ setting, searched, answer }} isFirst={asked.cursor === null} />
      );
      return withEtag(c, page(c, content));
    },
  }),
];
