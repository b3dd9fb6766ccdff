import * as v from 'valibot';
import { texts } from '../../shared/locales/index.ts';
import { Secret } from '../../shared/schema/pairing.ts';
import { filled, InterfaceLanguage, Zone } from '../../shared/schema/text.ts';
import { useClaim } from '../domain/claims.ts';
import { hashSecret } from '../domain/ids.ts';
import { ClaimPage } from '../pages/ClaimPage.tsx';
import { MessagePage } from '../pages/MessagePage.tsx';
import { page } from './answers.ts';
import { parse, readForm } from './body.ts';
import { wishedLanguage } from './language.ts';
import { anybody } from './policy.ts';
import { pageRoute } from './route.ts';
import type { AppContext } from './services.ts';
import { requireOwnOrigin, setSession } from './sign-in.ts';

const ClaimForm = v.object({
  token: Secret,
  name: v.pipe(v.optional(v.string(), ''), v.trim(), v.union([v.literal(''), filled(100)])),
  language: InterfaceLanguage,
  zone: Zone,
});

const usedPage = (c: AppContext) => {
  const language = wishedLanguage(c);
  const { pages: t } = texts(language);
  return page(
    c,
    <MessagePage language={language} title={t.claimUsedTitle} text={t.claimUsed} />,
    410,
  );
};

export const claimRoutes = [
  pageRoute({
    method: 'GET',
    path: '/claim/:token',
    policy: anybody,
    handler: async (c) => {
      const token = c.req.param('token') ?? '';
      if (!(await c.var.services.claims.isOpen(await hashSecret(token)))) return usedPage(c);
      return page(c, <ClaimPage language={wishedLanguage(c)} token={token} />);
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/claim',
    policy: anybody,
    handler: async (c) => {
      requireOwnOrigin(c);
      const { token, name, language, zone } = parse(ClaimForm, await readForm(c));
      const session = await useClaim(c.var.services, token, {
        name: name || texts(language).pages.claimDefaultName,
        language,
        zone,
      });
      if (!session) return usedPage(c);
      await setSession(c, session);
      return c.redirect('/', 303);
    },
  }),
];
