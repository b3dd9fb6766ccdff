// In which order matches are shown: those that have every word as it is written before those that have some without
// its marks; then by where the words stand, how rare each is among the matches, and how new the clip is.
import { findBare, findBeginning, findExact } from './pattern.ts';
import type { Term } from './terms.ts';

export interface Match {
  readonly title: string;
  readonly standfirst: string | null;
  /** Whether it has every word as it is written. */
  readonly isExact: boolean;
}

const TITLE = { exact: 1, bare: 0.8, begins: 0.6 };
const STANDFIRST = { exact: 0.5, bare: 0.4 };
const BODY = { exact: 0.25, bare: 0.2 };
/** What words add that stand together as they are asked for, in a share of what all are worth. */
const TOGETHER = { title: 0.5, standfirst: 0.2 };
/** What the newest is ahead of the oldest. */
const NEW = 0.15;

/** What a term is worth in a match; 0 where it stands neither in title nor standfirst. */
const makeWorth = ({ exact, bare, isOpen }: Term) => {
  const [written, any, begins] = [findExact(exact), findBare(bare), findBeginning(bare)];
  return ({ title, standfirst }: Match): number => {
    if (any.isIn(title)) return written.isIn(title) ? TITLE.exact : TITLE.bare;
    if (isOpen && begins.isIn(title)) return TITLE.begins;
    if (standfirst === null || !any.isIn(standfirst)) return 0;
    return written.isIn(standfirst) ? STANDFIRST.exact : STANDFIRST.bare;
  };
};

/** What it is worth that all terms stand together. */
const makeTogether = (terms: readonly Term[]) => {
  if (terms.length < 2) return () => 0;
  const whole = findBare(terms.flatMap(({ bare }) => bare));
  return ({ title, standfirst }: Match): number => {
    if (whole.isIn(title)) return TOGETHER.title;
    return standfirst !== null && whole.isIn(standfirst) ? TOGETHER.standfirst : 0;
  };
};

/**
 * The matches of a query, the best first. Nothing counts but the matches themselves: what others keep changes no order.
 * @param matches the newest first
 */
export const rankMatches = <Of extends Match>(
  matches: readonly Of[],
  terms: readonly Term[],
): readonly Of[] => {
  const worthOf = terms.map(makeWorth);
  const togetherIn = makeTogether(terms);
  const read = matches.map((match) => ({ match, worth: worthOf.map((worth) => worth(match)) }));
  const rarity = terms.map((_, at) => {
    const having = read.filter(({ worth }) => (worth[at] ?? 0) > 0).length;
    return Math.log(1 + (matches.length + 1) / (having + 1));
  });
  const most = rarity.reduce((sum, one) => sum + one, 0);
  return read
    .map(({ match, worth }, at) => {
      const elsewhere = match.isExact ? BODY.exact : BODY.bare;
      const score = rarity.reduce((sum, rare, nth) => sum + rare * (worth[nth] || elsewhere), 0);
      // Where one stands in the body alone, all do not stand in the title.
      const together = worth.includes(0) ? 0 : togetherIn(match);
      const newer = NEW * (1 - at / matches.length);
      return { match, at, score: score + most * (together + newer) };
    })
    .sort(
      (one, other) =>
        Number(other.match.isExact) - Number(one.match.isExact) ||
        other.score - one.score ||
        one.at - other.at,
    )
    .map(({ match }) => match);
};
