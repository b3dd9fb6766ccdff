// Requests of our own pages to their server: sent again where that helps, and failures in a person's terms.

/** Why something did not go through. */
export type Trouble = 'stopped' | 'offline' | 'busy' | 'sign-in' | 'forbidden' | 'gone' | 'refused';

/** Thrown where a request did not go through in the end. */
export class Failed extends Error {
  readonly trouble: Trouble;

  constructor(trouble: Trouble) {
    super(trouble);
    this.trouble = trouble;
  }
}

/** Milliseconds before each further try. */
const PAUSES = [500, 1_500, 3_000];
/** After it an answer is no longer waited for. */
const TIMEOUT_MS = 30_000;

const troubleOf = (status: number): Trouble => {
  if (status === 429 || status >= 500) return 'busy';
  if (status === 401) return 'sign-in';
  if (status === 403) return 'forbidden';
  return status === 410 ? 'gone' : 'refused';
};

const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });

const attempt = async <T>(
  address: string,
  init: RequestInit,
  read: (response: Response) => Promise<T>,
): Promise<T> => {
  try {
    const response = await fetch(address, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (!response.ok) throw new Failed(troubleOf(response.status));
    // Here too the network may go.
    return await read(response);
  } catch (error) {
    throw error instanceof Failed ? error : new Failed('offline');
  }
};

/** Whether the same request may yet go through. */
const isPassing = (error: unknown): boolean =>
  error instanceof Failed && (error.trouble === 'offline' || error.trouble === 'busy');

/**
 * Sends a request that may be repeated, a few times where it fails in passing, and reads its answer.
 * Throws `Failed`. An abort of `signal` takes back no request that is on its way; it ends the waiting.
 * @param onRetry is told before each further try
 */
export const send = async <T>(
  address: string,
  init: RequestInit,
  read: (response: Response) => Promise<T>,
  { signal, onRetry }: { signal: AbortSignal; onRetry: () => void },
): Promise<T> => {
  for (const milliseconds of PAUSES) {
    if (signal.aborted) throw new Failed('stopped');
    try {
      return await attempt(address, init, read);
    } catch (error) {
      if (!isPassing(error)) throw error;
      onRetry();
      await pause(milliseconds, signal);
    }
  }
  if (signal.aborted) throw new Failed('stopped');
  return attempt(address, init, read);
};
