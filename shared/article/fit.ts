// A clip has an upper limit in bytes: whole blocks are cut at the end, and the cut is marked.
import type { Article } from '../schema/article.ts';
import { MAX_KEEP_BYTES } from '../schema/keep.ts';

// For the rest of a keep: its version, its moment, the summary's spans and key terms.
const RESERVED = 10_000;

/** UTF-8 takes no more for a UTF-16 unit. */
const MOST_BYTES = 3;

const encoder = new TextEncoder();

const bytes = (value: unknown): number => encoder.encode(JSON.stringify(value)).length;

/** The article with as many of its blocks as a keep can hold. */
export const fitArticle = (article: Article): Article => {
  const most = MAX_KEEP_BYTES - RESERVED;
  if (JSON.stringify(article).length * MOST_BYTES <= most) return article;
  let room = most - bytes({ ...article, blocks: [] });
  const end = article.blocks.findIndex((block) => {
    room -= bytes(block) + 1;
    return room < 0;
  });
  return end < 0 ? article : { ...article, blocks: article.blocks.slice(0, end), truncated: true };
};
