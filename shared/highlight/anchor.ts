// Makes the anchor of a highlight, and finds its place in a text that may have changed since.
import { placesOf, sharedBeginning, sharedEnd } from '../text/places.ts';
import { type Anchor, CONTEXT, MAX_QUOTE } from '../schema/highlight.ts';
import { makeNearFinder } from './near.ts';
import type { Stretch } from './stretch.ts';

/** Where an anchor stands now. `isChanged` where the words are no longer quite those that were marked. */
export interface Place extends Stretch {
  isChanged: boolean;
}

const isLow = (unit: string | undefined): boolean =>
  unit !== undefined && /[\uDC00-\uDFFF]/.test(unit);

/** An offset that cuts no character in two: the one before it where it would. */
const whole = (text: string, at: number): number =>
  isLow(text[at]) && /[\uD800-\uDBFF]/.test(text[at - 1] ?? '') ? at - 1 : at;

/** The anchor of a stretch of a text, without white space at its ends; null where nothing is left, or too much. */
export const anchorAt = (text: string, { start, end }: Stretch): Anchor | null => {
  const from = whole(text, start);
  const marked = text.slice(from, isLow(text[end]) ? end + 1 : end);
  const quote = marked.trim();
  if (quote === '' || quote.length > MAX_QUOTE) return null;
  const first = from + marked.indexOf(quote);
  const last = first + quote.length;
  const far = Math.max(0, first - CONTEXT);
  return {
    quote,
    before: text.slice(isLow(text[far]) ? far + 1 : far, first),
    after: text.slice(last, whole(text, last + CONTEXT)),
    start: first,
    end: last,
  };
};

/** So much of quote and surroundings together cannot stand elsewhere by chance; in UTF-16 units. */
const ENOUGH = 32;

/** The place of the quote whose surroundings are most like those of the anchor; of equals the nearest. */
const findQuote = (text: string, { quote, before, after, start }: Anchor): number | null => {
  let best: { place: number; likeness: number } | null = null;
  for (const place of placesOf(text, quote)) {
    const end = place + quote.length;
    const likeness =
      sharedEnd(text.slice(Math.max(0, place - before.length), place), before) +
      sharedBeginning(text.slice(end, end + after.length), after);
    const isNearer = best !== null && Math.abs(place - start) < Math.abs(best.place - start);
    if (!best || likeness > best.likeness || (likeness === best.likeness && isNearer))
      best = { place, likeness };
  }
  if (!best) return null;
  const isSame = best.likeness === before.length + after.length;
  return isSame || quote.length + best.likeness >= ENOUGH ? best.place : null;
};

/**
 * Finds anchors in a text, each in three steps of which the first that succeeds counts:
 * 1. the quote at its own position;
 * 2. the quote anywhere, there where most of its context stands around it (a short quote only there where
 *    quote and shared context are 32 units together);
 * 3. the words most like those of context and quote (`near.ts`).
 * Null where all fail: the text no longer has it. The same text and anchor give the same place anywhere.
 */
export const makeFinder = (text: string): ((anchor: Anchor) => Place | null) => {
  const findNear = makeNearFinder(text);
  return (anchor) => {
    const { quote, start, end } = anchor;
    if (text.slice(start, end) === quote) return { start, end, isChanged: false };
    const place = findQuote(text, anchor);
    if (place !== null) return { start: place, end: place + quote.length, isChanged: false };
    const near = findNear(anchor);
    return near && { ...near, isChanged: true };
  };
};
