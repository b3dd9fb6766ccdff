// A set of numbers in a few bytes: the least of them stand for all (a bottom-k sketch, Cohen and Kaplan 2007). What two
// sets have in common among these, they have in common altogether.

/** Of a number's 32 bits so many are kept: of a thousand others one is taken for it in a thousand. */
const KEPT = 20;
const END = 2 ** KEPT;

/** What a sketch holds. */
export interface Sketch {
  /** The numbers, each with whether it was marked. */
  readonly numbers: ReadonlyMap<number, boolean>;
  /** All numbers of the set below this are among them. */
  readonly end: number;
}

export const EMPTY: Sketch = { numbers: new Map(), end: END };

/** Bytes of seven bits, the least first, all but the last marked by the eighth. */
const bytesOf = (value: number): readonly number[] => {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 1 << 7; rest >>>= 7) bytes.push((rest & 0x7f) | 0x80);
  return [...bytes, rest];
};

const keep = (number: number): number => number >>> (32 - KEPT);

/**
 * As many of some numbers of 32 bits as `room` bytes hold: whether that is all of them, then each as its
 * distance from the one before, and its mark.
 */
export const writeSketch = (
  marked: readonly number[],
  others: readonly number[],
  room: number,
): readonly number[] => {
  const marks = new Set(marked.map(keep));
  const all = Uint32Array.from(new Set([...marks, ...others.map(keep)])).sort();
  const bytes = [1];
  let last = -1;
  for (const number of all) {
    const gap = bytesOf((number - last) * 2 + Number(marks.has(number)));
    if (bytes.length + gap.length > room) {
      bytes[0] = 0;
      break;
    }
    bytes.push(...gap);
    last = number;
  }
  return bytes;
};

/** What `writeSketch` wrote. */
export const readSketch = (bytes: Uint8Array): Sketch => {
  const numbers = new Map<number, boolean>();
  let last = -1;
  let value = 0;
  let shift = 0;
  for (const byte of bytes.subarray(1)) {
    value |= (byte & 0x7f) << shift;
    shift += 7;
    if (byte > 0x7f) continue;
    last += value >>> 1;
    numbers.set(last, value % 2 === 1);
    value = 0;
    shift = 0;
  }
  return { numbers, end: bytes[0] === 1 ? END : last + 1 };
};

/** Of the numbers that two sketches can be compared by: how many each has, and how many both. */
const counted = (
  a: Sketch,
  b: Sketch,
  counts: (marked: boolean) => boolean,
): { readonly of: number; readonly both: number } => {
  const end = Math.min(a.end, b.end);
  let of = 0;
  let both = 0;
  for (const [number, marked] of a.numbers) {
    if (number >= end || !counts(marked)) continue;
    of += 1;
    if (b.numbers.has(number)) both += 1;
  }
  return { of, both };
};

const whole = (): boolean => true;

/** How much of the smaller of two sets is in the other, 0 to 1; null where fewer than `least` numbers tell. */
export const sharedBy = (a: Sketch, b: Sketch, least: number): number | null => {
  const one = counted(a, b, whole);
  const smaller = Math.min(one.of, counted(b, a, whole).of);
  return smaller < least ? null : one.both / smaller;
};

/** How much of what is marked in `a` is in `b`, marked or not, 0 to 1. */
export const markedIn = (a: Sketch, b: Sketch): number => {
  const { of, both } = counted(a, b, (marked) => marked);
  return of === 0 ? 0 : both / of;
};
