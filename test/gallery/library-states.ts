// Every state of the library on this machine.
import type { LibraryState } from '../../extension/entrypoints/library/LibraryView.tsx';
import { entriesOf } from '../../extension/features/library/entries.ts';
import { cardOf } from '../../extension/lib/card.ts';
import { BARE, LAND } from './clips.ts';
import { operation } from './options-states.ts';

const TODAY = '2026-12-27';
const idOf = (number: number): string =>
  `0190a0b0-0000-7000-8000-${String(number).padStart(12, '0')}`;

const card = cardOf(LAND.article, LAND.summary);

const few = [
  operation({ destination: null }),
  operation({ id: idOf(2), order: 2, card: { ...card, published: '2022-12-27' } }),
  operation({
    id: idOf(3),
    order: 3,
    title: BARE.article.title,
    card: cardOf(BARE.article, BARE.summary),
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

const unpaired: Omit<LibraryState, 'language'> = {
  entries: entriesOf(few, 'Asia/Ho_Chi_Minh', TODAY),
  today: TODAY,
  zone: 'Asia/Ho_Chi_Minh',
  day: null,
  query: '',
  search: null,
  limit: 60,
  open: null,
  highlights: [],
  reader: { size: 0, isWide: false, paper: 'auto', images: false },
  discarding: null,
  discarded: null,
  library: null,
  unbound: 2,
};

const paired: typeof unpaired = {
  ...unpaired,
  library: { name: 'Nhóm biên tập', address: 'http://localhost:8787/w/nhom/library' },
};

const everything = new Set(unpaired.entries.map(({ id }) => id));

/** By name; the interface's language is the only thing left open. */
export const LIBRARY_STATES: Record<string, Omit<LibraryState, 'language'>> = {
  'library-empty': { ...unpaired, entries: [], unbound: 0 },
  library: unpaired,
  'library-many': { ...unpaired, entries: entriesOf(many, 'Asia/Ho_Chi_Minh', TODAY) },
  'library-day': { ...unpaired, day: '2022-12-27' },
  'library-empty-day': { ...unpaired, day: '2022-12-20' },
  'library-searching': {
    ...unpaired,
    query: 'dat',
    search: { found: everything, isDone: false },
  },
  'library-not-found': {
    ...unpaired,
    query: 'xyz',
    search: { found: new Set(), isDone: true },
  },
  'library-reading': { ...unpaired, open: LAND },
  'library-unreadable': { ...unpaired, open: 'unreadable' },
  'library-discarding': { ...unpaired, discarding: LAND.id },
  'library-discarded': { ...unpaired, discarded: 'Tin' },
  'library-paired': paired,
  'library-all-sent': { ...paired, entries: [], unbound: 0 },
};
