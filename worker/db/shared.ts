// What a public link shows. Each statement finds the link itself: what was revoked or is over is read by nobody.
import * as v from 'valibot';
import { Clip } from '../../shared/schema/clip.ts';
import { DigestGroup } from '../../shared/schema/digest.ts';
import { COUNTED } from '../../shared/schema/named.ts';
import { InterfaceLanguage } from '../../shared/schema/text.ts';
import { CARD_COLUMNS, END, StoredCard } from './clips.ts';
import { firstRow, json, rows } from './database.ts';
import { type Question, question } from './question.ts';
import { revisionOf, StoredHead } from './snapshots.ts';

/** What the address of a link names: a library, how often its addresses were made void, and what has to be read. */
export interface SharedWhose {
  number: number;
  rotation: number;
  id: string;
  kind: 'collection' | 'day' | 'clip';
  /** Whether the workspace's name is shown. */
  named: boolean;
}

const flag = v.pipe(
  v.number(),
  v.transform((value) => value === 1),
);

const LinkRow = v.object({
  id: v.string(),
  workspace: v.string(),
  zone: v.string(),
  language: InterfaceLanguage,
  /** The number of the library's last change. */
  seq: v.number(),
  collection: v.string(),
  day: v.string(),
  full_text: flag,
  feeds: flag,
  created_at: v.string(),
  /** Of its collection; null where it has none. */
  name: v.nullable(v.string()),
  description: v.nullable(v.string()),
});
const WorkspaceRow = v.object({ name: v.string() });

/** A link that holds, its collection if it is of one, and the workspace's name where that is shown. */
export type FoundLink = v.InferOutput<typeof LinkRow> & { workspaceName: string | null };

// ?1 to ?5 are what an address names and the present instant.
const LIVE = `WITH live AS (
  SELECT share.id, share.workspace, share.collection, share.day, share.clip, share.full_text, share.feeds,
    share.created_at, library.number, library.zone, library.language, library.seq
  FROM library CROSS JOIN share ON share.workspace = library.workspace AND share.id = ?3
  WHERE library.here = 1 AND library.number = ?1 AND library.feed_rotation = ?2 AND share.kind = ?4
    AND share.revoked_at IS NULL AND (share.expires_at IS NULL OR share.expires_at > ?5))`;

/** Where a clip stands in its collection, and what its row ids lie above. */
const PLACE = 'coalesce(link.position, link.clip)';
const BASE = `live.number * ${END}`;

const OF_COLLECTION = `live CROSS JOIN clip_collection AS link
    ON link.workspace = live.workspace AND link.collection = live.collection`;

const ListedRow = v.intersect([
  StoredCard,
  v.object({ nth: v.number(), here: v.number(), filled: flag }),
]);
/** A clip of a shared collection: `nth` tells it from the others, `here` is where it stands. */
export type SharedListed = v.InferOutput<typeof ListedRow>;

const CountRow = v.object({ clips: v.number() });

const TextRow = v.intersect([
  StoredCard,
  v.object({
    filled: flag,
    blocks: v.nullable(json(Clip.entries.blocks)),
    spans: v.nullable(json(Clip.entries.spans)),
  }),
]);
export type SharedText = v.InferOutput<typeof TextRow>;

const CONTENT = `clip.filled_seq IS NOT NULL AS filled,
  CASE live.full_text WHEN 1 THEN blocks END AS blocks, CASE live.full_text WHEN 1 THEN spans END AS spans`;
const WITH_CONTENT = `LEFT JOIN clip_content AS content
  ON content.rid = clip.rid AND content.workspace = clip.workspace`;

const DayRow = v.object({
  head: json(StoredHead),
  current: v.number(),
  groups: v.nullable(json(v.array(DigestGroup))),
});
export type SharedDay = v.InferOutput<typeof DayRow>;

const CURRENT = `CASE live.collection WHEN '' THEN ${revisionOf('live.workspace', 'live.day')}
  ELSE ${revisionOf('live.workspace', 'live.day', 'live.collection')} END`;

