// The cards of a library as an extension copies them.
import * as v from 'valibot';
import {
  type MirrorCard,
  NameChange,
  type NamedId,
  OwnReading,
} from '../../shared/schema/mirror.ts';
import { type Noun, NOUNS } from '../../shared/schema/named.ts';
import { ReadingState } from '../../shared/schema/reading.ts';
import { SectionCategory } from '../../shared/schema/section-category.ts';
import { BYTES_TO_CUT } from '../../shared/story/fingerprint.ts';
import { END, ridBase } from './clips.ts';
import { batch, firstRow, json, rows, strings } from './database.ts';

const Names = json(v.array(v.object({ id: v.string(), name: v.string() })));
/** As it was stored: its day is no other's. */
const KeeperRow = v.object({ account: v.string(), day: v.string() });
const Starred = v.pipe(
  v.nullable(v.number()),
  v.transform((starred) => starred === 1),
);

const CardRow = v.pipe(
  v.object({
    id: v.string(),
    url: v.string(),
    canonical_url: v.string(),
    title: v.string(),
    standfirst: v.nullable(v.string()),
    site: v.nullable(v.string()),
    language: v.nullable(v.string()),
    section: strings,
    category: v.nullable(v.string()),
    authors: strings,
    published: v.nullable(v.string()),
    terms: v.nullable(strings),
    day: v.string(),
    kept_day: v.string(),
    filled: v.number(),
    fingerprint: v.nullable(v.string()),
    story: v.nullable(v.string()),
    keepers: json(v.array(KeeperRow)),
    tags: Names,
    collections: Names,
    state: v.nullable(ReadingState),
    starred: Starred,
    place: v.number(),
    card_seq: v.number(),
  }),
  v.transform((row) => {
    const isFilled = row.filled === 1;
    const kept = row.keepers[0]?.day ?? row.day;
    // Each by its name: to spread what is left of a row takes as long as all the rest.
    const card: MirrorCard = {
      id: row.id,
      url: row.url,
      title: row.title,
      standfirst: row.standfirst,
      site: row.site,
      language: row.language,
      section: row.section,
      category: row.category,
      authors: row.authors,
      published: row.published,
      fingerprint: row.fingerprint,
      story: row.story,
      keepers: row.keepers,
      state: row.state,
      starred: row.starred,
      place: row.place,
      canonicalUrl: row.canonical_url,
      terms: row.terms ?? [],
      day: isFilled ? row.day : kept,
      keptDay: isFilled ? row.kept_day : kept,
      filled: isFilled,
      tags: row.tags.map(({ id }) => id),
      collections: row.collections.map(({ id }) => id),
    };
    const named = (noun: Noun, list: typeof row.tags): NamedId[] =>
      list.map((one) => ({ noun, ...one }));
    const names = [...named('tag', row.tags), ...named('collection', row.collections)];
    return { seq: row.card_seq, card, names };
  }),
);

const TombstoneRow = v.object({ kind: v.string(), id: v.string(), seq: v.number() });
const LibraryRow = v.object({ seq: v.number(), epoch: v.string() });

const NameChangeRow = v.object({ ...NameChange.entries, seq: v.number() });
const ReadingRow = v.object({ ...OwnReading.entries, starred: Starred, seq: v.number() });
const ReaderRow = v.object({ seq: v.number() });

const namesOf = (noun: Noun): string =>
  `(SELECT json_group_array(json_object('id', ${noun}.id, 'name', name) ORDER BY ${noun}.id)
    FROM clip_${noun} AS link CROSS JOIN ${noun}
      ON ${noun}.workspace = link.workspace AND ${noun}.id = link.${noun}
    WHERE link.workspace = clip.workspace AND link.clip = clip.rid) AS ${noun}s`;

// ?1 is the workspace, ?2 the account.
const BESIDE = `LEFT JOIN clip_profile ON clip_profile.rid = clip.rid
  LEFT JOIN reading ON reading.workspace = ?1 AND reading.account = ?2 AND reading.clip = clip.rid`;

/** As much of it as a card's is cut from, in base64. */
const FINGERPRINT = `substr(fingerprint, 1, ${4 * Math.ceil(BYTES_TO_CUT / 3)}) AS fingerprint`;

