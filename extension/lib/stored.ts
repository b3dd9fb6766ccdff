// What lies on this machine by our doing: how much it is, and its end.
import { browser } from 'wxt/browser';
import { wipeMirror } from './mirror.ts';
import { emptyOutbox } from './outbox.ts';

/** How much this extension has stored, in bytes; null where the browser does not tell. */
export const storedBytes = async (): Promise<number | null> =>
  (await navigator.storage.estimate()).usage ?? null;

/** Deletes everything: what was kept and not sent, the pairing, the copy of the library, every setting. */
export const deleteEverything = async (): Promise<void> => {
  await emptyOutbox();
  await Promise.all([browser.storage.local.clear(), browser.storage.session.clear()]);
  localStorage.clear();
  // Once no library is connected, nothing is copied any more.
  await wipeMirror();
};
