// Shows highlights where they stand in the page, until they are hidden or the page goes.
import { articleText } from '../../../shared/highlight/stretch.ts';
import type { Highlight } from '../../../shared/schema/highlight.ts';
import { placeHighlights } from '../../../shared/ui/highlight/place.ts';
import type { ReadClip } from '../../lib/clip.ts';
import { markIn, type Marker } from '../../lib/mark/marker.ts';
import type { MarkAnswer } from '../../lib/mark/marking.ts';
import { quoteAt } from '../../lib/mark/quote.ts';
import type { NotTaken } from './take.ts';

/** Why highlights are not there, or nothing was highlighted. */
export type NotDone = NotTaken | Exclude<MarkAnswer, 'marked'> | 'not-saved';

/** How it stands with the highlights and the page. */
export interface InPage {
  /** How many of them are shown there; null while none is. */
  shown: { count: number; of: number } | null;
  /** What became of the last act, where that is not seen. */
  told: 'taken' | NotDone | null;
}

export const NOT_IN_PAGE: InPage = { shown: null, told: null };

const REASONS = ['cannot-mark', 'apart', 'not-found'] as const;

export interface PageMarks {
  /** Whether they are shown. */
  readonly isOn: boolean;
  /** Shows highlights of the article that was read in a tab; `goTo` scrolls to the first. */
  show: (
    clip: ReadClip,
    tabId: number,
    highlights: readonly Highlight[],
    goTo: boolean,
  ) => Promise<void>;
  hide: () => void;
}

/** Marks the page; `onChange` is called with what became of it. */
export const createPageMarks = (onChange: (inPage: InPage) => void): PageMarks => {
  let current: Marker | null = null;
  /** Of acts that overtake each other only the last one counts. */
  let lastTurn = 0;

  const drop = (): void => {
    lastTurn += 1;
    const before = current;
    current = null;
    before?.end();
  };

  return {
    get isOn() {
      return current !== null;
    },
    show: async ({ article: { blocks } }, tabId, highlights, goTo) => {
      drop();
      const turn = lastTurn;
      const text = articleText(blocks);
      const quotes = placeHighlights(blocks, highlights).flatMap(({ highlight, place }) =>
        place ? [{ ...quoteAt(text, place), look: highlight.colour }] : [],
      );
      const marker = await markIn(tabId, { quotes, goTo: goTo ? 0 : null });
      if (turn !== lastTurn) {
        marker?.end();
        return;
      }
      const answers = marker?.answers ?? [];
      const count = answers.filter((answer) => answer === 'marked').length;
      if (!marker || count === 0) {
        marker?.end();
        const reason = REASONS.find((each) => answers.includes(each)) ?? 'not-found';
        onChange({ shown: null, told: marker ? reason : 'no-access' });
        return;
      }
      current = marker;
      // The page's Escape ends it, and so does the page itself.
      marker.onEnd(() => {
        if (current !== marker) return;
        current = null;
        onChange(NOT_IN_PAGE);
      });
      onChange({ shown: { count, of: highlights.length }, told: null });
    },
    hide: () => {
      drop();
      onChange(NOT_IN_PAGE);
    },
  };
};
