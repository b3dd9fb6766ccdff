// Injected into a page when a person wants only what is selected there; its value goes back to the panel.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { serialise } from '../features/capture/serialise.ts';
import { selectedRanges } from '../lib/mark/ranges.ts';
import type { Selected } from '../features/correct/selected.ts';
import { shadowRootOf } from '../lib/shadow.ts';

export default defineUnlistedScript({
  main: (): Selected => {
    const ranges = selectedRanges(document);
    const { html } = serialise(document, shadowRootOf, undefined, ranges);
    return { url: location.href, html: ranges.length > 0 ? html : null };
  },
});
