// The statements that put a clip into the trash, and those that bring it back. They stand in a batch behind `takeSeq`.
import { makeCollectionDays } from './collection-days.ts';
import type { ClipDays } from './moving.ts';
import { SEQ } from './sequence.ts';

/** The columns of a clip's row that come back as they were, beside its id and its days. */
export const CLIP_COLUMNS = [
  'rid',
  'canonical_url',
  'url',
  'title',
  'site',
  'section',
  'category',
  'authors',
  'attribution',
  'language',
  'lead_image',
  'published',
  'kept_at',
  'dated_at',
  'summary',
  'words',
  'filled_seq',
  'story',
];

export const CONTENT_COLUMNS = ['blocks', 'spans', 'terms', 'facts'];

/** A table whose rows hang on a clip, by the row id in their `clip`. */
interface Hanging {
  table: string;
  /**
   * The index by which those of a clip are found: left to itself, SQLite may read all of the workspace. Null where the
   * primary key is the only one.
   */
  index: string | null;
  /** The columns that come back as they were. */
  same: readonly string[];
  /** What the others get, as SQL; ?3 is the present instant, ?4 the days of its keeps. */
  anew: Readonly<Record<string, string>>;
}

// What a person has brought back no undo of an import takes away.
export const HANGING: readonly Hanging[] = [
  {
    table: 'keep',
    index: 'keep_once',
    same: ['id', 'account', 'kept_at', 'folder', 'copied'],
    anew: {
      kept_day: `(SELECT value ->> 'keptDay' FROM json_each(?4) WHERE value ->> 'id' = saved ->> 'id')`,
      import: 'NULL',
      seq: SEQ,
      changed_at: '?3',
    },
  },
  {
    table: 'highlight',
    index: 'highlight_clip',
    same: ['id', 'account', 'mark'],
    anew: { seq: SEQ, changed_at: '?3' },
  },
  {
    table: 'reading',
    index: 'reading_clip',
    same: ['account', 'state', 'starred', 'place'],
    // It comes to a copy with its card.
    anew: { seq: '0', changed_at: '?3' },
  },
  {
    table: 'correction',
    index: null,
    same: ['seq', 'account', 'at', 'fields'],
    anew: {},
  },
];

/** What clips are filed under by name: a link, and the name that it leads to, which may go with its last clip. */
interface Noun {
  noun: 'tag' | 'collection';
  /** The columns of a name, beside its id, that one gets which is made again. */
  name: readonly string[];
  /** The columns of a link that come back as they were. */
  link: readonly string[];
}

export const NOUNS: readonly Noun[] = [
  { noun: 'tag', name: ['name', 'folded'], link: [] },
  { noun: 'collection', name: ['name', 'folded', 'description'], link: ['position'] },
];

const RID = '(SELECT rid FROM clip WHERE workspace = ?1 AND id = ?2)';
const CLIP = CLIP_COLUMNS.join(', ');
const CONTENT = CONTENT_COLUMNS.join(', ');

const rowsOf = (kind: string): string =>
  `trash_row WHERE trash_row.workspace = ?1 AND trash_row.clip = ?2 AND kind = '${kind}'`;

const pairs = (columns: readonly string[], from: string): string[] =>
  columns.map((column) => `'${column}', ${from}.${column}`);
const read = (columns: readonly string[]): string[] =>
  columns.map((column) => `saved ->> '${column}'`);

// A name that is there under its id may have been changed since; one under another id is the same name.
const found = (noun: string): string => `coalesce(
  (SELECT id FROM ${noun} WHERE workspace = ?1 AND id = saved ->> 'id'),
  (SELECT id FROM ${noun} WHERE workspace = ?1 AND folded = saved ->> 'folded'))`;

