// A keep and all that hangs on it: operation, clip, content, counts. Each change is one batch that
// takes the library's next sequence number.
import * as v from 'valibot';
import { KeepAnswer } from '../../shared/schema/keep.ts';
import type { SectionCategory, SectionPlace } from '../../shared/schema/section-category.ts';
import { makeActivityWrites } from './activity-writes.ts';
import { makeClipWrites, type NewAddress, type NewClip } from './clip-writes.ts';
import { makeFilingWrites, type NewFiling } from './filing-writes.ts';
import { attempt, batch, firstRow, json, rows } from './database.ts';
import { findZone, readZone } from './libraries.ts';
import { findGone, readGone } from './operations.ts';
import { makeReadingWrites } from './reading.ts';
import { makeSectionCategories } from './section-categories.ts';
import { SEQ } from './sequence.ts';

const OperationRow = v.object({ sha256: v.string(), answer: json(KeepAnswer) });
const ClipRow = v.pipe(
  v.object({
    id: v.string(),
    canonical_url: v.string(),
    day: v.string(),
    filled: v.number(),
    keep: v.nullable(v.string()),
    kept_day: v.nullable(v.string()),
  }),
  v.transform(({ canonical_url: canonicalUrl, filled, keep, kept_day: keptDay, ...clip }) => ({
    ...clip,
    canonicalUrl,
    filled: filled === 1,
    /** This account's keep of it. */
    keep: keep !== null && keptDay !== null ? { id: keep, keptDay } : null,
  })),
);
/** A clip that may be the one that a write means. */
export type KnownClip = v.InferOutput<typeof ClipRow>;
const TrashedRow = v.pipe(
  v.object({
    id: v.string(),
    canonical_url: v.string(),
    filled: v.number(),
    deleted_at: v.string(),
  }),
  v.transform(({ canonical_url: canonicalUrl, filled, deleted_at: deletedAt, ...clip }) => ({
    ...clip,
    canonicalUrl,
    filled: filled === 1,
    deletedAt,
  })),
);
const Answered = v.object({ answer: json(KeepAnswer) });

/** The write as it is remembered, under its own id. */
export interface Operation {
  workspace: string;
  id: string;
  sha256: string;
  account: string;
  at: string;
  /** The change of the library after which no other may have come; null or left out where any may. */
  since?: number | null;
}

export interface NewKeep {
  keptAt: string;
  keptDay: string;
  /** The zone that the days of this keep and of its clip are of. */
  zone: string;
  /** What it says of a section, where it brings its article. */
  section: SectionCategory | null;
  /** Whether it is copied from another library. */
  isCopying: boolean;
}

