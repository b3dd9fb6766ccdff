// Every state that panel and settings can be in: what the tests look at and `npm run screens` draws.
import type { OptionsState } from '../../extension/entrypoints/options/OptionsView.tsx';
import type { PanelState } from '../../extension/entrypoints/panel.sidepanel/PanelView.tsx';
import { countQueue } from '../../extension/features/save/queue.ts';
import { cardOf } from '../../extension/lib/card.ts';
import type { ReadClip } from '../../extension/lib/clip.ts';
import type { Operation } from '../../extension/lib/operation.ts';

const BODY =
  'Từ ngày 1/1, người dân tra được quy hoạch từng thửa đất trên cổng dữ liệu của tỉnh mà không phải nộp phí. Sở cho biết đã có 312.000 thửa được chuẩn hóa, đạt 78%. Bốn huyện miền núi sẽ hoàn tất trong quý II, chậm hơn kế hoạch ba tháng.';

const span = (sentence: string) => {
  const start = BODY.indexOf(sentence);
  return { block: 0, start, end: start + sentence.length };
};

export const LAND: ReadClip = {
  id: '0190a0b0-0000-7000-8000-000000000001',
  capturedAt: '2022-12-27T02:00:00Z',
  article: {
    url: 'https://baotinh.example/dat-dai',
    canonicalUrl: 'https://baotinh.example/dat-dai',
    title: 'Tỉnh mở cổng dữ liệu đất đai, người dân tra quy hoạch từng thửa miễn phí',
    authors: ['Nguyễn Minh'],
    site: 'Báo Tỉnh',
    section: ['Chính trị', 'Tin trong tỉnh'],
    published: {
      precision: 'instant',
      value: '2022-12-27T08:05:00+07:00',
      evidence: 'text',
      zoneAssumed: true,
    },
    modified: null,
    attribution: 'Cổng thông tin tỉnh',
    views: null,
    language: 'vi',
    leadImage: null,
    blocks: [
      {
        kind: 'paragraph',
        runs: [
          {
            text: BODY,
          },
        ],
      },
    ],
    truncated: false,
    related: [
      {
        title: 'Hội đồng thông qua 21 nghị quyết, lùi việc tăng giá nước',
        url: 'https://baotinh.example/1',
      },
      { title: 'Rút gọn 14 thủ tục cho doanh nghiệp nhỏ', url: 'https://baotinh.example/2' },
    ],
  },
  summary: {
    sentences: [
      span(
        'Từ ngày 1/1, người dân tra được quy hoạch từng thửa đất trên cổng dữ liệu của tỉnh mà không phải nộp phí.',
      ),
      span('Sở cho biết đã có 312.000 thửa được chuẩn hóa, đạt 78%.'),
      span('Bốn huyện miền núi sẽ hoàn tất trong quý II, chậm hơn kế hoạch ba tháng.'),
    ],
    terms: ['quy hoạch đất đai', 'Sở Tài nguyên', 'cổng dữ liệu'],
  },
};

export const BARE: ReadClip = {
  ...LAND,
  article: {
    ...LAND.article,
    title: 'مشروع جديد لحماية الأراضي الزراعية في المحافظات الشمالية',
    language: 'ar',
    authors: [],
    site: null,
    section: [],
    published: null,
    attribution: null,
    related: [],
    truncated: true,
    blocks: [
      {
        kind: 'paragraph',
        runs: [{ text: 'أعلنت الوزارة يوم الثلاثاء مشروعا جديدا لحماية الأراضي الزراعية.' }],
      },
    ],
  },
  summary: { sentences: [], terms: [] },
};

const PICTURE: ReadClip = {
  ...BARE,
  article: {
    ...BARE.article,
    blocks: [{ kind: 'figure', src: null, alt: null, caption: null, credit: null }],
  },
};

const PICTURED: ReadClip = {
  ...LAND,
  article: {
    ...LAND.article,
    blocks: [
      ...LAND.article.blocks,
      {
        kind: 'figure',
        src: '/photo.svg',
        alt: 'Hai người trước một tấm bản đồ',
        caption: 'Cán bộ sở hướng dẫn người dân tra cứu. Ảnh: Minh Hà',
        credit: null,
      },
    ],
  },
};

