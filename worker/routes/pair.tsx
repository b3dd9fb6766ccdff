import * as v from 'valibot';
import { tokenTexts } from '../../shared/locales/tokens.ts';
import { Scopes } from '../../shared/schema/pairing.ts';
import type { Person } from '../domain/access.ts';
import { answerPairing, enterCode } from '../domain/pairings.ts';
import { Refusal } from '../domain/refusal.ts';
import { MessagePage } from '../pages/MessagePage.tsx';
import { AnswerPairingPage, EnterCodePage } from '../pages/PairPage.tsx';
import { page } from './answers.ts';
import { parse, readForm } from './body.ts';
import { enteredHere, requireJustNow } from './just-now.ts';
import { ownSetting } from './own-setting.ts';
import { signedIn } from './policy.ts';
import { pageRoute } from './route.ts';
import type { AppContext } from './services.ts';

const Entered = v.strictObject({ code: v.pipe(v.string(), v.maxLength(100)) });
const Answer = v.strictObject({
  code: v.string(),
  answer: v.picklist(['approved', 'denied']),
  scopes: Scopes,
});

/** Its language and navigation; null for who belongs to no workspace: they have nothing to pair with. */
const settingOf = async (c: AppContext, person: Person) => {
  const { language, workspace, workspaces, unreached } = await ownSetting(c, person);
  if (workspace === null && unreached.length > 0) throw new Refusal('busy');
  if (workspace === null) return null;
  return { setting: { language, workspace }, workspaces: [...workspaces, ...unreached] };
};

export const pairRoutes = [
  pageRoute({
    method: 'GET',
    path: '/pair',
    policy: signedIn,
    handler: async (c, { person }) => {
      const found = await settingOf(c, person);
      // Where they make one.
      if (!found) return c.redirect('/workspaces?told=none-to-pair');
      const { setting } = found;
      const entered = await enteredHere(c, person, Entered);
      const shown = entered?.code ?? c.req.query('code') ?? null;
      return page(c, <EnterCodePage {...setting} {...{ shown }} />);
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/pair',
    policy: signedIn,
    handler: async (c, { person }) => {
      const { account, session } = person;
      const found = await settingOf(c, person);
      if (!found) throw new Refusal('not-found');
      const { setting, workspaces } = found;
      const { code } = parse(Entered, await readForm(c));
      await requireJustNow(c, person, '/pair', { code });
      const answerer = { account, session: session ?? '' };
      const pairing = await enterCode(c.var.services, c.env.SECRET, code, answerer);
      return pairing
        ? page(c, <AnswerPairingPage {...setting} {...{ workspaces, pairing }} />)
        : page(c, <EnterCodePage {...setting} shown={code} isUnknown />, 404);
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/pair/answer',
    policy: signedIn,
    handler: async (c, { person }) => {
      const found = await settingOf(c, person);
      if (!found) throw new Refusal('not-found');
      const { setting } = found;
      const { code: typed, answer, scopes } = parse(Answer, await readForm(c));
      const pairing = await answerPairing(c.var.services, c.env.SECRET, {
        typed,
        session: person.session ?? '',
        scopes: answer === 'approved' ? scopes : null,
      });
      if (!pairing) return page(c, <EnterCodePage {...setting} shown={typed} isUnknown />, 404);
      const { language } = setting;
      const t = tokenTexts(language);
      const told =
        answer === 'approved'
          ? { title: t.pairedTitle, text: t.paired[pairing.scopes](pairing.name) }
          : { title: t.refusedTitle, text: t.refused(pairing.name) };
      return page(c, <MessagePage language={language} {...told} />);
    },
  }),
];
