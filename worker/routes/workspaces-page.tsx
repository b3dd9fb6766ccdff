// The page of one's workspaces.
import * as v from 'valibot';
import { dayIn } from '../../shared/digest/days.ts';
import { WorkspaceName } from '../../shared/schema/team.ts';
import { InterfaceLanguage, Zone } from '../../shared/schema/text.ts';
import { makeWorkspace } from '../domain/workspaces.ts';
import { WORKSPACES_TOLD, WorkspacesPage } from '../pages/WorkspacesPage.tsx';
import { page } from './answers.ts';
import { parse, readForm } from './body.ts';
import { FORM_ID, newFormId } from './form-id.ts';
import { ownSetting } from './own-setting.ts';
import { signedIn } from './policy.ts';
import { pageRoute } from './route.ts';

const NewForm = v.strictObject({
  name: WorkspaceName,
  language: InterfaceLanguage,
  zone: Zone,
  ...FORM_ID,
});
/** What the page says of the act that led to it. */
const Told = v.fallback(v.nullable(v.picklist(WORKSPACES_TOLD)), null);

export const workspacePageRoutes = [
  pageRoute({
    method: 'GET',
    path: '/workspaces',
    policy: signedIn,
    handler: async (c, { person }) => {
      const { guests } = c.var.services;
      const [{ language, belongings, unreached }, visited] = await Promise.all([
        ownSetting(c, person),
        guests.ofAccount(person.account),
      ]);
      const named = await guests.namesReached(visited);
      const visits = visited.flatMap(({ library_in: binding, workspace, collection, ...visit }) => {
        const collectionName = named.unreached.has(binding)
          ? null
          : named.names.get(`${workspace} ${collection}`);
        return collectionName === undefined
          ? []
          : [{ workspace, workspaceName: visit.workspace_name, collection, collectionName }];
      });
      const now = c.var.services.now();
      return page(
        c,
        <WorkspacesPage
          {...{ language, unreached, visits }}
          form={newFormId(c)}
          workspaces={belongings.map(({ workspace, joinedAt }) => ({
            workspace,
            since: dayIn(new Date(joinedAt), workspace.zone),
          }))}
          todayIn={(zone) => dayIn(now, zone)}
          last={person.lastWorkspace}
          told={parse(Told, c.req.query('told'))}
        />,
      );
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/workspaces',
    policy: signedIn,
    handler: async (c, { person }) => {
      const { form = newFormId(c), ...wishes } = parse(NewForm, await readForm(c));
      const id = await makeWorkspace(c.var.services, person.account, wishes, form);
      return c.redirect(`/w/${id}/members`, 303);
    },
  }),
];
