import { ManyWrite } from '../../shared/schema/many.ts';
import { ReadingWrite } from '../../shared/schema/reading.ts';
import { actOnMany } from '../domain/many.ts';
import { Refusal } from '../domain/refusal.ts';
import { json } from './answers.ts';
import { MAX_SMALL_BODY, parse, readJson } from './body.ts';
import { ownMember } from './policy.ts';
import { apiRoute } from './route.ts';

export const manyRoutes = [
  apiRoute({
    method: 'PUT',
    path: '/api/w/:workspace/clips/:id/reading',
    policy: ownMember,
    operation: {
      id: 'putReading',
      summary:
        'Says what the caller does with a clip: to read or done, starred, read as far as a block. What it does not name stays.',
      body: 'ReadingWrite',
      answers: { 204: null },
      problems: ['not-found'],
    },
    handler: async (c, { person, place: { library } }) => {
      const { readings, now } = c.var.services;
      const { value } = await readJson(c, MAX_SMALL_BODY);
      const ids = [c.req.param('id') ?? ''];
      const write = parse(ReadingWrite, value);
      const at = now().toISOString();
      const found = await readings.set(library.workspace, person.account, ids, write, at);
      if (found === 0) throw new Refusal('not-found');
      return c.body(null, 204);
    },
  }),
  apiRoute({
    method: 'POST',
    path: '/api/w/:workspace/clips/many',
    policy: ownMember,
    operation: {
      id: 'actOnClips',
      summary:
        'One act on up to 200 clips: what the caller does with them, or, for editors, where they are filed. Clips that are not there are passed over.',
      body: 'ManyWrite',
      answers: { 200: 'ManyAnswer' },
      problems: ['role-too-low'],
    },
    handler: async (c, { person, place: { library, role } }) => {
      const { value } = await readJson(c, MAX_SMALL_BODY * 4);
      const write = parse(ManyWrite, value);
      if (write.act !== 'read' && role === 'viewer') throw new Refusal('role-too-low');
      return json(c, await actOnMany(c.var.services, library, person.account, write));
    },
  }),
];
