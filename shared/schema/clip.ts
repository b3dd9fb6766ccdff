// A whole clip: its card and its body.
import * as v from 'valibot';
import { Article } from './article.ts';
import { ClipCard } from './digest.ts';
import { Summary } from './summary.ts';

/** The answer of `GET /api/w/:workspace/clips/:id`. */
export const Clip = v.object({
  ...ClipCard.entries,
  blocks: Article.entries.blocks,
  /** Where in the blocks the summary's sentences stand. */
  spans: Summary.entries.sentences,
  terms: Summary.entries.terms,
  truncated: v.boolean(),
});
export type Clip = v.InferOutput<typeof Clip>;