const LONG: ReadClip = {
  ...LAND,
  article: { ...LAND.article, title: `${LAND.article.title}, `.repeat(3).slice(0, 200) },
};

const LINK: ReadClip = {
  ...BARE,
  article: { ...BARE.article, title: 'Báo Tỉnh – Trang chủ', blocks: [], truncated: false },
};

/** Its headline and its date set right by the reader. */
const CORRECTED: ReadClip = {
  ...LAND,
  article: {
    ...LAND.article,
    title: 'Tỉnh mở cổng dữ liệu đất đai',
    published: { precision: 'local', value: '2022-12-26T08:05', evidence: 'reader' },
  },
  asRead: { article: LAND.article, summary: LAND.summary },
};

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
  fate: { kind: 'new' },
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

export const WITHOUT_TEXT: typeof paired = { ...paired, page: { kind: 'article', clip: PICTURE } };

/** By name; the interface's language is the only thing left open. */
export const PANEL_STATES: Record<string, Omit<PanelState, 'language'>> = {
  reading: without({ kind: 'reading' }),
  new: paired,
  'sentence-shown': { ...paired, shown: { sentence: 1, instead: null } },
  reader: { ...paired, isReaderOpen: true },
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
  'page-changed': { ...paired, shown: { sentence: 1, instead: 'not-found' } },
  'sentence-apart': { ...paired, shown: { sentence: 1, instead: 'apart' } },
  'no-marks': { ...paired, shown: { sentence: 1, instead: 'cannot-mark' } },
  'page-gone': { ...paired, shown: { sentence: 1, instead: 'no-access' } },
  'no-text': WITHOUT_TEXT,
  'text-selected': { ...paired, page: { kind: 'article', clip: LAND, selected: true } },
  'nothing-selected': { ...paired, noSelection: 'nothing' },
  'selection-out-of-reach': { ...paired, noSelection: 'no-access' },
  picking: { ...paired, picking: BODY.slice(0, 160) },
  'selection-elsewhere': { ...paired, noSelection: 'elsewhere' },
  'selection-taken': {
    ...paired,
    page: { kind: 'article', clip: { ...CORRECTED, isSelection: true } },
  },
  corrected: { ...paired, page: { kind: 'article', clip: CORRECTED } },
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
  saving: { ...paired, fate: { kind: 'saving' } },
  'save-failed': { ...paired, fate: { kind: 'failed' } },
  waiting: {
    ...paired,
    fate: { kind: 'waiting', isLink: false },
    queue: { ...EMPTY_QUEUE, waiting: 3 },
  },
  kept: {
    ...paired,
    fate: { kind: 'kept', day: '2022-12-27', isLink: false },
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
  bare: { ...paired, page: { kind: 'article', clip: BARE } },
  long: { ...paired, page: { kind: 'article', clip: LONG } },
  'browser-page': without({ kind: 'refused', refusal: 'browser', link: null }),
  'no-access': without({ kind: 'no-access' }),
  'no-access-no-key': { ...without({ kind: 'no-access' }), readKey: null },
  'no-article': { ...paired, page: { kind: 'no-article', link: LINK } },
  'no-article-kept': {
    ...paired,
    page: { kind: 'no-article', link: LINK },
    fate: { kind: 'kept', day: '2022-12-27', isLink: false },
    dayAddress: 'http://localhost:8787/w/nhom/day/2022-12-27',
  },
  pdf: { ...paired, page: { kind: 'refused', refusal: 'pdf', link: LINK } },
  'still-shown': { ...paired, page: { kind: 'behind', clip: LAND } },
  'still-shown-no-key': { ...paired, page: { kind: 'behind', clip: LAND }, readKey: null },
  broken: without({ kind: 'broken' }),
};

const HOME = { server: 'http://localhost:8787', account: 'a', workspace: 'nhom' };

export const CONNECTION = {
  server: HOME.server,
  account: HOME.account,
  token: 'T'.repeat(43),
  workspaces: [],
  workspace: 'Nhóm biên tập',
  paused: false,
};

export const operation = (change: Partial<Operation>): Operation => ({
  edits: null,
  card: cardOf(LAND.article, LAND.summary),
  id: LAND.id,
  order: 1,
  capturedAt: '2026-12-27T02:50:00.000Z',
  title: LAND.article.title,
  url: LAND.article.canonicalUrl,
  destination: HOME,
  isLink: false,
  state: 'waiting',
  reason: null,
  attempts: 0,
  nextAt: 0,
  hindrance: null,
  ...change,
});

const outbox = (
  change: Partial<Operation>,
  library: typeof CONNECTION | null = CONNECTION,
): Omit<OptionsState, 'language'> => {
  const operations = [operation(change)];
  return {
    languageSetting: 'auto',
    appearance: 'auto',
    reader: { size: 0, isWide: false, paper: 'auto', images: false },
    readKey: 'Alt+Shift+D',
    keepKey: 'Alt+Shift+S',
    family: 'chromium',
    canOpenShortcuts: true,
    storedBytes: 1_234_567,
    asksToDelete: false,
    server: HOME.server,
    pairing: library
      ? { kind: 'connected', connection: library, asksToDisconnect: false }
      : { kind: 'idle', failure: null },
    operations,
    queue: countQueue(operations, library),
    library,
    discarding: null,
    done: null,
    zone: 'Asia/Ho_Chi_Minh',
    now: Date.UTC(2026, 11, 27, 2, 59),
  };
};

const EDIT_ID = '0190a0b0-0000-7000-8000-000000000002';

const tried = { attempts: 2, nextAt: Date.UTC(2026, 11, 27, 3) } as const;

/** The settings page with what can wait in the outbox, by name. */
export const OUTBOX_STATES: Record<string, Omit<OptionsState, 'language'>> = {
  'no-library': outbox({ destination: null }, null),
  'not-chosen': outbox({ destination: null }),
  elsewhere: outbox({ destination: { ...HOME, account: 'b' } }),
  'pair-again': outbox({}, { ...CONNECTION, paused: true }),
  turn: outbox({}),
  unreachable: outbox({ ...tried, hindrance: 'unreachable' }),
  busy: outbox({ ...tried, hindrance: 'busy' }),
  foreign: outbox({ ...tried, hindrance: 'foreign' }),
  blocked: outbox({ ...tried, hindrance: 'blocked' }),
  'wrong-clock': outbox({ capturedAt: '2100-01-01T00:00:00.000Z' }),
  refused: outbox({ state: 'parked', reason: 'gone' }),
  'edit-waiting': outbox({ edits: LAND.id, id: EDIT_ID }),
  'edit-refused': outbox({ edits: LAND.id, id: EDIT_ID, state: 'parked', reason: 'not-found' }),
  'edit-discarding': { ...outbox({ edits: LAND.id, id: EDIT_ID }), discarding: EDIT_ID },
  trying: { ...outbox({}), done: { kind: 'trying' } },
  'tried-in-vain': { ...outbox(tried), done: { kind: 'tried', left: 1 } },
  exported: { ...outbox({}), done: { kind: 'exported', count: 1 } },
  discarding: { ...outbox({}), discarding: LAND.id },
  discarded: { ...outbox({}), done: { kind: 'discarded', title: 'Tin' } },
  'deleting-all': { ...outbox({}), asksToDelete: true },
  'deleted-all': { ...outbox({}, null), operations: [], done: { kind: 'deleted' } },
  'keys-by-hand': {
    ...outbox({}, null),
    operations: [],
    family: 'firefox',
    canOpenShortcuts: false,
    readKey: null,
    storedBytes: null,
    appearance: 'dark',
    reader: { size: 3, isWide: true, paper: 'sepia', images: true },
  },
  'all-sent': { ...outbox({}), operations: [], done: { kind: 'tried', left: 0 } },
};
