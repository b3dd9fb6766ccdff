// Every state that the panel can be in: what the tests look at and `npm run screens` draws.
import type { Hit, Searching } from '../../extension/features/search/SearchDialog.tsx';
import type { PanelState } from '../../extension/entrypoints/panel.sidepanel/state.ts';
import { NOWHERE } from '../../shared/schema/filing.ts';
import {
  BARE,
  BODY,
  BY_TEXT,
  CORRECTED,
  LAND,
  LINK,
  LONG,
  PICTURE,
  PICTURED,
  UNDATED,
  WITH_BROKEN_LEAD,
  WITH_LEAD,
} from './clips.ts';
import { librariesStates } from './libraries-states.ts';
import { COPIES, FROM_LIBRARY, OF_SECTION } from './related.ts';
import { highlightStates } from './highlight-states.ts';

const FILED: PanelState['place'] = {
  workspace: 'nhom',
  filing: { tags: ['đất đai', 'quy hoạch'], collections: ['Quý IV'] },
};

const KEPT_AT = Date.parse('2022-12-27T02:50:00Z');

const EMPTY_QUEUE = { waiting: 0, unbound: 0, elsewhere: 0, parked: 0 };

const paired: Omit<PanelState, 'language'> = {
  page: { kind: 'article', clip: LAND },
  shown: null,
  isReaderOpen: false,
  reader: { size: 0, isWide: false, paper: 'auto', images: false },
  correcting: null,
  noSelection: null,
  report: null,
  picking: null,
  highlights: [],
  inPage: { shown: null, told: null },
  place: { workspace: 'nhom', filing: NOWHERE },
  connections: [],
  filingForm: null,
  saidOfSection: 'auto',
  search: null,
  fromLibrary: [],
  pageLook: null,
  moreAsked: null,
  fate: { kind: 'new' },
  linkKept: null,
  library: { kind: 'paired', workspace: 'Nhóm biên tập' },
  queue: EMPTY_QUEUE,
  isPrivate: false,
  isOffline: false,
  readKey: 'Alt+Shift+D',
  keepKey: 'Alt+Shift+S',
  zone: 'Asia/Ho_Chi_Minh',
  todayAddress: 'http://localhost:8787/w/nhom/day/2022-12-28',
  dayAddress: null,
};

const unpaired: typeof paired = { ...paired, library: { kind: 'none' }, todayAddress: null };
const without = (page: PanelState['page']): typeof paired => ({ ...paired, page, fate: null });

const withImages: typeof paired = {
  ...paired,
  reader: { size: 0, isWide: false, paper: 'auto', images: true },
};

export const WITHOUT_TEXT: typeof paired = { ...paired, page: { kind: 'article', clip: PICTURE } };

const SEARCHING: Searching = {
  query: '',
  hits: [],
  found: null,
  isDone: true,
  values: {},
  list: '/library.html#shelf=all',
  library: 'http://localhost:8787/w/nhom/search?q=',
};

const hit = (id: string, title: string, change: Partial<Hit> = {}): Hit => ({
  id,
  title: { text: title, marks: [{ start: 0, end: 4 }] },
  href: `http://localhost:8787/w/nhom/clip/${id}`,
  site: 'Báo Tỉnh',
  language: 'vi',
  day: '2022-12-27',
  waits: false,
  ...change,
});

const HITS = [
  hit('a', 'Đất đai: tỉnh mở cổng dữ liệu, người dân tra quy hoạch từng thửa miễn phí', {
    waits: true,
  }),
  hit('b', 'x'.repeat(300)),
  hit('c', 'عنوان الخبر من اليمين إلى اليسار', { language: 'ar', site: 'الصحيفة' }),
];

