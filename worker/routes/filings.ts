import * as v from 'valibot';
import { FilingWrite, MAX_FILING_BYTES } from '../../shared/schema/filing-write.ts';
import { UuidV7 } from '../../shared/schema/text.ts';
import { fileClip, readNames } from '../domain/filings.ts';
import { sha256 } from '../domain/ids.ts';
import { json, withEtag } from './answers.ts';
import { parse, readJson } from './body.ts';
import { sinceClipRead } from './if-match.ts';
import { member } from './policy.ts';
import { apiRoute } from './route.ts';
import { refuseOtherVersion } from './version.ts';

const Address = v.object({ id: UuidV7 });

export const filingRoutes = [
  apiRoute({
    method: 'PUT',
    path: '/api/w/:workspace/filings/:id',
    policy: member('editor'),
    operation: {
      id: 'fileClip',
      summary:
        'Puts a clip that is kept into collections and gives it tags, or takes it out of them. Names that are new are made. Sent again with the same bytes, it answers as before.',
      body: 'FilingWrite',
      answers: { 200: 'KeepAnswer' },
      ifMatch: 'the clip',
      problems: ['gone', 'in-trash', 'other-bytes', 'newer-client', 'older-client'],
    },
    handler: async (c, { person, place }) => {
      const { id } = parse(Address, { id: c.req.param('id') });
      const { bytes, value } = await readJson(c, MAX_FILING_BYTES);
      refuseOtherVersion(value);
      const answer = await fileClip(
        c.var.services,
        place.library,
        person.account,
        id,
        await sha256(bytes),
        parse(FilingWrite, value),
        sinceClipRead(c, place.library.workspace),
      );
      return json(c, answer);
    },
  }),
  apiRoute({
    method: 'GET',
    path: '/api/w/:workspace/names',
    policy: member('viewer'),
    operation: {
      id: 'listNames',
      summary:
        'The names of tags and collections, a thousand of each at most, the last made first.',
      answers: { 200: 'FilingNames', 304: null },
    },
    handler: async (c, { place }) =>
      withEtag(c, json(c, await readNames(c.var.services, place.library))),
  }),
];
