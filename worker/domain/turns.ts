/** Steps of this size, however many at once, come round everything evenly: no rhythm of runs misses one of several for long. */
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/** Several in the order of their turns, which begins with another one from minute to minute. */
export const inTurn = <T>(all: readonly T[], now: Date): T[] => {
  const minute = Math.floor(now.getTime() / 60_000);
  const first = Math.floor(((minute * GOLDEN) % 1) * all.length);
  return [...all.slice(first), ...all.slice(0, first)];
};
