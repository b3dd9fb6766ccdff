// What the library knows of an article's highlights: those made elsewhere, too.
import * as v from 'valibot';
import { HighlightList } from '../../../shared/schema/highlight.ts';
import { request } from '../../lib/api.ts';
import { takeHighlights, unsentHighlights } from '../../lib/highlights.ts';
import { destinationOf } from '../../lib/operation.ts';
import { findKept } from '../../lib/outbox.ts';
import type { Connection } from '../../lib/storage.ts';

/** What is the reader's own: servers that know of no teams tell of nothing else. */
const OwnHighlights = v.pick(HighlightList, ['keep', 'highlights']);

/** Takes over the highlights of a canonical URL from the library; of what it does not have nothing comes. */
export const fetchHighlights = async (url: string, connection: Connection): Promise<void> => {
  const destination = destinationOf(connection);
  const kept = await findKept(destination, url);
  if (!kept || connection.paused) return;
  const unsent = await unsentHighlights();
  const { server, workspace, token } = connection;
  const answer = await request({
    server,
    path: `/api/w/${encodeURIComponent(workspace)}/clips/${kept.clip}/highlights`,
    method: 'GET',
    token,
    Schema: OwnHighlights,
  });
  if (answer.kind === 'ok') await takeHighlights(url, destination, answer.value.highlights, unsent);
};