/** By name; the interface's language is the only thing left open. */
export const PANEL_STATES: Record<string, Omit<PanelState, 'language'>> = {
  reading: without({ kind: 'reading' }),
  new: paired,
  'search-open': { ...paired, search: SEARCHING },
  'search-found': {
    ...paired,
    search: { ...SEARCHING, query: 'dat dai', hits: HITS, found: 37 },
  },
  'search-not-found': {
    ...paired,
    search: { ...SEARCHING, query: 'xyz', found: 0 },
  },
  'sentence-shown': { ...paired, shown: { sentence: 1, instead: null } },
  reader: { ...paired, isReaderOpen: true },
  ...highlightStates(paired),
  'reader-sepia-large': {
    ...paired,
    isReaderOpen: true,
    reader: { size: 3, isWide: true, paper: 'sepia', images: false },
  },
  'reader-dark': {
    ...paired,
    isReaderOpen: true,
    reader: { size: -2, isWide: false, paper: 'dark', images: false },
  },
  'reader-images': {
    ...paired,
    page: { kind: 'article', clip: PICTURED },
    isReaderOpen: true,
    reader: { size: 0, isWide: false, paper: 'auto', images: true },
  },
  'reader-without-images': {
    ...paired,
    page: { kind: 'article', clip: PICTURED },
    isReaderOpen: true,
  },
  'lead-image': { ...withImages, page: { kind: 'article', clip: WITH_LEAD } },
  'lead-image-broken': { ...withImages, page: { kind: 'article', clip: WITH_BROKEN_LEAD } },
  'page-changed': { ...paired, shown: { sentence: 1, instead: 'not-found' } },
  'sentence-apart': { ...paired, shown: { sentence: 1, instead: 'apart' } },
  'no-marks': { ...paired, shown: { sentence: 1, instead: 'cannot-mark' } },
  'page-gone': { ...paired, shown: { sentence: 1, instead: 'no-access' } },
  'no-text': WITHOUT_TEXT,
  'text-selected': { ...paired, page: { kind: 'article', clip: LAND, selected: true } },
  'nothing-selected': { ...paired, noSelection: 'nothing' },
  'selection-out-of-reach': { ...paired, noSelection: 'no-access' },
  picking: { ...paired, picking: BODY.slice(0, 160) },
  'topic-by-text': { ...paired, page: { kind: 'article', clip: BY_TEXT } },
  'topic-unsure': {
    ...paired,
    page: { kind: 'article', clip: { ...LAND, told: null } },
  },
  'topic-of-section': { ...paired, saidOfSection: '06000000' },
  'topic-none': { ...paired, page: { kind: 'article', clip: { ...CORRECTED, chosen: null } } },
  'topic-correcting': {
    ...paired,
    page: { kind: 'article', clip: { ...BY_TEXT, told: null } },
    correcting: { problems: [] },
  },
  filed: { ...paired, place: FILED },
  'filing-not-saved': {
    ...paired,
    place: FILED,
    filingForm: { workspaces: [], names: { tags: [], collections: [] }, failed: true },
  },
  filing: {
    ...paired,
    place: FILED,
    filingForm: {
      workspaces: [
        { id: 'nhom', name: 'Nhóm biên tập' },
        { id: 'nha', name: 'Tin của Lan' },
      ],
      names: { tags: ['quy hoạch', 'giá đất', 'miền núi'], collections: ['Quý IV'] },
    },
  },
  'selection-elsewhere': { ...paired, noSelection: 'elsewhere' },
  'selection-taken': {
    ...paired,
    page: { kind: 'article', clip: { ...CORRECTED, isSelection: true } },
  },
  corrected: { ...paired, page: { kind: 'article', clip: CORRECTED } },
  'date-taken': { ...paired, page: { kind: 'article', clip: UNDATED } },
  'reader-corrected': {
    ...paired,
    page: { kind: 'article', clip: CORRECTED },
    isReaderOpen: true,
  },
  correcting: { ...paired, correcting: { problems: [] } },
  'correction-not-saved': { ...paired, correcting: { problems: [], failed: true } },
  'correcting-again': {
    ...paired,
    page: { kind: 'article', clip: CORRECTED },
    correcting: { problems: ['title', 'section', 'published', 'authors'] },
  },
  reporting: {
    ...paired,
    report: {
      kind: 'article',
      url: LAND.article.url,
      read: LAND,
      extraction: {
        from: 'page',
        outside: 1840,
        zones: [
          {
            isTaken: false,
            isInPart: false,
            path: ['header', 'div', 'ul'],
            blocks: 9,
            characters: 214,
            linked: 214,
            likely: [0.01, 0.04],
          },
          {
            isTaken: true,
            isInPart: true,
            path: ['main', 'article', 'div'],
            blocks: 1,
            characters: 239,
            linked: 0,
            likely: [0.97, 0.97],
          },
        ],
      },
      corrected: ['title'],
      isSelection: false,
      language: 'vi',
      surroundings: {
        version: '0.1.0',
        browser: 'Chromium 156',
        times: [
          { name: 'captured', at: 120 },
          { name: 'read', at: 180 },
        ],
      },
    },
  },
  'related-in-library': {
    ...paired,
    page: { kind: 'article', clip: OF_SECTION },
    fromLibrary: FROM_LIBRARY,
  },
  'related-same-text': { ...paired, fromLibrary: [...COPIES, ...FROM_LIBRARY.slice(0, 2)] },
  'related-looked-for': { ...paired, page: { kind: 'article', clip: BARE }, pageLook: 'looked' },
  'related-nothing-more': {
    ...paired,
    page: { kind: 'article', clip: OF_SECTION },
    fromLibrary: FROM_LIBRARY.slice(0, 1),
    moreAsked: 'asked',
  },
  'related-no-answer': { ...paired, moreAsked: 'failed' },
  'related-looking': { ...paired, pageLook: 'looking', fromLibrary: null },
  saving: { ...paired, fate: { kind: 'saving' } },
  'save-failed': { ...paired, fate: { kind: 'failed' } },
  waiting: {
    ...paired,
    fate: { kind: 'waiting', isLink: false },
    queue: { ...EMPTY_QUEUE, waiting: 3 },
  },
  kept: {
    ...paired,
    fate: { kind: 'kept', day: '2022-12-27', at: KEPT_AT, isLink: false },
    dayAddress: 'http://localhost:8787/w/nhom/day/2022-12-27',
  },
  'kept-text-selected': {
    ...paired,
    page: { kind: 'article', clip: LAND, selected: true },
    fate: { kind: 'kept', day: '2022-12-27', at: KEPT_AT, isLink: false },
    dayAddress: 'http://localhost:8787/w/nhom/day/2022-12-27',
  },
  'link-kept': {
    ...paired,
    linkKept: { windowId: 1, title: LONG.article.title, outcome: 'kept' },
  },
  'kept-elsewhere-before': {
    ...paired,
    fate: { kind: 'known', day: '2022-12-27', isLink: false, own: '2022-12-28', others: [] },
    dayAddress: 'http://localhost:8787/w/nhom/day/2022-12-27',
  },
  'kept-by-another': {
    ...paired,
    fate: { kind: 'known', day: '2022-12-27', isLink: false, own: null, others: ['2022-12-28'] },
    dayAddress: 'http://localhost:8787/w/nhom/day/2022-12-27',
  },
  'kept-by-others': {
    ...paired,
    fate: {
      kind: 'known',
      day: '2022-12-27',
      isLink: false,
      own: null,
      others: ['2022-12-28', '2022-12-29', '2023-01-02'],
    },
    dayAddress: 'http://localhost:8787/w/nhom/day/2022-12-27',
  },
  'kept-without-a-date': {
    ...paired,
    page: { kind: 'article', clip: BARE },
    fate: { kind: 'kept', day: '2022-12-27', at: KEPT_AT, isLink: false },
    dayAddress: 'http://localhost:8787/w/nhom/day/2022-12-27',
  },
  parked: {
    ...paired,
    fate: { kind: 'parked', reason: 'gone' },
    queue: { ...EMPTY_QUEUE, parked: 1 },
  },
  offline: {
    ...paired,
    fate: { kind: 'waiting', isLink: false },
    isOffline: true,
    queue: { ...EMPTY_QUEUE, waiting: 1 },
  },
  'private-window': { ...paired, isPrivate: true },
  'edit-waiting': {
    ...paired,
    page: { kind: 'article', clip: CORRECTED },
    fate: { kind: 'waiting', isLink: false, isEdit: true },
    queue: { ...EMPTY_QUEUE, waiting: 1 },
  },
  'edit-parked': {
    ...paired,
    page: { kind: 'article', clip: CORRECTED },
    fate: { kind: 'parked', reason: 'not-found', isEdit: true },
    queue: { ...EMPTY_QUEUE, parked: 1 },
  },
  'parked-by-an-older-library': { ...paired, fate: { kind: 'parked', reason: 'newer-client' } },
  'parked-by-a-newer-library': {
    ...paired,
    fate: { kind: 'parked', reason: 'older-client' },
    queue: { ...EMPTY_QUEUE, parked: 1 },
  },
  'not-paired': unpaired,
  'not-paired-saved': {
    ...unpaired,
    fate: { kind: 'waiting', isLink: false },
    queue: { ...EMPTY_QUEUE, unbound: 4 },
  },
  'without-server': {
    ...unpaired,
    library: { kind: 'none', isChosen: true },
  },
  'without-server-saved': {
    ...unpaired,
    library: { kind: 'none', isChosen: true },
    fate: { kind: 'waiting', isLink: false },
    queue: { ...EMPTY_QUEUE, unbound: 4 },
  },
  'just-paired': { ...paired, queue: { ...EMPTY_QUEUE, unbound: 4, elsewhere: 2 } },
  paused: {
    ...paired,
    fate: { kind: 'waiting', isLink: false },
    library: { kind: 'paused', workspace: 'Nhóm biên tập' },
    queue: { ...EMPTY_QUEUE, waiting: 1 },
  },
  ...librariesStates(paired),
  bare: { ...paired, page: { kind: 'article', clip: BARE } },
  long: { ...paired, page: { kind: 'article', clip: LONG } },
  'browser-page': without({ kind: 'refused', refusal: 'browser', link: null }),
  'no-access': without({ kind: 'no-access' }),
  'no-access-no-key': { ...without({ kind: 'no-access' }), readKey: null },
  'no-article': { ...paired, page: { kind: 'no-article', link: LINK, doubted: null } },
  'no-article-doubted': { ...paired, page: { kind: 'no-article', link: LINK, doubted: LAND } },
  'no-article-kept': {
    ...paired,
    page: { kind: 'no-article', link: LINK, doubted: null },
    fate: { kind: 'kept', day: '2022-12-27', at: KEPT_AT, isLink: false },
    dayAddress: 'http://localhost:8787/w/nhom/day/2022-12-27',
  },
  pdf: { ...paired, page: { kind: 'refused', refusal: 'pdf', link: LINK } },
  'still-shown': { ...paired, page: { kind: 'behind', clip: LAND, refusal: null } },
  'still-shown-over-own-page': { ...paired, page: { kind: 'behind', clip: LAND, refusal: 'own' } },
  'page-not-loaded': without({ kind: 'refused', refusal: 'error', link: null }),
  'still-shown-no-key': {
    ...paired,
    page: { kind: 'behind', clip: LAND, refusal: null },
    readKey: null,
  },
  broken: without({ kind: 'broken' }),
};
