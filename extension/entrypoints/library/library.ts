// Keeps the state of the library on this machine true: to the outbox, the library's copy, the settings and the page's
// address.
import { libraryTexts } from '../../../shared/locales/library.ts';
import { listedTexts } from '../../../shared/locales/listed.ts';
import type { Act } from '../../../shared/schema/act.ts';
import { countNames, filingChange } from '../../../shared/schema/filing.ts';
import type { Mark } from '../../../shared/schema/highlight.ts';
import { newUuid } from '../../../shared/schema/uuid.ts';
import { parseQuery } from '../../../shared/search/query.ts';
import { acted, actsOf } from '../../features/library/acted.ts';
import { completeCards } from '../../features/library/complete.ts';
import { inOrder, type Listed, type ListSort } from '../../features/library/listed.ts';
import { type ReadList, readList } from '../../features/library/read.ts';
import { createSearcher, type Search } from '../../features/library/search.ts';
import { readCorrected } from '../../features/library/stored.ts';
import { type ListNames, namesIn } from '../../features/library/values.ts';
import { saveAct } from '../../features/save/save-act.ts';
import { countQueue } from '../../features/save/queue.ts';
import { adoptWaiting, highlightClip } from '../../features/save/save.ts';
import { interfaceLanguage } from '../../features/settings/language.ts';
import { texts } from '../../../shared/locales/index.ts';
import { connectionOf } from '../../lib/connections.ts';
import { dayOf } from '../../lib/days.ts';
import { highlightedUrls } from '../../lib/highlights.ts';
import { askToSend } from '../../lib/messages.ts';
import { onMirrorChange } from '../../lib/mirror.ts';
import { type Destination, destinationOf, type Operation } from '../../lib/operation.ts';
import { discardOperation, onOutboxChange, readOutbox } from '../../lib/outbox.ts';
import { openOptions } from '../../lib/panel.ts';
import { areKeysOn, setKeysOn } from '../../lib/single-keys.ts';
import { changeReader } from '../../lib/reader-setting.ts';
import {
  connectionSetting,
  languageSetting,
  readerSetting,
  USUAL_READER,
} from '../../lib/storage.ts';
import type { LibraryActions, LibraryState } from './LibraryView.tsx';
import { copyOf, isOnShelf, libraryOf, readMarks, refusedOf } from './shown.ts';
import { addressOf, type Place, placeOf, shelfOf, sortOf, START } from './place.ts';

/** So many clips are drawn at first, and with each 'more'. */
const STEP = 60;

const NONE: ReadonlySet<string> = new Set();

const isSameList = (one: Place, other: Place): boolean =>
  addressOf({ ...one, clip: null }) === addressOf({ ...other, clip: null });

