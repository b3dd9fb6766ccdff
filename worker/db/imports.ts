// Imports: addresses brought in by the hundred, in statements over JSON, and taken back in steps. CROSS JOIN
// keeps the order that is written: left to itself, SQLite reads the whole library for each address.
import * as v from 'valibot';
import { ImportPartAnswer } from '../../shared/schema/import.ts';
import { makeClipWrites } from './clip-writes.ts';
import { type AddressWords, makeProfileWrites } from './profile-writes.ts';
import { attempt, batch, firstRow, json, rows, run } from './database.ts';
import { beginImport, type NewPart } from './import-writes.ts';
import { findZone, readZone } from './libraries.ts';
import { SEQ } from './sequence.ts';

/** A clip of which only the address is known, and the keep of it; made where there is none yet. */
export interface NewAddress {
  clip: string;
  keep: string;
  canonicalUrl: string;
  url: string;
  title: string;
  keptAt: string;
  keptDay: string;
  /** JSON, or null for none. */
  folder: string | null;
  words: AddressWords;
}

/** A tag and the canonical addresses of the clips that bear it. */
export interface NewTag {
  id: string;
  name: string;
  folded: string;
  addresses: string[];
}

const ImportRow = v.object({ account: v.string(), undone: v.number() });
const PartRow = v.object({ sha256: v.string(), answer: json(ImportPartAnswer) });
const Answered = v.object({ answer: json(ImportPartAnswer) });
const Known = v.object({ known: v.number() });
const KeepRow = v.object({ id: v.string(), clip: v.number() });
const LinkRow = v.object({ clip: v.number(), tag: v.string() });
const Left = v.object({ left: v.number() });
const ListedImport = v.pipe(
  v.object({
    id: v.string(),
    name: v.string(),
    at: v.string(),
    left: v.number(),
    undone: v.number(),
  }),
  v.transform(({ undone, ...listed }) => ({ ...listed, undone: undone === 1 })),
);

/** What one step of an undo takes away. */
interface UndoStep {
  keeps: { id: string; clip: number }[];
  /** Tags that the import put on clips. */
  links: { clip: number; tag: string }[];
  /** Tags that may be left without a clip. */
  tags: string[];
}

// The index is named: left to itself, SQLite reads all keeps of the workspace.
const BY_IMPORT = 'INDEXED BY keep_import WHERE workspace = ?1 AND import = ?2';

