// Injected into a page when something is to be marked there. The marks stay as long as the line to the
// panel is open: they go with the panel, however that ends.
import * as v from 'valibot';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { mark } from '../lib/mark/mark.ts';
import { Marking } from '../lib/mark/marking.ts';
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
      const { answers, clear } = mark(v.parse(Marking, message), port.name);
      addEventListener('keydown', onKey, { capture: true });
      clears.push(clear, () => removeEventListener('keydown', onKey, { capture: true }));
      // A page that one leaves and comes back to may be shown as it was left.
      addEventListener('pagehide', end, { once: true });
      port.postMessage(answers);
    });
    port.onDisconnect.addListener(end);
  });
});
