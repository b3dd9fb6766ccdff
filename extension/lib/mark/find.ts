// Finds words in a page, by those around them too where the same words stand twice.
import { fold, sourceOf } from './folded.ts';
import type { PageText } from './page-text.ts';
import { placesOf, sharedBeginning, sharedEnd } from '../../../shared/text/places.ts';
import type { Quote } from './quote.ts';

/**
 * Where a quote stands in a folded text: there where its surroundings are most like those of the quote, the
 * first of equals. Null where it does not stand there.
 */
export const findFolded = (folded: string, quote: Quote): { start: number; end: number } | null => {
  const text = fold(quote.text);
  const before = fold(quote.before);
  const after = fold(quote.after);
  let best: { readonly place: number; readonly likeness: number } | null = null;
  for (const place of placesOf(folded, text)) {
    const end = place + text.length;
    const likeness =
      sharedEnd(folded.slice(Math.max(0, place - before.length), place), before) +
      sharedBeginning(folded.slice(end, end + after.length), after);
    if (!best || likeness > best.likeness) best = { place, likeness };
  }
  return best && { start: best.place, end: best.place + text.length };
};

const nodeAt = ({ nodes }: PageText, place: number) => nodes.findLast(({ at }) => at <= place);

const rangeOf = (page: PageText, start: number, end: number): Range | null => {
  const first = nodeAt(page, start);
  const last = nodeAt(page, end - 1);
  if (!first || !last) return null;
  const range = new Range();
  range.setStart(first.node, sourceOf(first.node.data, start - first.at).start);
  range.setEnd(last.node, sourceOf(last.node.data, end - 1 - last.at).end);
  return range;
};

/** The range of a page in which a quote stands, as `findFolded` finds it. */
export const findQuote = (page: PageText, quote: Quote): Range | null => {
  const found = findFolded(page.folded, quote);
  return found && rangeOf(page, found.start, found.end);
};
