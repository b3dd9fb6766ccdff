// Keeps one tab after the other, and tells how it goes.
import type { OpenTab } from '../../lib/tabs.ts';

/** What became of a tab: its article, or for want of one its link, was kept; or why nothing was. */
export type TabOutcome = 'kept' | 'link' | 'already' | 'unreadable' | 'failed';

export interface TabRow extends Pick<OpenTab, 'tabId' | 'url' | 'title'> {
  outcome: TabOutcome | 'waiting' | 'reading';
}

/** Every tab as it is before its turn. */
export const rowsOf = (tabs: readonly OpenTab[]): TabRow[] =>
  tabs.map(({ tabId, url, title }) => ({ tabId, url, title, outcome: 'waiting' }));

/** One that never answers holds up nobody. */
const PATIENCE_MS = 20_000;

const inTime = async (work: Promise<TabOutcome>): Promise<TabOutcome> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<TabOutcome>((resolve) => {
    timer = setTimeout(() => resolve('failed'), PATIENCE_MS);
  });
  try {
    return await Promise.race([work.catch(() => 'failed' as const), late]);
  } finally {
    clearTimeout(timer);
  }
};

/** Keeps tabs by `keep` in their order, until all are done or it is stopped. `tell` hears of each change. */
export const keepAll = async (
  tabs: readonly OpenTab[],
  keep: (tab: OpenTab) => Promise<TabOutcome>,
  tell: (rows: readonly TabRow[]) => void,
  stopped: AbortSignal,
): Promise<void> => {
  let rows: readonly TabRow[] = rowsOf(tabs);
  const set = (tabId: number, outcome: TabRow['outcome']): void => {
    rows = rows.map((row) => (row.tabId === tabId ? { ...row, outcome } : row));
    tell(rows);
  };
  for (const tab of tabs) {
    if (stopped.aborted) return;
    set(tab.tabId, 'reading');
    set(tab.tabId, await inTime(keep(tab)));
  }
};