export const makeImports = (db: D1Database) => {
  const clipWrites = makeClipWrites(db);
  const profileWrites = makeProfileWrites(db);

  const findImport = (workspace: string, id: string) =>
    db
      .prepare(
        `SELECT account, undone_at IS NOT NULL AS undone FROM import WHERE workspace = ? AND id = ?`,
      )
      .bind(workspace, id);

  const addClips = (workspace: string, at: string, addresses: string, count: number) => [
    // Addresses that are known leave gaps: row ids are only ever compared.
    db
      .prepare('UPDATE library SET clip_count = clip_count + ? WHERE workspace = ? AND here = 1')
      .bind(count, workspace),
    db
      .prepare(
        `INSERT INTO clip (rid, workspace, id, canonical_url, url, title, section, authors, day,
           kept_day, summary, words, seq, card_seq, changed_at)
         SELECT library.number * 4294967296 + library.clip_count - ?4 + 1 + item.key, ?1,
           item.value ->> 'clip', item.value ->> 'canonicalUrl', item.value ->> 'url',
           item.value ->> 'title', '[]', '[]', '', '', '[]', 0, ${SEQ}, ${SEQ}, ?2
         FROM json_each(?3) AS item CROSS JOIN library ON library.workspace = ?1 AND here = 1
         WHERE true ON CONFLICT (workspace, canonical_url) DO NOTHING`,
      )
      .bind(workspace, at, addresses, count),
  ];

  const addKeeps = (workspace: string, part: NewPart, addresses: string) =>
    db
      .prepare(
        `INSERT INTO keep (workspace, id, clip, account, kept_at, kept_day, folder, import, seq,
           changed_at)
         SELECT ?1, item.value ->> 'keep', clip.rid, ?2, item.value ->> 'keptAt',
           item.value ->> 'keptDay', item.value ->> 'folder', ?3, ${SEQ}, ?4
         FROM json_each(?5) AS item CROSS JOIN clip ON clip.workspace = ?1
           AND clip.canonical_url = item.value ->> 'canonicalUrl' AND clip.filled_seq IS NULL
         WHERE true ON CONFLICT (workspace, clip, account) DO NOTHING`,
      )
      .bind(workspace, part.account, part.import, part.at, addresses);

  const haveToRead = (workspace: string) =>
    db
      .prepare(
        `INSERT INTO reading (workspace, account, clip, state, changed_at)
         SELECT workspace, account, clip, 'to-read', changed_at FROM keep INDEXED BY keep_seq
         WHERE workspace = ?1 AND seq = ${SEQ}
         ON CONFLICT DO UPDATE SET state = coalesce(state, 'to-read')`,
      )
      .bind(workspace);

  // Cards of clips that were there name one more who keeps them.
  const changeCards = (workspace: string) =>
    db
      .prepare(
        `UPDATE clip NOT INDEXED SET card_seq = ${SEQ} WHERE workspace = ?1 AND seq <> ${SEQ} AND rid IN
           (SELECT clip FROM keep INDEXED BY keep_seq WHERE workspace = ?1 AND seq = ${SEQ})`,
      )
      .bind(workspace);

  // And those of others have more tags.
  const changeTaggedCards = (workspace: string, tags: string) =>
    db
      .prepare(
        `UPDATE clip INDEXED BY clip_address SET card_seq = ${SEQ} WHERE workspace = ?1 AND card_seq <> ${SEQ}
           AND canonical_url IN (SELECT address.value FROM json_each(?2) AS item
             CROSS JOIN json_each(item.value, '$.addresses') AS address)`,
      )
      .bind(workspace, tags);

  const addTags = (workspace: string, part: NewPart, tags: string) => [
    db
      .prepare(
        `INSERT INTO tag (workspace, id, name, folded, seq)
         SELECT ?1, item.value ->> 'id', item.value ->> 'name', item.value ->> 'folded', ${SEQ}
         FROM json_each(?2) AS item
         WHERE true ON CONFLICT (workspace, folded) DO NOTHING`,
      )
      .bind(workspace, tags),
    db
      .prepare(
        `INSERT INTO clip_tag (workspace, clip, tag, import)
         SELECT ?1, clip.rid, tag.id, ?3
         FROM json_each(?2) AS item CROSS JOIN json_each(item.value, '$.addresses') AS address
         CROSS JOIN tag ON tag.workspace = ?1 AND tag.folded = item.value ->> 'folded'
         CROSS JOIN clip ON clip.workspace = ?1 AND clip.canonical_url = address.value
         WHERE true ON CONFLICT DO NOTHING`,
      )
      .bind(workspace, tags, part.import),
    changeTaggedCards(workspace, tags),
  ];

  return {
    /** What is known of an import, of one of its parts, and of the library's zone. */
    look: async (workspace: string, part: Pick<NewPart, 'import' | 'number'>) => {
      const [imported, known, library] = await batch(db, [
        findImport(workspace, part.import),
        db
          .prepare(
            'SELECT sha256, answer FROM import_part WHERE workspace = ? AND import = ? AND number = ?',
          )
          .bind(workspace, part.import, part.number),
        findZone(db, workspace),
      ]);
      const found = firstRow(ImportRow, imported);
      return {
        import: found && { account: found.account, undone: found.undone === 1 },
        part: firstRow(PartRow, known),
        zone: readZone(library),
      };
    },

    /** Adds a part; null where it was added before, its import was undone, or `zone` is the library's no more. */
    add: async (
      workspace: string,
      zone: string,
      part: NewPart,
      addresses: readonly NewAddress[],
      tags: readonly NewTag[],
    ): Promise<ImportPartAnswer | null> => {
      // Their words are told once, apart.
      const items = JSON.stringify(addresses, (key, value) =>
        key === 'words' ? undefined : value,
      );
      const results = await attempt(db, [
        clipWrites.takeSeqIn(workspace, zone),
        ...beginImport(db, workspace, part),
        ...addClips(workspace, part.at, items, addresses.length),
        profileWrites.putAddressWords(
          workspace,
          addresses.map(({ clip, words }) => ({ clip, words })),
        ),
        addKeeps(workspace, part, items),
        haveToRead(workspace),
        changeCards(workspace),
        ...(tags.length > 0 ? addTags(workspace, part, JSON.stringify(tags)) : []),
        db
          .prepare(
            `UPDATE import SET keeps = import.keeps + made.keeps, added = added + made.keeps
             FROM (SELECT count(*) AS keeps FROM keep WHERE workspace = ?1 AND seq = ${SEQ}) AS made
             WHERE workspace = ?1 AND id = ?2`,
          )
          .bind(workspace, part.import),
        db
          .prepare(
            // Without a number, which an import that was undone does not give, the batch fails.
            `INSERT INTO import_part (workspace, import, number, sha256, answer)
             SELECT ?1, ?2, (SELECT ?3 FROM import
                 WHERE workspace = ?1 AND id = ?2 AND undone_at IS NULL), ?4,
               json_object('added', added, 'known', ?5 - added)
             FROM (SELECT count(*) AS added FROM clip WHERE workspace = ?1 AND seq = ${SEQ})
             RETURNING answer`,
          )
          .bind(workspace, part.import, part.number, part.sha256, addresses.length),
      ]);
      return firstRow(Answered, results?.at(-1))?.answer ?? null;
    },

    /** How many of some canonical addresses the library has. */
    countKnown: async (workspace: string, addresses: readonly string[]): Promise<number> =>
      firstRow(
        Known,
        await run(
          db,
          db
            .prepare(
              `SELECT count(*) AS known FROM json_each(?2) AS address WHERE EXISTS
                 (SELECT 1 FROM clip WHERE workspace = ?1 AND canonical_url = address.value)`,
            )
            .bind(workspace, JSON.stringify(addresses)),
        ),
      )?.known ?? 0,

    /** The next keeps and tags that an undo takes away, at most `count` of each; null for no such import. */
    lookForUndo: async (
      workspace: string,
      account: string,
      id: string,
      count: number,
    ): Promise<UndoStep | null> => {
      const [imported, keeps, links, tags] = await batch(db, [
        findImport(workspace, id),
        db.prepare(`SELECT id, clip FROM keep ${BY_IMPORT} LIMIT ?3`).bind(workspace, id, count),
        db
          .prepare('SELECT clip, tag FROM clip_tag WHERE workspace = ? AND import = ? LIMIT ?')
          .bind(workspace, id, count),
        db
          .prepare(
            `SELECT clip, tag FROM clip_tag WHERE workspace = ?1 AND clip IN
               (SELECT clip FROM keep ${BY_IMPORT} LIMIT ?3)`,
          )
          .bind(workspace, id, count),
      ]);
      if (firstRow(ImportRow, imported)?.account !== account) return null;
      const found = rows(LinkRow, links);
      return {
        keeps: rows(KeepRow, keeps),
        links: found,
        tags: [...new Set([...found, ...rows(LinkRow, tags)].map(({ tag }) => tag))],
      };
    },

    /**
     * Takes a step away, as far as it is still the import's, and closes the import. Answers how many
     * addresses it still holds, or null where another write came between.
     */
    undo: async (
      workspace: string,
      id: string,
      { keeps, links, tags }: UndoStep,
      at: string,
    ): Promise<number | null> => {
      const keepIds = JSON.stringify(keeps.map((keep) => keep.id));
      const clips = JSON.stringify(keeps.map(({ clip }) => clip));
      const changed = JSON.stringify([...keeps, ...links].map(({ clip }) => clip));
      const ours = 'workspace = ?1 AND import = ?2 AND id IN (SELECT value FROM json_each(?3))';
      const unkept = `rid IN (SELECT value FROM json_each(?2)) AND filled_seq IS NULL
        AND NOT EXISTS (SELECT 1 FROM keep WHERE keep.workspace = ?1 AND keep.clip = rid)`;
      const results = await attempt(db, [
        clipWrites.takeSeq(workspace),
        db
          .prepare(
            `INSERT INTO tombstone (workspace, kind, id, seq, at)
             SELECT ?1, 'keep', id, ${SEQ}, ?4 FROM keep WHERE ${ours}`,
          )
          .bind(workspace, id, keepIds, at),
        db
          .prepare(
            `DELETE FROM reading WHERE workspace = ?1 AND (account, clip) IN
               (SELECT account, clip FROM keep WHERE ${ours})`,
          )
          .bind(workspace, id, keepIds),
        db.prepare(`DELETE FROM keep WHERE ${ours}`).bind(workspace, id, keepIds),
        db
          .prepare(
            `INSERT INTO tombstone (workspace, kind, id, seq, at)
             SELECT ?1, 'clip', id, ${SEQ}, ?3 FROM clip NOT INDEXED WHERE workspace = ?1 AND ${unkept}`,
          )
          .bind(workspace, clips, at),
        db
          .prepare(
            `DELETE FROM clip_tag WHERE workspace = ?1 AND import = ?2 AND (clip, tag) IN
               (SELECT value ->> 'clip', value ->> 'tag' FROM json_each(?3))`,
          )
          .bind(workspace, id, JSON.stringify(links)),
        db
          .prepare(
            `DELETE FROM clip_tag WHERE workspace = ?1 AND clip IN
               (SELECT rid FROM clip NOT INDEXED WHERE workspace = ?1 AND ${unkept})`,
          )
          .bind(workspace, clips),
        db
          .prepare(
            `DELETE FROM clip_collection WHERE workspace = ?1 AND clip IN
               (SELECT rid FROM clip NOT INDEXED WHERE workspace = ?1 AND ${unkept})`,
          )
          .bind(workspace, clips),
        db
          .prepare(
            `DELETE FROM reading INDEXED BY reading_clip WHERE workspace = ?1 AND clip IN
               (SELECT rid FROM clip NOT INDEXED WHERE workspace = ?1 AND ${unkept})`,
          )
          .bind(workspace, clips),
        db
          .prepare(
            `DELETE FROM clip_search WHERE rowid IN
               (SELECT rid FROM clip NOT INDEXED WHERE workspace = ?1 AND ${unkept})`,
          )
          .bind(workspace, clips),
        db
          .prepare(
            `DELETE FROM unprofiled WHERE workspace = ?1 AND clip IN
               (SELECT rid FROM clip NOT INDEXED WHERE workspace = ?1 AND ${unkept})`,
          )
          .bind(workspace, clips),
        db
          .prepare(`DELETE FROM clip NOT INDEXED WHERE workspace = ?1 AND ${unkept}`)
          .bind(workspace, clips),
        // The cards of those that are left name one fewer who keeps them, or fewer tags.
        db
          .prepare(
            `UPDATE clip NOT INDEXED SET card_seq = ${SEQ} WHERE workspace = ?1
               AND rid IN (SELECT value FROM json_each(?2))`,
          )
          .bind(workspace, changed),
        db
          .prepare(
            `DELETE FROM tag WHERE workspace = ?1 AND id IN (SELECT value FROM json_each(?2))
               AND NOT EXISTS (SELECT 1 FROM clip_tag WHERE workspace = ?1 AND tag = tag.id)`,
          )
          .bind(workspace, JSON.stringify(tags)),
        db
          .prepare(
            `UPDATE import SET undone_at = coalesce(undone_at, ?3), keeps = keeps -
               (SELECT count(*) FROM tombstone
                WHERE workspace = ?1 AND seq = ${SEQ} AND kind = 'keep')
             WHERE workspace = ?1 AND id = ?2
             RETURNING max(keeps, EXISTS
               (SELECT 1 FROM clip_tag WHERE workspace = ?1 AND import = ?2)) AS left`,
          )
          .bind(workspace, id, at),
      ]);
      return firstRow(Left, results?.at(-1))?.left ?? null;
    },

    /** An account's imports, newest first. */
    list: async (workspace: string, account: string) =>
      rows(
        ListedImport,
        await run(
          db,
          db
            .prepare(
              `SELECT id, name, at, keeps AS left, undone_at IS NOT NULL AS undone
               FROM import WHERE workspace = ? AND account = ? ORDER BY id DESC LIMIT 100`,
            )
            .bind(workspace, account),
        ),
      ),
  };
};
export type Imports = ReturnType<typeof makeImports>;
