// Injected into a page when a sentence is to be shown there. The mark stays as long as the line to the
// panel is open: it goes with the panel, however that ends.
import * as v from 'valibot';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { mark } from '../features/summary/mark.ts';
import { Quote } from '../features/summary/quote.ts';
import { onHighlighter } from '../lib/page.ts';

export default defineUnlistedScript(() => {
  onHighlighter((port) => {
    const clears: (() => void)[] = [];
    const end = (): void => {
      for (const clear of clears.splice(0)) clear();
    };
    const onKey = (event: KeyboardEvent): void => {
      // A page can make up an event, and no act of its reader's.
      if (event.key !== 'Escape' || !event.isTrusted) return;
      end();
      port.disconnect();
    };
    port.onMessage.addListener((message) => {
      const { answer, clear } = mark(v.parse(Quote, message), port.name);
      addEventListener('keydown', onKey, { capture: true });
      clears.push(clear, () => removeEventListener('keydown', onKey, { capture: true }));
      // A page that one leaves and comes back to may be shown as it was left.
      addEventListener('pagehide', end, { once: true });
      port.postMessage(answer);
    });
    port.onDisconnect.addListener(end);
  });
});
