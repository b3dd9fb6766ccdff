// What the extension's pages say to its background.
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { isOwnPage } from './sender.ts';

const SendMessage = v.object({
  kind: v.literal('send'),
  /** True to send what waits for its next try too. */
  now: v.boolean(),
});
const CaptureMessage = v.object({ kind: v.literal('capture'), tabId: v.number() });

/** Asks the background to send what waits in the outbox. Never fails: an alarm asks again. */
export const askToSend = async ({ now }: { now: boolean }): Promise<void> => {
  await browser.runtime.sendMessage({ kind: 'send', now }).catch(() => undefined);
};

/** Calls `send` at every such message of our own pages; the background lives at least until it is done. */
export const onAskedToSend = (send: (now: boolean) => Promise<void>): void => {
  browser.runtime.onMessage.addListener((received, sender, answer) => {
    if (!isOwnPage(sender)) return false;
    const message = v.safeParse(SendMessage, received);
    if (!message.success) return false;
    void send(message.output.now).finally(() => answer(null));
    return true;
  });
};

/** Asks the background for what it captured of a tab at the last gesture, still unknown; null where it has nothing. */
export const askForCapture = (tabId: number): Promise<unknown> =>
  browser.runtime.sendMessage({ kind: 'capture', tabId }).catch(() => null);

/** Answers each such message of our own pages with what `take` gives. */
export const onAskedForCapture = (take: (tabId: number) => Promise<unknown>): void => {
  browser.runtime.onMessage.addListener((received, sender, answer) => {
    if (!isOwnPage(sender)) return false;
    const message = v.safeParse(CaptureMessage, received);
    if (!message.success) return false;
    void take(message.output.tabId).then(answer, () => answer(null));
    return true;
  });
};
