// What a reader marks in a text, with a note where there is something to say, and the write that the outbox holds.
import * as v from 'valibot';
import { KEEP_VERSION } from './keep.ts';
import { filled, Instant, prose, text, UuidV7 } from './text.ts';

/** What one highlight can mark, in UTF-16 units. */
export const MAX_QUOTE = 10_000;
/** What a note can say, in UTF-16 units. */
export const MAX_NOTE = 10_000;
/** How much of the text on either side is kept with a quote, in UTF-16 units. */
export const CONTEXT = 64;

/** The most that quote and note can take in bytes of UTF-8 JSON, and some room. */
export const MAX_HIGHLIGHT_BYTES = 150_000;

const offset = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/**
 * Where a highlight stands: what is marked with the text around it, and its place, in the text that
 * `articleText` gives. Quote and position are the TextQuoteSelector and the TextPositionSelector of the
 * Web Annotation Data Model (w3.org/TR/annotation-model, 4.2.4 and 4.2.5).
 */
export const Anchor = v.pipe(
  v.strictObject({
    quote: filled(MAX_QUOTE),
    before: text(CONTEXT),
    after: text(CONTEXT),
    start: offset,
    end: offset,
  }),
  v.check(({ quote, start, end }) => end - start === quote.length, 'as long as its quote'),
);
export type Anchor = v.InferOutput<typeof Anchor>;

/** In the order in which they are offered, and chosen by the keys 1 to 4. */
export const COLOURS = ['yellow', 'green', 'blue', 'pink'] as const;
export const Colour = v.picklist(COLOURS);
export type Colour = v.InferOutput<typeof Colour>;

export const Mark = v.strictObject({
  anchor: Anchor,
  colour: Colour,
  /** Empty where the reader wrote none. */
  note: prose(MAX_NOTE),
  /** Where all of the workspace see it; without, it is the reader's alone. */
  forTeam: v.exactOptional(v.literal(true)),
});
export type Mark = v.InferOutput<typeof Mark>;

/** A mark under the id that it keeps when colour or note change. */
export const Highlight = v.object({ id: UuidV7, ...Mark.entries });
export type Highlight = v.InferOutput<typeof Highlight>;

/** What of a highlight its reader can change. */
export const markOf = ({ anchor, colour, note, forTeam }: Highlight): Mark => ({
  anchor,
  colour,
  note,
  ...(forTeam && { forTeam }),
});

/** What somebody else of the workspace shows to all of it. */
export const TeamHighlight = v.object({
  ...Highlight.entries,
  /** Whose it is: they alone change it. */
  account: v.string(),
  /** When they last did. */
  at: Instant,
});
export type TeamHighlight = v.InferOutput<typeof TeamHighlight>;

/** The body of `PUT /api/w/:workspace/highlights/:id`; that id is the operation's. It names no destination. */
export const HighlightWrite = v.strictObject({
  version: v.literal(KEEP_VERSION),
  /** A keep of the clip that is meant, or the operation that kept it. */
  keep: UuidV7,
  highlight: UuidV7,
  /** The whole of it as it is from now; null takes it away. Of two writes the one that comes later holds. */
  mark: v.nullable(Mark),
});
export type HighlightWrite = v.InferOutput<typeof HighlightWrite>;

/** The answer of `GET /api/w/:workspace/clips/:id/highlights`. */
export const HighlightList = v.object({
  /** A keep of the clip, to name in a write. */
  keep: UuidV7,
  /** The caller's own, the first made first. */
  highlights: v.array(Highlight),
  /** What others show to the team, the one that was last changed comes last: 200 at most. */
  team: v.array(TeamHighlight),
});
export type HighlightList = v.InferOutput<typeof HighlightList>;
