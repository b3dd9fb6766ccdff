// What the panel asks of a page, and what the page answers.
import * as v from 'valibot';
import { COLOURS } from '../../../shared/schema/highlight.ts';
import { Quote } from './quote.ts';

/** How something is marked: as a sentence of the summary, or in the colour of a highlight. */
export const LOOKS = ['summary', ...COLOURS] as const;
export type Look = (typeof LOOKS)[number];

export const Marking = v.object({
  quotes: v.array(v.object({ ...Quote.entries, look: v.picklist(LOOKS) })),
  /** Which of them is scrolled to, counted from 0; null for none. */
  goTo: v.nullable(v.number()),
});
export type Marking = v.InferOutput<typeof Marking>;

export const MarkAnswer = v.picklist([
  'marked',
  /** The page does not show these words. */
  'not-found',
  /** They stand in a shadow tree or a frame. */
  'apart',
  /** The browser has no custom highlights. */
  'cannot-mark',
]);
export type MarkAnswer = v.InferOutput<typeof MarkAnswer>;

/** One answer for each quote. */
export const MarkAnswers = v.array(MarkAnswer);
