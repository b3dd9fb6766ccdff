import * as v from 'valibot';
import { Article } from '../../shared/schema/article.ts';
import { Clip } from '../../shared/schema/clip.ts';
import type { ClipCard } from '../../shared/schema/digest.ts';
import { AsRead } from '../../shared/schema/history.ts';
import { MediaTopicId } from '../../shared/schema/media-topic.ts';
import type { LibraryItem } from '../../shared/schema/library.ts';
import { firstRow, json, rows, run, strings } from './database.ts';

/** The columns of a card, with the change that made it so. */
export const CARD_COLUMNS = [
  'id',
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
  'day',
  'kept_day',
  'summary',
  'words',
  'story',
  'seq',
  'changed_at',
]
  .map((column) => `clip.${column}`)
  .join(', ');

const cardColumns = {
  id: v.string(),
  url: v.string(),
  title: v.string(),
  site: v.nullable(v.string()),
  section: strings,
  category: v.nullable(MediaTopicId),
  authors: strings,
  attribution: v.nullable(v.string()),
  language: v.nullable(v.string()),
  lead_image: v.nullable(v.string()),
  published: v.nullable(v.string()),
  day: v.string(),
  kept_day: v.string(),
  summary: strings,
  words: v.number(),
  story: v.nullable(v.string()),
};

const CardColumns = v.object(cardColumns);

// Each by its name: to spread what is left of a row takes as long as to read it.
const toCard = (row: v.InferOutput<typeof CardColumns>): ClipCard => ({
  id: row.id,
  url: row.url,
  title: row.title,
  site: row.site,
  section: row.section,
  category: row.category,
  authors: row.authors,
  attribution: row.attribution,
  language: row.language,
  published: row.published,
  day: row.day,
  summary: row.summary,
  words: row.words,
  story: row.story,
  leadImage: row.lead_image,
  keptDay: row.kept_day,
});

/** A card as stored, with the change that made it so. */
export const StoredCard = v.pipe(
  v.object({ ...cardColumns, seq: v.number(), changed_at: v.string() }),
  v.transform((row) => ({ card: toCard(row), seq: row.seq, changedAt: row.changed_at })),
);
export type StoredCard = v.InferOutput<typeof StoredCard>;

const namesOf = (noun: 'tag' | 'collection'): string =>
  `(SELECT json_group_array(${noun}.name ORDER BY ${noun}.folded)
    FROM clip_${noun} AS link CROSS JOIN ${noun}
      ON ${noun}.workspace = link.workspace AND ${noun}.id = link.${noun}
    WHERE link.workspace = clip.workspace AND link.clip = clip.rid)`;

/** The columns of a clip wherever all clips are listed, those too that have an address only. */
export const LISTED_COLUMNS = `${CARD_COLUMNS},
  clip.filled_seq IS NOT NULL AS filled,
  (SELECT min(kept_day) FROM keep INDEXED BY keep_once
   WHERE keep.workspace = clip.workspace AND keep.clip = clip.rid) AS first_kept_day,
  ${namesOf('tag')} AS tags, ${namesOf('collection')} AS collections`;

export const listedColumns = {
  ...cardColumns,
  filled: v.pipe(
    v.number(),
    v.transform((filled) => filled === 1),
  ),
  first_kept_day: v.string(),
  tags: strings,
  collections: strings,
};
const ListedColumns = v.object(listedColumns);

/** A listed clip. One with an address only stands on the day on which it was kept. */
export const toListed = ({
  filled,
  first_kept_day: keptDay,
  tags,
  collections,
  ...card
}: v.InferOutput<typeof ListedColumns>): LibraryItem => ({
  ...toCard(card),
  ...(filled ? {} : { day: keptDay, keptDay }),
  filled,
  tags,
  collections,
});

const ListedRow = v.object({ ...listedColumns, place: v.number() });

const ClipRow = v.object({
  ...listedColumns,
  folder: v.nullable(strings),
  blocks: v.nullable(json(Clip.entries.blocks)),
  spans: v.nullable(json(Clip.entries.spans)),
  terms: v.nullable(json(Clip.entries.terms)),
  facts: v.nullable(
    json(
      v.object({
        read: v.optional(AsRead, {}),
        ...v.pick(Article, ['truncated', 'attributionUrl', 'published', 'modified']).entries,
      }),
    ),
  ),
  seq: v.number(),
});

/** A library's row ids lie above this one; how far, is a clip's place in the order of making. */
export const ridBase = (number: number): number => number * 2 ** 32;
/** Beyond every place. */
export const END = 2 ** 32;

export const makeClips = (db: D1Database) => ({
  /** A whole clip of a workspace, and the change that made it so; or null. */
  find: async (workspace: string, id: string): Promise<{ clip: Clip; seq: number } | null> => {
    const row = firstRow(
      ClipRow,
      await run(
        db,
        db
          .prepare(
            `SELECT ${LISTED_COLUMNS}, clip.seq, blocks, spans, terms, facts,
               (SELECT folder FROM keep INDEXED BY keep_once WHERE keep.workspace = clip.workspace
                AND keep.clip = clip.rid AND folder IS NOT NULL LIMIT 1) AS folder
             FROM clip LEFT JOIN clip_content
               ON clip_content.rid = clip.rid AND clip_content.workspace = clip.workspace
             WHERE clip.workspace = ?1 AND clip.id = ?2`,
          )
          .bind(workspace, id),
      ),
    );
    if (!row) return null;
    const { blocks, spans, terms, facts, folder, seq, ...listed } = row;
    const clip = {
      ...toListed(listed),
      folder: folder ?? [],
      blocks: blocks ?? [],
      spans: spans ?? [],
      terms: terms ?? [],
      truncated: facts?.truncated ?? false,
      attributionUrl: facts?.attributionUrl ?? null,
      dates: { published: facts?.published ?? null, modified: facts?.modified ?? null },
      asRead: facts?.read ?? {},
    };
    return { clip, seq };
  },

  /** The `count` clips of a library that were made last before the place `before`, newest first. */
  newest: async (
    { workspace, number }: { workspace: string; number: number },
    before: number | null,
    count: number,
  ): Promise<{ place: number; item: LibraryItem }[]> => {
    const base = ridBase(number);
    const found = await run(
      db,
      db
        .prepare(
          // Row ids of a workspace lie together in the order of keeping; no index is as short.
          `SELECT rid - ?2 AS place, ${LISTED_COLUMNS} FROM clip NOT INDEXED
           WHERE rid > ?2 AND rid < ?3 AND workspace = ?1 ORDER BY rid DESC LIMIT ?4`,
        )
        .bind(workspace, base, base + Math.min(before ?? END, END), count),
    );
    return rows(ListedRow, found).map(({ place, ...row }) => ({ place, item: toListed(row) }));
  },
});
export type Clips = ReturnType<typeof makeClips>;
