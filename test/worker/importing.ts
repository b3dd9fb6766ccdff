// An import as a page sends it: parts, and steps back.
import type { ImportItem } from '../../shared/schema/import.ts';
import type { Server } from './server.ts';

/** Who imports, by token or by cookie, and through which database. */
export interface Importer {
  workspace: string;
  token?: string;
  cookie?: string;
  database?: D1Database;
}

interface Told {
  added: number;
  known: number;
  left: number;
  code: string;
}

/** An address of which nothing else is known unless told. */
export const importItem = (url: string, known: Partial<ImportItem> = {}): ImportItem => ({
  url,
  title: null,
  addedAt: null,
  tags: [],
  folder: [],
  ...known,
});

const ask = async (
  { request }: Server,
  { workspace, ...who }: Importer,
  path: string,
  wishes: { method: string; json?: unknown },
) => {
  const answer = await request(`/api/w/${workspace}/imports/${path}`, { ...wishes, ...who });
  return { status: answer.status, told: await answer.json<Told>() };
};

/** The steps of an import against a server. */
export const importingTo = (server: () => Server) => ({
  /** Sends a part and answers what was told. */
  sendPart: (who: Importer, id: string, items: ImportItem[], number = 0) =>
    ask(server(), who, `${id}/parts/${number}`, {
      method: 'PUT',
      json: { version: 1, name: 'bookmarks.html', items },
    }),

  /** Takes one step back. */
  undo: (who: Importer, id: string) => ask(server(), who, id, { method: 'DELETE' }),
});
