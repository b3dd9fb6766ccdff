// Shows a sentence where it stands: in the page, or in the panel's own text where the page will not do.
import * as v from 'valibot';
import type { ReadClip } from '../../lib/clip.ts';
import { openMarker } from '../../lib/page.ts';
import { MarkAnswer } from './mark-answer.ts';
import { markStyle } from './mark-style.ts';
import { type Quote, quoteOf } from './quote.ts';

/** Why a sentence is not shown in the page. */
export type Reason = Exclude<MarkAnswer, 'marked'> | 'no-access';

/** The sentence of the summary that is shown, and where. */
export interface Shown {
  sentence: number;
  /** Null while it is marked in the page. */
  instead: Reason | null;
}

type Marker = Awaited<ReturnType<typeof openMarker>>;

/** Asks the page; a line that breaks before the answer counts as no access. */
const ask = (marker: Marker, quote: Quote): Promise<MarkAnswer | 'no-access'> =>
  new Promise((resolve) => {
    marker.onMessage.addListener((message) => {
      const answer = v.safeParse(MarkAnswer, message);
      resolve(answer.success ? answer.output : 'no-access');
    });
    marker.onDisconnect.addListener(() => resolve('no-access'));
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port, not a window
    marker.postMessage(quote);
  });

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
    current?.disconnect();
    current = null;
  };

  const show = async ({ article, summary }: ReadClip, tabId: number, sentence: number) => {
    drop();
    const turn = lastTurn;
    const span = summary.sentences[sentence];
    if (!span) return;
    const marker = await openMarker(tabId, markStyle).catch(() => null);
    const answer = marker && (await ask(marker, quoteOf(article.blocks, span)));
    if (turn !== lastTurn) {
      marker?.disconnect();
      return;
    }
    if (answer !== 'marked') {
      marker?.disconnect();
      onChange({ sentence, instead: answer ?? 'no-access' });
      return;
    }
    current = marker;
    // The page's Escape ends it, and so does the page itself.
    marker?.onDisconnect.addListener(() => {
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
