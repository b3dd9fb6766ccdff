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
