// What may be related to an article: the clips of a workspace that have one of some words in the full-text index. The
// index knows everybody's, so nothing is counted or ranked in it: a range of row ids is a workspace.
import * as v from 'valibot';
import { COMPARED } from '../../shared/related/neighbours.ts';
import { descriptionSize } from '../../shared/related/vector.ts';
import { MediaTopicId } from '../../shared/schema/media-topic.ts';
import { END, ridBase } from './clips.ts';
import { batch, firstRow, rows, run, strings, wholeNumber } from './database.ts';
import { type DaysOf, keyOf, sourceOf } from './days-of.ts';
import { type Question, question } from './question.ts';

// What both sides of the question have.
const placed = {
  id: v.string(),
  title: v.string(),
  site: v.nullable(v.string()),
  language: v.nullable(v.string()),
  section: strings,
  category: v.nullable(MediaTopicId),
  story: v.nullable(v.string()),
  day: v.string(),
};

const candidateColumns = {
  ...placed,
  canonical_url: v.string(),
  url: v.string(),
  vector: v.string(),
  fingerprint: v.string(),
};

const CandidateRow = v.pipe(
  v.object(candidateColumns),
  v.transform(({ canonical_url: address, ...row }) => ({ ...row, address })),
);
export type StoredCandidate = v.InferOutput<typeof CandidateRow>;

const AskingRow = v.object({
  ...placed,
  standfirst: v.nullable(v.string()),
  terms: v.nullable(strings),
  vector: v.nullable(v.string()),
});

/** A clip of a day, as it asks what earlier days have. */
const DayRow = v.object({
  id: v.string(),
  standfirst: v.nullable(v.string()),
  terms: strings,
  vector: v.string(),
  fingerprint: v.string(),
});
export type StoredOfDay = v.InferOutput<typeof DayRow>;
const Unprofiled = v.object({ vector: v.null(), waits: v.number() });

/** Of a row that has no profile, whether it will have one. */
const WAITS = `CASE WHEN vector IS NULL THEN EXISTS (SELECT 1 FROM unprofiled
  WHERE unprofiled.workspace = ?1 AND unprofiled.clip = listed.rid) END AS waits`;

/** All of a day's reading beside its cards. */
export interface StoredAround {
  asking: StoredOfDay[];
  /** Whether none of those that ask, nor of those before them, waits for its profile. */
  isWhole: boolean;
  earlier: StoredCandidate[];
}

interface Where {
  workspace: string;
  number: number;
}

/** How many matches are ranked. */
const MOST = 500;
/** How far the clips that have a word are counted: one that more have is not rare. */
const COUNTED = 200;
/** Where all words are common, the newest clips that have one of so many, the rarest. */
const FEWEST = 2;

const NEAR_COLUMNS = [
  'rid',
  'id',
  'canonical_url',
  'url',
  'title',
  'site',
  'language',
  'section',
  'category',
  'story',
  'day',
]
  .map((column) => `clip.${column}`)
  .join(', ');

/** Its fingerprint tells a copy from another report of its story: what is in none has no use for the bytes. */
const FINGERPRINT = "CASE WHEN story IS NULL THEN '' ELSE fingerprint END AS fingerprint";

/** Of a description, in base64, its first features: a shorter one of the same article. */
const firstFeatures = (count: number): string =>
  `substr(vector, 1, ${4 * Math.ceil(descriptionSize(count) / 3)}) AS vector`;

/** How many clips of a day ask, the last kept of them, and how many of the days before it are looked at. */
const MOST_ASKING = 100;
const MOST_EARLIER = 120;
/** Of their descriptions the first 80 features: among so few clips those after them tell next to nothing. */
const OF_DAY = firstFeatures(80);

// ?2 and ?3 are the ends of the workspace's row ids.
const OF_LIBRARY = `rowid > ${wholeNumber('?2')} AND rowid < ${wholeNumber('?3')}`;

