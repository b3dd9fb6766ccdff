// Keeps the panel's state true: to the page in front, the outbox, the library and the settings.
import { readPage, type Wanted } from '../../features/capture/read.ts';
import {
  correctClip,
  isSamePage,
  keepDraft,
  type OwnWords,
  ownWordsOf,
  withDraft,
} from '../../features/correct/correct.ts';
import { readSelection } from '../../features/correct/selected.ts';
import { readWritten, type Written } from '../../features/correct/written.ts';
import {
  adoptWaiting,
  fillLink,
  saveClipAgain,
  saveClipOnce,
  saveEdit,
} from '../../features/save/save.ts';
import { interfaceLanguage } from '../../features/settings/language.ts';
import { createShower } from '../../features/summary/show.ts';
import { correctionBetween } from '../../../shared/schema/correction.ts';
import type { ReadClip } from '../../lib/clip.ts';
import { boundKey } from '../../lib/gestures.ts';
import { askToSend } from '../../lib/messages.ts';
import { onOutboxChange } from '../../lib/outbox.ts';
import { frontTab, onFrontPageChange } from '../../lib/page.ts';
import { openOptions } from '../../lib/panel.ts';
import { loadReading } from '../../lib/reading.ts';
import { onRequest, type ReadRequest, takeRequest } from '../../lib/requests.ts';
import {
  connectionSetting,
  languageSetting,
  readerSetting,
  USUAL_READER,
} from '../../lib/storage.ts';
import { clipOf, look } from './look.ts';
import type { PageState, PanelActions, PanelState } from './PanelView.tsx';

const isReadAgain = (before: PageState, after: PageState | undefined): boolean => {
  const [one, other] = [clipOf(before), after && clipOf(after)];
  return one !== null && !!other && isSamePage(one, other);
};

const readSafely = async (wanted: Wanted): Promise<PageState> => {
  try {
    const reading = await readPage(wanted);
    return reading.kind === 'article'
      ? { ...reading, clip: await withDraft(reading.clip) }
      : reading;
  } catch {
    return { kind: 'broken' };
  }
};

/** Fills in a link that was kept of what has just been read. */
const fill = async (clip: ReadClip): Promise<void> => {
  try {
    await fillLink(clip, await connectionSetting.get());
  } catch {
    // The link stays as it was kept, and is filled in at the next read.
  }
};

