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

/** Does so for one who left, and for others while there is room in `room` statements; what is left, later runs delete. */
export const departDue = async ({ deletions }: DeletionTools, room: number): Promise<void> => {
  for (let left = room; left === room || left >= A_DEPARTURE; left -= A_DEPARTURE) {
    const departure = await deletions.nextDeparture();
    if (!departure || !(await deleteOwn({ deletions }, departure))) return;
  }
};

/** Does a part of what waits to be deleted, in at most `room` statements. */
export const deleteDue = async ({ deletions }: DeletionTools, room: number): Promise<void> => {
  const deletion = await deletions.nextDeletion();
  if (!deletion) return;
  let { step } = deletion;
  for (let left = room - AROUND; left >= A_SLICE; left -= A_SLICE) {
    const done = await deletions.deleteSlice({ ...deletion, step }, SLICE);
    if (done === null) {
      await deletions.close(deletion);
      return;
    }
    if (done.isKindGone) step += 1;
  }
  if (step !== deletion.step) await deletions.noteStep({ ...deletion, step });
};
