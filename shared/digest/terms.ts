// The key terms of a day.
import type { DigestGroup } from '../schema/digest.ts';
import { fold } from '../text/fold.ts';

/** How many are shown. */
const SHOWN = 8;

interface Counted {
  /** As the clip writes it that comes first. */
  term: string;
  folded: string;
  stories: number;
  /** How far in front it stands among the terms of its clips, summed up. */
  weight: number;
}

const count = (
  groups: readonly DigestGroup[],
  termsOf: ReadonlyMap<string, readonly string[]>,
): Counted[] => {
  const counted = new Map<string, Counted>();
  for (const { clips } of groups.flatMap(({ stories }) => stories)) {
    // What several clips of one story say is said once.
    const seen = new Set<string>();
    for (const { id } of clips)
      for (const [place, term] of (termsOf.get(id) ?? []).entries()) {
        const folded = fold(term);
        if (folded === '' || seen.has(folded)) continue;
        seen.add(folded);
        const known = counted.get(folded) ?? { term, folded, stories: 0, weight: 0 };
        known.stories += 1;
        known.weight += 1 / (1 + place);
        counted.set(folded, known);
      }
  }
  return [...counted.values()];
};

const byWeight = (one: Counted, other: Counted): number =>
  other.weight - one.weight || (one.folded < other.folded ? -1 : 1);

/** Those of the most stories first; most are of one story alone, and are put in order only where they are asked for. */
function* inOrder(terms: readonly Counted[]): Generator<Counted> {
  const alike = Map.groupBy(terms, ({ stories }) => stories);
  for (const stories of [...alike.keys()].sort((one, other) => other - one))
    yield* (alike.get(stories) ?? []).toSorted(byWeight);
}

const holds = (long: string, short: string): boolean => ` ${long} `.includes(` ${short} `);

/**
 * The terms that most stories of a day have in common, then those that tell its clips best; of two of which one holds
 * the other, the first in that order. The same clips give the same terms.
 * @param termsOf the key terms of each clip by its id, the most telling first
 */
export const dayTerms = (
  groups: readonly DigestGroup[],
  termsOf: ReadonlyMap<string, readonly string[]>,
): string[] => {
  const chosen: Counted[] = [];
  for (const term of inOrder(count(groups, termsOf))) {
    if (chosen.length === SHOWN) break;
    if (!chosen.some(({ folded }) => holds(folded, term.folded) || holds(term.folded, folded)))
      chosen.push(term);
  }
  return chosen.map(({ term }) => term);
};
