// One act on many clips at once.
import * as v from 'valibot';
import { FilingChange } from './filing.ts';
import { ReadingWrite } from './reading.ts';
import { UuidV7 } from './text.ts';

/** How many clips one act may name. */
export const MAX_MANY = 200;

const clips = v.pipe(v.array(UuidV7), v.minLength(1), v.maxLength(MAX_MANY));

/** The body of `POST /api/w/:workspace/clips/many`. Clips that are not there are passed over. */
export const ManyWrite = v.variant('act', [
  v.strictObject({ act: v.literal('read'), clips, reading: ReadingWrite }),
  v.strictObject({ act: v.literal('file'), clips, change: FilingChange }),
]);
export type ManyWrite = v.InferOutput<typeof ManyWrite>;

export const ManyAnswer = v.object({
  /** How many of the clips are there, and were changed. */
  clips: v.number(),
});
export type ManyAnswer = v.InferOutput<typeof ManyAnswer>;
