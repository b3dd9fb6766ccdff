// Every state of the library on this machine.
import type { LibraryState } from '../../extension/entrypoints/library/LibraryView.tsx';
import { START } from '../../extension/entrypoints/library/place.ts';
import { entriesOf } from '../../extension/features/library/entries.ts';
import { listCard, type Listed, listEntry } from '../../extension/features/library/listed.ts';
import { cardOf } from '../../extension/lib/card.ts';
import type { StoredCard } from '../../extension/lib/database.ts';
import type { MirrorHead } from '../../extension/lib/mirror-read.ts';
import { describe } from '../../extension/lib/mirror-change.ts';
import { begun } from '../../extension/lib/mirror.ts';
import type { Operation } from '../../extension/lib/operation.ts';
import { BARE, LAND } from './clips.ts';
import { operation } from './options-states.ts';

const TODAY = '2026-12-27';
const idOf = (number: number): string =>
  `0190a0b0-0000-7000-8000-${String(number).padStart(12, '0')}`;

const card = cardOf(LAND, '06000000');

const few = [
  operation({ destination: null }),
  operation({ id: idOf(2), order: 2, card: { ...card, published: '2022-12-27' } }),
  operation({
    id: idOf(3),
    order: 3,
    title: BARE.article.title,
    card: cardOf(BARE, null),
    state: 'parked',
    reason: 'gone',
  }),
  operation({
    id: idOf(4),
    order: 4,
    title: 'Báo Tỉnh – Trang chủ',
    isLink: true,
    card: null,
    destination: null,
  }),
];

const many = Array.from({ length: 61 }, (_, at) =>
  operation({
    id: idOf(at + 1),
    order: at + 1,
    destination: null,
    card: { ...card, published: `2022-12-${String((at % 31) + 1).padStart(2, '0')}` },
  }),
);

const setting = { zone: 'Asia/Ho_Chi_Minh', account: 'a', highlighted: new Set<string>() };
const waiting = (operations: readonly Operation[]): readonly Listed[] =>
  entriesOf(operations, setting.zone, TODAY).map((entry) => listEntry(entry, undefined, setting));

const lists = (shown: readonly Listed[]) => ({
  shown,
  count: shown.length,
  waiting: shown.filter((clip) => clip.operation !== null).length,
});

const unpaired: Omit<LibraryState, 'language'> = {
  ...lists(waiting(few)),
  place: START,
  isSearching: false,
  today: TODAY,
  zone: setting.zone,
  limit: 60,
  open: null,
  highlights: [],
  reader: { size: 0, isWide: false, paper: 'auto', images: false },
  discarding: null,
  told: null,
  undo: null,
  chosen: new Set(),
  tagging: null,
  refused: [],
  library: null,
  copy: null,
  unbound: 2,
  keys: null,
};

const names: MirrorHead['names'] = new Map(
  [
    { noun: 'tag' as const, id: 'flood', name: 'Lũ lụt' },
    { noun: 'tag' as const, id: 'long', name: 'Một nhãn rất dài mà có người đã viết ra hết' },
    { noun: 'collection' as const, id: 'coast', name: 'Ven biển' },
  ].map((name) => [name.id, name]),
);

const mirrored = (nth: number, change: Partial<StoredCard> = {}): Listed => {
  const described = describe({
    id: idOf(100 + nth),
    place: nth,
    url: `https://baotinh.example/${nth}`,
    canonicalUrl: `https://baotinh.example/${nth}`,
    title: LAND.article.title,
    standfirst: nth === 3 || nth === 5 ? null : card.sentence,
    site: 'Báo Tỉnh',
    language: 'vi',
    section: ['Thời sự', 'Đất đai'],
    category: '06000000',
    authors: [],
    published: `2026-12-${String(26 - (nth % 20)).padStart(2, '0')}`,
    terms: [],
    day: `2026-12-${String(26 - (nth % 20)).padStart(2, '0')}`,
    keptDay: '2026-12-27',
    filled: true,
    fingerprint: null,
    story: null,
    keepers: [{ account: 'a', day: '2026-12-27' }],
    tags: nth === 1 ? ['flood', 'long'] : [],
    collections: nth === 1 ? ['coast'] : [],
    state: 'to-read',
    starred: nth === 1,
  });
  const state = { ...begun({ server: '', account: 'a', workspace: 'nhom' }), at: 0 };
  return listCard({ ...described, ...change }, { state, names }, setting);
};

const copied: readonly Listed[] = [
  ...waiting([operation({ id: idOf(2), order: 2, card })]),
  mirrored(1),
  mirrored(2, { title: 'x'.repeat(400) }),
  mirrored(3, { title: 'عنوان الخبر من اليمين إلى اليسار', language: 'ar', site: 'الصحيفة' }),
  mirrored(4, { state: 'done', title: BARE.article.title }),
  mirrored(5, { filled: false, site: null, section: [], language: null }),
];

const paired: typeof unpaired = {
  ...unpaired,
  ...lists(copied),
  library: { name: 'Nhóm biên tập', address: 'http://localhost:8787/w/nhom' },
  copy: { at: '27 Dec 2026, 10:30', isCut: false },
  unbound: 0,
};

const searching = (query: string) => ({ place: { ...START, query } });

/** By name; the interface's language is the only thing left open. */
export const LIBRARY_STATES: Record<string, Omit<LibraryState, 'language'>> = {
  'library-empty': { ...unpaired, ...lists([]), unbound: 0 },
  library: unpaired,
  'library-many': { ...unpaired, ...lists(waiting(many)) },
  'library-day': { ...unpaired, place: { ...START, day: '2022-12-27' } },
  'library-empty-day': { ...unpaired, place: { ...START, day: '2022-12-20' } },
  'library-searching': { ...unpaired, ...searching('dat'), isSearching: true },
  'library-not-found': { ...unpaired, ...searching('xyz'), shown: [] },
  'library-reading': { ...unpaired, open: LAND },
  'library-unreadable': { ...unpaired, open: 'unreadable' },
  'library-discarding': { ...unpaired, discarding: LAND.id },
  'library-discarded': { ...unpaired, told: 'Tin' },
  'library-unbound': { ...paired, unbound: 2 },
  'library-copy': paired,
  'library-copy-dense': { ...paired, place: { ...START, look: 'dense', shelf: 'all' } },
  'library-copy-of-many': { ...paired, copy: { at: '27 Dec 2026, 10:30', isCut: true } },
  'library-copy-begun': { ...paired, ...lists(copied.slice(1)), copy: { at: null, isCut: false } },
  'library-copy-found': { ...paired, ...searching('tag:lũ') },
  'library-copy-not-found': { ...paired, ...searching('xyz'), shown: [] },
  'library-nothing-to-read': { ...paired, shown: [] },
  'library-tagging': {
    ...paired,
    tagging: {
      ids: [idOf(101)],
      title: LAND.article.title,
      filing: { tags: ['Lũ lụt'], collections: [] },
      names: { tags: ['Lũ lụt', 'Đất đai'], collections: ['Ven biển'] },
    },
  },
  'library-deleted': { ...paired, told: 'Tin', undo: [idOf(7)] },
  'library-choosing': {
    ...paired,
    chosen: new Set([idOf(101), idOf(103)]),
  },
  'library-refused': {
    ...paired,
    refused: [{ id: idOf(7), title: LAND.article.title, reason: 'in-trash' }],
  },
  'library-keys': { ...paired, keys: { areOn: true } },
  'library-not-copied': { ...paired, ...lists(waiting(few)), copy: null },
  'library-all-sent': { ...paired, ...lists([]), copy: null },
};
