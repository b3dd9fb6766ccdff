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

const find = async (key: string): Promise<ReadRequest | null> => {
  const request = v.safeParse(ReadRequest, (await browser.storage.session.get(key))[key]);
  if (!request.success) return null;
  // A clock that was set back makes an old request one of the future.
  const age = Math.abs(Date.now() - request.output.at);
  return age < MAX_AGE_MS ? request.output : null;
};

// Put and taken one after the other: a request that comes while one is taken would be lost.
const alone = <T>(key: string, work: () => Promise<T>): Promise<T> =>
  navigator.locks.request(key, work);

/** Leaves a request for the panel of a window, in place of an older one; that a tab is to be kept stays. */
export const putRequest = (windowId: number, request: ReadRequest): Promise<void> => {
  const key = keyOf(windowId);
  return alone(key, async () => {
    const older = await find(key);
    const keep = request.keep || (older?.tabId === request.tabId && older.keep);
    await browser.storage.session.set({ [key]: { ...request, keep } });
  });
};

/** Takes the request that waits for the panel of a window; null where there is none. */
export const takeRequest = (windowId: number): Promise<ReadRequest | null> => {
  const key = keyOf(windowId);
  return alone(key, async () => {
    const request = await find(key);
    await browser.storage.session.remove(key);
    return request;
  });
};

/** Calls `listener` when a request arrives for a window. */
export const onRequest = (windowId: number, listener: () => void): void =>
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'session' && changes[keyOf(windowId)]?.newValue) listener();
  });
