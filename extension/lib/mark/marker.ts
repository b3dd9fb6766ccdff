// Marks text in a tab, from the panel: as long as the line to the page is open.
import * as v from 'valibot';
import { openMarker } from '../page.ts';
import { type MarkAnswer, MarkAnswers, type Marking } from './marking.ts';
import { markStyle } from './style.ts';

export interface Marker {
  /** One answer for each quote. */
  answers: readonly MarkAnswer[];
  /** Takes the marks away. */
  end: () => void;
  /** Calls `listener` when the page takes them away: by its Escape, or by going. */
  onEnd: (listener: () => void) => void;
}

type Port = Awaited<ReturnType<typeof openMarker>>;

const ask = (port: Port, marking: Marking): Promise<readonly MarkAnswer[] | null> =>
  new Promise((resolve) => {
    port.onMessage.addListener((message) => {
      const answers = v.safeParse(MarkAnswers, message);
      resolve(answers.success ? answers.output : null);
    });
    port.onDisconnect.addListener(() => resolve(null));
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port, not a window
    port.postMessage(marking);
  });

/** Marks text in a tab. Null where the tab may not be read, or the line to it broke. */
export const markIn = async (tabId: number, marking: Marking): Promise<Marker | null> => {
  const port = await openMarker(tabId, markStyle).catch(() => null);
  const answers = port && (await ask(port, marking));
  if (!port || !answers) {
    port?.disconnect();
    return null;
  }
  return {
    answers,
    end: () => port.disconnect(),
    onEnd: (listener) => port.onDisconnect.addListener(listener),
  };
};
