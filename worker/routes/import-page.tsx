import { ImportPage } from '../pages/ImportPage.tsx';
import { page } from './answers.ts';
import { member } from './policy.ts';
import { pageRoute } from './route.ts';

export const importPageRoutes = [
  pageRoute({
    method: 'GET',
    path: '/w/:workspace/import',
    policy: member('editor'),
    handler: async (c, { person, place: { library } }) => {
      const { workspace, zone, language } = library;
      const imports = await c.var.services.imports.list(workspace, person.account);
      return page(c, <ImportPage setting={{ workspace, zone, language }} imports={imports} />);
    },
  }),
];
