// What the panel shows, and what can be done in it.
import type { Highlight } from '../../../shared/schema/highlight.ts';
import type { ReaderSetting } from '../../../shared/schema/reader.ts';
import type { ChosenCategory } from '../../../shared/schema/section-category.ts';
import type { InterfaceLanguage } from '../../../shared/schema/text.ts';
import type { OnHighlight } from '../../../shared/ui/highlight/highlighting.ts';
import type { Correcting } from '../../features/correct/Correct.tsx';
import type { PickStep } from '../../features/correct/pick.ts';
import type { NoSelection } from '../../features/correct/selected.ts';
import type { Written } from '../../features/correct/written.ts';
import type { FilingChoices, Place } from '../../features/filing/Filing.tsx';
import type { InPage } from '../../features/highlight/in-page.ts';
import type { LibraryItem, MoreAsked, PageLook } from '../../features/related/Related.tsx';
import type { Reported } from '../../features/report/report.ts';
import type { Queue } from '../../features/save/queue.ts';
import type { Fate } from '../../features/save/fate.ts';
import type { Library, SaveActions } from '../../features/save/SaveBar.tsx';
import type { Searching } from '../../features/search/SearchDialog.tsx';
import type { Shown } from '../../features/summary/show.ts';
import type { LinkKept } from '../../lib/link-kept.ts';
import type { Destination } from '../../lib/operation.ts';
import type { Connection } from '../../lib/storage.ts';
import type { PageState } from './page-state.ts';

export interface PanelState {
  page: PageState;
  /** The sentence of the summary that was asked for; null while none is shown. */
  shown: Shown | null;
  /** The form that sets right what was read; null while it is closed. */
  correcting: Correcting | null;
  /** What the report of the page says, while that is open. */
  report: Reported | null;
  /** The search over the panel; null while it is closed. */
  search: Searching | null;
  /** Whether the article is open to be read here. */
  isReaderOpen: boolean;
  reader: ReaderSetting;
  /** Why what is selected in the page could not be taken; null where nobody tried in vain. */
  noSelection: NoSelection | null;
  /** How the block begins that would be picked in the page; null while none is. */
  picking: string | null;
  /** What the reader marked in the article, as far as this browser knows. */
  highlights: readonly Highlight[];
  inPage: InPage;
  /** Where what is shown goes. */
  place: Place;
  /** All libraries that are connected, the current one first. */
  connections: readonly Connection[];
  /** What there is to choose from; null while the form of it is closed. */
  filingForm: FilingChoices | null;
  /** What was said before of the section that the article stands in, in the library that it goes to. */
  saidOfSection: ChosenCategory;
  /** What the library has that belongs to the article; null while nobody knows yet. */
  fromLibrary: readonly LibraryItem[] | null;
  pageLook: PageLook;
  moreAsked: MoreAsked;
  /** Null where nothing is shown that could be kept. */
  fate: Fate | null;
  /** What became of a link that was kept from its menu in this window just now. */
  linkKept: LinkKept | null;
  library: Library;
  queue: Queue;
  /** Whether the window is one that is to leave no trace: there nothing is kept but by the button. */
  isPrivate: boolean;
  isOffline: boolean;
  readKey: string | null;
  keepKey: string | null;
  language: InterfaceLanguage;
  /** The reader's time zone. */
  zone: string;
  /** The address of today's digest; null while no library is connected. */
  todayAddress: string | null;
  /** The address of the digest that the clip stands in; null while it is not kept. */
  dayAddress: string | null;
}

export interface PanelActions extends SaveActions {
  /** Shows a sentence of the summary where it stands. */
  onShow: (sentence: number) => void;
  onHide: () => void;
  /** Opens the form that sets right what was read, or closes it without a change. */
  onCorrecting: (open: boolean) => void;
  /** What is being written in that form. */
  onWriting: (written: Written) => void;
  /** Sets right what was read; null: all as on the page. */
  onCorrect: (written: Written | null) => void;
  onReader: (open: boolean) => void;
  onReport: (open: boolean) => void;
  /** Opens the search, or closes it. */
  onSearch: (open: boolean) => void;
  onQuery: (query: string) => void;
  /** Takes a page for an article that was taken for none. */
  onReadAnyway: () => void;
  onReaderSetting: (change: Partial<ReaderSetting>) => void;
  /** Sets a highlight, null takes it away; rejects where that could not be saved. */
  onHighlight: OnHighlight;
  /** Highlights what is selected in the page. */
  onTakeHighlight: () => void;
  /** Shows the highlights in the page, or hides them there. */
  onHighlightsInPage: (isShown: boolean) => void;
  /** Takes what is selected in the page as the text; false: the page's own text again. */
  onSelection: (take: boolean) => void;
  /** Begins to pick the text on the page, or ends it. */
  onPick: (begin: boolean) => void;
  onPickStep: (step: PickStep) => void;
  onFilingForm: (isOpen: boolean) => void;
  onPlace: (place: Place) => void;
  /** Looks once more for what the page offers of its section. */
  onLookAgain: () => void;
  /** Asks the library what else belongs to the article. */
  onMoreRelated: () => void;
  onTabs: () => void;
  /** Shows a workspace of a library, and keeps into it from now on. */
  onSwitch: (destination: Destination) => void;
}
