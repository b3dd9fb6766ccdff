// What the extension's pages say to its background.
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { isOwnPage } from './sender.ts';

const Message = v.object({
  kind: v.literal('send'),
  /** True to send what waits for its next try too. */
  now: v.boolean(),
});

/** Asks the background to send what waits in the outbox. Never fails: an alarm asks again. */
export const askToSend = async ({ now }: { now: boolean }): Promise<void> => {
  await browser.runtime.sendMessage({ kind: 'send', now }).catch(() => undefined);
};

/** Calls `send` at every such message of our own pages; the background lives at least until it is done. */
export const onAskedToSend = (send: (now: boolean) => Promise<void>): void => {
  browser.runtime.onMessage.addListener((received, sender, answer) => {
    if (!isOwnPage(sender)) return false;
    const message = v.safeParse(Message, received);
    if (!message.success) return false;
    void send(message.output.now).finally(() => answer(null));
    return true;
  });
};
