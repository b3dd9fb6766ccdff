// Keeps the state of the library on this machine true: to the outbox, the settings and the page's address.
import type { Highlight, Mark } from '../../../shared/schema/highlight.ts';
import { newUuid } from '../../../shared/schema/uuid.ts';
import { entriesOf } from '../../features/library/entries.ts';
import { createSearcher } from '../../features/library/search.ts';
import { completeCards, readCorrected } from '../../features/library/stored.ts';
import { countQueue } from '../../features/save/queue.ts';
import { adoptWaiting, highlightClip } from '../../features/save/save.ts';
import { interfaceLanguage } from '../../features/settings/language.ts';
import { dayOf } from '../../lib/days.ts';
import { askToSend } from '../../lib/messages.ts';
import { readHighlights } from '../../lib/highlights.ts';
import { destinationOf, type Operation } from '../../lib/operation.ts';
import { discardOperation, onOutboxChange, readOutbox } from '../../lib/outbox.ts';
import { openOptions } from '../../lib/panel.ts';
import {
  type Connection,
  connectionSetting,
  languageSetting,
  readerSetting,
  USUAL_READER,
} from '../../lib/storage.ts';
import type { LibraryActions, LibraryState } from './LibraryView.tsx';
import { dayAddress, DAYS_ADDRESS, placeOf } from './place.ts';

/** So many clips are drawn at first, and with each 'more'. */
const STEP = 60;

const libraryOf = ({ server, workspace, workspaces }: Connection) => ({
  name: workspaces.find(({ id }) => id === workspace)?.name ?? workspace,
  address: `${server}/w/${encodeURIComponent(workspace)}/library`,
});

/** What is marked in the clip that is read. */
const readMarks = async (open: LibraryState['open']): Promise<readonly Highlight[]> => {
  if (open === null || open === 'unreadable') return [];
  const connection = await connectionSetting.get();
  return readHighlights(open.article.canonicalUrl, connection && destinationOf(connection));
};

/** Runs the page; `show` is called with the first state and after every change. */
export const startLibrary = (
  show: (state: LibraryState, actions: LibraryActions) => void,
): void => {
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  let operations: readonly Operation[] = [];
  let state: LibraryState | null = null;

  const update = (change: Partial<LibraryState>): void => {
    if (!state) return;
    state = { ...state, ...change };
    show(state, actions);
  };

  const { search } = createSearcher((found) => update({ search: found }));

  const highlight = async (id: string, mark: Mark | null): Promise<void> => {
    const open = state?.open ?? null;
    if (open === null || open === 'unreadable') return;
    const { article, summary } = open;
    const clip = { id: newUuid(), capturedAt: new Date().toISOString(), article, summary };
    await highlightClip(clip, id, mark, await connectionSetting.get());
    update({ highlights: await readMarks(open) });
  };

  const look = async (): Promise<void> => {
    const open = state?.open ?? null;
    const [read, connection, setting, reader, highlights] = await Promise.all([
      readOutbox(),
      connectionSetting.get(),
      languageSetting.get(),
      readerSetting.get(),
      readMarks(open),
    ]);
    operations = read;
    const today = dayOf(new Date(), zone);
    state = {
      ...(state ?? FIRST),
      language: interfaceLanguage(setting),
      zone,
      entries: entriesOf(operations, zone, today),
      today,
      library: connection && libraryOf(connection),
      unbound: countQueue(operations, connection).unbound,
      reader,
      // Of another clip that was opened meanwhile they are known already.
      highlights: state && state.open !== open ? state.highlights : highlights,
    };
    show(state, actions);
    if (state.query !== '') void search(state.query, state.entries);
  };

  let isLooking = false;
  let isAskedAgain = false;

  /** Looks anew: once for all that ask while it is looked. Of many clips that are sent each one asks. */
  const refresh = async (): Promise<void> => {
    isAskedAgain = true;
    if (isLooking) return;
    isLooking = true;
    try {
      while (isAskedAgain) {
        isAskedAgain = false;
        await look();
      }
    } finally {
      isLooking = false;
    }
  };

  const goTo = async (fragment: string): Promise<void> => {
    const { day, clip } = placeOf(fragment);
    if (clip === null) {
      update({ day, open: null, limit: STEP });
      return;
    }
    const open = (await readCorrected(clip, operations)) ?? 'unreadable';
    // Another may have been asked for meanwhile.
    const highlights = await readMarks(open);
    if (location.hash === fragment) update({ open, highlights });
  };

  const leaveClip = (): void => {
    const day = state?.day ?? null;
    // Not a step of its own: the way back leads to where one came from.
    history.replaceState(null, '', day === null ? DAYS_ADDRESS : dayAddress(day));
    update({ open: null });
  };

  const discard = async (id: string): Promise<void> => {
    const title = state?.entries.find((entry) => entry.id === id)?.title ?? '';
    update({ discarding: null });
    await discardOperation(id);
    update({ discarded: title });
    // Counts anew what waits.
    await askToSend({ now: false });
  };

  const actions: LibraryActions = {
    onQuery: (query) => {
      update({ query, limit: STEP });
      void search(query, state?.entries ?? []);
    },
    onMore: () => update({ limit: (state?.limit ?? 0) + STEP }),
    onClose: leaveClip,
    onReaderSetting: (setting) => void readerSetting.set(setting),
    onHighlight: highlight,
    onAskDiscard: (discarding) => update({ discarding }),
    onDiscard: (id) => void discard(id),
    onAdopt: () => void connectionSetting.get().then((found) => found && adoptWaiting(found)),
    onOptions: () => void openOptions(),
  };

  const begin = async (): Promise<void> => {
    await refresh();
    await goTo(location.hash);
    await completeCards(operations);
  };

  onOutboxChange(() => void refresh());
  languageSetting.watch(() => void refresh());
  connectionSetting.watch(() => void refresh());
  readerSetting.watch(() => void refresh());
  window.addEventListener('hashchange', () => void goTo(location.hash));
  void begin();
};

const FIRST: Omit<LibraryState, 'language' | 'entries' | 'today' | 'zone' | 'library' | 'unbound'> =
  {
    day: null,
    query: '',
    search: null,
    limit: STEP,
    open: null,
    highlights: [],
    reader: USUAL_READER,
    discarding: null,
    discarded: null,
  };
