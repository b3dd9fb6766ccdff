// What a person does with one clip of a library, as the outbox holds it: made without a network, sent once.
import * as v from 'valibot';
import { countNames, FilingChange } from './filing.ts';
import { KEEP_VERSION } from './keep.ts';
import { ReadingWrite } from './reading.ts';
import { UuidV7 } from './text.ts';

export const Act = v.variant('kind', [
  v.strictObject({ kind: v.literal('read'), reading: ReadingWrite }),
  v.strictObject({
    kind: v.literal('file'),
    change: v.pipe(
      FilingChange,
      v.check(({ add, remove }) => countNames(add) + countNames(remove) > 0, 'at least one name'),
    ),
  }),
  v.strictObject({ kind: v.literal('delete') }),
]);
export type Act = v.InferOutput<typeof Act>;

/** The body of `PUT /api/w/:workspace/acts/:id`; that id is the operation's. It names no destination. */
export const ActWrite = v.strictObject({
  version: v.literal(KEEP_VERSION),
  clip: UuidV7,
  act: Act,
});
export type ActWrite = v.InferOutput<typeof ActWrite>;
