// The library on this machine: on which day a clip stands there, and how it is found.
import { expect, test } from 'vitest';
import { acted, actsOf } from '../../extension/features/library/acted.ts';
import { entriesOf } from '../../extension/features/library/entries.ts';
import {
  inOrder,
  listCard,
  type Listed,
  listEntry,
} from '../../extension/features/library/listed.ts';
import { createSearcher, type Search } from '../../extension/features/library/search.ts';
import { namesIn } from '../../extension/features/library/values.ts';
import type { Card } from '../../extension/lib/card.ts';
import { describe } from '../../extension/lib/mirror-change.ts';
import { begun } from '../../extension/lib/mirror.ts';
import type { Operation } from '../../extension/lib/operation.ts';
import { parseQuery } from '../../shared/search/query.ts';
import { cardOf as mirrorCard } from '../e2e/panel-cards.ts';

const CARD: Card = {
  section: [],
  site: null,
  published: null,
  language: 'vi',
  sentence: '',
  category: null,
  authors: [],
};

const operation = (order: number, change: Partial<Operation> = {}): Operation => ({
  id: `0190a0b0-0000-7000-8000-00000000000${order}`,
  edits: null,
  act: null,
  highlight: null,
  filing: null,
  card: CARD,
  order,
  capturedAt: '2026-01-01T20:00:00.000Z',
  title: `Clip ${order}`,
  url: `https://news.example/${order}`,
  isLink: false,
  destination: null,
  state: 'waiting',
  reason: null,
  attempts: 0,
  nextAt: 0,
  hindrance: null,
  ...change,
});

const published = (order: number, date: string | null): Operation =>
  operation(order, { card: { ...CARD, published: date } });

const list = (operations: readonly Operation[]) =>
  entriesOf(operations, 'Asia/Ho_Chi_Minh', '2026-01-02');

test('a clip stands on the day on which it was published in the reader’s zone, else on that on which it was kept', () => {
  const days = list([
    published(1, '2022-12-27T18:30:00Z'),
    published(2, '2022-12-27'),
    published(3, null),
    published(4, '2026-01-03'),
  ]).map(({ operation: { order }, day, time }) => [order, day, time]);
  expect(days).toEqual([
    [4, '2026-01-02', null],
    [3, '2026-01-02', null],
    [1, '2022-12-28', '01:30'],
    [2, '2022-12-27', null],
  ]);
});

test('a correction that waits is what the clip says, and no clip of its own', () => {
  const [kept] = [operation(1)];
  const edit = operation(2, {
    edits: kept.id,
    title: 'Set right',
    card: { ...CARD, published: '2022-12-27' },
  });
  expect(list([kept, edit])).toMatchObject([
    { id: kept.id, title: 'Set right', day: '2022-12-27', whereabouts: 'here' },
  ]);
  expect(list([edit])).toEqual([]);
});

test('where a clip is: here alone, on its way, or refused', () => {
  const destination = { server: 'https://home.example', account: 'a', workspace: 'w' };
  expect(
    list([operation(1), operation(2, { destination }), operation(3, { state: 'parked' })]).map(
      ({ whereabouts }) => whereabouts,
    ),
  ).toEqual(['refused', 'waiting', 'here']);
});

/** A list of so many links; of a link there is no text to be read from the disk. */
const links = (count: number): Listed[] =>
  list(
    Array.from({ length: count }, (_, order) =>
      operation(order, { id: `link-${order}`, title: `Report ${order}`, isLink: true }),
    ),
  ).map((entry) =>
    listEntry(entry, undefined, { zone: 'UTC', account: null, highlighted: new Set() }),
  );

const NO_NAMES = { tags: [], collections: [] };
const asked = (text: string) => parseQuery(text, '2026-01-02');

test('a search gives way to its reader, and to the next one', async () => {
  const told: (Search | null)[] = [];
  const { search } = createSearcher((found) => told.push(found));
  const listed = links(20_000);
  const first = search(asked('report -"1 2"'), NO_NAMES, listed);
  let typed = false;
  const second = new Promise<void>((resolve) => {
    setTimeout(() => {
      typed = !told.some((found) => found?.isDone);
      resolve(search(asked('1999'), NO_NAMES, listed));
    });
  });
  await Promise.all([first, second]);
  expect(typed).toBe(true);
  expect(told.filter((found) => found?.isDone).map((found) => found?.found.size)).toEqual([11]);
  await search(asked(' '), NO_NAMES, listed);
  expect(told.at(-1)).toBeNull();
});

