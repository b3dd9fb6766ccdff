// How often public links are opened. A visit is written at once, and those that an isolate hears of in the second after
// it together: a link that many open costs one write a second, and not one each.
import type { ShareReads } from '../db/shares.ts';
import { dayIn } from '../../shared/digest/days.ts';
import type { Clock, Pause } from './ids.ts';

interface Link {
  workspace: string;
  id: string;
  zone: string;
}

/** How many writes one visit makes for others at most: what goes on behind an answer may last half a minute. */
const MOST_ROUNDS = 8;
const GATHERING_MS = 1_000;
/** After so long a writing visit was cut short, and counts for the others no more. */
const LOST_MS = 10_000;

interface Waiting {
  count: number;
  /** When somebody began to write; null while nobody does. */
  since: number | null;
}

/** What an isolate has yet to write, by link and day. */
const waiting = new Map<string, Waiting>();

/** Counts a visit on the present day of the link's library. By whom is noted nowhere. */
export const countVisit = async (
  { shares, now, pause }: { shares: ShareReads; now: Clock; pause: Pause },
  { workspace, id, zone }: Link,
): Promise<void> => {
  const at = now();
  const day = dayIn(at, zone);
  const key = JSON.stringify([workspace, id, day]);
  const own = waiting.get(key) ?? { count: 0, since: null };
  waiting.set(key, own);
  own.count += 1;
  if (own.since !== null && at.getTime() - own.since < LOST_MS) return;
  own.since = at.getTime();
  try {
    for (let round = 0; own.count > 0 && round < MOST_ROUNDS; round += 1) {
      const { count } = own;
      own.count = 0;
      await shares.countVisits(workspace, id, day, count);
      if (round + 1 < MOST_ROUNDS) await pause(GATHERING_MS);
    }
  } finally {
    own.since = null;
    if (own.count === 0) waiting.delete(key);
  }
};
