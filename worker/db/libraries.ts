// The library group's side of a workspace: its zone, its language and where its feeds stand.
import * as v from 'valibot';
import { InterfaceLanguage, Zone } from '../../shared/schema/text.ts';
import { rows, run } from './database.ts';

const Library = v.object({
  workspace: v.string(),
  number: v.number(),
  zone: Zone,
  language: InterfaceLanguage,
  feed_rotation: v.number(),
});
export type Library = v.InferOutput<typeof Library>;

export const makeLibraries = (db: D1Database) => {
  const find = async (workspaces: readonly string[]): Promise<Library[]> =>
    rows(
      Library,
      await run(
        db,
        db
          .prepare(
            `SELECT workspace, number, zone, language, feed_rotation
             FROM library WHERE workspace IN (SELECT value FROM json_each(?)) AND here = 1`,
          )
          .bind(JSON.stringify(workspaces)),
      ),
    );
  return {
    /** The libraries of several workspaces, in no order. */
    find,
    /** The library of a workspace, or null. */
    of: async (workspace: string): Promise<Library | null> => (await find([workspace]))[0] ?? null,
  };
};
export type Libraries = ReturnType<typeof makeLibraries>;
