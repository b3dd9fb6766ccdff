// What the panel knows, and the one way to change it: every change is shown.
import type { Correcting } from '../../features/correct/Correct.tsx';
import { createPageMarks, NOT_IN_PAGE, type PageMarks } from '../../features/highlight/in-page.ts';
import { NOWHERE } from '../../../shared/schema/filing.ts';
import { interfaceLanguage } from '../../features/settings/language.ts';
import { createShower, type Shower } from '../../features/summary/show.ts';
import { pageOf } from '../../features/correct/correct.ts';
import type { ReadClip } from '../../lib/clip.ts';
import { USUAL_READER } from '../../lib/storage.ts';
import { look } from './look.ts';
import { clipOf, type PageState } from './page-state.ts';
import type { PanelState } from './state.ts';

/** The article that was read last, and its tab: it stays while the tab in front may not be read. */
export interface LastRead {
  clip: ReadClip;
  tabId: number;
}

export interface Model {
  /** What is shown. */
  readonly state: PanelState;
  /** The page that was read last: shown once it has been looked up. */
  page: PageState;
  last: LastRead | null;
  readonly shower: Shower;
  readonly pageMarks: PageMarks;
  update: (change: Partial<PanelState>) => void;
  /**
   * Looks up what is known of the page, and shows both. Of looks that overtake each other the last one counts:
   * whoever waits for one that was overtaken waits for that.
   */
  refresh: () => Promise<void>;
  /** Shows a page before anything is known of it; looks that are on their way come to nothing. */
  turnTo: (page: PageState) => void;
  /** Opens the form of a clip with what it said, at once or as soon as its page is shown again. */
  reopen: (clip: ReadClip, correcting: Correcting) => void;
}

const firstState = (): PanelState => ({
  page: { kind: 'reading' },
  shown: null,
  correcting: null,
  report: null,
  search: null,
  isReaderOpen: false,
  reader: USUAL_READER,
  noSelection: null,
  picking: null,
  highlights: [],
  inPage: NOT_IN_PAGE,
  place: { workspace: null, filing: NOWHERE },
  connections: [],
  filingForm: null,
  saidOfSection: 'auto',
  fromLibrary: null,
  pageLook: null,
  moreAsked: null,
  fate: null,
  linkKept: null,
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
});

/** What was begun on a page ends with it; a form that is filled in waits until the reader comes back. */
const LEFT = {
  noSelection: null,
  picking: null,
  linkKept: null,
  filingForm: null,
  report: null,
  isReaderOpen: false,
  fromLibrary: null,
  pageLook: null,
  moreAsked: null,
} as const;

/** What is shown of a page belongs to it; null where there is nothing to belong to. */
const keyOf = (page: PageState): string | null => {
  const clip = clipOf(page);
  return clip && pageOf(clip);
};

/** A panel that has read nothing yet; `show` is called after every change. */
export const createModel = (show: (state: PanelState) => void): Model => {
  let state = firstState();
  let lastLook = 0;
  let lastRefresh = Promise.resolve();

  /** The forms that were left open, by their pages. */
  const forms = new Map<string, Correcting>();

  const leave = (left: string | null, next: string | null): Partial<PanelState> => {
    if (left !== null && state.correcting) forms.set(left, state.correcting);
    const correcting = (next !== null && forms.get(next)) || null;
    if (next !== null) forms.delete(next);
    return { ...LEFT, correcting };
  };

  const update = (change: Partial<PanelState>): void => {
    const { page } = change;
    const isOther = page !== undefined && page !== state.page;
    const [before, after] = [keyOf(state.page), page ? keyOf(page) : null];
    const leaves = isOther && (before === null || before !== after);
    state = { ...state, ...(leaves && leave(before, after)), ...change };
    // What was shown belongs to the page that was there before.
    if (isOther) {
      model.pageMarks.hide();
      model.shower.hide();
    } else show(state);
  };

  const model: Model = {
    get state() {
      return state;
    },
    page: state.page,
    last: null,
    shower: createShower((shown) => update({ shown })),
    pageMarks: createPageMarks((inPage) => update({ inPage })),
    update,
    refresh: () => {
      lastLook += 1;
      const turn = lastLook;
      const refresh: Promise<void> = look(model.page).then((found) => {
        if (turn === lastLook) update({ page: model.page, ...found });
        else if (lastRefresh !== refresh) return lastRefresh;
        return undefined;
      });
      lastRefresh = refresh;
      return refresh;
    },
    turnTo: (page) => {
      lastLook += 1;
      model.page = page;
      update({ page, fate: null, highlights: [] });
    },
    reopen: (clip, correcting) => {
      if (keyOf(state.page) === pageOf(clip)) update({ correcting });
      else forms.set(pageOf(clip), correcting);
    },
  };
  return model;
};
