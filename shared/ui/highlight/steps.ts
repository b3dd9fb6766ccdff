// Choosing text by keyboard, sentence by sentence.
import type { Stretch } from '../../highlight/stretch.ts';

/** The sentence after a stretch, or before it; without one the first. At either end it stays. */
export const stepTo = (
  sentences: readonly Stretch[],
  from: Stretch | null,
  direction: 1 | -1,
): Stretch | null => {
  if (!from) return sentences[0] ?? null;
  const next =
    direction === 1
      ? sentences.find(({ start }) => start >= from.end)
      : sentences.findLast(({ end }) => end <= from.start);
  return next ?? (direction === 1 ? sentences.at(-1) : sentences[0]) ?? null;
};

/** A stretch with one sentence more at its end, or without its last one; it keeps one. */
export const stretchBy = (
  sentences: readonly Stretch[],
  from: Stretch | null,
  direction: 1 | -1,
): Stretch | null => {
  if (!from) return sentences[0] ?? null;
  const { start, end } = from;
  if (direction === 1) {
    const next = sentences.find((sentence) => sentence.end > end);
    return next ? { start, end: next.end } : from;
  }
  const last = sentences.findLast((sentence) => sentence.end < end && sentence.end > start);
  return last ? { start, end: last.end } : from;
};
