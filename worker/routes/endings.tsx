// Where a workspace or an account is deleted: each a question first.
import * as v from 'valibot';
import { leavingTexts } from '../../shared/locales/leaving.ts';
import { isTyped } from '../../shared/text/name.ts';
import { summarise } from '../domain/access.ts';
import { endAccount, endingOf } from '../domain/accounts.ts';
import { Refusal } from '../domain/refusal.ts';
import { DeleteAccountPage } from '../pages/DeleteAccountPage.tsx';
import { DeleteWorkspacePage } from '../pages/DeleteWorkspacePage.tsx';
import { MessagePage } from '../pages/MessagePage.tsx';
import { page } from './answers.ts';
import { parse, readForm } from './body.ts';
import { enteredHere, requireJustNow } from './just-now.ts';
import { ownSetting } from './own-setting.ts';
import { member, signedIn } from './policy.ts';
import { pageRoute } from './route.ts';
import { clearSession } from './sign-in.ts';

const NameForm = v.strictObject({
  name: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(200)), ''),
});
const SureForm = v.strictObject({ sure: v.literal('yes') });

export const endingRoutes = [
  pageRoute({
    method: 'GET',
    path: '/w/:workspace/delete',
    policy: member('owner'),
    handler: async (c, { person, place }) => {
      const workspace = summarise(place);
      const { deletions, binding } = c.var.services;
      const lies = { workspace: workspace.id, library_in: binding };
      const [holdings, entered] = await Promise.all([
        deletions.holdings(lies),
        enteredHere(c, person, NameForm),
      ]);
      const typed = entered?.name ?? null;
      return page(c, <DeleteWorkspacePage {...{ workspace, typed }} {...holdings} />);
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/w/:workspace/delete',
    policy: member('owner'),
    handler: async (c, { person, place }) => {
      const { deletions, binding } = c.var.services;
      const lies = { ...place.library, library_in: binding };
      const { name } = parse(NameForm, await readForm(c));
      if (!isTyped(name, place.name)) {
        const workspace = summarise(place);
        const holdings = await deletions.holdings(lies);
        const asked = <DeleteWorkspacePage {...{ workspace }} {...holdings} typed={name} />;
        return page(c, asked, 422);
      }
      await requireJustNow(c, person, `/w/${place.library.workspace}/delete`, { name });
      if (!(await deletions.begin(lies, person.account))) throw new Refusal('not-found');
      return c.redirect('/workspaces?told=deleted', 303);
    },
  }),
  pageRoute({
    method: 'GET',
    path: '/account/delete',
    policy: signedIn,
    handler: async (c, { person }) => {
      const [{ language, workspace }, { own, left, before }, entered] = await Promise.all([
        ownSetting(c, person),
        endingOf(c.var.services, person.account),
        enteredHere(c, person, SureForm),
      ]);
      const isSure = entered !== null;
      return page(c, <DeleteAccountPage {...{ language, workspace, own, left, before, isSure }} />);
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/account/delete',
    policy: signedIn,
    handler: async (c, { person }) => {
      const said = parse(SureForm, await readForm(c));
      await requireJustNow(c, person, '/account/delete', said);
      const { language } = await ownSetting(c, person);
      await endAccount(c.var.services, person.account);
      clearSession(c);
      const t = leavingTexts(language);
      return page(
        c,
        <MessagePage language={language} title={t.accountDeleted} text={t.accountDeletedLead} />,
      );
    },
  }),
];
