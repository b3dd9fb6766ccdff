// How often the API is asked, by whom it is asked. Each isolate counts for itself and tells the database in lots, which
// answers what all of them have counted: who asks now and then costs nothing, and a new isolate knows after one lot.
import type { Rates } from '../db/rates.ts';
import type { Clock } from './ids.ts';
import { keyOf, type Limit, refuse } from './limits.ts';

/** After how many requests an isolate tells what it has counted. */
const LOT = 25;
/** Of how many callers an isolate keeps count; those of more are counted anew. */
const CALLERS = 10_000;

interface Count {
  /** By all isolates, as far as is known. */
  all: number;
  /** Of these, by this one and not told yet. */
  untold: number;
  ends: string;
}

export interface MeterTools {
  rates: Rates;
  now: Clock;
  later: (work: () => Promise<unknown>) => void;
}

export interface Meter {
  /** Throws 'too-many' for a credential by which somebody was refused whose count is not over: nothing is looked up. */
  check: (now: Date, credential: string) => void;
  /** Counts a request that somebody makes by a credential; throws 'too-many' where it is one too many. */
  take: (tools: MeterTools, limit: Limit, whose: string, credential: string) => void;
}

/** What an isolate has counted. */
export const makeMeter = (): Meter => {
  const counts = new Map<string, Count>();
  /** Until when the credentials are refused by which it was asked too often. */
  const refused = new Map<string, string>();

  const tell = async ({ rates }: MeterTools, key: string, count: Count, at: string) => {
    const lot = count.untold;
    count.untold = 0;
    const known = await rates.add(key, lot, at, count.ends);
    if (!known) return;
    count.all = known.count + count.untold;
    count.ends = known.ends_at;
  };

  return {
    check: (now, credential) => {
      const ends = refused.get(credential);
      if (ends === undefined) return;
      if (ends > now.toISOString()) refuse(ends, now);
      refused.delete(credential);
    },

    take: (tools, limit, whose, credential) => {
      const now = tools.now();
      const at = now.toISOString();
      const name = `${limit.name} ${whose}`;
      const found = counts.get(name);
      const ends = new Date(now.getTime() + limit.seconds * 1_000).toISOString();
      const count = found && found.ends > at ? found : { all: 0, untold: 0, ends };
      if (count !== found) {
        if (counts.size >= CALLERS) counts.clear();
        counts.set(name, count);
      }
      if (count.all >= limit.tries) {
        if (refused.size >= CALLERS) refused.clear();
        refused.set(credential, count.ends);
        refuse(count.ends, now);
      }
      count.all += 1;
      count.untold += 1;
      if (count.untold < LOT && count.all < limit.tries) return;
      tools.later(async () => tell(tools, await keyOf(limit, whose), count, at));
    },
  };
};
