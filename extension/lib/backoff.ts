// When to ask a server again that could not answer.

/** However long a server asks for, nothing is forgotten for more than a day. */
const MAX_ASKED_MS = 86_400_000;

/**
 * Whether a pause is over. One with more to come than the longest there is was reckoned by a clock that
 * has been set since: it is over too, or a clip kept in a wrong 2100 would wait for it.
 * @param nextAt its end, in milliseconds since 1970
 */
export const isDue = (nextAt: number, now: number): boolean =>
  nextAt <= now || nextAt > now + MAX_ASKED_MS;

/** Whether a refusal with this status may end by itself. */
export const isPassing = (status: number): boolean =>
  status >= 500 || status === 408 || status === 429;

const BASE_MS = 15_000;
const MAX_MS = 3_600_000;

/**
 * Milliseconds to wait before the next try: doubling up to an hour, spread over the upper half so
 * that many clients do not come back at once.
 * @param attempts tries that failed so far, at least 1
 * @param random from 0 to 1
 * @param after the least pause in seconds that the server asked for
 */
export const backoff = (attempts: number, random: number, after: number | null): number => {
  const ceiling = Math.min(MAX_MS, BASE_MS * 2 ** Math.min(attempts, 20));
  const asked = Math.min(MAX_ASKED_MS, (after ?? 0) * 1000);
  return Math.max(asked, ceiling / 2 + (random * ceiling) / 2);
};
