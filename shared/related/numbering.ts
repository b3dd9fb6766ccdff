// Features in the order in which they come: to each of some thousand a small number of its own.
import { NUMBERS } from './vector.ts';

/**
 * Gives the features of descriptions their places, from 0 on.
 * @param most No more different ones than these come.
 */
export const numberFeatures = (most: number) => {
  // A table of all numbers would be 4 MB for a hundred descriptions. Numbers are hashes: their last bits are as good as any.
  let size = 2;
  while (size < 2 * most && size < NUMBERS) size *= 2;
  const mask = size - 1;
  /** A number plus one, and its place; a number stands where its last bits say, or in the next slot that is free. */
  const numbers = new Uint32Array(size);
  const places = new Uint32Array(size);
  let different = 0;
  const slotOf = (number: number): number => {
    let slot = number & mask;
    while (numbers[slot] !== 0 && numbers[slot] !== number + 1) slot = (slot + 1) & mask;
    return slot;
  };
  return {
    /** The place of a feature, which it has from now on. */
    add: (number: number): number => {
      const slot = slotOf(number);
      if (numbers[slot] === 0) {
        numbers[slot] = number + 1;
        places[slot] = different;
        different += 1;
      }
      return places[slot] ?? 0;
    },
    /** The place of a feature, or -1 where it never came. */
    placeOf: (number: number): number => {
      const slot = slotOf(number);
      return numbers[slot] === 0 ? -1 : (places[slot] ?? 0);
    },
    /** How many different ones came. */
    count: (): number => different,
  };
};
