// Writes about a clip that is kept: each names a keep of it, and its answer is remembered under its own id.
import * as v from 'valibot';
import { KeepAnswer } from '../../shared/schema/keep.ts';
import { attempt, batch, firstRow, json } from './database.ts';
import type { Operation } from './keeps.ts';
import { SEQ } from './sequence.ts';

const OperationRow = v.object({ sha256: v.string(), answer: json(KeepAnswer) });
const GoneRow = v.object({ gone: v.picklist(['gone', 'in-trash']) });
const Answered = v.object({ answer: json(KeepAnswer) });
const KeptClip = v.pipe(
  v.object({
    keep: v.string(),
    keep_day: v.string(),
    id: v.string(),
    canonical_url: v.string(),
    day: v.string(),
    kept_day: v.string(),
    seq: v.number(),
    filled: v.number(),
    title: v.string(),
    site: v.nullable(v.string()),
    section: v.string(),
    category: v.nullable(v.string()),
    language: v.nullable(v.string()),
    authors: v.string(),
    published: v.nullable(v.string()),
  }),
  v.transform(
    ({ keep_day: keepDay, kept_day: keptDay, canonical_url: canonicalUrl, filled, ...clip }) => ({
      ...clip,
      canonicalUrl,
      keepDay,
      keptDay,
      filled: filled === 1,
    }),
  ),
);
/** The clip that a write means, and the keep that it names. */
export type KeptClip = v.InferOutput<typeof KeptClip>;

// The keep itself, or the one that an operation made or found.
const KEEP = 'coalesce((SELECT keep FROM operation WHERE workspace = ?1 AND id = ?2), ?2)';

const KEPT_COLUMNS = `keep.id AS keep, keep.kept_day AS keep_day, clip.id, clip.canonical_url, clip.day,
  clip.kept_day, clip.seq, clip.filled_seq IS NOT NULL AS filled, clip.title, clip.site, clip.section,
  clip.category, clip.language, clip.authors, clip.published`;

/**
 * The statement that tells whether a keep, or the one that an operation made or found, was deleted; its answer is read by
 * `readGone`. The tombstones of a clip's keeps are of the change that moved it into the trash.
 */
export const findGone = (db: D1Database, workspace: string, keep: string, at: string) =>
  db
    .prepare(
      `SELECT iif(EXISTS (SELECT 1 FROM trash WHERE trash.workspace = ?1 AND trash.seq = tombstone.seq
         AND expires_at > ?3), 'in-trash', 'gone') AS gone
       FROM tombstone WHERE workspace = ?1 AND kind = 'keep' AND id = ${KEEP}`,
    )
    .bind(workspace, keep, at);

/** The problem with a keep that was deleted, null where it was not. */
export const readGone = (result: D1Result | undefined): 'gone' | 'in-trash' | null =>
  firstRow(GoneRow, result)?.gone ?? null;

export const makeOperations = (db: D1Database) => ({
  /** What is known of an operation at an instant, and of the clip behind the keep that it names. */
  look: async (workspace: string, id: string, keep: string, at: string) => {
    const [operation, gone, clip] = await batch(db, [
      db
        .prepare('SELECT sha256, answer FROM operation WHERE workspace = ? AND id = ?')
        .bind(workspace, id),
      findGone(db, workspace, keep, at),
      db
        .prepare(
          `SELECT ${KEPT_COLUMNS}
           FROM keep CROSS JOIN clip ON clip.rid = keep.clip AND clip.workspace = ?1
           WHERE keep.workspace = ?1 AND keep.id = ${KEEP}`,
        )
        .bind(workspace, keep),
    ]);
    return {
      operation: firstRow(OperationRow, operation),
      gone: readGone(gone),
      clip: firstRow(KeptClip, clip),
    };
  },

  /** As `look`, of a clip by its own id, and a keep of it: the account's where it has one. */
  lookAtClip: async ({ workspace, id, account, at }: Operation, wanted: string) => {
    const [operation, gone, clip] = await batch(db, [
      db
        .prepare('SELECT sha256, answer FROM operation WHERE workspace = ? AND id = ?')
        .bind(workspace, id),
      db
        .prepare(
          `SELECT iif(EXISTS (SELECT 1 FROM trash WHERE trash.workspace = ?1 AND trash.id = ?2
             AND expires_at > ?3), 'in-trash', 'gone') AS gone
           FROM tombstone WHERE workspace = ?1 AND kind = 'clip' AND id = ?2`,
        )
        .bind(workspace, wanted, at),
      db
        .prepare(
          `SELECT ${KEPT_COLUMNS}
           FROM clip CROSS JOIN keep INDEXED BY keep_once
             ON keep.workspace = ?1 AND keep.clip = clip.rid
           WHERE clip.workspace = ?1 AND clip.id = ?2
           ORDER BY keep.account = ?3 DESC, keep.id LIMIT 1`,
        )
        .bind(workspace, wanted, account),
    ]);
    return {
      operation: firstRow(OperationRow, operation),
      gone: readGone(gone),
      clip: firstRow(KeptClip, clip),
    };
  },

  /**
   * Runs changes of a clip that stands on `day`, and remembers the operation, before what comes `after`; null where its
   * keep is gone, the operation was done before, or a change was stopped.
   */
  run: async (
    { workspace, id, sha256, at }: Operation,
    clip: KeptClip,
    day: string,
    changes: readonly D1PreparedStatement[],
    after: readonly D1PreparedStatement[] = [],
  ): Promise<KeepAnswer | null> => {
    const answer = { id: clip.keep, clip: clip.id, day, keptDay: clip.keepDay };
    const results = await attempt(db, [
      ...changes,
      db
        .prepare(
          `INSERT INTO operation (workspace, id, keep, sha256, answer, seq, at)
           VALUES (?1, ?2, (SELECT id FROM keep WHERE workspace = ?1 AND id = ?3), ?4,
             json_set(?5, '$.seq', ${SEQ}), ${SEQ}, ?6)
           RETURNING answer`,
        )
        .bind(workspace, id, clip.keep, sha256, JSON.stringify(answer), at),
      ...after,
    ]);
    return firstRow(Answered, results?.[changes.length])?.answer ?? null;
  },
});
export type Operations = ReturnType<typeof makeOperations>;
