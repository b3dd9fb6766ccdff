// Takes what the library answers into the mirror.
import { termVector } from '../../shared/related/vector.ts';
import { type Changes, MIRRORED, type MirrorCard } from '../../shared/schema/mirror.ts';
import type { StoredCard } from './database.ts';
import { announce, begun, type MirrorState, openAll, STATE, stateFor } from './mirror.ts';
import { changeCards, dropOldest, renameCards } from './mirror-packets.ts';
import { signsOf } from './mirror-signs.ts';
import { isSameDestination } from './operation.ts';

const bytesOf = (base64: string | null): Uint8Array | null =>
  base64 === null ? null : Uint8Array.from(atob(base64), (unit) => unit.charCodeAt(0));

/** A card as it is stored. */
export const describe = ({ terms, fingerprint, ...card }: MirrorCard): StoredCard => {
  const { title, standfirst, language } = card;
  const vector = termVector({ title, text: standfirst ?? '', terms, language });
  return { ...card, fingerprint: bytesOf(fingerprint), vector, signs: signsOf(card) };
};

type Progress = Pick<MirrorState, 'seq' | 'read' | 'at' | 'epoch' | 'end' | 'attempts' | 'nextAt'>;

/** What an answer of the library changes of the copy. */
export type MirrorChange = Pick<Changes, 'cards' | 'names' | 'renamed' | 'readings' | 'deleted'>;

export const NO_CHANGE: MirrorChange = {
  cards: [],
  names: [],
  renamed: [],
  readings: [],
  deleted: [],
};

const isAt = (stored: unknown, from: MirrorState): boolean => {
  const state = stateFor(stored, from);
  return state?.copy === from.copy && state.step === from.step;
};

/**
 * Takes what was asked for at `from` into the copy, and answers how far that has come; null where it has been wiped or
 * has gone on since.
 */
export const changeMirror = async (
  from: MirrorState,
  change: MirrorChange,
  { seq, read, at, epoch, end, attempts, nextAt }: Progress,
): Promise<MirrorState | null> => {
  // Others wait for the transaction.
  const described = change.cards.map(describe);
  const { tx, cards, names, states, stored, done } = await openAll();
  if (!isAt(stored, from)) return null;
  // Cards and their names are as they are now, also where an earlier change is told of.
  await renameCards(cards, change.renamed);
  for (const { name, ...id } of change.renamed)
    void (name === null ? names.delete(id.id) : names.put({ noun: id.noun, id: id.id, name }));
  for (const name of change.names) void names.put(name);
  const count = from.count + (await changeCards(cards, { ...change, cards: described }));
  if (change.deleted.length > 0) {
    // What is gone from the library is kept no more, whoever deleted it, and can be kept anew.
    const gone = new Set(change.deleted);
    for await (const cursor of tx.objectStore('kept'))
      if (gone.has(cursor.value.clip) && isSameDestination(cursor.value, from))
        await cursor.delete();
  }
  const surplus = count - MIRRORED;
  const isOther = Object.values(change).some((list) => list.length > 0);
  const state: MirrorState = {
    ...from,
    step: from.step + 1,
    revision: from.revision + (isOther ? 1 : 0),
    count: Math.min(count, MIRRORED),
    end: surplus > 0 ? await dropOldest(cards, surplus) : end,
    seq,
    read,
    at,
    epoch,
    attempts,
    nextAt,
  };
  void states.put(state, STATE);
  await done;
  if (isOther) announce();
  return state;
};

/** Deletes the copy and begins it anew, unless it has been wiped or has gone on since `from`. */
export const restartMirror = async (
  from: MirrorState,
  pause: Pick<MirrorState, 'attempts' | 'nextAt'>,
): Promise<void> => {
  const { clear, states, stored, done } = await openAll();
  if (!isAt(stored, from)) return done;
  await Promise.all([clear(), states.put({ ...begun(from), ...pause }, STATE), done]);
  announce();
};
