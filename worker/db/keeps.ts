// A keep and all that hangs on it: operation, clip, content, counts, tombstones. Each change is one
// batch that takes the library's next sequence number; where the library is not here, that number is
// NULL and the batch fails as a whole.
import * as v from 'valibot';
import { KeepAnswer } from '../../shared/schema/keep.ts';
import { attempt, batch, firstRow, json } from './database.ts';

const OperationRow = v.object({
  sha256: v.string(),
  answer: json(KeepAnswer),
  gone: v.number(),
});
const Presence = v.object({ found: v.number() });
const ClipRow = v.object({ id: v.string(), day: v.string() });
const KeepRow = v.object({
  id: v.string(),
  clip: v.string(),
  day: v.string(),
  keptDay: v.string(),
});
const Answered = v.object({ answer: json(KeepAnswer) });

/** The write as it is remembered, under its own id. */
export interface Operation {
  workspace: string;
  id: string;
  sha256: string;
  account: string;
  at: string;
}

/** The card and content of a clip to be made; texts that are JSON in the database are JSON here. */
export interface NewClip {
  id: string;
  canonicalUrl: string;
  url: string;
  title: string;
  site: string | null;
  section: string;
  category: string | null;
  authors: string;
  attribution: string | null;
  language: string | null;
  leadImage: string | null;
  published: string | null;
  day: string;
  keptDay: string;
  summary: string;
  words: number;
  blocks: string;
  spans: string;
  terms: string;
  facts: string;
}

export interface NewKeep {
  keptAt: string;
  keptDay: string;
}

const SEQ = '(SELECT seq FROM library WHERE workspace = ?1 AND here = 1)';

