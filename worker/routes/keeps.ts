import { KeepWrite, MAX_KEEP_BYTES } from '../../shared/schema/keep.ts';
import { UuidV7 } from '../../shared/schema/text.ts';
import * as v from 'valibot';
import { keepArticle } from '../domain/keeps.ts';
import { sha256 } from '../domain/ids.ts';
import { json } from './answers.ts';
import { parse, readJson } from './body.ts';
import { member } from './policy.ts';
import { apiRoute } from './route.ts';
import { refuseOtherVersion } from './version.ts';

const Address = v.object({ id: UuidV7 });

export const keepRoutes = [
  apiRoute({
    method: 'PUT',
    path: '/api/w/:workspace/keeps/:id',
    policy: member('editor', ['clip:write']),
    operation: {
      id: 'keepArticle',
      summary:
        'Keeps an article, or without any block its address alone, which a later keep fills in. Sent again with the same bytes, it answers as before.',
      body: 'KeepWrite',
      answers: { 200: 'KeepAnswer', 201: 'KeepAnswer' },
      problems: ['gone', 'in-trash', 'other-bytes', 'not-grounded', 'newer-client', 'older-client'],
    },
    handler: async (c, { person, place }) => {
      const { id } = parse(Address, { id: c.req.param('id') });
      const { bytes, value } = await readJson(c, MAX_KEEP_BYTES);
      refuseOtherVersion(value);
      const { status, answer } = await keepArticle(
        c.var.services,
        place.library,
        person,
        id,
        await sha256(bytes),
        parse(KeepWrite, value),
      );
      return json(c, answer, status);
    },
  }),
];
