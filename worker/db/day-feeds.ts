// What feeds of days are made of, asked together with whose they are: a token names its library by number and rotation, and
// tells of nothing where it is void.
import * as v from 'valibot';
import { DigestEntry } from '../../shared/schema/digest.ts';
import type { MediaTopicId } from '../../shared/schema/media-topic.ts';
import { CARD_COLUMNS, ridBase, StoredCard } from './clips.ts';
import { json, rows } from './database.ts';
import { type Question, question } from './question.ts';
import { revisionOf } from './snapshots.ts';

/** Whose feeds: a library by its number, as long as it has this rotation. */
export interface Whose {
  number: number;
  rotation: number;
}

const Change = v.object({ seq: v.number(), changedAt: v.string() });
/** A change of a day: its number and its instant. */
type Change = v.InferOutput<typeof Change>;

const DayRow = v.object({
  of: v.string(),
  held: v.number(),
  updated: v.nullable(v.string()),
  groups: v.nullable(json(v.array(DigestEntry))),
  lost: v.nullable(json(Change)),
});

/** A day as it was frozen, or what it is composed of. */
export interface FeedDayRow {
  day: string;
  /** How many clips it has. */
  clips: number;
  /** Its one page and its last change, where it was frozen and nothing has changed since. */
  frozen: { groups: DigestEntry[]; updated: string | null } | null;
  /** Of one that is not its newest clips, and the last that it has lost or, of a collection, its last change. */
  cards: StoredCard[];
  lost: Change | null;
}

const PartRow = v.object({
  day: v.string(),
  is_cut: v.number(),
  held: v.nullable(v.number()),
  lost: v.nullable(json(Change)),
});

/** Some clips of a day, the last that this has lost, and how many it has of them where that is known. */
export type PartDay = Pick<FeedDayRow, 'day' | 'cards' | 'lost'> & { clips: number | null };

/** The newest days of a part, newest first, and whether it has clips beside these. */
export interface PartDays {
  days: PartDay[];
  isCut: boolean;
}

const Held = v.object({ id: v.string() });

/** The rows of a result that have a clip beside their day. */
const withClips = (result: D1Result | undefined): D1Result | undefined =>
  result && { ...result, results: result.results.filter((row) => v.is(Held, row)) };

const newestFirst = <T extends { day: string }>(days: readonly T[]): T[] =>
  days.toSorted((one, other) => (one.day < other.day ? 1 : -1));

const readDays = ([found]: readonly (D1Result | undefined)[]): FeedDayRow[] => {
  const cardsOf = Map.groupBy(rows(StoredCard, withClips(found)), ({ card }) => card.day);
  const days = new Map(rows(DayRow, found).map((row) => [row.of, row]));
  return newestFirst(
    days
      .values()
      .map(({ of: day, held: clips, updated, groups, lost }) => ({
        day,
        clips,
        frozen: groups && { groups, updated },
        cards: cardsOf.get(day) ?? [],
        lost,
      }))
      .toArray(),
  );
};

const readPart = ([found]: readonly (D1Result | undefined)[]): PartDays => {
  const cardsOf = Map.groupBy(rows(StoredCard, found), ({ card }) => card.day);
  const known = rows(PartRow, found);
  const knownOf = new Map(known.map((row) => [row.day, row]));
  const days = cardsOf.entries().map(([day, cards]) => ({
    day,
    cards,
    clips: knownOf.get(day)?.held ?? null,
    lost: knownOf.get(day)?.lost ?? null,
  }));
  return { days: newestFirst(days.toArray()), isCut: known.some((row) => row.is_cut === 1) };
};

// ?1 and ?2 are the number and the rotation.
const LIBRARY = 'library WHERE number = ?1 AND feed_rotation = ?2';
const WORKSPACE = `(SELECT workspace FROM ${LIBRARY})`;