// What `chosenWords` of shared/related chooses, in the statement itself: a round trip less. Rarest first, as many words
// as can have no more matches than are ranked. ?4 is the clip that asks, whose copies are of its story, ?5 the words of what
// is in no library, whose copies are known by their fingerprints.
const CANDIDATES = `WITH
  counted AS MATERIALIZED (
    SELECT value AS word, key AS place,
      (SELECT count(*) FROM (SELECT 1 FROM clip_search
        WHERE clip_search MATCH 'features : ' || value AND ${OF_LIBRARY} LIMIT ${COUNTED})) AS clips
    FROM json_each(coalesce(?5, (SELECT asks FROM clip_profile WHERE rid =
      (SELECT rid FROM clip WHERE workspace = ?1 AND id = ?4)), '[]'))),
  rarest AS (
    SELECT word, row_number() OVER (ORDER BY clips, place) AS nth,
      sum(clips) OVER (ORDER BY clips, place) AS matches
    FROM counted WHERE clips > 0),
  asked AS (
    SELECT coalesce('features : (' || group_concat(word, ' OR ') || ')', '""') AS words
    FROM rarest WHERE nth <= ${FEWEST} OR matches <= ${MOST})
  SELECT id, canonical_url, url, title, site, language, section, category, story, day,
    ${firstFeatures(COMPARED)}, iif(?4 IS NULL, fingerprint, '') AS fingerprint
  FROM (SELECT rowid AS rid FROM clip_search
    WHERE clip_search MATCH (SELECT words FROM asked) AND ${OF_LIBRARY}
    ORDER BY rowid DESC LIMIT ${MOST}) AS found
  CROSS JOIN clip ON clip.rid = found.rid AND clip.workspace = ?1
  CROSS JOIN clip_profile ON clip_profile.rid = found.rid`;

export const makeRelated = (db: D1Database) => {
  const candidates = ({ workspace, number }: Where, clip: string | null, words: string | null) => {
    const base = ridBase(number);
    return db.prepare(CANDIDATES).bind(workspace, base, base + END, clip, words);
  };
  return {
    /**
     * A clip that asks for what is related to it, null where there is no such clip, with what may be. One without a
     * profile tells no more than its title, and finds nothing.
     */
    toClip: async (library: Where, id: string) => {
      const [asking, found] = await batch(db, [
        db
          .prepare(
            `SELECT clip.id, title, site, language, section, category, story, day, standfirst, terms, vector
             FROM clip LEFT JOIN clip_profile ON clip_profile.rid = clip.rid
             WHERE clip.workspace = ? AND clip.id = ?`,
          )
          .bind(library.workspace, id),
        candidates(library, id, null),
      ]);
      return { asking: firstRow(AskingRow, asking), candidates: rows(CandidateRow, found) };
    },

    /** The clips that have any of some words, the rarest of which count: at most 500, the newest. */
    toWords: async (
      library: Where,
      words: readonly string[],
    ): Promise<readonly StoredCandidate[]> =>
      rows(CandidateRow, await run(db, candidates(library, null, JSON.stringify(words)))),

    /**
     * What the clips of a day ask by, and the newest clips of the days before it: a bounded read, without the index, of
     * how many wait for their profile too.
     */
    toDay: (workspace: string, day: string, of: DaysOf = 'published'): Question<StoredAround> => {
      const { clips, on, day: dayOf, place } = sourceOf(of);
      const asked = (sql: string) => db.prepare(sql).bind(workspace, keyOf(of), day);
      return question(
        db,
        [
          asked(
            `SELECT id, standfirst, terms, ${OF_DAY}, ${FINGERPRINT}, ${WAITS} FROM (
               SELECT clip.rid, clip.id, clip.story, ${place} AS place FROM ${clips}
               WHERE ${on('= ?3')} ORDER BY ${place} DESC LIMIT ${MOST_ASKING}) AS listed
             LEFT JOIN clip_profile ON clip_profile.rid = listed.rid ORDER BY listed.place DESC`,
          ),
          asked(
            `SELECT listed.*, ${OF_DAY}, ${FINGERPRINT}, ${WAITS} FROM (
               SELECT ${NEAR_COLUMNS}, ${place} AS place FROM ${clips}
               WHERE ${on(`< ?3 AND ${dayOf} > ''`)} ORDER BY ${dayOf} DESC, ${place} DESC LIMIT ${MOST_EARLIER}) AS listed
             LEFT JOIN clip_profile ON clip_profile.rid = listed.rid ORDER BY day DESC, place DESC`,
          ),
        ],
        ([asking, earlier]) => {
          const own = rows(v.union([DayRow, Unprofiled]), asking);
          const before = rows(v.union([CandidateRow, Unprofiled]), earlier);
          const asks = own.filter((row) => row.vector !== null);
          const may = before.filter((row) => row.vector !== null);
          return {
            asking: asks,
            isWhole: [...own, ...before].every((row) => row.vector !== null || row.waits === 0),
            earlier: may,
          };
        },
      );
    },
  };
};
export type RelatedReads = ReturnType<typeof makeRelated>;
