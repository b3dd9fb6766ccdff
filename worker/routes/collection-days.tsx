// The days of a collection: its pages of a day, a week and a month, as the library has them, and a day by the API.
import { foldName } from '../../shared/text/name.ts';
import type { Library } from '../db/libraries.ts';
import type { StoredCollection } from '../db/names.ts';
import type { Layer } from '../db/personal.ts';
import type { Question } from '../db/question.ts';
import type { Where } from '../domain/composed-day.ts';
import { askDigest } from '../domain/digests.ts';
import { Refusal } from '../domain/refusal.ts';
import { jsonFollowing } from './answers.ts';
import { parse } from './body.ts';
import { answerDay } from './day.tsx';
import { addressOf, DigestAddress } from './digests.ts';
import { memberAsking } from './policy.ts';
import { apiRoute, pageRoute } from './route.ts';
import type { AppContext } from './services.ts';
import { answerMonth, answerWeek } from './spans.tsx';

/** Asks for the collection of the address together with the sign-in. */
const askCollection = (c: AppContext, workspace: string): Question<StoredCollection | null> =>
  c.var.services.names.collection(workspace, foldName(c.req.param('name') ?? ''));

const askWithLayer = (
  c: AppContext,
  workspace: string,
  account: string | null,
): Question<{ found: StoredCollection | null; layer: Layer }> | null =>
  account === null
    ? null
    : askCollection(c, workspace)
        .and(c.var.services.personal.layer(workspace, account))
        .map(([found, layer]) => ({ found, layer }));

/** The days of the collection of the address, which may have been asked for. Throws 'not-found' where there is none. */
const findWhere = async (
  c: AppContext,
  library: Library,
  asked: StoredCollection | null | undefined,
): Promise<Library & Where> => {
  const collection = asked ?? (await c.var.services.ask(askCollection(c, library.workspace)));
  if (!collection) throw new Refusal('not-found');
  return { ...library, collection };
};

export const collectionDayRoutes = [
  pageRoute({
    method: 'GET',
    path: '/w/:workspace/collection/:name/day/:day',
    policy: memberAsking('viewer', askWithLayer),
    handler: async (c, { person: { account }, place: { role, library }, beside }) => {
      const where = await findWhere(c, library, beside?.found);
      const asked = beside && { layer: beside.layer, asked: null };
      return answerDay(c, { account, role, library, beside: asked }, where);
    },
  }),
  pageRoute({
    method: 'GET',
    path: '/w/:workspace/collection/:name/week/:week',
    policy: memberAsking('viewer', askCollection),
    handler: async (c, { place, beside }) =>
      answerWeek(c, { ...place, beside: null }, await findWhere(c, place.library, beside)),
  }),
  pageRoute({
    method: 'GET',
    path: '/w/:workspace/collection/:name/month/:month',
    policy: memberAsking('viewer', askCollection),
    handler: async (c, { place, beside }) =>
      answerMonth(c, place, await findWhere(c, place.library, beside)),
  }),
  apiRoute({
    method: 'GET',
    path: '/api/w/:workspace/collections/:name/digests/:day',
    policy: memberAsking('viewer', askCollection),
    operation: {
      id: 'getCollectionDigest',
      summary:
        'One published day of a collection, by its name. A day without clips of it is an empty digest.',
      query: { page: 'A day of more than some 200 clips has several pages; the first is 1.' },
      answers: { 200: 'Digest', 304: null },
      problems: ['bad-request'],
    },
    handler: async (c, { place: { role, library }, beside }) => {
      const where = await findWhere(c, library, beside);
      const { day, page } = parse(DigestAddress, addressOf(c));
      const { services } = c.var;
      return jsonFollowing(c, { role, library }, async () => {
        const digestOf = await services.ask(askDigest(services, where, day, page));
        return digestOf(where);
      });
    },
  }),
];
