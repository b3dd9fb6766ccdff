// Guests of a collection: who they are, and what they read of it. What is read is told to a guest alone.
import * as v from 'valibot';
import { InterfaceLanguage } from '../../shared/schema/text.ts';
import { Clip } from '../../shared/schema/clip.ts';
import { COUNTED } from '../../shared/schema/named.ts';
import { CARD_COLUMNS, END, StoredCard } from './clips.ts';
import { ask, askEach, firstRow, json, rows, run } from './database.ts';
import type { Databases } from './databases.ts';
import { type Question, question, together, unread } from './question.ts';

const Guest = v.object({
  account: v.string(),
  name: v.string(),
  collection: v.string(),
  joined_at: v.string(),
});
export type Guest = v.InferOutput<typeof Guest>;

const Visited = v.object({
  workspace: v.string(),
  workspace_name: v.string(),
  library_in: v.string(),
  collection: v.string(),
});
export type Visited = v.InferOutput<typeof Visited>;

const Found = v.object({ found: v.number() });
const Collection = v.object({
  id: v.string(),
  name: v.string(),
  description: v.nullable(v.string()),
});
const LibraryRow = v.object({
  number: v.number(),
  zone: v.string(),
  language: InterfaceLanguage,
});
const ListedRow = v.intersect([StoredCard, v.object({ here: v.number(), filled: v.number() })]);
const CountRow = v.object({ clips: v.number() });
const TextRow = v.intersect([
  StoredCard,
  v.object({ blocks: v.nullable(json(Clip.entries.blocks)) }),
]);
const NameRow = v.object({ workspace: v.string(), id: v.string(), name: v.string() });

/** Which collection, and who asks. */
export interface GuestAsks {
  account: string;
  workspace: string;
  collection: string;
}

// Where a clip stands in its collection.
const PLACE = 'coalesce(link.position, link.clip)';

// Library and collection are told to who is a guest of it, and to nobody else.
const readPlace = ([library, collection]: readonly (D1Result | undefined)[]) => {
  const its = firstRow(LibraryRow, library);
  const named = firstRow(Collection, collection);
  return its && named ? { ...its, collection: named } : null;
};

type Place = NonNullable<ReturnType<typeof readPlace>>;

type Names = v.InferOutput<typeof NameRow>[];
type Asked = Pick<Visited, 'workspace' | 'library_in' | 'collection'>;

/** What asks each database what those collections are called that lie in it. */
const namesIn = (databases: Databases, asked: readonly Asked[]) =>
  [...Map.groupBy(asked, ({ library_in: binding }) => binding)].map(([binding, some]) => ({
    binding,
    make: (): Question<Names> => {
      const there = databases.at(binding);
      const sql = `SELECT collection.workspace, collection.id, collection.name
        FROM json_each(?) CROSS JOIN collection
          ON collection.workspace = value ->> 'workspace' AND collection.id = value ->> 'collection'`;
      const named = there.prepare(sql).bind(JSON.stringify(some));
      return question(there, [named], ([names]) => rows(NameRow, names));
    },
  }));

const toNames = (found: readonly Names[]): ReadonlyMap<string, string> =>
  new Map(found.flat().map(({ workspace, id, name }) => [`${workspace} ${id}`, name]));

