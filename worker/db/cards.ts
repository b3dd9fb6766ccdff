// The cards of a library as an extension copies them.
import * as v from 'valibot';
import { Keeper, type MirrorCard } from '../../shared/schema/mirror.ts';
import { SectionCategory } from '../../shared/schema/section-category.ts';
import { END, ridBase } from './clips.ts';
import { batch, firstRow, json, rows } from './database.ts';

const CardRow = v.pipe(
  v.object({
    id: v.string(),
    url: v.string(),
    canonical_url: v.string(),
    title: v.string(),
    standfirst: v.nullable(v.string()),
    site: v.nullable(v.string()),
    language: v.nullable(v.string()),
    section: json(v.array(v.string())),
    category: v.nullable(v.string()),
    terms: v.nullable(json(v.array(v.string()))),
    day: v.string(),
    filled: v.number(),
    fingerprint: v.nullable(v.string()),
    story: v.nullable(v.string()),
    keepers: json(v.array(Keeper)),
    place: v.number(),
    card_seq: v.number(),
  }),
  v.transform(
    ({ canonical_url: canonicalUrl, terms, day, filled, place, card_seq: seq, ...row }) => {
      const card: MirrorCard = {
        ...row,
        place,
        canonicalUrl,
        terms: terms ?? [],
        day: filled === 1 ? day : (row.keepers[0]?.day ?? day),
        filled: filled === 1,
      };
      return { seq, card };
    },
  ),
);

const TombstoneRow = v.object({ kind: v.string(), id: v.string(), seq: v.number() });
const LibraryRow = v.object({ seq: v.number(), epoch: v.string() });

const COLUMNS = `clip.id, url, canonical_url, title, standfirst, site, language, section, category, terms, day,
  filled_seq IS NOT NULL AS filled, fingerprint, story, card_seq,
  (SELECT json_group_array(json_object('account', account, 'day', kept_day) ORDER BY kept_at, account)
   FROM keep INDEXED BY keep_once WHERE keep.workspace = clip.workspace AND keep.clip = clip.rid) AS keepers`;

const SectionRow = v.object({ ...SectionCategory.entries, seq: v.number() });

/** More sections nobody has said something of. */
const MANY_SECTIONS = 1_000;

const sectionsSince = (db: D1Database, workspace: string, since: number, count: number) =>
  db
    .prepare(
      `SELECT site, section, category, seq FROM section_category INDEXED BY section_category_seq
       WHERE workspace = ? AND seq > ? ORDER BY seq LIMIT ?`,
    )
    .bind(workspace, since, count);

const libraryOf = (db: D1Database, workspace: string) =>
  db.prepare('SELECT seq, epoch FROM library WHERE workspace = ?').bind(workspace);

/** The last change of a library, and the life in which it was made. */
const lastChange = (found: D1Result | undefined): v.InferOutput<typeof LibraryRow> =>
  firstRow(LibraryRow, found) ?? { seq: 0, epoch: '' };

export const makeCards = (db: D1Database) => ({
  /**
   * The `count` clips of a library that were made last before the place `before`, newest first, its last change, and
   * with the first of them what was said of sections.
   */
  newest: async (
    { workspace, number }: { workspace: string; number: number },
    before: number | null,
    count: number,
  ) => {
    const base = ridBase(number);
    const [library, cards, sections] = await batch(db, [
      libraryOf(db, workspace),
      db
        .prepare(
          `SELECT clip.rid - ?2 AS place, ${COLUMNS}
           FROM clip NOT INDEXED LEFT JOIN clip_profile ON clip_profile.rid = clip.rid
           WHERE clip.rid > ?2 AND clip.rid < ?3 AND clip.workspace = ?1
           ORDER BY clip.rid DESC LIMIT ?4`,
        )
        .bind(workspace, base, base + Math.min(before ?? END, END), count),
      sectionsSince(db, workspace, 0, before === null ? MANY_SECTIONS : 0),
    ]);
    return {
      cards: rows(CardRow, cards),
      sections: rows(SectionRow, sections),
      ...lastChange(library),
    };
  },

  /**
   * The first `count` cards, as many tombstones of whatever kind, and as many sections of which something was said
   * after the change `since`, each in the order of the changes, and the library's last change.
   */
  changed: async (
    { workspace, number }: { workspace: string; number: number },
    since: number,
    count: number,
  ) => {
    const [library, cards, tombstones, sections] = await batch(db, [
      libraryOf(db, workspace),
      db
        .prepare(
          `SELECT clip.rid - ?4 AS place, ${COLUMNS}
           FROM clip INDEXED BY clip_card LEFT JOIN clip_profile ON clip_profile.rid = clip.rid
           WHERE clip.workspace = ?1 AND card_seq > ?2 ORDER BY card_seq, clip.rid LIMIT ?3`,
        )
        .bind(workspace, since, count, ridBase(number)),
      db
        .prepare(
          `SELECT kind, id, seq FROM tombstone INDEXED BY tombstone_seq
           WHERE workspace = ?1 AND seq > ?2 ORDER BY seq LIMIT ?3`,
        )
        .bind(workspace, since, count),
      sectionsSince(db, workspace, since, count),
    ]);
    return {
      cards: rows(CardRow, cards),
      tombstones: rows(TombstoneRow, tombstones),
      sections: rows(SectionRow, sections),
      ...lastChange(library),
    };
  },
});
export type Cards = ReturnType<typeof makeCards>;
