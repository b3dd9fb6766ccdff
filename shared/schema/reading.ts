// What a person does with a clip: it is to be read or done, starred, read as far as some place.
import * as v from 'valibot';

export const READING_STATES = ['to-read', 'done'] as const;
export const ReadingState = v.picklist(READING_STATES);
export type ReadingState = v.InferOutput<typeof ReadingState>;

export const Reading = v.object({
  /** Null for what another keeps and this person has put on no shelf. */
  state: v.nullable(ReadingState),
  starred: v.boolean(),
  /** The block of the text that was read last, counted from 0; null where none was. */
  place: v.nullable(v.number()),
});
export type Reading = v.InferOutput<typeof Reading>;

export const UNREAD: Reading = { state: null, starred: false, place: null };

const MAX_PLACE = 1_000_000;

/** The body of `PUT /api/w/:workspace/clips/:id/reading`: what it names is set, the rest stays. */
export const ReadingWrite = v.pipe(
  v.strictObject({
    state: v.exactOptional(ReadingState),
    starred: v.exactOptional(v.boolean()),
    place: v.exactOptional(
      v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_PLACE))),
    ),
  }),
  v.check((write) => Object.keys(write).length > 0, 'says nothing'),
);
export type ReadingWrite = v.InferOutput<typeof ReadingWrite>;

/** Whether all that a write names is so already. */
export const isSaid = (write: ReadingWrite, { state, starred, place }: Reading): boolean =>
  (write.state ?? state) === state &&
  (write.starred ?? starred) === starred &&
  (write.place === undefined || write.place === place);

/** The parts that a person's library falls into. */
export const SHELVES = ['to-read', 'done', 'starred', 'all'] as const;
export const Shelf = v.picklist(SHELVES);
export type Shelf = v.InferOutput<typeof Shelf>;
