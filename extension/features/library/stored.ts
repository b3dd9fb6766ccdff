// Clips as they lie in the outbox: their frozen bytes, read where a card does not do.
import * as v from 'valibot';
import type { Article } from '../../../shared/schema/article.ts';
import { EditWrite } from '../../../shared/schema/edit.ts';
import { KeepWrite } from '../../../shared/schema/keep.ts';
import type { ChosenCategory } from '../../../shared/schema/section-category.ts';
import type { Summary } from '../../../shared/schema/summary.ts';
import type { Operation } from '../../lib/operation.ts';
import { readBytes } from '../../lib/outbox.ts';

export interface StoredClip {
  article: Article;
  summary: Summary;
  /** What its reader says that it is about; left out where that is nothing. */
  category?: ChosenCategory;
  /** Whether the reader has set something right in it. */
  isCorrected?: boolean;
}

const readWrite = async <T>(Schema: v.GenericSchema<unknown, T>, id: string): Promise<T | null> => {
  try {
    const parsed = v.safeParse(Schema, JSON.parse(new TextDecoder().decode(await readBytes(id))));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
};

/** A clip as it was kept; null where this version cannot read it. */
export const readStored = (id: string): Promise<StoredClip | null> => readWrite(KeepWrite, id);

/** As `readStored`, with the corrections that wait behind it. */
export const readCorrected = async (
  id: string,
  operations: readonly Operation[],
): Promise<StoredClip | null> => {
  const stored = await readStored(id);
  if (!stored) return null;
  const edits = operations.filter(
    ({ edits: keep, highlight, act }) => keep === id && highlight === null && act === null,
  );
  const corrections = await Promise.all(edits.map((edit) => readWrite(EditWrite, edit.id)));
  // Of two corrections of a field the one that comes later holds, and of two texts too.
  const corrected: Partial<Article> = {};
  // What it is about is no part of the article.
  let said = stored.category === undefined ? {} : { category: stored.category };
  for (const edit of corrections) {
    const { category, ...words } = edit?.correction ?? {};
    Object.assign(corrected, words);
    if (category !== undefined) said = { category };
  }
  const text = corrections.findLast((edit) => edit?.text)?.text;
  const { blocks, truncated, summary } = text ?? { ...stored.article, summary: stored.summary };
  const isCorrected = corrections.some((edit) => edit !== null);
  const article = { ...stored.article, ...corrected, blocks, truncated };
  return { article, summary, ...said, isCorrected };
};
