// How a text is set in the panel, changed bit by bit.
import type { ReaderSetting } from '../../shared/schema/reader.ts';
import { readerSetting } from './storage.ts';

let last: Promise<void> = Promise.resolve();

/** Changes some of it. One after the other, so that none takes back what was changed before and is not stored yet. */
export const changeReader = (change: Partial<ReaderSetting>): Promise<void> => {
  const store = async () => readerSetting.set({ ...(await readerSetting.get()), ...change });
  last = last.then(store, store);
  return last;
};
