// Clips whose profile is yet to be made: those from before there were profiles, and those of a restored backup.
import * as v from 'valibot';
import { Block } from '../../shared/schema/block.ts';
import { ChosenCategory, type SectionPlace } from '../../shared/schema/section-category.ts';
import { Summary } from '../../shared/schema/summary.ts';
import { type ClipChange, makeClipWrites } from './clip-writes.ts';
import { attempt, batch, firstRow, json, rows, run, strings } from './database.ts';
import { type AddressWords, type ClipProfile, makeProfileWrites } from './profile-writes.ts';
import { makeSectionCategories } from './section-categories.ts';
import { SEQ } from './sequence.ts';

const UnprofiledRow = v.pipe(
  v.object({
    workspace: v.string(),
    id: v.string(),
    canonical_url: v.string(),
    seq: v.number(),
    card_seq: v.number(),
    title: v.string(),
    site: v.nullable(v.string()),
    section: strings,
    authors: strings,
    category: v.nullable(v.string()),
    language: v.nullable(v.string()),
    day: v.string(),
    kept_day: v.string(),
    first_kept_day: v.string(),
    blocks: v.nullable(json(v.array(Block))),
    terms: v.nullable(json(Summary.entries.terms)),
    said: json(ChosenCategory),
  }),
  v.transform(
    ({
      canonical_url: canonicalUrl,
      kept_day: keptDay,
      first_kept_day: firstKeptDay,
      card_seq: cardSeq,
      blocks,
      terms,
      ...row
    }) => ({
      ...row,
      canonicalUrl,
      keptDay,
      firstKeptDay,
      cardSeq,
      /** Null where only the address is known. */
      content: blocks && { blocks, terms: terms ?? [] },
    }),
  ),
);
export type UnprofiledClip = v.InferOutput<typeof UnprofiledRow>;

const WaitingRow = v.object({ workspace: v.string(), clip: v.number() });
/** One of them by its workspace and row. */
export type WaitingClip = v.InferOutput<typeof WaitingRow>;

/** How often one is tried: for two hours, by a run every five minutes. */
const MOST_TRIES = 24;

const SELECT = `SELECT clip.workspace, clip.id, canonical_url, clip.seq, card_seq, title, site, section, authors, category,
    language, day, kept_day, blocks, terms, coalesce(facts -> '$.category', '"auto"') AS said,
    (SELECT min(kept_day) FROM keep INDEXED BY keep_once
     WHERE keep.workspace = clip.workspace AND keep.clip = clip.rid) AS first_kept_day
  FROM unprofiled CROSS JOIN clip ON clip.rid = unprofiled.clip AND clip.workspace = unprofiled.workspace
  LEFT JOIN clip_content ON clip_content.rid = clip.rid`;

const NOTHING: Omit<ClipChange, 'category' | 'day' | 'profile'> = {
  title: null,
  site: null,
  section: null,
  authors: null,
  published: null,
  text: null,
  said: null,
  told: null,
  datedAt: null,
};

// The clips of a library that arrives, or takes no writes for a moment, wait for it.
const IS_HERE =
  'EXISTS (SELECT 1 FROM library WHERE library.workspace = unprofiled.workspace AND here = 1 AND leaving = 0)';

export const makeUnprofiled = (db: D1Database) => {
  const clipWrites = makeClipWrites(db);
  const profileWrites = makeProfileWrites(db);
  const sectionCategories = makeSectionCategories(db);
  return {
    /** As many of them as `count`, those first that were tried least. Those tried often enough are given up. */
    next: async (count: number): Promise<readonly WaitingClip[]> => {
      const [, waiting] = await batch(db, [
        db.prepare(`DELETE FROM unprofiled WHERE tries >= ? AND ${IS_HERE}`).bind(MOST_TRIES),
        db
          .prepare(
            `SELECT workspace, clip FROM unprofiled INDEXED BY unprofiled_tries WHERE ${IS_HERE}
             ORDER BY tries LIMIT ?`,
          )
          .bind(count),
      ]);
      return rows(WaitingRow, waiting);
    },

    /** Notes that one of them is tried, whatever comes of it, and answers it with its content. */
    take: async ({ workspace, clip }: WaitingClip): Promise<UnprofiledClip | null> => {
      const taken = 'unprofiled.workspace = ? AND unprofiled.clip = ?';
      const [, found] = await batch(
        db,
        [`UPDATE unprofiled SET tries = tries + 1 WHERE ${taken}`, `${SELECT} WHERE ${taken}`].map(
          (sql) => db.prepare(sql).bind(workspace, clip),
        ),
      );
      return firstRow(UnprofiledRow, found);
    },

    /** A clip where it is one of them. */
    find: async (workspace: string, id: string): Promise<UnprofiledClip | null> =>
      firstRow(
        UnprofiledRow,
        await run(
          db,
          db
            .prepare(
              `${SELECT} WHERE unprofiled.workspace = ?1
                 AND unprofiled.clip = (SELECT rid FROM clip WHERE workspace = ?1 AND id = ?2)`,
            )
            .bind(workspace, id),
        ),
      ),

    /** What was said of a section. */
    saidOfSection: async (workspace: string, place: SectionPlace | null): Promise<ChosenCategory> =>
      sectionCategories.read(await run(db, sectionCategories.find(workspace, place))),

    /**
     * Gives a clip of which only the address is known its words, unless it has been filled in meanwhile. One whose keeps
     * have other days by now stays for the next time.
     */
    putWords: async (
      { workspace, id, cardSeq }: UnprofiledClip,
      words: AddressWords,
    ): Promise<void> => {
      await batch(db, [
        profileWrites.putAddressWords(workspace, [{ clip: id, words }]),
        db
          .prepare(
            `DELETE FROM unprofiled WHERE workspace = ?1
               AND clip = (SELECT rid FROM clip WHERE workspace = ?1 AND id = ?2 AND filled_seq IS NULL
                 AND card_seq = ?3)`,
          )
          .bind(workspace, id, cardSeq),
      ]);
    },

    /**
     * Gives a clip its profile, and a category where that is another one than it has. One that was changed
     * meanwhile stays for the next time.
     */
    profile: async (
      clip: UnprofiledClip,
      { profile, category }: { profile: ClipProfile; category: string | null },
      at: string,
    ): Promise<void> => {
      const { workspace, id, day } = clip;
      await attempt(db, [
        clipWrites.takeSeq(workspace),
        ...(category === clip.category
          ? [
              ...profileWrites.put(workspace, id, profile),
              db
                .prepare(
                  `UPDATE clip SET card_seq = CASE seq WHEN ?3 THEN ${SEQ} END
                   WHERE workspace = ?1 AND id = ?2`,
                )
                .bind(workspace, id, clip.seq),
            ]
          : // The day stays, so no day is left and no operation named.
            clipWrites.change(
              workspace,
              clip,
              { ...NOTHING, category, day, profile },
              { id: '', at },
            )),
        db
          .prepare(
            `DELETE FROM unprofiled WHERE workspace = ?1
               AND clip = (SELECT rid FROM clip WHERE workspace = ?1 AND id = ?2)`,
          )
          .bind(workspace, id),
      ]);
    },
  };
};
export type Unprofiled = ReturnType<typeof makeUnprofiled>;
