import * as v from 'valibot';
import { DigestPage } from '../../shared/schema/digest.ts';
import { PlainDate } from '../../shared/schema/text.ts';
import { readDigest } from '../domain/digests.ts';
import { jsonFollowing } from './answers.ts';
import { parse } from './body.ts';
import { member } from './policy.ts';
import { apiRoute } from './route.ts';

const Address = v.object({
  day: PlainDate,
  page: v.optional(v.pipe(DigestPage, v.transform(Number)), '1'),
});

export const digestRoutes = [
  apiRoute({
    method: 'GET',
    path: '/api/w/:workspace/digests/:day',
    policy: member('viewer'),
    operation: {
      id: 'getDigest',
      summary: 'One published day. A day without clips, past or future, is an empty digest.',
      query: { page: 'A day of more than some 200 clips has several pages; the first is 1.' },
      answers: { 200: 'Digest', 304: null },
      problems: ['bad-request'],
    },
    handler: (c, { place: { role, library } }) => {
      const { day, page } = parse(Address, { day: c.req.param('day'), page: c.req.query('page') });
      return jsonFollowing(c, { role, library }, () =>
        readDigest(c.var.services, library, day, page),
      );
    },
  }),
];
