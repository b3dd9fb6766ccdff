// Matches of a library, the newest first. The index knows everybody's words, so nothing is counted or ranked in it: a
// range of row ids is a workspace.
import * as v from 'valibot';
import { Block } from '../../shared/schema/block.ts';
import { MediaTopicId } from '../../shared/schema/media-topic.ts';
import type { State } from '../../shared/search/operators.ts';
import { END, LISTED_COLUMNS, listedColumns, ridBase, toListed } from './clips.ts';
import { batch, firstRow, json, rows, run, strings, wholeNumber } from './database.ts';

/** What is asked of a match that its words do not tell. */
export type Condition =
  | { kind: 'tag' | 'collection'; folded: string; not: boolean }
  /** Whether the one who asks keeps it, and how it was left. */
  | { kind: 'kept' | State; not: boolean };

interface Where {
  workspace: string;
  number: number;
}

export interface Wanted {
  /** The account that asks. */
  account: string;
  /** Full-text expressions. Where `exact` is given, what has it goes before what has `loose` alone. */
  exact: string | null;
  loose: string | null;
  conditions: readonly Condition[];
  /** The place before which is looked, or null for the end. */
  before: number | null;
  /** As many are answered at most. */
  count: number;
  /** How many places back from there are looked through; null for all. */
  span: number | null;
  /** Whether standfirsts are wanted too. */
  standfirst: boolean;
}

/** How many matches are held against conditions. */
const MOST_LOOKED = 2_000;
/** How much of a standfirst counts, in characters. */
const MOST_STANDFIRST = 400;
/** How large a body is looked through for its extract, in bytes of JSON. */
const MOST_BODY = 400_000;
/** How many values of a facet are counted. */
const MOST_VALUES = 12;

const FoundRow = v.pipe(
  v.object({
    place: v.number(),
    exact: v.number(),
    title: v.string(),
    standfirst: v.nullable(v.string()),
    /** Where the page names no site. */
    url: v.nullable(v.string()),
    site: v.nullable(v.string()),
    section: strings,
    category: v.nullable(MediaTopicId),
    language: v.nullable(v.string()),
    day: v.string(),
  }),
  v.transform(({ exact, ...row }) => ({ ...row, isExact: exact === 1 })),
);
export type Found = v.InferOutput<typeof FoundRow>;

/** Where nothing is found, how much was looked at stands alone. */
const NothingRow = v.pipe(
  v.object({ place: v.null() }),
  v.transform(() => null),
);
const LookedRow = v.object({
  looked: v.number(),
  reached: v.nullable(v.number()),
  from_place: v.number(),
});

const ShownRow = v.object({
  ...listedColumns,
  place: v.number(),
  blocks: v.nullable(json(v.array(Block))),
});

const ValueRow = v.object({ value: v.string(), clips: v.number() });
type Value = v.InferOutput<typeof ValueRow>;
export interface NameCounts {
  tags: Value[];
  collections: Value[];
}

/** Parameters by number, each once. */
const makeBinds = () => {
  const values: (string | number)[] = [];
  return {
    values,
    bind: (value: string | number): string => {
      values.push(value);
      return `?${values.length}`;
    },
  };
};
type Bind = ReturnType<typeof makeBinds>['bind'];

const isNamed = (
  condition: Condition,
): condition is Extract<Condition, { kind: 'tag' | 'collection' }> =>
  condition.kind === 'tag' || condition.kind === 'collection';

/** Row ids of what an expression matches, the newest first. */
const matching = (expression: string, range: string, count: number, bind: Bind): string =>
  `SELECT rowid AS rid FROM clip_search WHERE clip_search MATCH ${bind(expression)}
     AND ${range.replaceAll('rid', 'rowid')} ORDER BY rowid DESC LIMIT ${count}`;

