import { ManyWrite } from '../../shared/schema/many.ts';
import { isSaid, ReadingWrite } from '../../shared/schema/reading.ts';
import { actOnMany } from '../domain/many.ts';
import { Refusal } from '../domain/refusal.ts';
import { json, withEtag } from './answers.ts';
import { MAX_SMALL_BODY, parse, readJson } from './body.ts';
import { hasRead, refuseUnread } from './if-match.ts';
import { member, ownMember } from './policy.ts';
import { apiRoute } from './route.ts';

export const manyRoutes = [
  apiRoute({
    method: 'GET',
    path: '/api/w/:workspace/clips/:id/reading',
    policy: member('viewer'),
    operation: {
      id: 'getReading',
      summary: 'What the caller does with a clip.',
      answers: { 200: 'Reading', 304: null },
    },
    handler: async (c, { person, place: { library } }) => {
      const { readings } = c.var.services;
      const id = c.req.param('id') ?? '';
      const reading = await readings.ofClip(library.workspace, person.account, id);
      if (!reading) throw new Refusal('not-found');
      return withEtag(c, json(c, reading));
    },
  }),
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
      ifMatch: 'what the caller does with the clip',
      problems: ['not-found'],
    },
    handler: async (c, { person, place: { library } }) => {
      const { readings, now } = c.var.services;
      const { value } = await readJson(c, MAX_SMALL_BODY);
      const id = c.req.param('id') ?? '';
      const write = parse(ReadingWrite, value);
      const { workspace } = library;
      const at = now().toISOString();
      if (hasRead(c)) {
        const before = await readings.ofClip(workspace, person.account, id);
        if (!before) throw new Refusal('not-found');
        // What is so already, as by this very request, is no matter.
        if (isSaid(write, before)) return c.body(null, 204);
        await refuseUnread(c, before);
        if (!(await readings.change(workspace, person.account, id, write, { at, before })))
          throw new Refusal('changed-meanwhile');
        return c.body(null, 204);
      }
      const found = await readings.set(workspace, person.account, [id], write, at);
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
