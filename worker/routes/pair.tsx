import * as v from 'valibot';
import { texts } from '../../shared/locales/index.ts';
import type { Person } from '../domain/access.ts';
import { LIMITS, requireTry, takeTry } from '../domain/limits.ts';
import { readUserCode } from '../domain/pairings.ts';
import { Refusal } from '../domain/refusal.ts';
import { MessagePage } from '../pages/MessagePage.tsx';
import { AnswerPairingPage, EnterCodePage } from '../pages/PairPage.tsx';
import { page } from './answers.ts';
import { parse, readForm } from './body.ts';
import { ownSetting } from './own-setting.ts';
import { signedIn } from './policy.ts';
import { pageRoute } from './route.ts';
import type { AppContext } from './services.ts';

const Answer = v.strictObject({ code: v.string(), answer: v.picklist(['approved', 'denied']) });

/** Its language and navigation; who belongs to no workspace has nothing to pair with. */
const settingOf = async (c: AppContext, person: Person) => {
  const { language, workspace, workspaces } = await ownSetting(c, person);
  if (workspace === null) throw new Refusal('not-found');
  return { setting: { language, workspace }, workspaces };
};

export const pairRoutes = [
  pageRoute({
    method: 'GET',
    path: '/pair',
    policy: signedIn,
    handler: async (c, { person }) => {
      const { pairings, now } = c.var.services;
      const { setting, workspaces } = await settingOf(c, person);
      const typed = c.req.query('code');
      if (typed === undefined) return page(c, <EnterCodePage {...setting} unknown={null} />);
      await requireTry(c.var.services, LIMITS.pairingCode, person.account);
      const code = readUserCode(typed);
      const pairing = code && (await pairings.take(code, person.account, now().toISOString()));
      if (!code || !pairing) {
        await takeTry(c.var.services, LIMITS.pairingCode, person.account);
        return page(c, <EnterCodePage {...setting} unknown={typed} />, 404);
      }
      return page(
        c,
        <AnswerPairingPage {...setting} {...{ code, workspaces }} name={pairing.name} />,
      );
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/pair',
    policy: signedIn,
    handler: async (c, { person }) => {
      const { pairings, now } = c.var.services;
      const { setting } = await settingOf(c, person);
      const form = parse(Answer, await readForm(c));
      const code = readUserCode(form.code);
      const pairing =
        code && (await pairings.answer(code, person.account, form.answer, now().toISOString()));
      if (!pairing) return page(c, <EnterCodePage {...setting} unknown={form.code} />, 404);
      const { language } = setting;
      const { pages: t } = texts(language);
      return form.answer === 'approved'
        ? page(
            c,
            <MessagePage {...{ language }} title={t.pairedTitle} text={t.paired(pairing.name)} />,
          )
        : page(
            c,
            <MessagePage {...{ language }} title={t.refusedTitle} text={t.refused(pairing.name)} />,
          );
    },
  }),
];
