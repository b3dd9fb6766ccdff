// The write that the outbox holds as frozen bytes, and its answer.
import * as v from 'valibot';
import { Article } from './article.ts';
import { Filing } from './filing.ts';
import { ChosenCategory } from './section-category.ts';
import { Summary } from './summary.ts';
import { Instant, PlainDate, UuidV7 } from './text.ts';

/** A clip's upper limit in bytes of UTF-8 JSON: a D1 row holds 2 MB. */
export const MAX_KEEP_BYTES = 1_500_000;

/** The form of KeepWrite that this side speaks. */
export const KEEP_VERSION = 1;

/** A write in another form than this side's: nothing but its version can be judged. */
export const OtherVersion = v.looseObject({
  version: v.pipe(v.number(), v.integer(), v.minValue(0), v.notValue(KEEP_VERSION)),
});

/** The body of `PUT /api/w/:workspace/keeps/:id`. It names no destination: it may be made before pairing. */
export const KeepWrite = v.strictObject({
  version: v.literal(KEEP_VERSION),
  /** The reader's clock at the moment of capture. */
  capturedAt: Instant,
  article: Article,
  summary: Summary,
  /** Where it is put; nowhere where it is left out. */
  filing: v.exactOptional(Filing),
  /** What its reader says that it is about, as in a correction; left out where nobody has said anything. */
  category: v.exactOptional(ChosenCategory),
});
export type KeepWrite = v.InferOutput<typeof KeepWrite>;

/** The answer to a keep. `id` is the keep that holds the clip: an earlier one where the reader had kept it already. */
export const KeepAnswer = v.object({
  id: UuidV7,
  clip: UuidV7,
  /** The day whose digest shows it: published day, or kept day where that is unknown or in the future. */
  day: PlainDate,
  keptDay: PlainDate,
  seq: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
});
export type KeepAnswer = v.InferOutput<typeof KeepAnswer>;
