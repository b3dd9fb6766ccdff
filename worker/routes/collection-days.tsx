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
): Question<{ found: StoredCollection | null; layer: Layer | null }> => {
  const collection = askCollection(c, workspace);
  return account === null
    ? collection.map((found) => ({ found, layer: null }))
    : collection
        .and(c.var.services.personal.layer(workspace, account))
        .map(([found, layer]) => ({ found, layer }));
};

/** The days of a collection of a library. Throws 'not-found' where that has none by the name. */
const whereOf = (library: Library, found: StoredCollection | null | undefined): Library & Where => {
  if (!found) throw new Refusal('not-found');
  return { ...library, collection: found };
};

export const collectionDayRoutes = [
  pageRoute({
    method: 'GET',
    path: '/w/:workspace/collection/:name/day/:day',
    policy: memberAsking('viewer', askWithLayer),
    handler: (c, { person: { account }, place: { role, library }, beside }) => {
      const where = whereOf(library, beside?.found);
      const asked = beside?.layer ? { layer: beside.layer, asked: null } : null;
      return answerDay(c, { account, role, library, beside: asked }, where);
    },
  }),
  pageRoute({
    method: 'GET',
    path: '/w/:workspace/collection/:name/week/:week',
    policy: memberAsking('viewer', askCollection),
    handler: (c, { place, beside }) => answerWeek(c, place, whereOf(place.library, beside)),
  }),
  pageRoute({
    method: 'GET',
    path: '/w/:workspace/collection/:name/month/:month',
    policy: memberAsking('viewer', askCollection),
    handler: (c, { place, beside }) => answerMonth(c, place, whereOf(place.library, beside)),
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
    handler: (c, { place: { role, library }, beside }) => {
      const where = whereOf(library, beside);
      const { day, page } = parse(DigestAddress, addressOf(c));
      const { services } = c.var;
      return jsonFollowing(c, { role, library }, async () => {
        const digestOf = await services.ask(askDigest(services, where, day, page));
        return digestOf(where);
      });
    },
  }),
];