/** The last that a day of a library has lost, as JSON; workspace and day as they stand in the statement. */
const lostOf = (workspace: string, day: string): string =>
  // The index is named: left to itself, SQLite reads all tombstones of the workspace for each day.
  `(SELECT json_object('seq', seq, 'changedAt', at) FROM tombstone INDEXED BY tombstone_day
    WHERE workspace = ${workspace} AND tombstone.day = ${day} ORDER BY seq DESC LIMIT 1)`;

/** Where days come from, as SQL over `summed`, whose columns are a workspace and a day. */
interface Source {
  /** Days that have clips: with their workspace and how many those are. */
  days: string;
  scope: string;
  revision: string;
  /** The last change of a day that its clips do not tell, as JSON. */
  lost: string;
  /** The place of the last of its clips that are read, the newest of which come first. */
  last: string;
  /** Beside `day` the clips from that one on of those that are not frozen: their day is `open` too. */
  clips: string;
}

const OF_LIBRARY: Source = {
  days: `SELECT workspace, day, sum(clips) AS clips FROM day_count
    WHERE workspace = ${WORKSPACE} AND axis = 'published' GROUP BY day`,
  scope: `''`,
  revision: revisionOf('summed.workspace', 'summed.day'),
  lost: lostOf('summed.workspace', 'summed.day'),
  last: `SELECT seq FROM clip INDEXED BY clip_day
    WHERE clip.workspace = summed.workspace AND clip.day = summed.day ORDER BY seq DESC`,
  clips: `clip INDEXED BY clip_day
    ON clip.workspace = day.workspace AND clip.day = day.open
      AND clip.seq >= day.last`,
};

// ?7 is its id.
const OF_COLLECTION: Source = {
  days: `SELECT workspace, day, clips FROM collection_day
    WHERE workspace = ${WORKSPACE} AND collection = ?7 AND clips > 0`,
  scope: '?7',
  revision: revisionOf('summed.workspace', 'summed.day', '?7'),
  lost: `(SELECT json_object('seq', seq, 'changedAt', changed_at) FROM collection_day
    WHERE workspace = summed.workspace AND collection = ?7 AND collection_day.day = summed.day)`,
  last: `SELECT clip FROM clip_collection INDEXED BY clip_collection_day
    WHERE workspace = summed.workspace AND collection = ?7 AND clip_collection.day = summed.day
    ORDER BY clip DESC`,
  clips: `clip_collection AS link INDEXED BY clip_collection_day
    ON link.workspace = day.workspace AND link.collection = ?7 AND link.day = day.open
      AND link.clip >= day.last
    LEFT JOIN clip ON clip.rid = link.clip AND clip.workspace = day.workspace`,
};

/** How much a feed of days holds. */
export interface Most {
  days: number;
  /** Clips of all days together, and of each. */
  clips: number;
  ofDay: number;
}

const newestOf = ({ days, scope, revision, lost, last, clips }: Source): string =>
  `WITH shown AS (${days} ORDER BY day DESC LIMIT ?3),
   summed AS (
     SELECT workspace, day, clips, sum(min(clips, ?5)) OVER (ORDER BY day DESC) AS upto FROM shown),
   day AS MATERIALIZED (
     SELECT summed.workspace, summed.day, clips, groups, head ->> 'updated' AS updated,
       CASE WHEN groups IS NULL THEN summed.day END AS open,
       CASE WHEN groups IS NULL THEN ${lost} END AS lost,
       CASE WHEN clips > ?5 THEN (${last} LIMIT 1 OFFSET ?5 - 1) ELSE 0 END AS last
     FROM summed
     LEFT JOIN digest ON clips <= ?5 AND digest.workspace = summed.workspace
       AND digest.day = summed.day AND digest.scope = ${scope} AND format = ?6
       AND head ->> 'zone' = (SELECT zone FROM ${LIBRARY}) AND revision = ${revision}
     LEFT JOIN digest_page ON digest_page.workspace = digest.workspace
       AND digest_page.day = digest.day AND digest_page.scope = digest.scope AND page = 1
     WHERE upto <= ?4)
   SELECT day.day AS of, day.clips AS held, day.updated, groups, lost, ${CARD_COLUMNS}
   FROM day LEFT JOIN ${clips}`;