export const makeKeeps = (db: D1Database) => {
  const takeSeq = (workspace: string) =>
    db.prepare('UPDATE library SET seq = seq + 1 WHERE workspace = ? AND here = 1').bind(workspace);

  const remember = (operation: Operation, answer: Omit<KeepAnswer, 'seq'>) =>
    db
      .prepare(
        `INSERT INTO operation (workspace, id, keep, sha256, answer, seq, at)
         VALUES (?1, ?2, ?3, ?4, json_set(?5, '$.seq', ${SEQ}), ${SEQ}, ?6)
         RETURNING answer`,
      )
      .bind(
        operation.workspace,
        operation.id,
        answer.id,
        operation.sha256,
        JSON.stringify(answer),
        operation.at,
      );

  // The clip is looked up again, so that one that was deleted meanwhile stops the batch.
  const addKeep = ({ workspace, id, account, at }: Operation, clip: string, keep: NewKeep) =>
    db
      .prepare(
        `INSERT INTO keep (workspace, id, clip, account, kept_at, kept_day, seq, changed_at)
         VALUES (?1, ?2, (SELECT rid FROM clip WHERE workspace = ?1 AND id = ?3),
                 ?4, ?5, ?6, ${SEQ}, ?7)`,
      )
      .bind(workspace, id, clip, account, keep.keptAt, keep.keptDay, at);

  const countDay = (workspace: string, axis: 'published' | 'kept', day: string, category: string) =>
    db
      .prepare(
        `INSERT INTO day_count (workspace, axis, day, category, clips) VALUES (?, ?, ?, ?, 1)
         ON CONFLICT DO UPDATE SET clips = clips + 1`,
      )
      .bind(workspace, axis, day, category);

  const addClip = (workspace: string, clip: NewClip, at: string) => [
    db
      .prepare('UPDATE library SET clip_count = clip_count + 1 WHERE workspace = ? AND here = 1')
      .bind(workspace),
    db
      .prepare(
        `INSERT INTO clip (rid, workspace, id, canonical_url, url, title, site, section, category,
           authors, attribution, language, lead_image, published, day, kept_day, summary, words,
           seq, changed_at)
         VALUES ((SELECT number * 4294967296 + clip_count FROM library WHERE workspace = ?1),
           ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17,
           ${SEQ}, ?18)`,
      )
      .bind(
        workspace,
        clip.id,
        clip.canonicalUrl,
        clip.url,
        clip.title,
        clip.site,
        clip.section,
        clip.category,
        clip.authors,
        clip.attribution,
        clip.language,
        clip.leadImage,
        clip.published,
        clip.day,
        clip.keptDay,
        clip.summary,
        clip.words,
        at,
      ),
    db
      .prepare(
        `INSERT INTO clip_content (rid, workspace, blocks, spans, terms, facts)
         VALUES ((SELECT rid FROM clip WHERE workspace = ?1 AND id = ?2), ?1, ?3, ?4, ?5, ?6)`,
      )
      .bind(workspace, clip.id, clip.blocks, clip.spans, clip.terms, clip.facts),
    countDay(workspace, 'published', clip.day, clip.category ?? ''),
    countDay(workspace, 'kept', clip.keptDay, clip.category ?? ''),
  ];

  const answer = async (statements: D1PreparedStatement[]): Promise<KeepAnswer | null> => {
    const results = await attempt(db, statements);
    return firstRow(Answered, results?.at(-1))?.answer ?? null;
  };

  return {
    /** What is known of an operation, of the clip at an address, and of this account's keep of it. */
    look: async (workspace: string, id: string, account: string, canonicalUrl: string) => {
      const [operation, gone, clip, keep] = await batch(db, [
        db
          .prepare(
            `SELECT sha256, answer,
               EXISTS (SELECT 1 FROM tombstone
                 WHERE workspace = ?1 AND kind = 'keep' AND id = operation.keep) AS gone
             FROM operation WHERE workspace = ?1 AND id = ?2`,
          )
          .bind(workspace, id),
        db
          .prepare(
            `SELECT 1 AS found FROM tombstone WHERE workspace = ? AND kind = 'keep' AND id = ?`,
          )
          .bind(workspace, id),
        db
          .prepare('SELECT id, day FROM clip WHERE workspace = ? AND canonical_url = ?')
          .bind(workspace, canonicalUrl),
        db
          .prepare(
            `SELECT keep.id, clip.id AS clip, clip.day, keep.kept_day AS keptDay
             FROM clip JOIN keep ON keep.workspace = clip.workspace AND keep.clip = clip.rid
             WHERE clip.workspace = ? AND keep.account = ? AND clip.canonical_url = ?`,
          )
          .bind(workspace, account, canonicalUrl),
      ]);
      const known = firstRow(OperationRow, operation);
      return {
        operation: known,
        gone: firstRow(Presence, gone) !== null || known?.gone === 1,
        clip: firstRow(ClipRow, clip),
        keep: firstRow(KeepRow, keep),
      };
    },

    /** Makes clip and keep; null where either is there already. */
    addWithClip: (operation: Operation, clip: NewClip, keep: NewKeep) =>
      answer([
        takeSeq(operation.workspace),
        ...addClip(operation.workspace, clip, operation.at),
        addKeep(operation, clip.id, keep),
        remember(operation, {
          id: operation.id,
          clip: clip.id,
          day: clip.day,
          keptDay: keep.keptDay,
        }),
      ]),

    /** Makes a keep of a clip that is there; null where this account keeps it already or it is gone. */
    addToClip: (operation: Operation, clip: { id: string; day: string }, keep: NewKeep) =>
      answer([
        takeSeq(operation.workspace),
        addKeep(operation, clip.id, keep),
        remember(operation, {
          id: operation.id,
          clip: clip.id,
          day: clip.day,
          keptDay: keep.keptDay,
        }),
      ]),

    /** Remembers that an operation found the account's own earlier keep; null where it was remembered before. */
    addToKeep: (operation: Operation, keep: Omit<KeepAnswer, 'seq'>) =>
      answer([remember(operation, keep)]),

    /** Tells whether a keep is this account's to delete, or was deleted before. */
    lookForDelete: async (workspace: string, id: string, account: string) => {
      const [keep, gone] = await batch(db, [
        db
          .prepare('SELECT clip AS found FROM keep WHERE workspace = ? AND id = ? AND account = ?')
          .bind(workspace, id, account),
        db
          .prepare(
            `SELECT 1 AS found FROM tombstone WHERE workspace = ? AND kind = 'keep' AND id = ?`,
          )
          .bind(workspace, id),
      ]);
      return {
        clip: firstRow(Presence, keep)?.found ?? null,
        gone: firstRow(Presence, gone) !== null,
      };
    },

    /** Deletes a keep, and its clip where this was the last keep of it; false where it is gone. */
    delete: async (workspace: string, id: string, clip: number, at: string): Promise<boolean> => {
      const unkept = 'NOT EXISTS (SELECT 1 FROM keep WHERE workspace = ?1 AND clip = ?2)';
      const uncount = (axis: 'published' | 'kept', column: 'day' | 'kept_day') =>
        db
          .prepare(
            `UPDATE day_count SET clips = clips - 1
             WHERE workspace = ?1 AND axis = '${axis}' AND ${unkept} AND (day, category) =
               (SELECT ${column}, coalesce(category, '') FROM clip WHERE workspace = ?1 AND rid = ?2)`,
          )
          .bind(workspace, clip);
      const clean = (axis: 'published' | 'kept', column: 'day' | 'kept_day') =>
        db
          .prepare(
            `DELETE FROM day_count
             WHERE workspace = ?1 AND axis = '${axis}' AND clips = 0 AND day =
               (SELECT ${column} FROM clip WHERE workspace = ?1 AND rid = ?2)`,
          )
          .bind(workspace, clip);
      const results = await attempt(db, [
        takeSeq(workspace),
        db
          .prepare(
            `INSERT INTO tombstone (workspace, kind, id, seq, at) VALUES (?1, 'keep', ?2, ${SEQ}, ?3)`,
          )
          .bind(workspace, id, at),
        db.prepare('DELETE FROM keep WHERE workspace = ? AND id = ?').bind(workspace, id),
        db
          .prepare(
            `INSERT INTO tombstone (workspace, kind, id, day, seq, at)
             SELECT ?1, 'clip', id, day, ${SEQ}, ?3 FROM clip
             WHERE workspace = ?1 AND rid = ?2 AND ${unkept}`,
          )
          .bind(workspace, clip, at),
        uncount('published', 'day'),
        uncount('kept', 'kept_day'),
        clean('published', 'day'),
        clean('kept', 'kept_day'),
        db
          .prepare(`DELETE FROM clip_content WHERE workspace = ?1 AND rid = ?2 AND ${unkept}`)
          .bind(workspace, clip),
        db
          .prepare(`DELETE FROM clip WHERE workspace = ?1 AND rid = ?2 AND ${unkept}`)
          .bind(workspace, clip),
      ]);
      return results !== null;
    },
  };
};
export type Keeps = ReturnType<typeof makeKeeps>;
