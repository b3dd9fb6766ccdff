// Keeps all tabs of the window that this page stands in, once the person has allowed them to be read.
import { linkClip } from '../../features/capture/link.ts';
import { readPage } from '../../features/capture/read.ts';
import { saveClipOnce } from '../../features/save/save.ts';
import { interfaceLanguage } from '../../features/settings/language.ts';
import { keepAll, rowsOf, type TabOutcome } from '../../features/tabs/keep-all.ts';
import type { ReadClip } from '../../lib/clip.ts';
import { connectionSetting, languageSetting } from '../../lib/storage.ts';
import {
  askForAllPages,
  countTabs,
  giveBackAllPages,
  type OpenTab,
  openTabs,
} from '../../lib/tabs.ts';
import type { TabsActions, TabsState } from './TabsView.tsx';

const readTab = async ({ tabId, url, title, isAsleep }: OpenTab): Promise<ReadClip | null> => {
  const link = linkClip(url, title, new Date().toISOString());
  if (isAsleep) return link;
  const reading = await readPage({ tabId, url, asked: true });
  if (reading.kind === 'article') return reading.clip;
  // No script may run in a store's pages or a PDF, but there is an address to come back to.
  return reading.kind === 'no-article' ? reading.link : link;
};

const keep = async (tab: OpenTab): Promise<TabOutcome> => {
  const clip = await readTab(tab);
  if (!clip) return 'unreadable';
  const isNew = await saveClipOnce(clip, await connectionSetting.get());
  if (!isNew) return 'already';
  return clip.article.blocks.length > 0 ? 'kept' : 'link';
};

/** Runs the page; `show` is called with the first state and after every change. */
export const startTabs = (show: (state: TabsState, actions: TabsActions) => void): void => {
  let state: TabsState = {
    language: interfaceLanguage('auto'),
    count: 0,
    stage: 'asking',
    rows: [],
  };
  const stop = new AbortController();

  const update = (change: Partial<TabsState>): void => {
    state = { ...state, ...change };
    show(state, actions);
  };

  const run = async (): Promise<void> => {
    const tabs = await openTabs();
    update({ stage: 'keeping', count: tabs.length, rows: rowsOf(tabs) });
    await keepAll(tabs, keep, (rows) => update({ rows }), stop.signal);
    await giveBackAllPages();
    update({ stage: stop.signal.aborted ? 'stopped' : 'done' });
  };

  const start = async (): Promise<void> => {
    const isAllowed = await askForAllPages().catch(() => false);
    if (isAllowed) await run();
    else update({ stage: 'refused' });
  };

  const actions: TabsActions = {
    onStart: () => void start(),
    onStop: () => stop.abort(),
  };

  const begin = async (): Promise<void> => {
    const [setting, count] = await Promise.all([languageSetting.get(), countTabs()]);
    update({ language: interfaceLanguage(setting), count });
  };

  languageSetting.watch((setting) => update({ language: interfaceLanguage(setting) }));
  void begin();
};