// Each row tells what is known of its day too. To tell it once by a window costs ten rows a clip.
const partOf = (clips: string, { held = 'NULL', isCut = '0' } = {}): string =>
  `SELECT ${CARD_COLUMNS}, ${isCut} AS is_cut, ${lostOf('clip.workspace', 'clip.day')} AS lost,
     (${held}) AS held
   FROM ${clips}`;

export const makeDayFeeds = (db: D1Database) => ({
  /**
   * The newest days of a library, or of one of its collections, newest first, as long as their clips are not too many
   * together. What was frozen is read of days that are in it whole, and holds.
   */
  newest: (
    { number, rotation }: Whose,
    collection: string | null,
    most: Most,
    format: number,
  ): Question<FeedDayRow[]> =>
    question(
      db,
      [
        db
          .prepare(newestOf(collection === null ? OF_LIBRARY : OF_COLLECTION))
          .bind(
            number,
            rotation,
            most.days,
            most.clips,
            most.ofDay,
            format,
            ...(collection === null ? [] : [collection]),
          ),
      ],
      readDays,
    ),

  /** The newest days of a tag's clips that were made last, `clips` at most; `isCut` tells whether there are more of them. */
  ofTag: ({ number, rotation }: Whose, tag: string, clips: number): Question<PartDays> => {
    const tagged = `clip_tag INDEXED BY clip_tag_tag
      WHERE workspace = ${WORKSPACE} AND tag = ?3 ORDER BY clip DESC`;
    return question(
      db,
      [
        db
          .prepare(
            partOf(
              `(SELECT clip AS rid FROM ${tagged} LIMIT ?4) AS link
                CROSS JOIN clip ON clip.rid = link.rid AND clip.workspace = ${WORKSPACE}
                WHERE filled_seq IS NOT NULL`,
              { isCut: `EXISTS (SELECT 1 FROM ${tagged} LIMIT 1 OFFSET ?4)` },
            ),
          )
          .bind(number, rotation, tag, clips),
      ],
      readPart,
    );
  },

  /**
   * The newest days of the clips of a topic, `clips` at most, among those of the library that were filled last, `among` at
   * most: no index knows topics, and whoever follows a feed has read what is older.
   */
  ofTopic: (
    { number, rotation }: Whose,
    topic: MediaTopicId,
    { clips, among }: { clips: number; among: number },
  ): Question<PartDays> =>
    question(
      db,
      [
        db
          .prepare(
            partOf(
              `(SELECT rid FROM (
                  SELECT rid, filled_seq FROM clip INDEXED BY clip_filled
                  WHERE workspace = ${WORKSPACE} AND filled_seq IS NOT NULL
                  ORDER BY filled_seq DESC LIMIT ?5) AS filled
                CROSS JOIN clip USING (rid) WHERE clip.category = ?3
                ORDER BY filled.filled_seq DESC LIMIT ?4) AS link
                CROSS JOIN clip ON clip.rid = link.rid`,
              {
                held: `SELECT clips FROM day_count WHERE workspace = clip.workspace
                  AND axis = 'published' AND day_count.day = clip.day AND category = ?3`,
              },
            ),
          )
          .bind(number, rotation, topic, clips, among),
      ],
      readPart,
    ),

  /** The newest days of the clips at some places of a library. */
  at: ({ number, rotation }: Whose, places: readonly number[]): Question<PartDays> =>
    question(
      db,
      [
        db
          .prepare(
            partOf(
              `json_each(?3) AS item
               CROSS JOIN clip ON clip.rid = ?4 + item.value AND clip.workspace = ${WORKSPACE}`,
            ),
          )
          .bind(number, rotation, JSON.stringify(places), ridBase(number)),
      ],
      readPart,
    ),
});
export type DayFeeds = ReturnType<typeof makeDayFeeds>;
