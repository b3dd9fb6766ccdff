import * as v from 'valibot';
import { HighlightWrite, MAX_HIGHLIGHT_BYTES } from '../../shared/schema/highlight.ts';
import { UuidV7 } from '../../shared/schema/text.ts';
import { readHighlights, writeHighlight } from '../domain/highlights.ts';
import { sha256 } from '../domain/ids.ts';
import { json, withEtag } from './answers.ts';
import { parse, readJson } from './body.ts';
import { sinceRead } from './if-match.ts';
import { member, ownMember } from './policy.ts';
import { apiRoute } from './route.ts';
import { refuseOtherVersion } from './version.ts';

const Address = v.object({ id: UuidV7 });

export const highlightRoutes = [
  apiRoute({
    method: 'PUT',
    path: '/api/w/:workspace/highlights/:id',
    policy: ownMember,
    operation: {
      id: 'writeHighlight',
      summary:
        'Sets a highlight of the caller’s own with its colour and note, for themselves or for the team, or takes it away. Sent again with the same bytes, it answers as before.',
      body: 'HighlightWrite',
      answers: { 200: 'KeepAnswer' },
      ifMatch: 'the highlights of the clip',
      problems: ['gone', 'in-trash', 'other-bytes', 'newer-client', 'older-client'],
    },
    handler: async (c, { person, place }) => {
      const { id } = parse(Address, { id: c.req.param('id') });
      const { bytes, value } = await readJson(c, MAX_HIGHLIGHT_BYTES);
      refuseOtherVersion(value);
      const { services } = c.var;
      const { workspace } = place.library;
      const answer = await writeHighlight(
        services,
        place.library,
        person.account,
        id,
        await sha256(bytes),
        parse(HighlightWrite, value),
        sinceRead(c, workspace, (clip) =>
          services.highlights.ofClip(workspace, person.account, clip),
        ),
      );
      return json(c, answer);
    },
  }),
  apiRoute({
    method: 'GET',
    path: '/api/w/:workspace/clips/:id/highlights',
    policy: member('viewer'),
    operation: {
      id: 'listHighlights',
      summary:
        'What the caller has marked in a clip, what others of the workspace show to all of it, and a keep of it to name in a write.',
      answers: { 200: 'HighlightList', 304: null },
    },
    handler: async (c, { person, place }) => {
      const id = c.req.param('id') ?? '';
      const found = await readHighlights(c.var.services, place.library, person.account, id);
      return withEtag(c, json(c, found));
    },
  }),
];
