const PAUSE_MS = 50;
const LIMIT_MS = 10_000;

/**
 * Tries until an attempt answers something, and answers that. Attempts may fail until then.
 * @param what what is waited for, as the error says it
 */
export const until = async <T>(
  what: string,
  attempt: () => Promise<T | null | false>,
  limitMs = LIMIT_MS,
): Promise<T> => {
  const end = Date.now() + limitMs;
  for (;;) {
    const [answer, cause] = await attempt().then(
      (found) => [found, null] as const,
      (error: unknown) => [null, error] as const,
    );
    if (answer !== null && answer !== false) return answer;
    if (Date.now() >= end) throw new Error(`Waited in vain: ${what}`, { cause });
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
};
