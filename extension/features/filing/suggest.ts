// Which of the names that there are a reader may mean.
import { foldBare } from '../../../shared/text/fold.ts';
import { foldName } from '../../../shared/text/name.ts';

/** As many as are seen at once above a keyboard. */
const MAX_SUGGESTIONS = 6;

/**
 * The names that have what was typed in them, whatever its accents: those that begin with it first, else in
 * their own order. What is chosen already is not among them; of nothing typed, the first names are.
 */
export const suggest = (
  names: readonly string[],
  chosen: readonly string[],
  typed: string,
): string[] => {
  const wanted = foldBare(typed);
  const taken = new Set(chosen.map(foldName));
  const found = names
    .filter((name) => !taken.has(foldName(name)))
    .map((name) => ({ name, at: foldBare(name).indexOf(wanted) }))
    .filter(({ at }) => at >= 0);
  const begins = found.filter(({ at }) => at === 0);
  const holds = found.filter(({ at }) => at > 0);
  return [...begins, ...holds].slice(0, MAX_SUGGESTIONS).map(({ name }) => name);
};
