import { readLibraryPage } from '../domain/library.ts';
import { LibraryPage } from '../pages/LibraryPage.tsx';
import { page, withEtag } from './answers.ts';
import { member } from './policy.ts';
import { pageRoute } from './route.ts';

export const libraryPageRoutes = [
  pageRoute({
    method: 'GET',
    path: '/w/:workspace/library',
    policy: member('viewer'),
    handler: async (c, { place: { library, role } }) => {
      const { workspace, zone, language } = library;
      const before = c.req.query('before') ?? null;
      const listed = await readLibraryPage(c.var.services, library, before);
      const content = (
        <LibraryPage
          setting={{ workspace, zone, language }}
          listed={listed}
          isFirst={before === null}
          canImport={role !== 'viewer'}
        />
      );
      return withEtag(c, page(c, content));
    },
  }),
];
