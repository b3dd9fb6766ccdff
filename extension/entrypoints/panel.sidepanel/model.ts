// What the panel knows, and the one way to change it: every change is shown.
import { createPageMarks, NOT_IN_PAGE, type PageMarks } from '../../features/highlight/in-page.ts';
import { NOWHERE } from '../../../shared/schema/filing.ts';
import { interfaceLanguage } from '../../features/settings/language.ts';
import { createShower, type Shower } from '../../features/summary/show.ts';
import { isSamePage } from '../../features/correct/correct.ts';
import type { ReadClip } from '../../lib/clip.ts';
import { USUAL_READER } from '../../lib/storage.ts';
import { look } from './look.ts';
import { clipOf, type PageState } from './page-state.ts';
import type { PanelState } from './PanelView.tsx';

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
  /** Looks up what is known of the page, and shows both. Of looks that overtake each other the last one counts. */
  refresh: () => Promise<void>;
  /** Shows a page before anything is known of it; looks that are on their way come to nothing. */
  turnTo: (page: PageState) => void;
}

const firstState = (): PanelState => ({
  page: { kind: 'reading' },
  shown: null,
  correcting: null,
  report: null,
  isReaderOpen: false,
  reader: USUAL_READER,
  noSelection: null,
  picking: null,
  highlights: [],
  inPage: NOT_IN_PAGE,
  place: { workspace: null, filing: NOWHERE },
  filingForm: null,
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
});

/** What was begun on a page ends with it. */
const LEFT = {
  correcting: null,
  noSelection: null,
  picking: null,
  filingForm: null,
  report: null,
  isReaderOpen: false,
} as const;

const isReadAgain = (before: PageState, after: PageState | undefined): boolean => {
  const [one, other] = [clipOf(before), after && clipOf(after)];
  return one !== null && !!other && isSamePage(one, other);
};

/** A panel that has read nothing yet; `show` is called after every change. */
export const createModel = (show: (state: PanelState) => void): Model => {
  let state = firstState();
  let lastLook = 0;

  const update = (change: Partial<PanelState>): void => {
    const isOther = change.page !== undefined && change.page !== state.page;
    const leaves = isOther && !isReadAgain(state.page, change.page);
    state = {
      ...state,
      ...(leaves && LEFT),
      ...change,
    };
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
    refresh: async () => {
      lastLook += 1;
      const turn = lastLook;
      const found = await look(model.page);
      if (turn === lastLook) update({ page: model.page, ...found });
    },
    turnTo: (page) => {
      lastLook += 1;
      model.page = page;
      update({ page, fate: null, highlights: [] });
    },
  };
  return model;
};