test('a list goes by the day of keeping or of publishing, and counts what it can be asked for', () => {
  const setting = { zone: 'UTC', account: null, highlighted: new Set<string>() };
  const clip = (order: number, date: string, more: Partial<Listed>): Listed[] =>
    list([published(order, date)]).map((entry) =>
      Object.assign(listEntry(entry, undefined, setting), more),
    );
  const listed = [
    ...clip(2, '2021-01-01', { keptDay: '2026-01-01', tags: ['Sea'] }),
    ...clip(1, '2022-12-27', { keptDay: '2026-01-02', tags: ['Storm', 'Sea'] }),
  ];
  expect(inOrder(listed, 'published').map(({ day }) => day)).toEqual(['2022-12-27', '2021-01-01']);
  expect(inOrder(listed, 'kept').map(({ keptDay }) => keptDay)).toEqual([
    '2026-01-02',
    '2026-01-01',
  ]);
  expect(namesIn(listed, 'en').values).toMatchObject({ tag: ['Sea', 'Storm'], by: ['me'] });
});

/** The ids of what a query finds, each the last of its kind that was told. */
const found = async (query: string, listed: readonly Listed[]): Promise<string[]> => {
  let last: Search | null = null;
  const { search } = createSearcher((one) => (last = one));
  await search(asked(query), NO_NAMES, listed);
  return [...((last as Search | null)?.found ?? [])];
};

test('words find the standfirst of a card of the copy, which stands under its headline', async () => {
  const destination = { server: 'https://home.example', account: 'a', workspace: 'w' };
  const head = { state: begun(destination), names: new Map() };
  const setting = { zone: 'UTC', account: 'a', highlighted: new Set<string>() };
  const listed = [mirrorCard(1, { standfirst: 'Nước dâng cao trong đêm.' }), mirrorCard(2, {})].map(
    (card) => listCard(describe(card), head, setting),
  );
  expect(listed.map(({ sentence }) => sentence)).toEqual(['Nước dâng cao trong đêm.', '']);
  expect(await found('nuoc dang', listed)).toEqual([listed[0]?.id]);
  expect(await found('report -"dâng cao"', listed)).toEqual([listed[1]?.id]);
});

test('what waits is found by authors and topic, by those of the library where that has it', async () => {
  const setting = { zone: 'UTC', account: null, highlighted: new Set<string>() };
  const [entry] = list([
    operation(1, { card: { ...CARD, authors: ['Nguyễn Minh'], category: '11000000' } }),
  ]);
  const [before] = list([operation(2, { card: { ...CARD, authors: null } })]);
  if (!entry || !before) throw new Error('no entries');
  const waiting = listEntry(entry, undefined, setting);
  const listed = [waiting, listEntry(before, undefined, setting)];
  expect(await found('by:minh', listed)).toEqual([entry.id]);
  expect(await found('category:politics', listed)).toEqual([entry.id]);
  const known = { ...waiting, authors: ['Trần An'], category: null };
  expect(listEntry(entry, known, setting)).toMatchObject({
    authors: ['Trần An'],
    category: null,
  });
  // An address alone tells nothing.
  expect(listEntry(entry, { ...known, isLink: true }, setting)).toMatchObject({
    authors: ['Nguyễn Minh'],
    category: '11000000',
  });
});

const on = (order: number, clip: string, act: Operation['act'], more: Partial<Operation> = {}) =>
  operation(order, { edits: clip, act, ...more });
const file = (add: string[], remove: string[]): Operation['act'] => ({
  kind: 'file',
  change: { add: { tags: add, collections: [] }, remove: { tags: remove, collections: [] } },
});

test('what waits to be done with clips is shown as done, in its order, unless it was refused', () => {
  const clips = links(3).map((clip) => Object.assign(clip, { clip: clip.id, tags: ['Sea'] }));
  const acts = actsOf([
    on(1, 'link-0', { kind: 'read', reading: { state: 'done' } }),
    on(2, 'link-0', { kind: 'read', reading: { starred: true } }),
    on(3, 'link-0', file(['Storm', 'sea'], [])),
    on(4, 'link-1', { kind: 'delete' }),
    on(5, 'link-2', { kind: 'delete' }, { state: 'parked' }),
    on(6, 'link-0', { kind: 'read', reading: { state: 'to-read' } }),
    on(7, 'link-0', file([], ['storm'])),
  ]);
  const shown = acted(clips, acts);
  expect(shown.map(({ id }) => id).toSorted()).toEqual(['link-0', 'link-2']);
  expect(shown.find(({ id }) => id === 'link-0')).toMatchObject({
    state: 'to-read',
    starred: true,
    tags: ['sea'],
  });
  expect(shown).toContain(clips.find(({ id }) => id === 'link-2'));
});
