import { dayIn } from '../../shared/digest/days.ts';
import { texts } from '../../shared/locales/index.ts';
import { reachedOf } from '../domain/access.ts';
import { Refusal } from '../domain/refusal.ts';
import { MessagePage, WaitingFormPage } from '../pages/MessagePage.tsx';
import { page } from './answers.ts';
import { enteredHere } from './just-now.ts';
import { wishedLanguage } from './language.ts';
import { ownSetting } from './own-setting.ts';
import { anybody } from './policy.ts';
import { pageRoute } from './route.ts';
import { WaitingForm } from './sent-form.ts';
import { personByCookie } from './sign-in.ts';

export const homeRoutes = [
  pageRoute({
    method: 'GET',
    path: '/',
    // Anybody: while nobody owns the installation, this page says how that is done.
    policy: anybody,
    handler: async (c) => {
      const { services } = c.var;
      const person = await personByCookie(c);
      if (person) {
        const waiting = await enteredHere(c, person, WaitingForm);
        if (waiting) {
          const { language } = await ownSetting(c, person);
          return page(c, <WaitingFormPage {...{ language }} sent={waiting} />);
        }
        const { account, lastWorkspace } = person;
        const { belongings, isFirstReached } = await reachedOf(services, account, lastWorkspace);
        const [first] = belongings;
        // There it is said which of them cannot be reached.
        if (!first || !isFirstReached) return c.redirect('/workspaces', 302);
        return c.redirect(
          `/w/${first.workspace.id}/day/${dayIn(services.now(), first.workspace.zone)}`,
          302,
        );
      }
      if (await services.claims.isOwned()) throw new Refusal('sign-in');
      const language = wishedLanguage(c);
      const { pages: t } = texts(language);
      return page(
        c,
        <MessagePage language={language} title={t.unownedTitle} text={t.unowned} wayHome={false} />,
        401,
      );
    },
  }),
];