export const makeGuests = (control: D1Database, db: D1Database, databases: Databases) => {
  const isGuest = ({ account, workspace, collection }: GuestAsks): Question<boolean> =>
    question(
      control,
      [
        control
          .prepare(
            'SELECT 1 AS found FROM guest WHERE account = ? AND workspace = ? AND collection = ?',
          )
          .bind(account, workspace, collection),
      ],
      ([guest]) => firstRow(Found, guest) !== null,
    );
  const place = ({ workspace, collection }: GuestAsks) =>
    question(
      db,
      [
        db
          .prepare('SELECT number, zone, language FROM library WHERE workspace = ? AND here = 1')
          .bind(workspace),
        db
          .prepare('SELECT id, name, description FROM collection WHERE workspace = ? AND id = ?')
          .bind(workspace, collection),
      ],
      readPlace,
    );
  /** What is read of a collection, its place with it; null for who is no guest of it. */
  const toldToGuests = <T>(
    asks: GuestAsks,
    told: Question<T>,
  ): Question<{ place: Place; told: T } | null> =>
    isGuest(asks)
      .and(place(asks))
      .and(unread(told))
      .map(([[guest, found], read]) => (guest && found ? { place: found, told: read() } : null));
  return {
    /** Up to 500 guests of a workspace's collections. */
    ofWorkspace: async (workspace: string): Promise<Guest[]> =>
      rows(
        Guest,
        await run(
          control,
          control
            .prepare(
              `SELECT guest.account, account.name, guest.collection, guest.joined_at
               FROM guest INDEXED BY guest_workspace JOIN account ON account.id = guest.account
               WHERE guest.workspace = ? LIMIT 500`,
            )
            .bind(workspace),
        ),
      ),

    /** The collections that an account is a guest of. */
    ofAccount: async (account: string): Promise<Visited[]> =>
      rows(
        Visited,
        await run(
          control,
          control
            .prepare(
              `SELECT guest.workspace, workspace.name AS workspace_name, workspace.library_in, guest.collection
               FROM guest JOIN workspace ON workspace.id = guest.workspace
               WHERE guest.account = ? LIMIT 200`,
            )
            .bind(account),
        ),
      ),

    /** What collections are called, by workspace and id; those that are gone are left out. */
    namesOf: async (asked: readonly Asked[]): Promise<ReadonlyMap<string, string>> =>
      toNames(await ask(together(namesIn(databases, asked).map(({ make }) => make())))),

    /** The same of those alone whose database answers, and the bindings of the others. */
    namesReached: async (asked: readonly Asked[]) => {
      const parts = namesIn(databases, asked);
      const found = await askEach(parts.map(({ make }) => make));
      const unreached = parts.filter((_, nth) => found[nth] === null);
      return {
        names: toNames(found.flatMap((some) => (some ? [some] : []))),
        unreached: new Set(unreached.map(({ binding }) => binding)),
      };
    },

    /** The first 200 collections of a workspace, to choose one from. */
    collectionsOf: async (workspace: string): Promise<{ id: string; name: string }[]> =>
      rows(
        v.object({ id: v.string(), name: v.string() }),
        await run(
          db,
          db
            .prepare(
              'SELECT id, name FROM collection WHERE workspace = ? ORDER BY folded LIMIT 200',
            )
            .bind(workspace),
        ),
      ),

    /** Ends what somebody is a guest of; false where they are none. */
    remove: async ({ account, workspace, collection }: GuestAsks): Promise<boolean> => {
      const sql = 'DELETE FROM guest WHERE account = ? AND workspace = ? AND collection = ?';
      const { meta } = await run(
        control,
        control.prepare(sql).bind(account, workspace, collection),
      );
      return meta.changes > 0;
    },

    /** The `count` clips of a guest's collection behind the place `before`; null for who is no guest of it. */
    clips: (asks: GuestAsks, before: number | null, count: number) => {
      const base = '(SELECT number FROM library WHERE workspace = ?1) * 4294967296';
      const { workspace, collection } = asks;
      const listed = question(
        db,
        [
          db
            .prepare(
              `SELECT ${CARD_COLUMNS}, clip.filled_seq IS NOT NULL AS filled, ${PLACE} - ${base} AS here
               FROM clip_collection AS link CROSS JOIN clip ON clip.rid = link.clip
               WHERE link.workspace = ?1 AND link.collection = ?2 AND ${PLACE} < ${base} + ?3
               ORDER BY ${PLACE} DESC LIMIT ?4`,
            )
            .bind(workspace, collection, before ?? 2 * END, count),
          db
            .prepare(
              `SELECT count(*) AS clips FROM
                 (SELECT 1 FROM clip_collection WHERE workspace = ? AND collection = ? LIMIT ${COUNTED})`,
            )
            .bind(workspace, collection),
        ],
        ([some, counted]) => ({
          listed: rows(ListedRow, some),
          clips: firstRow(CountRow, counted)?.clips ?? 0,
        }),
      );
      return toldToGuests(asks, listed);
    },

    /** A clip of a guest's collection with its text; null for who is no guest of it, and where it has none of this id. */
    clip: (asks: GuestAsks, id: string) => {
      const text = db
        .prepare(
          `SELECT ${CARD_COLUMNS}, blocks FROM clip INDEXED BY clip_id
             CROSS JOIN clip_collection AS link
               ON link.workspace = clip.workspace AND link.clip = clip.rid AND link.collection = ?2
             LEFT JOIN clip_content AS content ON content.rid = clip.rid
             WHERE clip.workspace = ?1 AND clip.id = ?3`,
        )
        .bind(asks.workspace, asks.collection, id);
      return toldToGuests(
        asks,
        question(db, [text], ([found]) => firstRow(TextRow, found)),
      );
    },
  };
};
export type Guests = ReturnType<typeof makeGuests>;
