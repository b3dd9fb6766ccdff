// The background asks the panel of a window to read a tab. The request lies in session storage,
// because at the first gesture the panel does not run yet.
import * as v from 'valibot';
import { browser } from 'wxt/browser';

const ReadRequest = v.object({
  tabId: v.number(),
  /** The tab's address, where the gesture tells it. */
  url: v.nullable(v.string()),
  /** Milliseconds since 1970. */
  at: v.number(),
  keep: v.boolean(),
});
export type ReadRequest = v.InferOutput<typeof ReadRequest>;

// A request that no panel took is forgotten: nobody expects a page to be kept minutes later.
const MAX_AGE_MS = 10_000;

const keyOf = (windowId: number): string => `request-${windowId}`;

/** Leaves a request for the panel of a window, in place of an older one. */
export const putRequest = async (windowId: number, request: ReadRequest): Promise<void> => {
  await browser.storage.session.set({ [keyOf(windowId)]: request });
};

/** Takes the request that waits for the panel of a window; null where there is none. */
export const takeRequest = async (windowId: number): Promise<ReadRequest | null> => {
  const key = keyOf(windowId);
  const stored = await browser.storage.session.get(key);
  await browser.storage.session.remove(key);
  const request = v.safeParse(ReadRequest, stored[key]);
  return request.success && Date.now() - request.output.at < MAX_AGE_MS ? request.output : null;
};

/** Calls `listener` when a request arrives for a window. Answers a function that ends it. */
export const onRequest = (windowId: number, listener: () => void): (() => void) => {
  const changed = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area === 'session' && changes[keyOf(windowId)]?.newValue) listener();
  };
  browser.storage.onChanged.addListener(changed);
  return () => browser.storage.onChanged.removeListener(changed);
};
