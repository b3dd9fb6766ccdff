import { exportPart } from '../domain/library.ts';
import { member } from './policy.ts';
import { apiRoute } from './route.ts';

export const exportRoutes = [
  apiRoute({
    method: 'GET',
    path: '/api/w/:workspace/export',
    policy: member('viewer'),
    operation: {
      id: 'exportClips',
      summary:
        'All that the library holds, with the caller’s own highlights, the first kept first, part by part. The next part’s address stands in the Link header as rel="next"; without one, this is the end.',
      query: { after: 'Where to go on, as the Link header of the part before says.' },
      answers: { 200: 'ExportedClip' },
      lines: true,
      problems: ['bad-request'],
    },
    handler: async (c, { person, place }) => {
      const { workspace } = place.library;
      const after = c.req.query('after') ?? null;
      const { lines, next } = await exportPart(
        c.var.services,
        place.library,
        person.account,
        after,
      );
      const address = `/api/w/${workspace}/export?after=${next}`;
      return c.body(lines.map((line) => `${line}\n`).join(''), 200, {
        'Content-Type': 'application/jsonl; charset=utf-8',
        'Content-Disposition': 'attachment; filename="dateline.jsonl"',
        'Cache-Control': 'private, no-store',
        'X-Content-Type-Options': 'nosniff',
        ...(next && { Link: `<${address}>; rel="next"` }),
      });
    },
  }),
];