export const makeKeeps = (db: D1Database) => {
  const activity = makeActivityWrites(db);
  const clipWrites = makeClipWrites(db);
  const filingWrites = makeFilingWrites(db);
  const readingWrites = makeReadingWrites(db);
  const sectionCategories = makeSectionCategories(db);

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
  const addKeep = (operation: Operation, clip: string, keep: NewKeep) => {
    const { workspace, id, account, at } = operation;
    return [
      db
        .prepare(
          `INSERT INTO keep (workspace, id, clip, account, kept_at, kept_day, seq, changed_at, copied)
         VALUES (?1, ?2, (SELECT rid FROM clip WHERE workspace = ?1 AND id = ?3),
                 ?4, ?5, ?6, ${SEQ}, ?7, ?8)`,
        )
        .bind(
          workspace,
          id,
          clip,
          account,
          keep.keptAt,
          keep.keptDay,
          at,
          keep.isCopying ? 1 : null,
        ),
      readingWrites.keep(workspace, account, clip, at),
      activity.clip(workspace, keep.isCopying ? 'copy' : 'keep', operation, clip),
    ];
  };

  const saySection = ({ workspace }: Operation, { section }: NewKeep) =>
    section ? [sectionCategories.set(workspace, section)] : [];
  // Its card names one more who keeps it.
  const changeCard = (workspace: string, clip: string) =>
    db
      .prepare(`UPDATE clip SET card_seq = ${SEQ} WHERE workspace = ?1 AND id = ?2`)
      .bind(workspace, clip);

  const answer = async (statements: D1PreparedStatement[]): Promise<KeepAnswer | null> => {
    const results = await attempt(db, statements);
    return firstRow(Answered, results?.at(-1))?.answer ?? null;
  };

  // Keeps a clip that stands on `day` and files it, and remembers that.
  const keepClip = (
    operation: Operation,
    clip: string,
    day: string,
    keep: NewKeep,
    filing: NewFiling,
  ) => [
    ...addKeep(operation, clip, keep),
    ...filingWrites.add(operation.workspace, [clip], filing, operation),
    remember(operation, { id: operation.id, clip, day, keptDay: keep.keptDay }),
  ];

  return {
    /**
     * What is known of an operation, of the clips at some addresses, those in the trash too, the last deleted first, of
     * this account's keeps of them, of the section that the article stands in, and of the library's zone.
     */
    look: async (
      { workspace, id, account, at }: Operation,
      addresses: readonly string[],
      place: SectionPlace | null,
    ) => {
      const [operation, gone, clips, trashed, section, library] = await batch(db, [
        db
          .prepare('SELECT sha256, answer FROM operation WHERE workspace = ? AND id = ?')
          .bind(workspace, id),
        findGone(db, workspace, id, at),
        db
          .prepare(
            `SELECT clip.id, canonical_url, clip.day, filled_seq IS NOT NULL AS filled,
               keep.id AS keep, keep.kept_day
             FROM clip LEFT JOIN keep ON keep.workspace = clip.workspace AND keep.clip = clip.rid
               AND keep.account = ?2
             WHERE clip.workspace = ?1 AND canonical_url IN (SELECT value FROM json_each(?3))`,
          )
          .bind(workspace, account, JSON.stringify(addresses)),
        db
          .prepare(
            `SELECT id, canonical_url, filled_seq IS NOT NULL AS filled, deleted_at
             FROM trash INDEXED BY trash_address WHERE workspace = ?1
               AND canonical_url IN (SELECT value FROM json_each(?2)) AND expires_at > ?3
             ORDER BY seq DESC`,
          )
          .bind(workspace, JSON.stringify(addresses), at),
        sectionCategories.find(workspace, place),
        findZone(db, workspace),
      ]);
      return {
        zone: readZone(library),
        operation: firstRow(OperationRow, operation),
        gone: readGone(gone),
        clips: rows(ClipRow, clips),
        trashed: rows(TrashedRow, trashed),
        saidOfSection: sectionCategories.read(section),
      };
    },

    /** Makes clip and keep; null where either is there already. */
    addWithClip: (operation: Operation, clip: NewClip, keep: NewKeep, filing: NewFiling) =>
      answer([
        clipWrites.takeSeqIn(operation.workspace, keep.zone),
        ...clipWrites.add(operation.workspace, clip, operation.at),
        ...saySection(operation, keep),
        ...keepClip(operation, clip.id, clip.day, keep, filing),
      ]),

    /** Makes clip and keep of an address alone; null where either is there already. */
    addWithAddress: (operation: Operation, clip: NewAddress, keep: NewKeep, filing: NewFiling) =>
      answer([
        clipWrites.takeSeqIn(operation.workspace, keep.zone),
        ...clipWrites.addAddress(operation.workspace, clip, operation.at),
        ...keepClip(operation, clip.id, keep.keptDay, keep, filing),
      ]),

    /** Makes a keep of a clip that is there; null where this account keeps it already or it is gone. */
    addToClip: (
      operation: Operation,
      clip: { id: string; day: string },
      keep: NewKeep,
      filing: NewFiling,
    ) =>
      answer([
        clipWrites.takeSeqIn(operation.workspace, keep.zone),
        changeCard(operation.workspace, clip.id),
        ...keepClip(operation, clip.id, clip.day, keep, filing),
      ]),

    /** Fills in a clip that has an address only; null where it is filled or gone, or its address is another's. */
    fillIn: (
      operation: Operation,
      known: Pick<KnownClip, 'id' | 'keep'>,
      clip: NewClip,
      keep: NewKeep,
      filing: NewFiling,
    ) =>
      answer([
        clipWrites.takeSeqIn(operation.workspace, keep.zone),
        ...clipWrites.fillIn(operation.workspace, known.id, clip, operation.at),
        ...saySection(operation, keep),
        ...(known.keep ? [] : addKeep(operation, known.id, keep)),
        ...filingWrites.add(operation.workspace, [known.id], filing, operation),
        remember(operation, {
          id: known.keep?.id ?? operation.id,
          clip: known.id,
          day: clip.day,
          keptDay: clip.keptDay,
        }),
      ]),

    /**
     * Files the clip of the account's own earlier keep, and remembers that an operation found it; null where it
     * was remembered before.
     */
    addToKeep: (operation: Operation, keep: Omit<KeepAnswer, 'seq'>, filing: NewFiling) => {
      const { workspace } = operation;
      const filed = filingWrites.add(workspace, [keep.clip], filing, operation);
      return answer([
        ...(filed.length > 0 ? [clipWrites.takeSeq(workspace), ...filed] : []),
        remember(operation, keep),
      ]);
    },
  };
};
export type Keeps = ReturnType<typeof makeKeeps>;