export const makeTrashWrites = (db: D1Database) => {
  const collectionDays = makeCollectionDays(db);

  const contentAside = (workspace: string, clip: string) =>
    db
      .prepare(
        `INSERT INTO trash_content (workspace, clip, ${CONTENT})
         SELECT ?1, ?2, ${CONTENT} FROM clip_content WHERE rid = ${RID} AND workspace = ?1`,
      )
      .bind(workspace, clip);

  const rowsAside = (workspace: string, clip: string, { table, index, same }: Hanging) =>
    db
      .prepare(
        `INSERT INTO trash_row (workspace, clip, kind, saved)
         SELECT ?1, ?2, '${table}', json_object(${pairs(same, table).join(', ')})
         FROM ${table} ${index ? `INDEXED BY ${index}` : ''} WHERE ${table}.workspace = ?1 AND ${table}.clip = ${RID}`,
      )
      .bind(workspace, clip);

  const namesAside = (workspace: string, clip: string, { noun, name, link }: Noun) =>
    db
      .prepare(
        `INSERT INTO trash_row (workspace, clip, kind, saved)
         SELECT ?1, ?2, '${noun}',
           json_object(${[...pairs(['id', ...name], noun), ...pairs(link, 'link')].join(', ')})
         FROM clip_${noun} AS link CROSS JOIN ${noun}
           ON ${noun}.workspace = ?1 AND ${noun}.id = link.${noun}
         WHERE link.workspace = ?1 AND link.clip = ${RID}`,
      )
      .bind(workspace, clip);

  const rowsBack = (
    workspace: string,
    clip: string,
    { table, same, anew }: Hanging,
    told: readonly [at: string, days: string],
  ) => {
    const columns = [...same, ...Object.keys(anew)].join(', ');
    const values = [...read(same), ...Object.values(anew)].join(', ');
    const used = told.filter((_, index) => values.includes(`?${index + 3}`));
    return db
      .prepare(
        // Where the clip did not come back it has no row id, and its keeps stop the batch. What is there under the same
        // id by now stays.
        `INSERT INTO ${table} (workspace, clip, ${columns})
         SELECT ?1, ${RID}, ${values} FROM ${rowsOf(table)} ON CONFLICT DO NOTHING`,
      )
      .bind(workspace, clip, ...used);
  };

  const namesBack = (workspace: string, clip: string, { noun, name, link }: Noun, made: string) => [
    db
      .prepare(
        // A collection that was deleted is made anew under another id: by its own its public links would live again, and
        // its guests be back. A tag went with its last clip.
        `INSERT INTO ${noun} (workspace, seq, ${['id', ...name].join(', ')})
         SELECT ?1, ${SEQ}, iif('${noun}' = 'tag', saved ->> 'id', substr(?3, 1, 24) || printf('%012x', rowid)),
           ${read(name).join(', ')}
         FROM ${rowsOf(noun)} AND NOT EXISTS
           (SELECT 1 FROM ${noun} WHERE workspace = ?1 AND id = saved ->> 'id')
         ON CONFLICT DO NOTHING`,
      )
      .bind(workspace, clip, made),
    db
      .prepare(
        `INSERT INTO clip_${noun} (${['workspace', 'clip', noun, ...link].join(', ')})
         SELECT ${['?1', RID, found(noun), ...read(link)].join(', ')} FROM ${rowsOf(noun)} ON CONFLICT DO NOTHING`,
      )
      .bind(workspace, clip),
  ];

  const countDay = (
    workspace: string,
    clip: string,
    axis: 'published' | 'kept',
    column: 'day' | 'kept_day',
  ) =>
    db
      .prepare(
        `INSERT INTO day_count (workspace, axis, day, category, clips)
         SELECT ?1, '${axis}', ${column}, coalesce(category, ''), 1 FROM clip
         WHERE workspace = ?1 AND id = ?2 AND filled_seq IS NOT NULL
         ON CONFLICT DO UPDATE SET clips = clips + 1`,
      )
      .bind(workspace, clip);

  const waiting = (workspace: string, clip: string, table: string, which: string) =>
    db
      .prepare(
        `INSERT INTO ${table} (workspace, clip)
         SELECT workspace, rid FROM clip WHERE workspace = ? AND id = ? AND ${which}`,
      )
      .bind(workspace, clip);

  return {
    /**
     * Copies a clip and what hangs on it; the first statement returns a row where there is such a clip. A keep beside
     * `onlyKeep`, if that is given, stops the batch.
     */
    copy: (
      workspace: string,
      clip: string,
      onlyKeep: string | null,
      { at, by, expiresAt }: { at: string; by: string; expiresAt: string },
    ) => [
      db
        .prepare(
          `INSERT INTO trash (workspace, id, seq, deleted_at, deleted_by, expires_at, day, kept_day, ${CLIP})
           SELECT ?1, ?2, CASE WHEN ?3 IS NULL OR NOT EXISTS (
               SELECT 1 FROM keep INDEXED BY keep_once
               WHERE keep.workspace = ?1 AND keep.clip = clip.rid AND keep.id <> ?3) THEN ${SEQ} END,
             ?4, ?5, ?6, day, kept_day, ${CLIP} FROM clip WHERE workspace = ?1 AND id = ?2 RETURNING id`,
        )
        .bind(workspace, clip, onlyKeep, at, by, expiresAt),
      contentAside(workspace, clip),
      ...HANGING.map((each) => rowsAside(workspace, clip, each)),
      ...NOUNS.map((noun) => namesAside(workspace, clip, noun)),
    ],

    /**
     * Makes a clip that lies in the trash what it was, on its days as they are in the library's zone by now, as a change
     * of the library; the first statement returns a row where it lies there. One that has expired, or whose address is
     * another clip's by now, stops the batch. Its profile and words are to be made of its content anew, and its story to
     * be found where it had none: others may have come meanwhile. `made` is a new UUID, from which collections that
     * are gone get new ids.
     */
    bringBack: (workspace: string, clip: string, days: ClipDays, at: string, made: string) => [
      db
        .prepare(
          // Where it lies there no more it has no address, which stops all of it: somebody else may have brought it back.
          `INSERT INTO clip (workspace, id, seq, card_seq, changed_at, day, kept_day, ${CLIP})
           SELECT ?1, ?2, ${SEQ}, ${SEQ}, ?3, ?4, ?5, ${CLIP} FROM (SELECT 1)
           LEFT JOIN trash ON trash.workspace = ?1 AND id = ?2 AND expires_at > ?3 RETURNING id`,
        )
        .bind(workspace, clip, at, days.day, days.keptDay),
      db
        .prepare(
          `INSERT INTO clip_content (rid, workspace, ${CONTENT})
           SELECT clip.rid, ?1, ${CONTENT} FROM trash_content
           CROSS JOIN clip ON clip.workspace = ?1 AND clip.id = ?2
           WHERE trash_content.workspace = ?1 AND trash_content.clip = ?2`,
        )
        .bind(workspace, clip),
      ...HANGING.map((each) => rowsBack(workspace, clip, each, [at, JSON.stringify(days.keeps)])),
      ...NOUNS.flatMap((noun) => namesBack(workspace, clip, noun, made)),
      ...collectionDays.move(workspace, at),
      countDay(workspace, clip, 'published', 'day'),
      countDay(workspace, clip, 'kept', 'kept_day'),
      waiting(workspace, clip, 'unprofiled', 'true'),
      waiting(workspace, clip, 'unplaced', 'filled_seq IS NOT NULL AND story IS NULL'),
      // The day's revision is that of the clip from now on, and an extension hears of a card, not of a deletion.
      db
        .prepare(
          `DELETE FROM tombstone WHERE workspace = ?1 AND kind = 'keep'
             AND id IN (SELECT saved ->> 'id' FROM ${rowsOf('keep')})`,
        )
        .bind(workspace, clip),
      db
        .prepare(`DELETE FROM tombstone WHERE workspace = ? AND kind = 'clip' AND id = ?`)
        .bind(workspace, clip),
      db.prepare('DELETE FROM trash_row WHERE workspace = ? AND clip = ?').bind(workspace, clip),
      db
        .prepare('DELETE FROM trash_content WHERE workspace = ? AND clip = ?')
        .bind(workspace, clip),
      db.prepare('DELETE FROM trash WHERE workspace = ? AND id = ?').bind(workspace, clip),
    ],
  };
};
