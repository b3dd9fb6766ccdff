// The write that corrects what is kept, as the outbox holds it. Its answer is that of a keep.
import * as v from 'valibot';
import { Article } from './article.ts';
import { Correction } from './correction.ts';
import { KEEP_VERSION } from './keep.ts';
import { Summary } from './summary.ts';
import { UuidV7 } from './text.ts';

/** Another text in place of the one that was read off the page, and what sums it up. */
export const ChosenText = v.strictObject({
  blocks: v.pipe(Article.entries.blocks, v.minLength(1)),
  truncated: Article.entries.truncated,
  summary: Summary,
});
export type ChosenText = v.InferOutput<typeof ChosenText>;

/** The body of `PUT /api/w/:workspace/edits/:id`. It names no destination: it goes where its keep went. */
export const EditWrite = v.pipe(
  v.strictObject({
    version: v.literal(KEEP_VERSION),
    /** The keep of the clip that is meant, or the operation that kept it. */
    keep: UuidV7,
    /** Only what changes. Of two corrections of a field the one that comes later holds. */
    correction: Correction,
    /** Left out where the text stays as it is. Of two the one that comes later holds. */
    text: v.exactOptional(ChosenText),
  }),
  v.check(
    ({ correction, text }) => text !== undefined || Object.keys(correction).length > 0,
    'at least one field',
  ),
);
export type EditWrite = v.InferOutput<typeof EditWrite>;

/** What a correction changes of a clip. */
export type Edit = Pick<EditWrite, 'correction' | 'text'>;
