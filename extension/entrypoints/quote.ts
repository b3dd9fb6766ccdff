// Injected into a page when a person wants what is selected there highlighted; its value goes back to the panel.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { selectedQuote, type SelectedQuote } from '../lib/mark/selected.ts';

export default defineUnlistedScript({
  main: (): SelectedQuote => ({ url: location.href, quote: selectedQuote(document) }),
});
