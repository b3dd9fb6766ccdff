// A page is captured at the gesture itself, by the background, while the panel still opens.
import { runCapture } from '../../lib/page.ts';

// As old as a request may be: what nobody came for is forgotten.
const MAX_AGE_MS = 10_000;

// The panel tries longer where the grant is late, and finds out why where there is none.
const TRIES = 2;

interface Ahead {
  tabId: number;
  /** Milliseconds since 1970. */
  at: number;
  result: Promise<unknown>;
}

let last: Ahead | null = null;

/** Begins to capture a tab; of several only the last one counts. */
export const captureAhead = (tabId: number): void => {
  last = { tabId, at: Date.now(), result: runCapture(tabId, TRIES).catch(() => null) };
};

/** What was captured of a tab, once; null where nothing was, or too long ago. */
export const takeCapture = async (tabId: number): Promise<unknown> => {
  const ahead = last;
  if (ahead?.tabId !== tabId) return null;
  last = null;
  return Math.abs(Date.now() - ahead.at) < MAX_AGE_MS ? ahead.result : null;
};
