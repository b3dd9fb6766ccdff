// Opening a page as a member does, with what that took of the database.
import { metered, type Server } from './server.ts';

export const openingAt =
  (server: () => Server) =>
  async ({ workspace, cookie }: { workspace: string; cookie: string }, path: string, etag = '') => {
    const { db: database, rows, trips } = metered();
    const answer = await server().request(`/w/${workspace}/${path}`, {
      cookie,
      database,
      headers: etag ? { 'if-none-match': etag } : {},
    });
    const html = await answer.text();
    return {
      status: answer.status,
      etag: answer.headers.get('etag') ?? '',
      html,
      headings: Array.from(html.matchAll(/<h[123][^>]*>(.*?)<\/h/g), ([, text = '']) =>
        text.replace(/<[^>]*>/g, ''),
      ),
      read: rows.read,
      trips: trips.inSequence,
    };
  };
