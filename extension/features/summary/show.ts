// Shows a sentence where it stands: in the page, or in the panel's own text where the page will not do.
import type { ReadClip } from '../../lib/clip.ts';
import { markIn, type Marker } from '../../lib/mark/marker.ts';
import type { MarkAnswer } from '../../lib/mark/marking.ts';
import { quoteOf } from '../../lib/mark/quote.ts';

/** Why a sentence is not shown in the page. */
export type Reason = Exclude<MarkAnswer, 'marked'> | 'no-access';

/** The sentence of the summary that is shown, and where. */
export interface Shown {
  sentence: number;
  /** Null while it is marked in the page. */
  instead: Reason | null;
}

export interface Shower {
  show: (clip: ReadClip, tabId: number, sentence: number) => Promise<void>;
  hide: () => void;
}

/** Shows one sentence at a time; `onChange` is called with each that is shown, and null when none is. */
export const createShower = (onChange: (shown: Shown | null) => void): Shower => {
  let current: Marker | null = null;
  /** Of clicks that overtake each other only the last one counts. */
  let lastTurn = 0;

  const drop = (): void => {
    lastTurn += 1;
    current?.end();
    current = null;
  };

  const show = async ({ article, summary }: ReadClip, tabId: number, sentence: number) => {
    drop();
    const turn = lastTurn;
    const span = summary.sentences[sentence];
    if (!span) return;
    const quote = { ...quoteOf(article.blocks, span), look: 'summary' } as const;
    const marker = await markIn(tabId, { quotes: [quote], goTo: 0 });
    if (turn !== lastTurn) {
      marker?.end();
      return;
    }
    const answer = marker?.answers[0] ?? 'no-access';
    if (answer !== 'marked') {
      marker?.end();
      onChange({ sentence, instead: answer });
      return;
    }
    current = marker;
    // The page's Escape ends it, and so does the page itself.
    marker?.onEnd(() => {
      if (current === marker) onChange(null);
    });
    onChange({ sentence, instead: null });
  };

  return {
    show,
    hide: () => {
      drop();
      onChange(null);
    },
  };
};
