// The mirror: a copy of the cards of the library that is connected. It holds one library's alone, and is read only in
// the name of that one: what was copied for another workspace or account is as good as not there.
import * as v from 'valibot';
import { pageKeys, SAME_PAGE_VERSION } from '../../shared/article/same-page.ts';
import { MIRRORED } from '../../shared/schema/mirror.ts';
import { openDatabase, type StoredCard } from './database.ts';
import { signOf } from './mirror-signs.ts';
import { Destination, isSameDestination } from './operation.ts';

/** What a copy is made by: one that another version made is made anew. */
const VERSION = `7.${SAME_PAGE_VERSION}`;

export const MirrorState = v.object({
  ...Destination.entries,
  version: v.literal(VERSION),
  /** Another one for each copy that is begun. */
  copy: v.string(),
  /** Counts the answers that were taken in: one that is not of the step after is late. */
  step: v.number(),
  /** The library's change from which on changes are asked for; null before the first page of cards. */
  seq: v.nullable(v.number()),
  /** What the person did with clips, up to the last time that they said so. */
  read: v.number(),
  /** The life of the library in which that number was taken. */
  epoch: v.nullable(v.string()),
  /** When the copy was as the library, the last time, in milliseconds since 1970; null where it never was. */
  at: v.nullable(v.number()),
  /** Counts the answers that changed a card. */
  revision: v.number(),
  /** How many cards there are. */
  count: v.number(),
  /** All cards from this place on are here, and none before it; null where the library has none before them either. */
  end: v.nullable(v.number()),
  /** Tries that failed since the last answer. */
  attempts: v.number(),
  /** Nothing is asked before this instant, in milliseconds since 1970. */
  nextAt: v.number(),
});
export type MirrorState = v.InferOutput<typeof MirrorState>;

/** Whether all cards are here that a copy holds: nothing but what changes is asked for. */
export const isComplete = ({ seq, count, end }: MirrorState): boolean =>
  seq !== null && (end === null || count >= MIRRORED);

export const STATE = 'state';
const BOTH = ['cards', 'mirror'] as const;
const ALL = [...BOTH, 'names', 'kept'] as const;

const channel = new BroadcastChannel('mirror');

/** Tells every page and worker that the copy is another. */
export const announce = (): void => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no other origin
  channel.postMessage(null);
};

/** Calls `listener` after each change of the copy that another page or worker makes, as long as this one lives. */
export const onMirrorChange = (listener: () => void): void =>
  channel.addEventListener('message', listener);

/** What is stored as the state of the copy, where that is of this library. */
export const stateFor = (stored: unknown, destination: Destination): MirrorState | null => {
  const state = v.safeParse(MirrorState, stored);
  return state.success && isSameDestination(state.output, destination) ? state.output : null;
};

/** A copy that holds nothing yet. */
export const begun = ({ server, account, workspace }: Destination): MirrorState => ({
  server,
  account,
  workspace,
  version: VERSION,
  copy: crypto.randomUUID(),
  step: 0,
  revision: 0,
  seq: null,
  read: 0,
  at: null,
  epoch: null,
  count: 0,
  end: null,
  attempts: 0,
  nextAt: 0,
});

/** A transaction over the copy, its state, and what depends on them. */
export const openAll = async () => {
  const tx = (await openDatabase()).transaction(ALL, 'readwrite');
  const [cards, names] = [tx.objectStore('cards'), tx.objectStore('names')];
  const states = tx.objectStore('mirror');
  const clear = () => Promise.all([cards.clear(), names.clear()]);
  return { tx, cards, names, clear, states, stored: await states.get(STATE), done: tx.done };
};

/** Deletes the copy, whosever it is. */
export const wipeMirror = async (): Promise<void> => {
  const { clear, states, stored, done } = await openAll();
  if (stored === undefined) return done;
  await Promise.all([clear(), states.clear(), done]);
  announce();
};

/**
 * How far the copy of a library has come. One of another library, or by another version, is deleted, and a new one
 * begun.
 */
export const openMirror = async (destination: Destination): Promise<MirrorState> => {
  const { clear, states, stored, done } = await openAll();
  const known = stateFor(stored, destination);
  if (known) return known;
  const state = begun(destination);
  await Promise.all([clear(), states.put(state, STATE), done]);
  announce();
  return state;
};

/** The cards of a library that its copy knows a page by. */
export const findCards = async (
  destination: Destination,
  page: { url: string; canonicalUrl: string },
): Promise<StoredCard[]> => {
  const tx = (await openDatabase()).transaction(BOTH);
  if (!stateFor(await tx.objectStore('mirror').get(STATE), destination)) return [];
  const index = tx.objectStore('cards').index('signs');
  const keys = pageKeys(page);
  const signs = keys.map(signOf);
  const packets = await Promise.all(signs.map((sign) => index.getAll(sign)));
  const near = new Map(packets.flat().map(({ number, cards }) => [number, cards]));
  return [...near.values()]
    .flat()
    .filter((card) => card.signs.some((sign) => signs.includes(sign)))
    .filter((card) => pageKeys(card).some((key) => keys.includes(key)));
};

/** All cards of a library; 'same' where they are those that were read at `known`, 'none' where there is no copy. */
export const readCards = async (
  destination: Destination,
  known: MirrorState | null,
): Promise<{ state: MirrorState; cards: StoredCard[] } | 'same' | 'none'> => {
  const tx = (await openDatabase()).transaction(BOTH);
  const state = stateFor(await tx.objectStore('mirror').get(STATE), destination);
  if (!state) return 'none';
  if (state.copy === known?.copy && state.revision === known.revision) return 'same';
  const packets = await tx.objectStore('cards').getAll();
  return { state, cards: packets.flatMap(({ cards }) => cards) };
};