/** Runs the page; `show` is called with the first state and after every change. */
export const startLibrary = (
  show: (state: LibraryState, actions: LibraryActions) => void,
): void => {
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  let operations: readonly Operation[] = [];
  /** As it lies here, and with what waits to be done with it. */
  let read: readonly Listed[] = [];
  let listed: readonly Listed[] = [];
  let step = 0;
  /** What the library has done while the copy does not tell it yet, and how far that was then. */
  let settling: readonly { act: Operation; step: number }[] = [];
  /** Moves with what is done here: what was read of the outbox before that is read once more. */
  let turn = 0;
  /** Acts that were taken back: they are gone from the outbox without having been done. */
  const takenBack = new Set<string>();
  /** What stays on a shelf that it has left, until one goes elsewhere. */
  const held = new Set<string>();
  let names: ListNames | null = null;
  const orders = new Map<ListSort, readonly Listed[]>();
  let search: Search | null = null;
  let state: LibraryState | null = null;

  const update = (change: Partial<LibraryState>): void => {
    if (!state) return;
    state = { ...state, ...change };
    show(state, actions);
  };

  /** All that is listed in an order, which is made once. */
  const ordered = (sort: ListSort): readonly Listed[] => {
    const known = orders.get(sort) ?? inOrder(listed, sort);
    orders.set(sort, known);
    return known;
  };

  /** What the place means, as it is now. */
  const meant = ({ place, library }: Pick<LibraryState, 'place' | 'library'>) => {
    const shelf = shelfOf(place, library !== null);
    const found = search?.found;
    const sorted = ordered(sortOf(place, library !== null));
    return {
      shown: sorted.filter(
        (clip) => (isOnShelf(clip, shelf) || held.has(clip.id)) && (!found || found.has(clip.id)),
      ),
      isSearching: search?.isDone === false,
      count: listed.length,
      waiting: listed.filter(({ operation }) => operation !== null).length,
    };
  };

  const namesNow = (): ListNames => (names ??= namesIn(listed, state?.language ?? 'en'));

  const searcher = createSearcher((found) => {
    search = found;
    if (state) update(meant(state));
  });

  const look = (): Promise<void> => {
    const { query } = state?.place ?? START;
    return searcher.search(parseQuery(query, dayOf(new Date(), zone)), namesNow(), listed);
  };

  /** Does with the list what waits to be done there. */
  const doActs = (): void => {
    const waiting = new Set(operations.map(({ id }) => id));
    settling = settling.filter((one) => one.step >= step && !waiting.has(one.act.id));
    listed = acted(read, actsOf([...settling.map(({ act }) => act), ...operations]));
    names = null;
    orders.clear();
  };

  const take = (list: ReadList, now: Omit<LibraryState, 'shown' | 'count' | 'waiting'>): void => {
    const isSearched = now.place.query !== '';
    // The newest are shown at once; what is read anew takes their place when all of it is there.
    if (!list.isWhole && (isSearched || read.length > 0)) return;
    read = list.listed;
    step = list.head?.state.step ?? 0;
    doActs();
    state = { ...now, ...meant(now), copy: copyOf(list.head, now) };
    if (isSearched) void look();
    else show(state, actions);
  };

  /** Acts that can still be taken back: none of them has gone out. */
  const takeableBack = (acts: readonly string[] | null): readonly string[] | null => {
    const waiting = new Set(operations.map(({ id }) => id));
    return acts?.every((id) => waiting.has(id)) ? acts : null;
  };

  const highlight = async (id: string, mark: Mark | null): Promise<void> => {
    const open = state?.open ?? null;
    if (open === null || open === 'unreadable') return;
    const { article, summary } = open;
    const clip = { id: newUuid(), capturedAt: new Date().toISOString(), article, summary };
    await highlightClip(clip, id, mark, await connectionOf(openTo));
    update({ highlights: await readMarks(open, openTo) });
  };

  /** Where the clip that is read goes, though another library may be the current one; null where nobody has said. */
  let openTo: Destination | null = null;
  const destinationOfClip = (clip: string | null): Destination | null =>
    operations.find(({ id }) => id === clip)?.destination ?? null;

  let isReading = false;
  /** The workspace whose clips are listed. */
  let listedOf: Destination | null = null;
  let isAskedAgain = false;

  const readAll = async (): Promise<void> => {
    const open = state?.open ?? null;
    const began = turn;
    const [waiting, connection, setting, reader, highlights, highlighted] = await Promise.all([
      readOutbox(),
      connectionSetting.get(),
      languageSetting.get(),
      readerSetting.get(),
      readMarks(open, openTo),
      highlightedUrls(),
    ]);
    if (turn !== began) {
      isAskedAgain = true;
      return;
    }
    const ids = new Set(waiting.map(({ id }) => id));
    const sent = operations.filter(
      ({ act, id, state: was }) => act && was !== 'parked' && !ids.has(id) && !takenBack.has(id),
    );
    settling = [...settling, ...sent.map((act) => ({ act, step }))];
    operations = waiting;
    openTo = destinationOfClip(state?.place.clip ?? null) ?? openTo;
    const today = dayOf(new Date(), zone);
    const destination = connection && destinationOf(connection);
    listedOf = destination;
    await readList(
      operations,
      destination,
      { zone, account: connection?.account ?? null, highlighted },
      today,
      (list) =>
        take(list, {
          ...(state ?? { ...FIRST, place: placeOf(location.hash) }),
          language: interfaceLanguage(setting),
          zone,
          today,
          library: connection && libraryOf(connection),
          unbound: countQueue(operations, []).unbound,
          reader,
          // Of now: something may have been done since the outbox was read above.
          refused: refusedOf(operations),
          undo: takeableBack(state?.undo ?? null),
          // Of another clip that was opened meanwhile they are known already.
          highlights: state && state.open !== open ? state.highlights : highlights,
        }),
    );
  };

  /** Reads anew: once for all that ask while it is read. Of many clips that are sent each one asks. */
  const refresh = async (): Promise<void> => {
    isAskedAgain = true;
    if (isReading) return;
    isReading = true;
    try {
      while (isAskedAgain) {
        isAskedAgain = false;
        await readAll();
      }
    } finally {
      isReading = false;
    }
  };

  const goTo = async (fragment: string): Promise<void> => {
    if (!state) return;
    const place = placeOf(fragment);
    const before = state.place;
    const isOther = !isSameList(place, before);
    if (isOther) held.clear();
    update({ place, ...(isOther && { limit: STEP, chosen: NONE }) });
    if (place.query === before.query) update(meant(state));
    else await look();
    if (place.clip === null) {
      update({ open: null });
      return;
    }
    openTo = destinationOfClip(place.clip);
    const open = (await readCorrected(place.clip, operations)) ?? 'unreadable';
    const highlights = await readMarks(open, openTo);
    // Another place may have been asked for meanwhile.
    if (location.hash === fragment) update({ open, highlights });
  };

  /** Goes there, but not as a step of its own: the way back leads to where one came from. */
  const stayAt = (place: Place): void => {
    history.replaceState(null, '', addressOf(place));
    update({ place });
  };

  const discard = async (id: string): Promise<void> => {
    const title = listed.find((clip) => clip.id === id)?.title ?? '';
    update({ discarding: null });
    await discardOperation(id);
    update({ told: texts(state?.language ?? 'en').panel.discarded(title) });
    // Counts anew what waits.
    await askToSend({ now: false });
  };

  /** Does something with clips of the library: here at once, there in its turn. Answers the acts' ids. */
  const act = async (ids: readonly string[], what: Act): Promise<readonly string[]> => {
    // That of the library which is listed, though another one may be the current one by now.
    const to = listedOf;
    if (!to) return [];
    const meantIds = new Set(ids);
    const saved: string[] = [];
    for (const { id, clip, title, canonicalUrl } of listed.filter((one) => meantIds.has(one.id))) {
      if (clip === null) continue;
      if (what.kind === 'read') held.add(id);
      saved.push(await saveAct({ clip, title, canonicalUrl }, what, to));
    }
    await followOutbox();
    if (ids.length > 1)
      update({ told: libraryTexts(state?.language ?? 'en').didMany(saved.length), undo: null });
    return saved;
  };

  /** Shows what waits by now, over the copy as it was read. */
  const followOutbox = async (): Promise<void> => {
    operations = await readOutbox();
    turn += 1;
    doActs();
    if (state) update(meant(state));
  };

  const remove = async (ids: readonly string[]): Promise<void> => {
    const title = listed.find((clip) => clip.id === ids[0])?.title ?? '';
    const undo = await act(ids, { kind: 'delete' });
    if (undo.length === 0) return;
    const t = listedTexts(state?.language ?? 'en');
    const told = undo.length === 1 ? t.deleted(title) : t.deletedMany(undo.length);
    const gone = new Set(ids);
    update({ told, undo, chosen: (state?.chosen ?? NONE).difference(gone) });
  };

  const takeBack = async (saved: readonly string[]): Promise<void> => {
    for (const id of saved) takenBack.add(id);
    settling = settling.filter(({ act: sent }) => !takenBack.has(sent.id));
    update({ told: null, undo: null });
    for (const id of saved) await discardOperation(id);
    await followOutbox();
  };

  const choose = (id: string, isChosen: boolean): void => {
    const chosen = new Set(state?.chosen);
    if (isChosen) chosen.add(id);
    else chosen.delete(id);
    update({ chosen });
  };

  const actions: LibraryActions = {
    onDone: (ids, isDone) =>
      void act(ids, { kind: 'read', reading: { state: isDone ? 'done' : 'to-read' } }),
    onStar: (ids, starred) => void act(ids, { kind: 'read', reading: { starred } }),
    onTagging: (ids) => {
      const [clip] = ids?.length === 1 ? listed.filter(({ id }) => id === ids[0]) : [];
      const { tags, collections } = namesNow();
      update({
        tagging: ids && {
          ids,
          title: clip?.title ?? libraryTexts(state?.language ?? 'en').many,
          filing: { tags: [...(clip?.tags ?? [])], collections: [...(clip?.collections ?? [])] },
          names: { tags: [...tags], collections: [...collections] },
        },
      });
    },
    onFile: (ids, from, to) => {
      const change = filingChange(from, to);
      if (countNames(change.add) + countNames(change.remove) > 0)
        void act(ids, { kind: 'file', change });
    },
    onDelete: (ids) => void remove(ids),
    onChoose: choose,
    onChooseNone: () => update({ chosen: NONE }),
    onUndo: (saved) => void takeBack(saved),
    onDismiss: (id) => void discardOperation(id),
    onQuery: (query) => {
      stayAt({ ...(state?.place ?? START), query });
      update({ limit: STEP });
      void look();
    },
    valuesOf: () => namesNow().values,
    onMore: () => update({ limit: (state?.limit ?? 0) + STEP }),
    onClose: () => {
      stayAt({ ...(state?.place ?? START), clip: null });
      update({ open: null });
    },
    onReaderSetting: (change) => void changeReader(change),
    onHighlight: highlight,
    onAskDiscard: (discarding) => update({ discarding }),
    onDiscard: (id) => void discard(id),
    onKeys: (isOpen) => update({ keys: isOpen ? { areOn: areKeysOn() } : null }),
    onTurnKeys: (areOn) => {
      setKeysOn(areOn);
      update({ keys: { areOn } });
    },
    onAdopt: () => void connectionSetting.get().then((found) => found && adoptWaiting(found)),
    onOptions: () => void openOptions(),
  };

  const begin = async (): Promise<void> => {
    await refresh();
    if (state?.place.clip) await goTo(location.hash);
    await completeCards(operations);
  };

  onOutboxChange(() => void refresh());
  onMirrorChange(() => void refresh());
  languageSetting.watch(() => void refresh());
  connectionSetting.watch(() => void refresh());
  readerSetting.watch(() => void refresh());
  window.addEventListener('online', () => void askToSend({ now: true }));
  window.addEventListener('hashchange', () => void goTo(location.hash));
  void begin();
};

const FIRST: Omit<
  LibraryState,
  'language' | 'today' | 'zone' | 'library' | 'unbound' | 'shown' | 'count' | 'waiting'
> = {
  place: START,
  isSearching: false,
  limit: STEP,
  open: null,
  highlights: [],
  reader: USUAL_READER,
  discarding: null,
  told: null,
  undo: null,
  chosen: NONE,
  tagging: null,
  refused: [],
  copy: null,
  keys: null,
};
