import * as v from 'valibot';
import { DigestPage } from '../../shared/schema/digest.ts';
import { PlainDate } from '../../shared/schema/text.ts';
import { askDigest, type DigestOf, LIKELY_ZONE } from '../domain/digests.ts';
import type { Question } from '../db/question.ts';
import { isAnswered, jsonFollowing } from './answers.ts';
import { parse } from './body.ts';
import { memberAsking } from './policy.ts';
import { apiRoute } from './route.ts';
import type { AppContext } from './services.ts';

/** The day and its page, as the address of a digest has them. */
export const DigestAddress = v.object({
  day: PlainDate,
  page: v.optional(v.pipe(DigestPage, v.transform(Number)), '1'),
});

export const addressOf = (c: AppContext) => ({
  day: c.req.param('day'),
  page: c.req.query('page'),
});

/** Asks for a day together with the sign-in, unless somebody has it and only has to know whether it still holds. */
const askFirst = (
  c: AppContext,
  workspace: string,
  account: string | null,
): Question<DigestOf> | null => {
  const address = v.safeParse(DigestAddress, addressOf(c));
  if (account === null || !address.success || isAnswered(c, account)) return null;
  const { day, page } = address.output;
  return askDigest(c.var.services, { workspace, zone: LIKELY_ZONE }, day, page);
};

export const digestRoutes = [
  apiRoute({
    method: 'GET',
    path: '/api/w/:workspace/digests/:day',
    policy: memberAsking('viewer', askFirst),
    operation: {
      id: 'getDigest',
      summary: 'One published day. A day without clips, past or future, is an empty digest.',
      query: { page: 'A day of more than some 200 clips has several pages; the first is 1.' },
      answers: { 200: 'Digest', 304: null },
      problems: ['bad-request'],
    },
    handler: (c, { place: { role, library }, beside }) => {
      const { day, page } = parse(DigestAddress, addressOf(c));
      const { services } = c.var;
      return jsonFollowing(c, { role, library }, async () => {
        const digestOf = beside ?? (await services.ask(askDigest(services, library, day, page)));
        return digestOf(library);
      });
    },
  }),
];
