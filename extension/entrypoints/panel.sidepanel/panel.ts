// Keeps the panel's state true: to the page in front, the outbox, the library and the settings.
import { adoptWaiting } from '../../features/save/save.ts';
import { interfaceLanguage } from '../../features/settings/language.ts';
import { boundKey } from '../../lib/gestures.ts';
import { onLinkKept } from '../../lib/link-kept.ts';
import { chooseWorkspace } from '../../lib/connections.ts';
import { askToSend } from '../../lib/messages.ts';
import type { Destination } from '../../lib/operation.ts';
import { onOutboxChange } from '../../lib/outbox.ts';
import { frontTab, onFrontPageChange, onTabChange } from '../../lib/page.ts';
import { openLibrary, openOptions, openTabsPage } from '../../lib/panel.ts';
import { forgetWorkspaceOf } from '../../lib/placements.ts';
import { loadReading } from '../../lib/reading.ts';
import { listenForKeys } from '../../lib/single-keys.ts';
import { onRequest, takeRequest } from '../../lib/requests.ts';
import { changeReader } from '../../lib/reader-setting.ts';
import {
  connectionSetting,
  languageSetting,
  otherConnectionsSetting,
  readerSetting,
  sectionCategoriesSetting,
  withoutServerSetting,
} from '../../lib/storage.ts';
import { type Corrections, createCorrections } from './corrections.ts';
import { createHighlights, type Highlights } from './highlights.ts';
import { createFilings, type Filings } from './filing.ts';
import { createRelations, type Relations } from './relations.ts';
import { createModel, type Model } from './model.ts';
import { clipOf } from './page-state.ts';
import { createPages, type Pages } from './pages.ts';
import type { PanelSearch } from './search.ts';
import type { PanelActions, PanelState } from './state.ts';
import { reportedOf } from './reporting.ts';

/** What is shown is looked up there, and goes there: whatever was chosen for its site before. */
const switchTo = async (model: Model, destination: Destination): Promise<void> => {
  const clip = clipOf(model.state.page);
  if (clip) await forgetWorkspaceOf(clip.article.url);
  await chooseWorkspace(destination);
  await model.refresh();
};

const actionsOf = (
  model: Model,
  pages: Pages,
  corrections: Corrections,
  highlights: Highlights,
  filings: Filings,
  relations: Relations,
  search: { open: () => void; query: (query: string) => void },
): PanelActions => ({
  onShow: (sentence) => {
    const { last } = model;
    if (last) void model.shower.show(last.clip, last.tabId, sentence);
  },
  onHide: model.shower.hide,
  onCorrecting: corrections.open,
  onWriting: corrections.write,
  onCorrect: (written) => void corrections.correct(written),
  onReadAnyway: () => void pages.readAnyway(),
  onReport: (open) => model.update({ report: open ? reportedOf(model.state) : null }),
  onSearch: (open) => (open ? search.open() : model.update({ search: null })),
  onQuery: search.query,
  onReader: (isReaderOpen) => {
    model.update({ isReaderOpen });
    if (isReaderOpen) void highlights.fetch();
  },
  onHighlight: highlights.set,
  onTakeHighlight: () => void highlights.take(),
  onHighlightsInPage: (isShown) => void highlights.showInPage(isShown),
  onReaderSetting: (change) => void changeReader(change),
  onSelection: (take) => {
    if (!take) void corrections.giveTextBack();
    else if (pages.tabId !== null) void corrections.takeSelection(pages.tabId);
  },
  onPick: (begins) => {
    if (!begins) corrections.endPick();
    else if (pages.tabId !== null) void corrections.pick(pages.tabId);
  },
  onPickStep: corrections.pickStep,
  onFilingForm: (isOpen) => void filings.open(isOpen),
  onPlace: (place) => void filings.place(place),
  onLookAgain: () => {
    if (pages.tabId !== null) void relations.lookAgain(pages.tabId);
  },
  onMoreRelated: () => void relations.more(),
  onKeep: () => void pages.keep(),
  onKeepAgain: () => void pages.keepAgain(),
  onUpdate: () => void pages.update(),
  onSendNow: () => void askToSend({ now: true }),
  onAdopt: () => void connectionSetting.get().then((found) => found && adoptWaiting(found)),
  onLibrary: () => void openLibrary(),
  onOptions: () => void openOptions(),
  onTabs: () => void openTabsPage(),
  onSwitch: (destination) => void switchTo(model, destination),
});

/** What changes beside the page: settings, outbox, network, keys. */
const followSurroundings = (model: Model, corrections: Corrections): void => {
  languageSetting.watch((setting) => model.update({ language: interfaceLanguage(setting) }));
  readerSetting.watch((reader) => model.update({ reader }));
  connectionSetting.watch(() => void model.refresh());
  otherConnectionsSetting.watch(() => void model.refresh());
  withoutServerSetting.watch(() => void model.refresh());
  sectionCategoriesSetting.watch(() => void model.refresh());
  onOutboxChange(() => void model.refresh());
  window.addEventListener('keydown', ({ key }) => {
    // The panel's own text is a dialog, and closes itself.
    if (key !== 'Escape') return;
    if (model.state.shown?.instead === null) model.shower.hide();
    corrections.endPick();
  });
  window.addEventListener('online', () => {
    model.update({ isOffline: false });
    void askToSend({ now: true });
  });
  window.addEventListener('offline', () => model.update({ isOffline: true }));
};

const nameKeys = async (model: Model): Promise<void> => {
  const [readKey, keepKey] = await Promise.all([boundKey('read'), boundKey('keep')]);
  model.update({ readKey, keepKey });
};

const begin = async (model: Model, pages: Pages): Promise<void> => {
  void loadReading();
  const [setting, tab] = await Promise.all([languageSetting.get(), frontTab()]);
  model.update({ language: interfaceLanguage(setting), isPrivate: tab?.isPrivate === true });
  void nameKeys(model);
  void readerSetting.get().then((reader) => model.update({ reader }));
  if (!tab) return;
  const { windowId } = tab;
  const takeAndServe = async (): Promise<boolean> => {
    const request = await takeRequest(windowId);
    if (request) await pages.serve(request);
    return request !== null;
  };
  onRequest(windowId, () => void takeAndServe());
  onLinkKept(windowId, (linkKept) => model.update({ linkKept }));
  onTabChange(pages.forget);
  onFrontPageChange(windowId, () => void pages.showFront());
  if (!(await takeAndServe())) await pages.showFront();
};

/** The search, whose half that reads is loaded once it is opened. */
const searchOf = (model: Model) => {
  let loaded: PanelSearch | null = null;
  return {
    open: async (): Promise<void> => {
      loaded ??= (await import('./search.ts')).createPanelSearch(model);
      await loaded.open();
    },
    query: (query: string) => loaded?.query(query),
  };
};

/** Runs the panel; `show` is called with the first state and after every change. */
export const startPanel = (show: (state: PanelState, actions: PanelActions) => void): void => {
  const model = createModel((state) => {
    show(state, actions);
    relations.follow(state);
  });
  const relations = createRelations(model);
  const search = searchOf(model);
  listenForKeys({ '/': search.open }, new AbortController().signal);
  const corrections = createCorrections(model);
  const filings = createFilings(model);
  const pages = createPages(model, async () => {
    // Who is quick keeps an article where it was just put, too.
    await filings.settled();
    return corrections.settle();
  });
  const actions = actionsOf(
    model,
    pages,
    corrections,
    createHighlights(model),
    filings,
    relations,
    search,
  );
  followSurroundings(model, corrections);
  void askToSend({ now: false });
  void begin(model, pages);
};
