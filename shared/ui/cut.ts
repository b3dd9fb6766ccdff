// Runs cut at an offset, so that a stretch of them can be marked.
import type { Run } from '../schema/block.ts';

/** A stretch of a text in UTF-16 units. */
export interface Stretch {
  start: number;
  end: number;
}

export const lengthOf = (runs: readonly Run[]): number =>
  runs.reduce((sum, run) => sum + run.text.length, 0);

/** The part of runs between two offsets; none where they end before it, or begin after it. */
export const cutRuns = (runs: readonly Run[], { start, end }: Stretch): Run[] => {
  const cut: Run[] = [];
  let at = 0;
  for (const run of runs) {
    const text = run.text.slice(Math.max(0, start - at), Math.max(0, end - at));
    if (text !== '') cut.push({ ...run, text });
    at += run.text.length;
  }
  return cut;
};

interface Covered<Over> extends Stretch {
  /** What lies over it: all that does over any of its characters. */
  over: readonly Over[];
}

/** A text of some length, parted wherever one of the stretches over it begins or ends. They may overlap. */
export const partsOf = <Over extends Stretch>(
  length: number,
  stretches: readonly Over[],
): readonly Covered<Over>[] => {
  const edges = stretches.flatMap(({ start, end }) => [start, end]);
  const within = edges.filter((at) => at > 0 && at < length);
  const cuts = [...new Set([0, ...within, length])].sort((a, b) => a - b);
  return cuts.slice(1).map((end, index) => {
    const start = cuts[index] ?? 0;
    const over = stretches.filter((one) => one.start < end && one.end > start);
    return { start, end, over };
  });
};

/** The same stretches counted from where each of a block's parts begins; parts are one unit apart. */
export const inParts = <Part extends Stretch>(
  parts: readonly (readonly Run[])[],
  stretches: readonly Part[],
): Part[][] => {
  let at = 0;
  return parts.map((runs) => {
    const within = stretches.map((part) => ({
      ...part,
      start: part.start - at,
      end: part.end - at,
    }));
    at += lengthOf(runs) + 1;
    return within;
  });
};
