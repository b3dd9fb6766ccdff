// All that is an account's own, read part by part: of the account itself, and of each of its libraries.
import * as v from 'valibot';
import { ridBase } from './clips.ts';
import type { Databases } from './databases.ts';
import type { Lying } from './libraries.ts';
import { batch, firstRow, json, rows, run } from './database.ts';

const Account = v.object({ name: v.string(), created_at: v.string() });
const Named = v.object({
  name: v.string(),
  created_at: v.string(),
  last_used_day: v.nullable(v.string()),
});
const Membership = v.object({
  id: v.string(),
  number: v.number(),
  library_in: v.string(),
  name: v.string(),
  role: v.string(),
  joined_at: v.string(),
});

const Visit = v.object({ workspace: v.string(), collection: v.string(), joined_at: v.string() });

const State = v.object({
  place: v.number(),
  clip: v.string(),
  url: v.string(),
  state: v.nullable(v.string()),
  starred: v.number(),
  changed_at: v.string(),
});
const Highlight = v.object({
  id: v.string(),
  clip: v.string(),
  mark: json(v.record(v.string(), v.unknown())),
  changed_at: v.string(),
});
const Search = v.object({
  id: v.string(),
  name: v.string(),
  query: v.string(),
  created_at: v.string(),
});

const ids = json(v.array(v.string()));

const Act = v.object({
  seq: v.number(),
  at: v.string(),
  account: v.string(),
  kind: v.string(),
  clips: ids,
  clip_count: v.number(),
  added_to: ids,
  removed_from: ids,
  about: v.nullable(v.string()),
});
const MemberChange = v.object({
  at: v.string(),
  account: v.string(),
  kind: v.string(),
  role: v.nullable(v.string()),
  by_account: v.string(),
});

export const makeAccountExports = ({ control, at }: Databases) => ({
  /** The account with what signs it in, by the names that these have, and where it belongs. */
  head: async (account: string, now: string) => {
    const own = (sql: string): D1PreparedStatement => control.prepare(sql).bind(account);
    const [found, passkeys, sessions, tokens, memberships, visits] = await batch(control, [
      own('SELECT name, created_at FROM account WHERE id = ?'),
      own(
        `SELECT device AS name, created_at, last_used_day FROM passkey
         WHERE account = ? ORDER BY created_at LIMIT 100`,
      ),
      control
        .prepare(
          `SELECT device AS name, created_at, last_used_day FROM session
           WHERE account = ? AND expires_at > ? ORDER BY created_at LIMIT 500`,
        )
        .bind(account, now),
      own(
        `SELECT name, created_at, last_used_day FROM token
         WHERE account = ? AND revoked_at IS NULL ORDER BY created_at LIMIT 500`,
      ),
      own(
        `SELECT workspace.id, workspace.number, workspace.library_in, workspace.name, member.role, member.joined_at
         FROM member JOIN workspace ON workspace.id = member.workspace
         WHERE member.account = ? ORDER BY member.joined_at, member.workspace`,
      ),
      own(
        'SELECT workspace, collection, joined_at FROM guest WHERE account = ? ORDER BY workspace, collection LIMIT 500',
      ),
    ]);
    return {
      account: firstRow(Account, found),
      passkeys: rows(Named, passkeys),
      sessions: rows(Named, sessions),
      tokens: rows(Named, tokens),
      memberships: rows(Membership, memberships),
      /** The collections that it is a guest of. */
      visits: rows(Visit, visits),
    };
  },

  /** What an account said of clips of a library, those after the place `after`. */
  states: async (
    { id: workspace, number, library_in: binding }: Lying & { number: number },
    account: string,
    after: number,
    count: number,
  ) => {
    const db = at(binding);
    const base = ridBase(number);
    const sql = `SELECT reading.clip - ?4 AS place, clip.id AS clip, clip.url, reading.state, reading.starred,
        reading.changed_at
      FROM reading CROSS JOIN clip ON clip.rid = reading.clip
      WHERE reading.workspace = ?1 AND reading.account = ?2 AND reading.clip > ?3
      ORDER BY reading.clip LIMIT ?5`;
    const found = await run(
      db,
      db.prepare(sql).bind(workspace, account, base + after, base, count),
    );
    return rows(State, found);
  },

  /** The highlights of an account in a library, those after the id `after`. */
  highlights: async (
    { id, library_in: binding }: Lying,
    account: string,
    after: string,
    count: number,
  ) => {
    const db = at(binding);
    const sql = `SELECT highlight.id, clip.id AS clip, highlight.mark, highlight.changed_at
      FROM highlight CROSS JOIN clip ON clip.rid = highlight.clip
      WHERE highlight.workspace = ? AND highlight.account = ? AND highlight.id > ? AND mark IS NOT NULL
      ORDER BY highlight.id LIMIT ?`;
    return rows(Highlight, await run(db, db.prepare(sql).bind(id, account, after, count)));
  },

  /** The saved searches of an account in a library, those after the id `after`. */
  searches: async (
    { id, library_in: binding }: Lying,
    account: string,
    after: string,
    count: number,
  ) => {
    const db = at(binding);
    const sql = `SELECT id, name, query, created_at FROM saved_search
      WHERE workspace = ? AND account = ? AND id > ? ORDER BY id LIMIT ?`;
    return rows(Search, await run(db, db.prepare(sql).bind(id, account, after, count)));
  },

  /** What anybody did in a library, after the change `after`: an index of each one's would make every act dearer. */
  acts: async ({ id, library_in: binding }: Lying, after: number, count: number) => {
    const db = at(binding);
    const sql = `SELECT seq, at, account, kind, clips, clip_count, added_to, removed_from, about FROM activity
      WHERE workspace = ? AND seq > ? ORDER BY seq LIMIT ?`;
    return rows(Act, await run(db, db.prepare(sql).bind(id, after, count)));
  },

  /** What anybody did of who belongs to a workspace, after the change at an instant of an account. */
  memberChanges: async (
    workspace: string,
    [since, account]: readonly [string, string],
    count: number,
  ) => {
    const sql = `SELECT at, account, kind, role, by_account FROM member_change
      WHERE workspace = ? AND (at, account) > (?, ?) ORDER BY at, account LIMIT ?`;
    const found = await run(control, control.prepare(sql).bind(workspace, since, account, count));
    return rows(MemberChange, found);
  },
});
export type AccountExports = ReturnType<typeof makeAccountExports>;
