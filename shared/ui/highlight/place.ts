// Where highlights stand in the article that is shown, and how they are drawn there.
import { type Place, makeFinder } from '../../highlight/anchor.ts';
import { articleText, spansOf, type Stretch } from '../../highlight/stretch.ts';
import type { Block } from '../../schema/block.ts';
import type { Highlight } from '../../schema/highlight.ts';
import type { TeamNote } from '../../schema/reader.ts';
import type { TextMark } from '../marks.ts';

export interface Placed<H extends Highlight = Highlight> {
  highlight: H;
  /** Null where the text no longer has it. */
  place: Place | null;
}

/** Highlights with their places, in the order of the text; those that it no longer has at the end. */
export const placeHighlights = <H extends Highlight>(
  blocks: readonly Block[],
  highlights: readonly H[],
): readonly Placed<H>[] => {
  const find = makeFinder(articleText(blocks));
  return highlights
    .map((highlight) => ({ highlight, place: find(highlight.anchor) }))
    .sort((a, b) => (a.place?.start ?? Infinity) - (b.place?.start ?? Infinity) || 0);
};

/** The marks of highlights that have a place. `labelOf` is what a screen reader says before each. */
export const highlightMarks = (
  blocks: readonly Block[],
  placed: readonly Placed[],
  current: string | null,
  labelOf: (highlight: Highlight) => string,
): TextMark[] =>
  placed.flatMap(({ highlight, place }) => {
    const { id, colour } = highlight;
    const mark = {
      kind: `highlight-${colour}`,
      id,
      label: labelOf(highlight),
      isCurrent: id === current,
    };
    const spans = place ? spansOf(place, blocks) : [];
    return spans.map((span) => Object.assign({}, span, mark));
  });

/** By which what somebody else shows is told in the text: their ids are their own, and may be anybody's. */
export const teamMark = (index: number): string => `team-${index}`;

/** The marks of what others show to the team: lines without paint, which is the reader's own. */
export const teamMarks = (
  blocks: readonly Block[],
  placed: readonly Placed<TeamNote>[],
  labelOf: (note: TeamNote) => string,
): TextMark[] =>
  placed.flatMap(({ highlight, place }, index) => {
    const mark = {
      kind: `team-${highlight.colour}`,
      id: teamMark(index),
      label: labelOf(highlight),
    };
    const spans = place ? spansOf(place, blocks) : [];
    return spans.map((span) => Object.assign({}, span, mark));
  });

/** The highlight in which a stretch lies as a whole; of several the one that was made last. */
export const highlightAt = <H extends Highlight>(
  placed: readonly Placed<H>[],
  { start, end }: Stretch,
): H | undefined =>
  placed
    .filter(({ place }) => place && place.start <= start && end <= place.end)
    .map(({ highlight }) => highlight)
    .sort((a, b) => (a.id < b.id ? 1 : -1))[0];
