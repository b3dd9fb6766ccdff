// A whole clip: its card and its body.
import * as v from 'valibot';
import { Article } from './article.ts';
import { AsRead } from './history.ts';
import { LibraryItem } from './library.ts';
import { Summary } from './summary.ts';

/** The answer of `GET /api/w/:workspace/clips/:id`. */
export const Clip = v.object({
  ...LibraryItem.entries,
  /** The folder that it lay in where it was imported from, outermost first. */
  folder: v.array(v.string()),
  blocks: Article.entries.blocks,
  /** Where in the blocks the summary's sentences stand. */
  spans: Summary.entries.sentences,
  terms: Summary.entries.terms,
  truncated: v.boolean(),
  attributionUrl: v.nullable(Article.entries.attributionUrl.wrapped),
  /** Its dates as precisely as they are known, and what tells them. */
  dates: v.object(
    v.entriesFromList(['published', 'modified'], v.nullable(Article.entries.published.wrapped)),
  ),
  asRead: AsRead,
});
export type Clip = v.InferOutput<typeof Clip>;