/** Runs the panel; `show` is called with the first state and after every change. */
export const startPanel = (show: (state: PanelState, actions: PanelActions) => void): void => {
  let state: PanelState = {
    page: { kind: 'reading' },
    shown: null,
    correcting: null,
    isReaderOpen: false,
    reader: USUAL_READER,
    noSelection: null,
    fate: null,
    library: { kind: 'none' },
    queue: { waiting: 0, unbound: 0, elsewhere: 0, parked: 0 },
    isPrivate: false,
    isOffline: !navigator.onLine,
    readKey: null,
    keepKey: null,
    language: interfaceLanguage('auto'),
    zone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
    todayAddress: null,
    dayAddress: null,
  };
  /** The page that was read last: shown once it has been looked up. */
  let { page } = state;
  let readTab: number | null = null;
  /** The article that was read last, and its tab: it stays while the tab in front may not be read. */
  let last: { clip: ReadClip; tabId: number } | null = null;
  /** Reads and looks overtake each other: of each only the last one is shown. */
  let lastRead = 0;
  let lastLook = 0;

  const shower = createShower((shown) => update({ shown }));

  const update = (change: Partial<PanelState>): void => {
    const isOther = change.page !== undefined && change.page !== state.page;
    const leaves = isOther && !isReadAgain(state.page, change.page);
    state = {
      ...state,
      ...(leaves && { correcting: null, noSelection: null, isReaderOpen: false }),
      ...change,
    };
    // What was shown belongs to the page that was there before.
    if (isOther) shower.hide();
    else show(state, actions);
  };

  const refresh = async (): Promise<void> => {
    lastLook += 1;
    const turn = lastLook;
    const found = await look(page);
    if (turn === lastLook) update({ page, ...found });
  };

  const save = async (clip: ReadClip, put = saveClipOnce): Promise<void> => {
    const isShown = () => clipOf(state.page)?.id === clip.id;
    if (isShown()) update({ fate: { kind: 'saving' } });
    try {
      await put(clip, await connectionSetting.get());
      await refresh();
    } catch {
      if (isShown()) update({ fate: { kind: 'failed' } });
    }
  };

  /** Reads a tab and shows it, unless another read has begun meanwhile. */
  const read = async (wanted: Wanted): Promise<PageState> => {
    lastRead += 1;
    const turn = lastRead;
    // A page that is read once more stays as it is until it has been read.
    if (wanted.tabId !== readTab || (wanted.asked && !clipOf(page))) {
      page = { kind: 'reading' };
      lastLook += 1;
      update({ page, fate: null });
    }
    readTab = wanted.tabId;
    const found = await readSafely(wanted);
    if (turn === lastRead) {
      if (found.kind === 'article') last = { clip: found.clip, tabId: wanted.tabId };
      page = found.kind === 'no-access' && last ? { kind: 'behind', clip: last.clip } : found;
      await refresh();
      if (found.kind === 'article' && !state.isPrivate) await fill(found.clip);
    }
    return found;
  };

  const readFront = async (): Promise<void> => {
    const tab = await frontTab();
    if (tab) await read({ ...tab, asked: false });
  };

  const serve = async ({ tabId, url, keep }: ReadRequest): Promise<void> => {
    const clip = clipOf(await read({ tabId, url, asked: true }));
    if (keep && clip && !state.isPrivate) await save(clip);
  };

  const keepAgain = async (): Promise<void> => {
    // A new read has an id of its own: the library takes it as a new act.
    const tabId = state.page.kind === 'behind' && last ? last.tabId : readTab;
    if (tabId === null) return;
    update({ fate: { kind: 'saving' } });
    const clip = clipOf(await read({ tabId, url: null, asked: false }));
    if (clip) await save(clip, saveClipAgain);
  };

  /** Shows a clip as its reader sets it right, remembers that, and corrects what is kept of it. */
  const setRight = async (clip: ReadClip, own: OwnWords): Promise<void> => {
    const corrected = await correctClip(clip, own);
    const changes = correctionBetween(clip.article, corrected.article);
    if (Object.keys(changes).length > 0)
      await saveEdit(corrected, changes, await connectionSetting.get());
    // What cannot be remembered is shown, and kept, all the same.
    await keepDraft(corrected).catch(() => undefined);
    // It may have been read once more, or left, meanwhile.
    const before = page;
    if (before.kind !== 'article' && before.kind !== 'behind') return;
    if (!isSamePage(before.clip, clip)) return;
    const clipNow = await correctClip(before.clip, own);
    if (page !== before) return;
    page = { ...before, clip: clipNow };
    if (last) last = { ...last, clip: clipNow };
    update({ page, noSelection: null });
    await refresh();
  };

  const correct = async (written: Written | null): Promise<void> => {
    const clip = clipOf(state.page);
    if (!clip) return;
    const asRead = clip.asRead?.article ?? clip.article;
    const said = written && readWritten(written, clip.article, asRead, state.zone);
    if (said && 'problems' in said) {
      update({ correcting: said });
      return;
    }
    const own = said
      ? { ...ownWordsOf(clip), correction: said.correction }
      : { correction: {}, blocks: null };
    try {
      await setRight(clip, own);
      update({ correcting: null });
    } catch {
      update({ correcting: { problems: [], failed: true } });
    }
  };

  const takeSelection = async (): Promise<void> => {
    const clip = clipOf(page);
    if (!clip || readTab === null) return;
    const found = await readSelection(readTab, clip.article.url);
    if (typeof found === 'string') update({ noSelection: found });
    else await setRight(clip, { ...ownWordsOf(clip), blocks: found });
  };

  const giveTextBack = async (): Promise<void> => {
    const clip = clipOf(page);
    if (clip) await setRight(clip, { ...ownWordsOf(clip), blocks: null });
  };

  const actions: PanelActions = {
    onShow: (sentence) => {
      if (last) void shower.show(last.clip, last.tabId, sentence);
    },
    onHide: shower.hide,
    onCorrecting: (open) =>
      update({ correcting: open && clipOf(state.page) ? { problems: [] } : null }),
    onCorrect: (written) => void correct(written),
    onReader: (isReaderOpen) => update({ isReaderOpen }),
    onReaderSetting: (setting) => void readerSetting.set(setting),
    onSelection: (take) => void (take ? takeSelection() : giveTextBack()),
    onKeep: () => {
      const clip = clipOf(state.page);
      if (clip && (state.fate?.kind === 'new' || state.fate?.kind === 'failed')) void save(clip);
    },
    onKeepAgain: () => void keepAgain(),
    onSendNow: () => void askToSend({ now: true }),
    onAdopt: () => void connectionSetting.get().then((found) => found && adoptWaiting(found)),
    onOptions: () => void openOptions(),
  };

  const nameKeys = async (): Promise<void> => {
    const [readKey, keepKey] = await Promise.all([boundKey('read'), boundKey('keep')]);
    update({ readKey, keepKey });
  };

  const begin = async (): Promise<void> => {
    void loadReading();
    const [setting, tab] = await Promise.all([languageSetting.get(), frontTab()]);
    update({ language: interfaceLanguage(setting), isPrivate: tab?.isPrivate === true });
    void nameKeys();
    void readerSetting.get().then((reader) => update({ reader }));
    if (!tab) return;
    const { windowId } = tab;
    const takeAndServe = async (): Promise<boolean> => {
      const request = await takeRequest(windowId);
      if (request) await serve(request);
      return request !== null;
    };
    onRequest(windowId, () => void takeAndServe());
    onFrontPageChange(windowId, () => void readFront());
    if (!(await takeAndServe())) await readFront();
  };

  languageSetting.watch((setting) => update({ language: interfaceLanguage(setting) }));
  readerSetting.watch((reader) => update({ reader }));
  connectionSetting.watch(() => void refresh());
  onOutboxChange(() => void refresh());
  window.addEventListener('keydown', ({ key }) => {
    // The panel's own text is a dialog, and closes itself.
    if (key === 'Escape' && state.shown?.instead === null) shower.hide();
  });
  window.addEventListener('online', () => {
    update({ isOffline: false });
    void askToSend({ now: true });
  });
  window.addEventListener('offline', () => update({ isOffline: true }));
  void askToSend({ now: false });
  void begin();
};
