// Saved searches as a page, and what its forms do.
import * as v from 'valibot';
import { MAX_SAVED_NAME, SavedSearchWrite } from '../../shared/schema/saved-search.ts';
import { deleteSearch, renameSearch, renewFeed, saveSearch } from '../domain/saved-searches.ts';
import { savedAddress } from '../pages/SavedSearches.tsx';
import { SavedSearchesPage } from '../pages/SavedSearchesPage.tsx';
import { page, withEtag } from './answers.ts';
import { parse, readForm } from './body.ts';
import { member } from './policy.ts';
import { pageRoute } from './route.ts';
import { MAX_SAVED_BODY, withFeed } from './saved-searches.ts';

const Words = v.optional(v.string(), '');
const SaveForm = v.strictObject({ name: Words, query: Words });

/** What a form about one of them asks for. */
const Asked = v.variant('do', [
  v.strictObject({ do: v.literal('rename'), name: SavedSearchWrite.entries.name }),
  v.strictObject({ do: v.literal('renew') }),
  v.strictObject({ do: v.literal('delete') }),
]);

export const savedSearchPageRoutes = [
  pageRoute({
    method: 'GET',
    path: '/w/:workspace/searches',
    policy: member('viewer'),
    handler: async (c, { person, place: { library } }) => {
      const { workspace, language } = library;
      const all = await c.var.services.savedSearches.ofAccount(workspace, person.account);
      const searches = await Promise.all(all.map((search) => withFeed(c, library, search)));
      return withEtag(c, page(c, <SavedSearchesPage {...{ workspace, language, searches }} />));
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/w/:workspace/searches',
    policy: member('viewer'),
    handler: async (c, { person, place: { library } }) => {
      const { name, query } = parse(SaveForm, await readForm(c, MAX_SAVED_BODY));
      // Without a name it is called what it asks for.
      const called = name.trim() || query.trim().slice(0, MAX_SAVED_NAME).toWellFormed();
      const write = parse(SavedSearchWrite, { name: called, query });
      const { id } = await saveSearch(c.var.services, library, person.account, write);
      return c.redirect(savedAddress(library.workspace, id), 303);
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/w/:workspace/searches/:id',
    policy: member('viewer'),
    handler: async (c, { person: { account }, place: { library } }) => {
      const { services } = c.var;
      const id = c.req.param('id') ?? '';
      const asked = parse(Asked, await readForm(c));
      switch (asked.do) {
        case 'rename':
          await renameSearch(services, library, account, id, asked.name);
          break;
        case 'renew':
          await renewFeed(services, library, account, id);
          break;
        case 'delete':
          await deleteSearch(services, library, account, id);
          return c.redirect(savedAddress(library.workspace), 303);
      }
      return c.redirect(savedAddress(library.workspace, id), 303);
    },
  }),
];
