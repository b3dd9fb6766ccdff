// From the panel: has the reader pick the text on the page.
import * as v from 'valibot';
import type { Block } from '../../../shared/schema/block.ts';
import { openPicker } from '../../lib/page.ts';
import { PickNews, type PickStep } from './pick.ts';
import { pickStyle } from './pick-style.ts';
import { blocksOf, type NoSelection } from './selected.ts';

/** What becomes of picking. */
export interface PickListener {
  /** A block is marked in the page; how its text begins. */
  onAt: (text: string) => void;
  /** One was taken: its blocks, or why there are none. */
  onPicked: (picked: Block[] | NoSelection) => void;
  /** It ended, by whatever. */
  onEnd: () => void;
}

export interface Picker {
  step: (step: PickStep) => void;
  end: () => void;
}

/**
 * Begins to pick in a tab; null where the page may not be looked at.
 * @param url the address of the article that the text is to be the body of
 */
export const pickIn = async (
  tabId: number,
  url: string,
  { onAt, onPicked, onEnd }: PickListener,
): Promise<Picker | null> => {
  const port = await openPicker(tabId, pickStyle).catch(() => null);
  if (!port) return null;
  let isOver = false;
  const end = (): void => {
    if (isOver) return;
    isOver = true;
    port.disconnect();
    onEnd();
  };
  port.onDisconnect.addListener(end);
  port.onMessage.addListener((message) => {
    const news = v.safeParse(PickNews, message);
    if (!news.success || isOver) return;
    if (news.output.kind === 'at') {
      onAt(news.output.text);
      return;
    }
    const { selected } = news.output;
    end();
    void blocksOf(selected, url).then(onPicked);
  });
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port, not a window
    step: (step) => port.postMessage(step),
    end,
  };
};
