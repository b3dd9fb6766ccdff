import * as v from 'valibot';
import { ActWrite } from '../../shared/schema/act.ts';
import { MAX_FILING_BYTES } from '../../shared/schema/filing-write.ts';
import { UuidV7 } from '../../shared/schema/text.ts';
import { actOnClip } from '../domain/acts.ts';
import { sha256 } from '../domain/ids.ts';
import { Refusal } from '../domain/refusal.ts';
import { json } from './answers.ts';
import { parse, readJson } from './body.ts';
import { sinceClipRead } from './if-match.ts';
import { ownMember } from './policy.ts';
import { apiRoute } from './route.ts';
import { refuseOtherVersion } from './version.ts';

const Address = v.object({ id: UuidV7 });

export const actRoutes = [
  apiRoute({
    method: 'PUT',
    path: '/api/w/:workspace/acts/:id',
    policy: ownMember,
    operation: {
      id: 'putAct',
      summary:
        'One act on one clip: what the caller does with it, or, for editors, where it is filed, or into the trash with it. Sent again with the same bytes, it answers as before and changes nothing.',
      body: 'ActWrite',
      answers: { 200: 'KeepAnswer' },
      ifMatch: 'the clip',
      problems: [
        'not-found',
        'role-too-low',
        'gone',
        'in-trash',
        'other-bytes',
        'newer-client',
        'older-client',
      ],
    },
    handler: async (c, { person, place: { library, role } }) => {
      const { id } = parse(Address, { id: c.req.param('id') });
      const { bytes, value } = await readJson(c, MAX_FILING_BYTES);
      refuseOtherVersion(value);
      const write = parse(ActWrite, value);
      if (write.act.kind !== 'read' && role === 'viewer') throw new Refusal('role-too-low');
      const sum = await sha256(bytes);
      const since = sinceClipRead(c, library.workspace);
      return json(
        c,
        await actOnClip(c.var.services, library, person.account, id, sum, write, since),
      );
    },
  }),
];