export const makeShared = (control: D1Database, db: D1Database) => {
  const asked = (
    { number, rotation, id, kind }: SharedWhose,
    now: string,
    sql: string,
    ...more: (string | number)[]
  ): D1PreparedStatement =>
    db.prepare(`${LIVE} ${sql}`).bind(number, rotation, id, kind, now, ...more);

  return {
    /** The link of an address; null where it was revoked, is over, or what it shows is gone. */
    link: (whose: SharedWhose, now: string): Question<FoundLink | null> => {
      const found = asked(
        whose,
        now,
        `SELECT live.*, name, description FROM live LEFT JOIN collection
           ON collection.workspace = live.workspace AND collection.id = live.collection
         WHERE live.collection = '' OR name IS NOT NULL`,
      );
      const sql = 'SELECT name FROM workspace WHERE number = ?';
      const named = whose.named ? [control.prepare(sql).bind(whose.number)] : [];
      return question(db, [found], ([link]) => firstRow(LinkRow, link))
        .and(question(control, named, ([name]) => firstRow(WorkspaceRow, name)?.name ?? null))
        .map(([link, workspaceName]) => link && Object.assign(link, { workspaceName }));
    },

    /** The `count` clips of the link's collection behind the place `before`, the last first. */
    clips: (
      whose: SharedWhose,
      now: string,
      before: number | null,
      count: number,
    ): Question<SharedListed[]> =>
      question(
        db,
        [
          asked(
            whose,
            now,
            `SELECT ${CARD_COLUMNS}, clip.filled_seq IS NOT NULL AS filled,
               clip.rid - ${BASE} AS nth, ${PLACE} - ${BASE} AS here
             FROM ${OF_COLLECTION}
             CROSS JOIN clip ON clip.rid = link.clip AND clip.workspace = live.workspace
             WHERE ${PLACE} < ${BASE} + ?6 ORDER BY ${PLACE} DESC LIMIT ?7`,
            before ?? 2 * END,
            count,
          ),
        ],
        ([listed]) => rows(ListedRow, listed),
      ),

    /** How many clips the link's collection has, as far as they are counted. */
    count: (whose: SharedWhose, now: string): Question<number> =>
      question(
        db,
        [
          asked(
            whose,
            now,
            `SELECT count(*) AS clips FROM (SELECT 1 FROM ${OF_COLLECTION} LIMIT ${COUNTED})`,
          ),
        ],
        ([counted]) => firstRow(CountRow, counted)?.clips ?? 0,
      ),

    /** The link's clip, with its text where that is shared; null where it is gone. */
    clip: (whose: SharedWhose, now: string): Question<SharedText | null> =>
      question(
        db,
        [
          asked(
            whose,
            now,
            `SELECT ${CARD_COLUMNS}, ${CONTENT}
             FROM live CROSS JOIN clip INDEXED BY clip_id
               ON clip.workspace = live.workspace AND clip.id = live.clip ${WITH_CONTENT}`,
          ),
        ],
        ([found]) => firstRow(TextRow, found),
      ),

    /** The clip of the link's collection that is its `nth`, with its text; null where texts are not shared. */
    clipOf: (whose: SharedWhose, now: string, nth: number): Question<SharedText | null> =>
      question(
        db,
        [
          asked(
            whose,
            now,
            `SELECT ${CARD_COLUMNS}, ${CONTENT}
             FROM live CROSS JOIN clip_collection AS link
               ON link.workspace = live.workspace AND link.clip = ${BASE} + ?6
                 AND link.collection = live.collection
             CROSS JOIN clip ON clip.rid = link.clip AND clip.workspace = live.workspace ${WITH_CONTENT}
             WHERE live.full_text = 1`,
            nth,
          ),
        ],
        ([found]) => firstRow(TextRow, found),
      ),

    /** A page of the link's day as it was frozen in this format, and what is the day's revision by now; or null. */
    day: (
      whose: SharedWhose,
      now: string,
      page: number,
      format: number,
    ): Question<SharedDay | null> =>
      question(
        db,
        [
          asked(
            whose,
            now,
            `SELECT head, ${CURRENT} AS current, groups FROM live CROSS JOIN digest
               ON digest.workspace = live.workspace AND digest.day = live.day
                 AND digest.scope = live.collection AND format = ?7
             LEFT JOIN digest_page ON digest_page.workspace = live.workspace
               AND digest_page.day = live.day AND digest_page.scope = live.collection
               AND digest_page.page = ?6`,
            page,
            format,
          ),
        ],
        ([found]) => firstRow(DayRow, found),
      ),
  };
};
export type Shared = ReturnType<typeof makeShared>;