const named = ({ kind, folded }: { kind: 'tag' | 'collection'; folded: string }, bind: Bind) =>
  `(SELECT id FROM ${kind} WHERE workspace = ?1 AND folded = ${bind(folded)})`;

const holds = (condition: Condition, account: string, bind: Bind): string => {
  const link = (table: string, more: string): string =>
    `${condition.not ? 'NOT ' : ''}EXISTS (SELECT 1 FROM ${table}
      WHERE ${table}.workspace = ?1 AND ${table}.clip = matched.rid AND ${more})`;
  if (isNamed(condition))
    return link(`clip_${condition.kind}`, `${condition.kind} = ${named(condition, bind)}`);
  const mine = `account = ${bind(account)}`;
  switch (condition.kind) {
    case 'kept':
      return link('keep', mine);
    case 'highlighted':
      return link('highlight', `${mine} AND mark IS NOT NULL`);
    case 'starred':
      return link('reading', `${mine} AND starred = 1`);
    case 'to-read':
    case 'done':
      return link('reading', `${mine} AND state = '${condition.kind}'`);
  }
};

/** A tag or collection whose own list of clips is where the matches come from, since the index is not asked. */
const listed = ({ loose, conditions }: Wanted) =>
  loose === null ? conditions.filter(isNamed).find(({ not }) => !not) : undefined;

/** The place behind which is looked, as SQL: a place is never above the number of clips ever made. */
const fromPlace = (before: number | null, span: number | null): string =>
  span === null
    ? '0'
    : `max(0, min(${Math.min(before ?? END, END)},
        (SELECT clip_count + 1 FROM library WHERE workspace = ?1)) - 1 - ${span})`;

/** Where the matches come from: the index, else the list of a tag or collection, else all clips. */
const source = (
  { exact, loose, before, span }: Wanted,
  list: ReturnType<typeof listed>,
  count: number,
  base: number,
  bind: Bind,
): string => {
  const first = wholeNumber(`${bind(base)} + ${fromPlace(before, span)}`);
  const end = wholeNumber(bind(base + Math.min(before ?? END, END)));
  const range = `rid > ${first} AND rid < ${end}`;
  if (exact !== null && loose !== null)
    return `written AS MATERIALIZED (${matching(exact, range, count, bind)}),
      matched AS MATERIALIZED (SELECT rid, 1 AS exact FROM written
        UNION ALL SELECT rid, 0 FROM (${matching(loose, range, count, bind)})
          WHERE rid NOT IN (SELECT rid FROM written) LIMIT ${count})`;
  if (loose !== null)
    return `matched AS MATERIALIZED
      (SELECT rid, 0 AS exact FROM (${matching(loose, range, count, bind)}))`;
  return list
    ? `matched AS MATERIALIZED (SELECT clip AS rid, 0 AS exact
        FROM clip_${list.kind} INDEXED BY clip_${list.kind}_${list.kind}
        WHERE workspace = ?1 AND ${list.kind} = ${named(list, bind)}
          AND ${range.replaceAll('rid', 'clip')} ORDER BY clip DESC LIMIT ${count})`
    : `matched AS MATERIALIZED (SELECT rid, 0 AS exact FROM clip NOT INDEXED
        WHERE ${range} AND workspace = ?1 ORDER BY rid DESC LIMIT ${count})`;
};

