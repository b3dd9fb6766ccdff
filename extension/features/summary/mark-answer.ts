// What the page answers when a sentence is to be marked in it.
import * as v from 'valibot';

export const MarkAnswer = v.picklist([
  'marked',
  /** The page does not show the sentence. */
  'not-found',
  /** It stands in a shadow tree or a frame. */
  'apart',
  /** The browser has no custom highlights. */
  'cannot-mark',
]);
export type MarkAnswer = v.InferOutput<typeof MarkAnswer>;