const COLUMNS = `clip.id, url, canonical_url, title, standfirst, site, language, section, category, authors,
  published, terms, day, clip.kept_day, filled_seq IS NOT NULL AS filled, ${FINGERPRINT}, story, card_seq,
  reading.state, reading.starred, ${NOUNS.map(namesOf).join(', ')},
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

const readerOf = (db: D1Database, workspace: string, account: string) =>
  db.prepare('SELECT seq FROM reader WHERE workspace = ? AND account = ?').bind(workspace, account);

/** The last time that somebody said what they do with clips. */
const lastReading = (found: D1Result | undefined): number => firstRow(ReaderRow, found)?.seq ?? 0;

/** The last change of a library, and the life in which it was made. */
const lastChange = (found: D1Result | undefined): v.InferOutput<typeof LibraryRow> =>
  firstRow(LibraryRow, found) ?? { seq: 0, epoch: '' };

export const makeCards = (db: D1Database) => ({
  /**
   * The `count` clips of a library that were made last before the place `before`, newest first, with what `account` does
   * with them, its last change and theirs, and with the first of them what was said of sections.
   */
  newest: async (
    { workspace, number }: { workspace: string; number: number },
    account: string,
    before: number | null,
    count: number,
  ) => {
    const base = ridBase(number);
    const [library, reader, cards, sections] = await batch(db, [
      libraryOf(db, workspace),
      readerOf(db, workspace, account),
      db
        .prepare(
          `SELECT clip.rid - ?3 AS place, ${COLUMNS} FROM clip NOT INDEXED ${BESIDE}
           WHERE clip.rid > ?3 AND clip.rid < ?4 AND clip.workspace = ?1
           ORDER BY clip.rid DESC LIMIT ?5`,
        )
        .bind(workspace, account, base, base + Math.min(before ?? END, END), count),
      sectionsSince(db, workspace, 0, before === null ? MANY_SECTIONS : 0),
    ]);
    return {
      cards: rows(CardRow, cards),
      sections: rows(SectionRow, sections),
      ...lastChange(library),
      read: lastReading(reader),
    };
  },

  /**
   * The first `count` cards, as many tombstones of whatever kind, changes of names, and sections of which something was
   * said after the change `since`, each in the order of the changes, and the library's last change; and as many clips
   * with which `account` does something else since the `read`th time that they said so, and the last time.
   */
  changed: async (
    { workspace, number }: { workspace: string; number: number },
    account: string,
    { since, read }: { since: number; read: number },
    count: number,
  ) => {
    const [library, reader, cards, names, readings, tombstones, sections] = await batch(db, [
      libraryOf(db, workspace),
      readerOf(db, workspace, account),
      db
        .prepare(
          `SELECT clip.rid - ?5 AS place, ${COLUMNS} FROM clip INDEXED BY clip_card ${BESIDE}
           WHERE clip.workspace = ?1 AND card_seq > ?3 ORDER BY card_seq, clip.rid LIMIT ?4`,
        )
        .bind(workspace, account, since, count, ridBase(number)),
      db
        .prepare(
          `SELECT noun, id, name, became, seq FROM name_change
           WHERE workspace = ? AND seq > ? ORDER BY seq LIMIT ?`,
        )
        .bind(workspace, since, count),
      db
        .prepare(
          `SELECT clip.id, reading.state, reading.starred, reading.seq
           FROM reading INDEXED BY reading_seq
           CROSS JOIN clip ON clip.rid = reading.clip AND clip.workspace = ?1
           WHERE reading.workspace = ?1 AND reading.account = ?2 AND reading.seq > 0 AND reading.seq > ?3
           ORDER BY reading.seq LIMIT ?4`,
        )
        .bind(workspace, account, read, count),
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
      names: rows(NameChangeRow, names),
      readings: rows(ReadingRow, readings),
      tombstones: rows(TombstoneRow, tombstones),
      sections: rows(SectionRow, sections),
      ...lastChange(library),
      read: lastReading(reader),
    };
  },
});
export type Cards = ReturnType<typeof makeCards>;
