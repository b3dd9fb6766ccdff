// Deleting what nobody may see any more, in bounded slices.
import type { Deletions, Departure } from '../db/deletions.ts';

/** How many rows of a kind one statement deletes. */
const SLICE = 500;

/** The most statements that a slice takes. */
const A_SLICE = 4;
/** What finding a deletion and closing it takes, beside its slices. */
const AROUND = 3;

interface DeletionTools {
  deletions: Deletions;
}

/** What finding somebody who left takes, and deleting a slice of what was theirs alone. */
const A_DEPARTURE = 9;

/** Deletes what was somebody's alone who left, as much of it as a slice is, and answers whether that was all. */
export const deleteOwn = async (
  { deletions }: DeletionTools,
  departure: Departure,
): Promise<boolean> => {
  const isAll = await deletions.deleteOwn(departure, SLICE);
  if (isAll) await deletions.closeDeparture(departure);
  return isAll;
};

/**
 * Does things one after the other, as `next` finds them, while `doOne` answers that there is more to do: where that fails, those
 * of the other databases are done all the same. Throws the first failure in the end.
 */
const doEach = async <T extends { library_in: string }>(
  next: (failing: readonly string[]) => Promise<T | null>,
  doOne: (one: T) => Promise<boolean>,
): Promise<void> => {
  const failing: string[] = [];
  const failures: unknown[] = [];
  for (let goesOn = true; goesOn;) {
    const one = await next(failing);
    if (!one) break;
    try {
      goesOn = await doOne(one);
    } catch (error) {
      failing.push(one.library_in);
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
};

/** Does so for one who left, and for others while there is room in `room` statements; what is left, later runs delete. */
export const departDue = ({ deletions }: DeletionTools, room: number): Promise<void> => {
  let left = room;
  return doEach(deletions.nextDeparture, async (departure) => {
    left -= A_DEPARTURE;
    return (await deleteOwn({ deletions }, departure)) && left >= A_DEPARTURE;
  });
};

/** Does a part of what waits to be deleted, in at most `room` statements. */
export const deleteDue = ({ deletions }: DeletionTools, room: number): Promise<void> =>
  doEach(deletions.nextDeletion, async (deletion) => {
    let { step } = deletion;
    for (let left = room - AROUND; left >= A_SLICE; left -= A_SLICE) {
      const done = await deletions.deleteSlice({ ...deletion, step }, SLICE);
      if (done === null) {
        await deletions.close(deletion);
        return false;
      }
      if (done.isKindGone) step += 1;
    }
    if (step !== deletion.step) await deletions.noteStep({ ...deletion, step });
    return false;
  });
