import * as v from 'valibot';
import { Clip } from '../../shared/schema/clip.ts';
import type { ClipCard } from '../../shared/schema/digest.ts';
import { firstRow, json, run } from './database.ts';

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
  section: json(v.array(v.string())),
  category: v.nullable(v.string()),
  authors: json(v.array(v.string())),
  attribution: v.nullable(v.string()),
  language: v.nullable(v.string()),
  lead_image: v.nullable(v.string()),
  published: v.nullable(v.string()),
  day: v.string(),
  kept_day: v.string(),
  summary: json(v.array(v.string())),
  words: v.number(),
};

const CardColumns = v.object(cardColumns);

const toCard = ({
  lead_image: leadImage,
  kept_day: keptDay,
  ...rest
}: v.InferOutput<typeof CardColumns>): ClipCard => ({ ...rest, leadImage, keptDay });

/** A card as stored, with the change that made it so. */
export const StoredCard = v.pipe(
  v.object({ ...cardColumns, seq: v.number(), changed_at: v.string() }),
  v.transform(({ seq, changed_at: changedAt, ...card }) => ({
    card: toCard(card),
    seq,
    changedAt,
  })),
);
export type StoredCard = v.InferOutput<typeof StoredCard>;

const ClipRow = v.object({
  ...cardColumns,
  blocks: json(Clip.entries.blocks),
  spans: json(Clip.entries.spans),
  terms: json(Clip.entries.terms),
  facts: json(v.object({ truncated: v.boolean() })),
});

export const makeClips = (db: D1Database) => ({
  /** A whole clip of a workspace, or null. */
  find: async (workspace: string, id: string): Promise<Clip | null> => {
    const row = firstRow(
      ClipRow,
      await run(
        db,
        db
          .prepare(
            `SELECT ${CARD_COLUMNS}, blocks, spans, terms, facts
             FROM clip JOIN clip_content ON clip_content.rid = clip.rid
             WHERE clip.workspace = ?1 AND clip.id = ?2 AND clip_content.workspace = ?1`,
          )
          .bind(workspace, id),
      ),
    );
    if (!row) return null;
    const { blocks, spans, terms, facts, ...card } = row;
    return { ...toCard(card), blocks, spans, terms, truncated: facts.truncated };
  },
});
export type Clips = ReturnType<typeof makeClips>;
