// The mirror: a copy of the cards of the library that is connected. It holds one library's alone, and is read only in
// the name of that one: what was copied for another workspace or account is as good as not there.
import * as v from 'valibot';
import { pageKeys, SAME_PAGE_VERSION } from '../../shared/article/same-page.ts';
import { MIRRORED, type MirrorCard } from '../../shared/schema/mirror.ts';
import { openDatabase, StoredCard } from './database.ts';
import { Destination, isSameDestination } from './operation.ts';

/** What a copy is made by: one that another version made is made anew. */
const VERSION = `1.${SAME_PAGE_VERSION}`;

export const MirrorState = v.object({
  ...Destination.entries,
  version: v.literal(VERSION),
  /** Another one for each copy that is begun. */
  copy: v.string(),
  /** Counts the answers that were taken in: one that is not of the step after is late. */
  step: v.number(),
  /** The library's change from which on changes are asked for; null before the first page of cards. */
  seq: v.nullable(v.number()),
  /** Where the pages of cards go on; null before the first and after the last. */
  before: v.nullable(v.string()),
  /** Tries that failed since the last answer. */
  attempts: v.number(),
  /** Nothing is asked before this instant, in milliseconds since 1970. */
  nextAt: v.number(),
});
export type MirrorState = v.InferOutput<typeof MirrorState>;

const STATE = 'state';
const BOTH = ['cards', 'mirror'] as const;
const ALL = [...BOTH, 'kept'] as const;

const channel = new BroadcastChannel('mirror');

const announce = (): void => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no other origin
  channel.postMessage(null);
};

/** Calls `listener` after each change of the copy that another page or worker makes, as long as this one lives. */
export const onMirrorChange = (listener: () => void): void =>
  channel.addEventListener('message', listener);

const stateFor = (stored: unknown, destination: Destination): MirrorState | null => {
  const state = v.safeParse(MirrorState, stored);
  return state.success && isSameDestination(state.output, destination) ? state.output : null;
};

const begun = ({ server, account, workspace }: Destination): MirrorState => ({
  server,
  account,
  workspace,
  version: VERSION,
  copy: crypto.randomUUID(),
  step: 0,
  seq: null,
  before: null,
  attempts: 0,
  nextAt: 0,
});

const openAll = async () => {
  const tx = (await openDatabase()).transaction(ALL, 'readwrite');
  const [cards, states] = [tx.objectStore('cards'), tx.objectStore('mirror')];
  return { tx, cards, states, stored: await states.get(STATE), done: tx.done };
};

/** Deletes the copy, whosever it is. */
export const wipeMirror = async (): Promise<void> => {
  const { cards, states, stored, done } = await openAll();
  if (stored === undefined) return done;
  await Promise.all([cards.clear(), states.clear(), done]);
  announce();
};

/**
 * How far the copy of a library has come. One of another library, or by another version, is deleted, and a new one
 * begun.
 */
export const openMirror = async (destination: Destination): Promise<MirrorState> => {
  const { cards, states, stored, done } = await openAll();
  const known = stateFor(stored, destination);
  if (known) return known;
  const state = begun(destination);
  await Promise.all([cards.clear(), states.put(state, STATE), done]);
  announce();
  return state;
};

type Progress = Pick<MirrorState, 'seq' | 'before' | 'attempts' | 'nextAt'>;

/** What an answer of the library changes of the copy. */
export interface MirrorChange {
  cards: readonly MirrorCard[];
  /** Ids. */
  deleted: readonly string[];
}

const isAt = (stored: unknown, from: MirrorState): boolean => {
  const state = stateFor(stored, from);
  return state?.copy === from.copy && state.step === from.step;
};

/**
 * Takes what was asked for at `from` into the copy, unless that has been wiped or has gone on since: then it answers
 * false.
 */
export const changeMirror = async (
  from: MirrorState,
  change: MirrorChange,
  { seq, before, attempts, nextAt }: Progress,
): Promise<boolean> => {
  const { tx, cards, states, stored, done } = await openAll();
  if (!isAt(stored, from)) return false;
  for (const card of change.cards) void cards.put({ ...card, keys: pageKeys(card) });
  for (const id of change.deleted) void cards.delete(id);
  if (change.deleted.length > 0) {
    // What is gone from the library is kept no more, whoever deleted it, and can be kept anew.
    const gone = new Set(change.deleted);
    for await (const cursor of tx.objectStore('kept'))
      if (gone.has(cursor.value.clip) && isSameDestination(cursor.value, from))
        await cursor.delete();
  }
  const surplus = (await cards.count()) - MIRRORED;
  // Their ids begin with when they were made. Where there are enough, older ones are not asked for.
  if (surplus > 0) for (const id of await cards.getAllKeys(null, surplus)) void cards.delete(id);
  const goesOn = { seq, before: surplus < 0 ? before : null, attempts, nextAt };
  void states.put({ ...from, ...goesOn, step: from.step + 1 }, STATE);
  await done;
  if (change.cards.length + change.deleted.length > 0) announce();
  return true;
};

/** Deletes the copy and begins it anew, unless it has been wiped or has gone on since `from`. */
export const restartMirror = async (
  from: MirrorState,
  pause: Pick<MirrorState, 'attempts' | 'nextAt'>,
): Promise<void> => {
  const { cards, states, stored, done } = await openAll();
  if (!isAt(stored, from)) return done;
  await Promise.all([cards.clear(), states.put({ ...begun(from), ...pause }, STATE), done]);
  announce();
};

const parsed = (stored: readonly unknown[]): StoredCard[] =>
  stored.flatMap((one) => {
    const card = v.safeParse(StoredCard, one);
    return card.success ? [card.output] : [];
  });

/** The cards of a library that its copy knows a page by. */
export const findCards = async (
  destination: Destination,
  page: { url: string; canonicalUrl: string },
): Promise<StoredCard[]> => {
  const tx = (await openDatabase()).transaction(BOTH);
  if (!stateFor(await tx.objectStore('mirror').get(STATE), destination)) return [];
  const index = tx.objectStore('cards').index('keys');
  const found = await Promise.all(pageKeys(page).map((key) => index.getAll(key)));
  const cards = new Map(parsed(found.flat()).map((card) => [card.id, card]));
  return [...cards.values()];
};
