// The library group's side of a workspace: its zone, its language, its last change and where its feeds stand.
import * as v from 'valibot';
import { InterfaceLanguage } from '../../shared/schema/text.ts';
import { batch, firstRow, rows, run } from './database.ts';
import type { Question } from './question.ts';

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

/** A question about a library that is asked beside the sign-in, before it is known who asks. */
export type Beside<T> = Question<T> | null;

/**
 * The row that a sign-in's statement finds, the library of the workspace that it is for, and what is asked beside it, in
 * one round trip. Null for a stranger, whatever becomes of the library.
 */
export const signInWithLibrary = async <S extends v.GenericSchema, T>(
  db: D1Database,
  schema: S,
  signIn: D1PreparedStatement,
  workspace: string | null,
  beside: Beside<T>,
): Promise<{
  signedIn: v.InferOutput<S>;
  library: Library | null;
  readBeside: () => T | null;
} | null> => {
  const alone = async () => firstRow(schema, await run(db, signIn));
  if (workspace === null) {
    const signedIn = await alone();
    return signedIn && { signedIn, library: null, readBeside: () => null };
  }
  const find = db.prepare(`${SELECT_LIBRARY} AND workspace = ?`).bind(workspace);
  try {
    const [person, found, ...others] = await batch(db, [
      signIn,
      find,
      ...(beside?.statements ?? []),
    ]);
    const signedIn = firstRow(schema, person);
    if (!signedIn) return null;
    return {
      signedIn,
      library: firstRow(Library, found),
      readBeside: () => beside && beside.read(others),
    };
  } catch (error) {
    if ((await alone()) === null) return null;
    throw error;
  }
};

const ZoneRow = v.object({ zone: v.string() });

/** The statement that tells the zone of a library, for a write that goes by it; its answer is read by `readZone`. */
export const findZone = (db: D1Database, workspace: string) =>
  db.prepare('SELECT zone FROM library WHERE workspace = ?').bind(workspace);

/** The zone that `findZone` found. */
export const readZone = (result: D1Result | undefined): string =>
  firstRow(ZoneRow, result)?.zone ?? 'UTC';

export const makeLibraries = (db: D1Database) => ({
  /** Makes the addresses of all feeds of a library void, its saved searches' too. */
  rotateFeeds: async (workspace: string): Promise<void> => {
    const sql = 'UPDATE library SET feed_rotation = feed_rotation + 1 WHERE workspace = ?';
    await run(db, db.prepare(sql).bind(workspace));
  },

  /** The libraries of several workspaces, in no order. */
  find: async (workspaces: readonly string[]): Promise<Library[]> =>
    rows(
      Library,
      await run(
        db,
        db
          .prepare(`${SELECT_LIBRARY} AND workspace IN (SELECT value FROM json_each(?))`)
          .bind(JSON.stringify(workspaces)),
      ),
    ),
});
export type Libraries = ReturnType<typeof makeLibraries>;
