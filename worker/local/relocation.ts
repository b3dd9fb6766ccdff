// What an operator asks of the database about libraries that move, and is told.
import * as v from 'valibot';

/** A workspace, and the binding of the database in which its library lies. */
export const Lying = v.object({ name: v.string(), library_in: v.string() });

const Phase = v.picklist(['asked', 'copying', 'closed', 'switching', 'clearing', 'failed']);
export const Moving = v.object({
  workspace: v.string(),
  source: v.string(),
  target: v.string(),
  phase: Phase,
  problem: v.nullable(v.string()),
});
export type Moving = v.InferOutput<typeof Moving>;

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Finds where the library of a workspace lies. */
export const findSql = (workspace: string): string =>
  `SELECT name, library_in FROM workspace WHERE id = ${literal(workspace)}
   AND NOT EXISTS (SELECT 1 FROM deletion WHERE deletion.workspace = workspace.id)`;

/** Files a move, also where the last one came to nothing; gives no row where one is under way. */
export const askSql = (workspace: string, target: string): string =>
  `INSERT INTO relocation (workspace, move, number, source, target, asked_at)
   SELECT id, CAST(unixepoch('subsec') * 1000 AS INTEGER), number, library_in, ${literal(target)},
     strftime('%Y-%m-%dT%H:%M:%fZ')
   FROM workspace WHERE id = ${literal(workspace)}
   ON CONFLICT (workspace) DO UPDATE SET move = max(excluded.move, relocation.move + 1), source = excluded.source,
     target = excluded.target, asked_at = excluded.asked_at, phase = 'asked', switched_at = NULL,
     step = 0, problem = NULL WHERE phase = 'failed'
   RETURNING workspace`;

/** Finds all that move, or did not. */
export const FIND_ALL_SQL =
  'SELECT workspace, source, target, phase, problem FROM relocation ORDER BY asked_at';

const DOES: Readonly<Record<Moving['phase'], string>> = {
  asked: 'is prepared by the next scheduled runs',
  copying: 'is copied, and used as ever',
  closed: 'is closed, and the last of it is brought over',
  switching: 'is there, and people are led there',
  clearing: 'has moved, and what it left behind is deleted',
  failed: 'did not move',
};

/** How far a move is, in a sentence. */
export const toldOf = ({ workspace, source, target, phase, problem }: Moving): string =>
  problem !== null
    ? `${workspace}, ${source} to ${target}: did not move, and is used as ever where it is, since ${problem}.`
    : `${workspace}, ${source} to ${target}: ${DOES[phase]}.`;
