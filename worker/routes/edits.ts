import * as v from 'valibot';
import { EditWrite } from '../../shared/schema/edit.ts';
import { MAX_KEEP_BYTES } from '../../shared/schema/keep.ts';
import { UuidV7 } from '../../shared/schema/text.ts';
import { editClip } from '../domain/edits.ts';
import { sha256 } from '../domain/ids.ts';
import { json } from './answers.ts';
import { parse, readJson } from './body.ts';
import { sinceClipRead } from './if-match.ts';
import { member } from './policy.ts';
import { apiRoute } from './route.ts';
import { refuseOtherVersion } from './version.ts';

const Address = v.object({ id: UuidV7 });

export const editRoutes = [
  apiRoute({
    method: 'PUT',
    path: '/api/w/:workspace/edits/:id',
    policy: member('editor'),
    operation: {
      id: 'editClip',
      summary:
        'Corrects headline, standfirst, byline, site, section, category, date or text of what is kept; the date moves it to another day, the category holds for its section of its site from then on. Sent again with the same bytes, it answers as before.',
      body: 'EditWrite',
      answers: { 200: 'KeepAnswer' },
      ifMatch: 'the clip',
      problems: ['gone', 'in-trash', 'other-bytes', 'not-grounded', 'newer-client', 'older-client'],
    },
    handler: async (c, { person, place }) => {
      const { id } = parse(Address, { id: c.req.param('id') });
      const { bytes, value } = await readJson(c, MAX_KEEP_BYTES);
      refuseOtherVersion(value);
      const answer = await editClip(
        c.var.services,
        place.library,
        {
          account: person.account,
          id,
          sha256: await sha256(bytes),
          sinceRead: sinceClipRead(c, place.library.workspace),
        },
        parse(EditWrite, value),
      );
      return json(c, answer);
    },
  }),
];
