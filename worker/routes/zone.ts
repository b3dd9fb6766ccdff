// The zone of a workspace, and how far its days have moved to it.
import { type ZoneState, ZoneWrite } from '../../shared/schema/zone.ts';
import type { Library } from '../db/libraries.ts';
import type { Moved } from '../db/moving.ts';
import { changeZone, movedOf, moveStep } from '../domain/moving.ts';
import { json, withEtag } from './answers.ts';
import { MAX_SMALL_BODY, parse, readJson } from './body.ts';
import { hasRead, refuseUnread } from './if-match.ts';
import { member } from './policy.ts';
import { apiRoute } from './route.ts';

const stateOf = ({ zone }: Pick<Library, 'zone'>, moving: Moved | null): ZoneState => ({
  zone,
  moving,
});

export const zoneRoutes = [
  apiRoute({
    method: 'GET',
    path: '/api/w/:workspace/zone',
    policy: member('viewer'),
    operation: {
      id: 'getZone',
      summary: 'The zone by which days go, and how far the clips have moved to their days in it.',
      answers: { 200: 'ZoneState', 304: null },
    },
    handler: (c, { place: { library } }) =>
      withEtag(c, json(c, stateOf(library, movedOf(library)))),
  }),
  apiRoute({
    method: 'PUT',
    path: '/api/w/:workspace/zone',
    policy: member('owner'),
    operation: {
      id: 'changeZone',
      summary:
        'Changes the zone: what comes goes by it at once, what is there moves in steps, by scheduled runs and `moveDays`. The zone that it has changes nothing.',
      body: 'ZoneWrite',
      answers: { 200: 'ZoneState' },
      ifMatch: 'the zone',
    },
    handler: async (c, { place: { library } }) => {
      const { zone } = parse(ZoneWrite, (await readJson(c, MAX_SMALL_BODY)).value);
      // What is so already, as by this very request, is no matter.
      if (zone !== library.zone) await refuseUnread(c, stateOf(library, movedOf(library)));
      const moving = await changeZone(c.var.services, library, zone, hasRead(c));
      return json(c, stateOf({ zone }, moving));
    },
  }),
  apiRoute({
    method: 'POST',
    path: '/api/w/:workspace/zone/steps',
    policy: member('owner'),
    operation: {
      id: 'moveDays',
      summary: 'Moves the days of the next hundred clips; to be repeated while it tells of moving.',
      answers: { 200: 'ZoneState' },
    },
    handler: async (c, { place: { library } }) => {
      const moving = await moveStep(c.var.services, library.workspace);
      return json(c, stateOf(library, moving));
    },
  }),
];
