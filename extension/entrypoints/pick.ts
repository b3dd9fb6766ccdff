// Injected into a page when its text is to be picked there. The mark stays as long as the line to the panel is
// open: it goes with the panel, however that ends.
import * as v from 'valibot';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { serialise } from '../features/capture/serialise.ts';
import { PickStep } from '../features/correct/pick.ts';
import { startPicking } from '../features/correct/pick-page.ts';
import { onMarker } from '../lib/page.ts';
import { shadowRootOf } from '../lib/shadow.ts';

export default defineUnlistedScript(() => {
  onMarker((port) => {
    const picking = startPicking(
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
