import * as v from 'valibot';
import { texts } from '../../shared/locales/index.ts';
import { signInTexts } from '../../shared/locales/sign-in.ts';
import { Secret } from '../../shared/schema/pairing.ts';
import { anyName, InterfaceLanguage, Zone } from '../../shared/schema/text.ts';
import { findClaim, signInByClaim, useClaim } from '../domain/claims.ts';
import { LIMITS, takeTry } from '../domain/limits.ts';
import { ClaimAgainPage, ClaimPage } from '../pages/ClaimPage.tsx';
import { MessagePage } from '../pages/MessagePage.tsx';
import { page, unstored } from './answers.ts';
import { deviceAsking, networkAsking } from './asking.ts';
import { parse, readForm } from './body.ts';
import { wishedLanguage } from './language.ts';
import { anybody } from './policy.ts';
import { pageRoute } from './route.ts';
import type { AppContext } from './services.ts';
import { personByCookie, requireOwnOrigin, setSession } from './sign-in.ts';

const ClaimForm = v.strictObject({
  token: Secret,
  name: v.optional(anyName(100), ''),
  language: InterfaceLanguage,
  zone: Zone,
});

const ClaimAgainForm = v.strictObject({ token: Secret });

const usedPage = (c: AppContext) => {
  const language = wishedLanguage(c);
  const { pages: t } = texts(language);
  return page(
    c,
    <MessagePage language={language} title={t.claimUsedTitle} text={t.claimUsed} />,
    410,
  );
};

/** In a browser that is signed in to another account than the one that a link is for. */
const anotherPage = (c: AppContext) => {
  const language = wishedLanguage(c);
  const t = signInTexts(language);
  return page(
    c,
    <MessagePage language={language} title={t.claimOtherTitle} text={t.claimOther} />,
    409,
  );
};

export const claimRoutes = [
  pageRoute({
    method: 'GET',
    path: '/claim/:token',
    policy: anybody,
    handler: async (c) => {
      const token = c.req.param('token') ?? '';
      const claim = await findClaim(c.var.services, token);
      if (!claim) return usedPage(c);
      const shown = { language: wishedLanguage(c), token };
      const { owner, name } = claim;
      if (owner === null) return unstored(page(c, <ClaimPage {...shown} />));
      const person = await personByCookie(c);
      if (person && person.account !== owner) return anotherPage(c);
      return unstored(page(c, <ClaimAgainPage {...shown} name={name ?? ''} />));
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/claim',
    policy: anybody,
    handler: async (c) => {
      requireOwnOrigin(c);
      const { token, name, language, zone } = parse(ClaimForm, await readForm(c));
      await takeTry(c.var.services, LIMITS.claim, await networkAsking(c));
      const wishes = { name: name || texts(language).pages.claimDefaultName, language, zone };
      const session = await useClaim(c.var.services, token, wishes, deviceAsking(c));
      if (!session) return usedPage(c);
      await setSession(c, session);
      return c.redirect('/', 303);
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/claim/again',
    policy: anybody,
    handler: async (c) => {
      requireOwnOrigin(c);
      const { token } = parse(ClaimAgainForm, await readForm(c));
      await takeTry(c.var.services, LIMITS.claim, await networkAsking(c));
      const person = await personByCookie(c);
      const owner = person && (await findClaim(c.var.services, token))?.owner;
      // Nobody becomes somebody else by a link that was sent to them.
      if (owner && owner !== person.account) return anotherPage(c);
      const session = await signInByClaim(c.var.services, token, deviceAsking(c));
      if (!session) return usedPage(c);
      await setSession(c, session);
      return c.redirect('/account?told=anew', 303);
    },
  }),
];
