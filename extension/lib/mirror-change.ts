// Takes what the library answers into the mirror.
import { pageKeys } from '../../shared/article/same-page.ts';
import { termVector } from '../../shared/related/vector.ts';
import { MIRRORED, type MirrorCard } from '../../shared/schema/mirror.ts';
import type { StoredCard } from './database.ts';
import { announce, begun, type MirrorState, openAll, STATE, stateFor } from './mirror.ts';
import { isSameDestination } from './operation.ts';

const describe = (card: MirrorCard): StoredCard => {
  const { title, standfirst, terms, language } = card;
  const vector = termVector({ title, text: standfirst ?? '', terms, language });
  return { ...card, keys: pageKeys(card), vector };
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
  // Others wait for the transaction.
  const described = change.cards.map(describe);
  const { tx, cards, states, stored, done } = await openAll();
  if (!isAt(stored, from)) return false;
  for (const card of described) void cards.put(card);
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
  const isOther = change.cards.length + change.deleted.length > 0;
  const revision = from.revision + (isOther ? 1 : 0);
  const goesOn = { revision, seq, before: surplus < 0 ? before : null, attempts, nextAt };
  void states.put({ ...from, ...goesOn, step: from.step + 1 }, STATE);
  await done;
  if (isOther) announce();
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