export const makeSearch = (db: D1Database) => ({
  /**
   * The matches, as many as `count`, those that are exact first, each kind the newest first. `reached` is the place
   * before which nothing was looked at, or held against the conditions; null where all was.
   */
  find: async (
    { workspace, number }: Where,
    wanted: Wanted,
  ): Promise<{ found: readonly Found[]; reached: number | null }> => {
    const { values, bind } = makeBinds();
    bind(workspace);
    const base = ridBase(number);
    const list = listed(wanted);
    const held = wanted.conditions.filter((one) => one !== list);
    const most = held.length > 0 ? MOST_LOOKED + 1 : wanted.count;
    const matched = source(wanted, list, most, base, bind);
    const conditions = held.map((one) => holds(one, wanted.account, bind));
    const sql = `WITH ${matched},
        kept AS MATERIALIZED (SELECT rid, exact FROM matched
          ${conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''}
          ORDER BY exact DESC, rid DESC LIMIT ${bind(wanted.count)})
        SELECT looked, oldest - ${bind(base)} AS reached, from_place, clip.rid - ${bind(base)} AS place, exact, title,
          ${wanted.standfirst ? `substr(standfirst, 1, ${MOST_STANDFIRST}) AS standfirst` : 'NULL AS standfirst'},
          iif(site IS NULL, url, NULL) AS url, site, section, category, language,
          coalesce(nullif(day, ''), (SELECT min(kept_day) FROM keep INDEXED BY keep_once
            WHERE keep.workspace = ?1 AND keep.clip = clip.rid)) AS day
        FROM (SELECT count(*) AS looked, min(rid) AS oldest,
            ${fromPlace(wanted.before, wanted.span)} AS from_place FROM matched) LEFT JOIN kept
        LEFT JOIN clip ON clip.rid = kept.rid AND clip.workspace = ?1
        ${wanted.standfirst ? 'LEFT JOIN clip_profile ON clip_profile.rid = kept.rid' : ''}
        ORDER BY exact DESC, kept.rid DESC`;
    const result = await run(db, db.prepare(sql).bind(...values));
    const ended = firstRow(LookedRow, result);
    const isCut = held.length > 0 && (ended?.looked ?? 0) > MOST_LOOKED;
    const found = rows(v.union([FoundRow, NothingRow]), result).filter((row) => row !== null);
    const from = ended?.from_place ?? 0;
    const isWhole = from === 0 || found.length >= wanted.count;
    return {
      found,
      reached: isCut ? (ended?.reached ?? null) : isWhole ? null : from + 1,
    };
  },

  /** The cards and bodies of some matches, in their order. */
  show: async ({ workspace, number }: Where, places: readonly number[]) => {
    const shown = await run(
      db,
      db
        .prepare(
          `SELECT clip.rid - ?3 AS place, ${LISTED_COLUMNS},
             iif(octet_length(blocks) <= ${MOST_BODY}, blocks, NULL) AS blocks
           FROM json_each(?2) AS item
           CROSS JOIN clip ON clip.rid = ?3 + item.value AND clip.workspace = ?1
           LEFT JOIN clip_content ON clip_content.rid = clip.rid ORDER BY item.key`,
        )
        .bind(workspace, JSON.stringify(places), ridBase(number)),
    );
    return rows(ShownRow, shown).map(({ place, blocks, ...row }) => ({
      place,
      item: toListed(row),
      blocks: blocks ?? [],
    }));
  },

  /** What tags and collections matches have, the most frequent first. */
  countNames: async (
    { workspace, number }: Where,
    places: readonly number[],
  ): Promise<NameCounts> => {
    if (places.length === 0) return { tags: [], collections: [] };
    const count = (noun: 'tag' | 'collection') =>
      db
        .prepare(
          `SELECT name AS value, clips FROM (
             SELECT link.${noun} AS id, count(*) AS clips FROM json_each(?2) AS item
             CROSS JOIN clip_${noun} AS link ON link.workspace = ?1 AND link.clip = ?3 + item.value
             GROUP BY link.${noun} ORDER BY clips DESC LIMIT ${MOST_VALUES})
           CROSS JOIN ${noun} USING (id) WHERE ${noun}.workspace = ?1 ORDER BY clips DESC, folded`,
        )
        .bind(workspace, JSON.stringify(places), ridBase(number));
    const [tags, collections] = await batch(db, [count('tag'), count('collection')]);
    return { tags: rows(ValueRow, tags), collections: rows(ValueRow, collections) };
  },
});
export type SearchReads = ReturnType<typeof makeSearch>;
