// How full a library is.
import type { Fullness } from '../db/fullness.ts';
import type { Library } from '../db/libraries.ts';
import type { Count, HowFull } from '../../shared/schema/fullness.ts';

/** Sites that are named; the rest counts together. */
const SITES = 15;
/** Months that are shown, the last of them. */
const MONTHS = 36;

const sum = (counts: readonly { clips: number }[]): number =>
  counts.reduce((all, { clips }) => all + clips, 0);

const nextMonth = (month: string): string => {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const next = number === 12 ? [year + 1, 1] : [year, number + 1];
  return `${String(next[0]).padStart(4, '0')}-${String(next[1]).padStart(2, '0')}`;
};

/** Months in a row, those of no clips too: the last 36 until the last that has some. */
export const monthsInARow = (counted: readonly { month: string; clips: number }[]): Count[] => {
  const clipsOf = new Map(counted.map(({ month, clips }) => [month, clips]));
  const last = counted.at(-1)?.month;
  const all: Count[] = [];
  const first = counted.slice(-MONTHS)[0]?.month;
  if (first === undefined || last === undefined) return all;
  for (let month = first; month <= last; month = nextMonth(month)) {
    all.push({ of: month, clips: clipsOf.get(month) ?? 0 });
    // A clip of a year long ago must not make thousands of empty months.
    if (all.length > MONTHS) all.shift();
  }
  return all;
};

/** How much a library holds, of what and since when. */
export const howFull = async (
  { fullness }: { fullness: Fullness },
  library: Pick<Library, 'workspace' | 'number'>,
): Promise<HowFull> => {
  const { months, sites, ...rest } = await fullness.read(library);
  return {
    ...rest,
    clips: sum(months),
    months: monthsInARow(months),
    among: sum(sites),
    sites: sites.slice(0, SITES).map(({ site, clips }) => ({ of: site, clips })),
    furtherSites: sum(sites.slice(SITES)),
  };
};
