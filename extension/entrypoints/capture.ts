// Injected into a page on a person's gesture; its value goes back to the panel.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { Captured } from '../features/capture/captured.ts';
import { serialise } from '../features/capture/serialise.ts';
import { selectedRanges } from '../lib/mark/ranges.ts';
import { own } from '../lib/dom.ts';
import { shadowRootOf } from '../lib/shadow.ts';

export default defineUnlistedScript({
  main: (): Captured => ({
    ...serialise(document, shadowRootOf),
    url: location.href,
    contentType: own(Document.prototype, 'contentType', document),
    capturedAt: new Date().toISOString(),
    selected: selectedRanges(document).length > 0,
  }),
});
