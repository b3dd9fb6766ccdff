// The control group's side of a workspace: its name and who belongs to it.
import * as v from 'valibot';
import type { InterfaceLanguage } from '../../shared/schema/text.ts';
import { attemptSteps, firstRow, rows, run, type Step } from './database.ts';
import type { Databases } from './databases.ts';
import { type Question, question } from './question.ts';

export const Role = v.picklist(['owner', 'editor', 'viewer']);
export type Role = v.InferOutput<typeof Role>;

const Membership = v.object({
  id: v.string(),
  name: v.string(),
  role: Role,
  joined_at: v.string(),
  /** The binding of the database in which its library lies. */
  library_in: v.string(),
});
const MadeRow = v.object({
  number: v.number(),
  library_in: v.string(),
  is_own: v.number(),
  is_over: v.number(),
});
const LyingRow = v.object({ library_in: v.string() });
export type Membership = v.InferOutput<typeof Membership>;

/** What a sign-in's row tells of the workspace that was asked for; NULL where it is missing or foreign. */
export const askedWorkspace = { workspace_name: v.nullable(v.string()), role: v.nullable(Role) };

/** A workspace with its library, still empty, and its owner. */
export interface NewWorkspace {
  id: string;
  /** The next that no workspace has. */
  number: number;
  name: string;
  zone: string;
  language: InterfaceLanguage;
  owner: string;
  at: string;
}

/** Makes a library, still empty. */
const libraryStep = (
  db: D1Database,
  { id, number, zone, language }: Pick<NewWorkspace, 'id' | 'number' | 'zone' | 'language'>,
  orElse = '',
): Step => ({
  db,
  statements: [
    db
      .prepare(
        `INSERT INTO library (workspace, number, zone, language, epoch)
         VALUES (?, ?, ?, ?, lower(hex(randomblob(8)))) ${orElse}`,
      )
      .bind(id, number, zone, language),
  ],
});

/**
 * The steps that make a workspace; a number that is taken stops them. `own` are the statements after which it is somebody's:
 * cut before, there is one that nobody belongs to, and whose number no other gets. `where` is SQL of what has to be there, in
 * which `known` is ?6.
 */
export const workspaceSteps = (
  { control, at, newIn }: Databases,
  { id, number, name, zone, language, owner, at: instant }: NewWorkspace,
  own: readonly D1PreparedStatement[] = [],
  [where, ...known]: readonly string[] = ['true'],
): Step[] => [
  {
    db: control,
    statements: [
      control
        .prepare(
          `INSERT INTO workspace (id, number, name, created_at, library_in)
           VALUES (CASE WHEN ${where} THEN ?1 END, ?2, ?3, ?4, ?5)`,
        )
        .bind(id, number, name, instant, newIn, ...known),
    ],
  },
  libraryStep(at(newIn), { id, number, zone, language }),
  {
    db: control,
    statements: [
      ...own,
      control
        .prepare(
          `INSERT INTO member (account, workspace, role, joined_at) VALUES (?, ?, 'owner', ?)`,
        )
        .bind(owner, id, instant),
    ],
  },
];

export const makeWorkspaces = (databases: Databases, db = databases.control) => ({
  /** Makes a workspace; false where its number is taken. */
  make: async (workspace: NewWorkspace): Promise<boolean> =>
    (await attemptSteps(workspaceSteps(databases, workspace))) !== null,

  /**
   * A workspace that was begun with under an id: whether it is over, since it was deleted or belongs to others alone; null for
   * none. One that is neither somebody's nor over was cut short.
   */
  made: async (id: string, owner: string) => {
    const sql = `SELECT number, library_in,
        EXISTS (SELECT 1 FROM member WHERE account = ?2 AND workspace = ?1) AS is_own,
        name = '' OR EXISTS (SELECT 1 FROM member WHERE workspace = ?1) AS is_over
      FROM workspace WHERE id = ?1`;
    const found = firstRow(MadeRow, await run(db, db.prepare(sql).bind(id, owner)));
    return (
      found && {
        number: found.number,
        libraryIn: found.library_in,
        isOwn: found.is_own === 1,
        isOver: found.is_over === 1,
      }
    );
  },

  /** Goes on with the making of a workspace that was cut short; false where it is somebody's by now. */
  finish: async ({
    libraryIn,
    ...workspace
  }: Omit<NewWorkspace, 'name'> & { libraryIn: string }): Promise<boolean> => {
    const { id, owner, at } = workspace;
    const own = db
      .prepare(
        `INSERT INTO member (account, workspace, role, joined_at) VALUES
         (CASE WHEN NOT EXISTS (SELECT 1 FROM member WHERE workspace = ?2) THEN ?1 END, ?2, 'owner', ?3)`,
      )
      .bind(owner, id, at);
    const steps = [
      libraryStep(databases.at(libraryIn), workspace, 'ON CONFLICT DO NOTHING'),
      { db, statements: [own] },
    ];
    return (await attemptSteps(steps)) !== null;
  },

  /** The binding of the database in which the library of a workspace lies, by its id or its number; null for none. */
  lying: (key: string | number): Question<string | null> => {
    const column = typeof key === 'number' ? 'number' : 'id';
    const sql = `SELECT library_in FROM workspace WHERE ${column} = ?`;
    return question(
      db,
      [db.prepare(sql).bind(key)],
      ([found]) => firstRow(LyingRow, found)?.library_in ?? null,
    );
  },

  /** Calls a workspace otherwise; false where it is not called `before` any more, if that is told. */
  rename: async (
    workspace: string,
    name: string,
    before: string | null = null,
  ): Promise<boolean> => {
    const sql = 'UPDATE workspace SET name = ?1 WHERE id = ?2 AND name = coalesce(?3, name)';
    return (await run(db, db.prepare(sql).bind(name, workspace, before))).meta.changes > 0;
  },

  /** The workspaces of an account, the one first that they joined first. */
  ofAccount: async (account: string): Promise<Membership[]> =>
    rows(
      Membership,
      await run(
        db,
        db
          .prepare(
            `SELECT workspace.id, workspace.name, workspace.library_in, member.role, member.joined_at
             FROM member JOIN workspace ON workspace.id = member.workspace
             WHERE member.account = ? ORDER BY member.joined_at, member.workspace`,
          )
          .bind(account),
      ),
    ),
});
export type Workspaces = ReturnType<typeof makeWorkspaces>;
