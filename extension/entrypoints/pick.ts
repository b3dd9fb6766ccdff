// Injected into a page when its text is to be picked there. The mark stays as long as the line to the panel is
// open: it goes with the panel, however that ends.
import * as v from 'valibot';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { serialise } from '../features/capture/serialise.ts';
import { PickStep } from '../features/correct/pick.ts';
import { startPicking } from '../features/correct/pick-page.ts';
import { onHighlighter } from '../lib/page.ts';
import { shadowRootOf } from '../lib/shadow.ts';

export default defineUnlistedScript(() => {
  onHighlighter((port) => {
    const picking = startPicking(
      port.name,
      (range) => serialise(document, shadowRootOf, undefined, [range]).html,
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port, not a window
      (news) => port.postMessage(news),
      () => {
        picking.end();
        port.disconnect();
      },
    );
    port.onMessage.addListener((message) => picking.step(v.parse(PickStep, message)));
    port.onDisconnect.addListener(picking.end);
    addEventListener('pagehide', picking.end, { once: true });
  });
});
