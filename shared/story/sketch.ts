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

/** The least numbers of a sketch, as many as `room` bytes hold; the sketch itself where that is all of it. */
export const cutSketch = (bytes: Uint8Array, room: number): Uint8Array => {
  if (bytes.length <= room) return bytes;
  let end = room;
  // No number is cut in half.
  while (end > 1 && (bytes[end - 1] ?? 0) > 0x7f) end -= 1;
  const cut = bytes.slice(0, end);
  cut[0] = 0;
  return cut;
};

/** Goes through the numbers of a sketch, the least first, until one of them is enough; answers the last one seen. */
const goThrough = (
  bytes: Uint8Array,
  isEnough: (number: number, isMarked: boolean) => boolean,
): number => {
  let last = -1;
  let value = 0;
  let shift = 0;
  for (let at = 1; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    value |= (byte & 0x7f) << shift;
    shift += 7;
    if (byte > 0x7f) continue;
    last += value >>> 1;
    if (isEnough(last, value % 2 === 1)) break;
    value = 0;
    shift = 0;
  }
  return last;
};

/** What `writeSketch` wrote. */
export const readSketch = (bytes: Uint8Array): Sketch => {
  const numbers = new Map<number, boolean>();
  const last = goThrough(bytes, (number, isMarked) => {
    numbers.set(number, isMarked);
    return false;
  });
  return { numbers, end: bytes[0] === 1 ? END : last + 1 };
};

/** Whether a sketch that is not read yet has a number in common with another one. */
export const meets = (bytes: Uint8Array, { numbers, end }: Sketch): boolean => {
  let isMet = false;
  goThrough(bytes, (number) => {
    isMet = numbers.has(number);
    return isMet || number >= end;
  });
  return isMet;
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
