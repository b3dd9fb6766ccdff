// What became of a link that was kept from its menu: the background tells the panel of that window, where there
// is one.
import * as v from 'valibot';

const LinkKept = v.object({
  windowId: v.number(),
  title: v.string(),
  /** `known`: it was kept before, or waits. */
  outcome: v.picklist(['kept', 'known', 'failed']),
});
export type LinkKept = v.InferOutput<typeof LinkKept>;

const NAME = 'link-kept';

export const tellLinkKept = (told: LinkKept): void => {
  const channel = new BroadcastChannel(NAME);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no other origin
  channel.postMessage(told);
  channel.close();
};

/** Calls `listener` when a link of a window was kept, as long as the page that calls lives. */
export const onLinkKept = (windowId: number, listener: (told: LinkKept) => void): void => {
  new BroadcastChannel(NAME).addEventListener('message', ({ data }) => {
    const told = v.safeParse(LinkKept, data);
    if (told.success && told.output.windowId === windowId) listener(told.output);
  });
};
