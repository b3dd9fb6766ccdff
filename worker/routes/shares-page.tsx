// Public links as pages: made by one form, listed, revoked.
import * as v from 'valibot';
import { shareTexts } from '../../shared/locales/share.ts';
import type { InterfaceLanguage } from '../../shared/schema/text.ts';
import { SHARE_DAYS, ShareOf, ShareWrite } from '../../shared/schema/share.ts';
import { Refusal } from '../domain/refusal.ts';
import { makeShare, revokeShare, visibleShares } from '../domain/shares.ts';
import { sharesAddress } from '../pages/shares.ts';
import { fullDay } from '../pages/dates.ts';
import { SharesPage } from '../pages/SharesPage.tsx';
import { page, withEtag } from './answers.ts';
import { parse, readForm } from './body.ts';
import { FORM_ID, newFormId } from './form-id.ts';
import { member } from './policy.ts';
import { pageRoute } from './route.ts';
import { withAddress } from './shares.ts';

const Word = v.optional(v.string());
/** The fields of a form or a query that name what a link is to show. */
const NAMING = { collection: Word, day: Word, clip: Word };
const Naming = v.object(NAMING);

/** What a link is to show; null where nothing is named. */
const ofFields = ({ collection, day, clip }: v.InferOutput<typeof Naming>): ShareOf | null => {
  if (clip !== undefined) return parse(ShareOf, { kind: 'clip', id: clip });
  if (day !== undefined)
    return parse(ShareOf, { kind: 'day', day, collection: collection ?? null });
  return collection === undefined ? null : parse(ShareOf, { kind: 'collection', name: collection });
};

const Box = v.optional(v.literal('yes'));
const MakeForm = v.pipe(
  v.strictObject({
    ...NAMING,
    days: v.picklist(['', ...SHARE_DAYS.map(String)]),
    fullText: Box,
    named: Box,
    feeds: Box,
    ...FORM_ID,
  }),
  v.transform(({ days, fullText, named, feeds, form, ...naming }) => ({
    form,
    write: {
      of: ofFields(naming),
      days: days === '' ? null : Number(days),
      fullText: fullText === 'yes',
      named: named === 'yes',
      feeds: feeds === 'yes',
    },
  })),
);

/** What a thing is called on a page; a day by its date, with its collection. */
const calledIn = (language: InterfaceLanguage, of: ShareOf, called: string): string => {
  if (of.kind !== 'day') return called;
  const day = fullDay(of.day, language);
  return of.collection === null ? day : shareTexts(language).ofCollection(day, called);
};

const TOLD = ['made', 'revoked'] as const;

const withTold = (address: string, told: (typeof TOLD)[number]): string =>
  `${address}${address.includes('?') ? '&' : '?'}told=${told}`;

export const sharePageRoutes = [
  pageRoute({
    method: 'GET',
    path: '/w/:workspace/shares',
    policy: member('viewer'),
    handler: async (c, { person, place }) => {
      const { library, name, role } = place;
      const { workspace, zone, language } = library;
      const { ask, shares: stored } = c.var.services;
      const of = ofFields(parse(Naming, c.req.query()));
      const list = stored.list(workspace);
      const [all, called] = await ask(
        of ? list.and(stored.thing(workspace, of)) : list.map((found) => [found, ''] as const),
      );
      if (called === null) throw new Refusal('not-found');
      const thing = of && { of, called: calledIn(language, of, called) };
      const visible = visibleShares(all, person.account, place, of);
      const told = v.safeParse(v.picklist(TOLD), c.req.query('told'));
      const shown = {
        setting: { workspace, zone, language },
        workspaceName: name,
        thing,
        shares: await Promise.all(
          visible.map((share) => withAddress(c, library, person.account, share)),
        ),
        form: role === 'viewer' ? null : newFormId(c),
        told: told.success ? told.output : null,
      };
      const answer = page(c, <SharesPage {...shown} />);
      // A form has another id each time that it is drawn.
      return thing ? answer : withEtag(c, answer);
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/w/:workspace/shares',
    policy: member('editor'),
    handler: async (c, { person, place: { library } }) => {
      const { form = newFormId(c), write: asked } = parse(MakeForm, await readForm(c));
      const write = parse(ShareWrite, asked);
      await makeShare(c.var.services, library, person.account, write, form);
      return c.redirect(withTold(sharesAddress(library.workspace, write.of), 'made'), 303);
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/w/:workspace/shares/:id/revoke',
    policy: member('editor'),
    handler: async (c, { person, place }) => {
      const of = ofFields(parse(v.strictObject(NAMING), await readForm(c)));
      await revokeShare(c.var.services, person.account, place, c.req.param('id') ?? '');
      return c.redirect(withTold(sharesAddress(place.library.workspace, of), 'revoked'), 303);
    },
  }),
];
