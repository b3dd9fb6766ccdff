// The library group's side of a workspace: its zone, its language, its last change and where its feeds stand.
import * as v from 'valibot';
import { InterfaceLanguage } from '../../shared/schema/text.ts';
import { ask, askEach, firstRow, rows, run } from './database.ts';
import type { Databases } from './databases.ts';
import { type Question, question, together } from './question.ts';

export const Library = v.object({
  workspace: v.string(),
  number: v.number(),
  // Checked when it was stored: to check it makes a date format, which costs as much as a round trip.
  zone: v.string(),
  language: InterfaceLanguage,
  feed_rotation: v.number(),
  /**
   * While the days of what is here move to another zone: the last row id that has been gone through, null where nothing
   * moves, and how many clips that were, of how many.
   */
  moved_to: v.nullable(v.number()),
  moved: v.number(),
  to_move: v.number(),
  /** The number of the library's last change. */
  seq: v.number(),
  /** The instants of the last change of a clip and of the last delete; null where there was none. */
  changedAt: v.nullable(v.string()),
  deletedAt: v.nullable(v.string()),
});
export type Library = v.InferOutput<typeof Library>;

/** Libraries that are here, each a row of `Library`. */
export const SELECT_LIBRARY = `SELECT workspace, number, zone, language, feed_rotation, moved_to, moved, to_move, seq,
    (SELECT changed_at FROM clip WHERE clip.workspace = library.workspace
     ORDER BY seq DESC LIMIT 1) AS changedAt,
    (SELECT at FROM tombstone WHERE tombstone.workspace = library.workspace
     ORDER BY seq DESC LIMIT 1) AS deletedAt
  FROM library WHERE here = 1`;

/** Where a library lies: its workspace, and the binding of its database. */
export interface Lying {
  id: string;
  library_in: string;
}

const ZoneRow = v.object({ zone: v.string() });

/** The statement that tells the zone of a library, for a write that goes by it; its answer is read by `readZone`. */
export const findZone = (db: D1Database, workspace: string) =>
  db.prepare('SELECT zone FROM library WHERE workspace = ?').bind(workspace);

/** The zone that `findZone` found. */
export const readZone = (result: D1Result | undefined): string =>
  firstRow(ZoneRow, result)?.zone ?? 'UTC';

const SeqRow = v.object({ seq: v.number() });

/** What asks each database for those libraries that lie in it. */
const inEach = (databases: Databases, workspaces: readonly Lying[]) =>
  [...Map.groupBy(workspaces, ({ library_in: binding }) => binding)].map(
    ([binding, lying]) =>
      (): Question<Library[]> => {
        const there = databases.at(binding);
        const sql = `${SELECT_LIBRARY} AND workspace IN (SELECT value FROM json_each(?))`;
        const ids = JSON.stringify(lying.map(({ id }) => id));
        return question(there, [there.prepare(sql).bind(ids)], ([some]) => rows(Library, some));
      },
  );

export const makeLibraries = (db: D1Database, databases: Databases) => ({
  /** The number of a library's last change; null where it is not here. */
  lastChange: async (workspace: string): Promise<number | null> => {
    const sql = 'SELECT seq FROM library WHERE workspace = ? AND here = 1';
    return firstRow(SeqRow, await run(db, db.prepare(sql).bind(workspace)))?.seq ?? null;
  },

  /** Makes the addresses of all feeds of a library void, its saved searches' too. */
  rotateFeeds: async (workspace: string): Promise<void> => {
    const sql = 'UPDATE library SET feed_rotation = feed_rotation + 1 WHERE workspace = ?';
    await run(db, db.prepare(sql).bind(workspace));
  },

  /** The library of a workspace; null where it is not here. */
  one: (workspace: string): Question<Library | null> =>
    question(db, [db.prepare(`${SELECT_LIBRARY} AND workspace = ?`).bind(workspace)], ([found]) =>
      firstRow(Library, found),
    ),

  /** The libraries of several workspaces wherever they lie, in no order. */
  find: async (workspaces: readonly Lying[]): Promise<Library[]> =>
    (await ask(together(inEach(databases, workspaces).map((make) => make())))).flat(),

  /** The same of those alone whose database answers. */
  findReached: async (workspaces: readonly Lying[]): Promise<Library[]> =>
    (await askEach(inEach(databases, workspaces))).flatMap((found) => found ?? []),
});
export type Libraries = ReturnType<typeof makeLibraries>;
