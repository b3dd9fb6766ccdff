// In which order matches are shown: those that have every word as it is written before those that have some without
// its marks; then by where the words stand, how rare each is among the matches, and how new the clip is.
import { fold, foldBare } from '../text/fold.ts';
import type { Term } from './terms.ts';
import { parted } from './words.ts';

export interface Match {
  readonly title: string;
  readonly standfirst: string | null;
  /** Whether it has every word as it is written. */
  readonly isExact: boolean;
}

const TITLE = { exact: 1, bare: 0.8, begins: 0.6 };
const STANDFIRST = { exact: 0.5, bare: 0.4, begins: 0 };
const BODY = { exact: 0.25, bare: 0.2 };
/** What words add that stand together as they are asked for, in a share of what all are worth. */
const TOGETHER = { title: 0.5, standfirst: 0.2 };
/** What the newest is ahead of the oldest. */
const NEW = 0.15;

/** A text to be looked through: each word between spaces, with its marks, and without where that is asked. */
const readable = (text: string) => {
  const whole = parted(text);
  let bare: string | null = null;
  return {
    exact: ` ${fold(whole)} `,
    get bare(): string {
      bare ??= ` ${foldBare(whole)} `;
      return bare;
    },
  };
};
type Readable = ReturnType<typeof readable>;

const worthIn = (
  { exact, bare, isOpen }: Term,
  text: Readable,
  worth: typeof TITLE | typeof STANDFIRST,
): number => {
  if (text.exact.includes(` ${exact.join(' ')} `)) return worth.exact;
  if (text.bare.includes(` ${bare.join(' ')} `)) return worth.bare;
  return isOpen && text.bare.includes(` ${bare.join(' ')}`) ? worth.begins : 0;
};

/**
 * The matches of a query, the best first. Nothing counts but the matches themselves: what others keep changes no order.
 * @param matches the newest first
 */
export const rankMatches = <Of extends Match>(
  matches: readonly Of[],
  terms: readonly Term[],
): readonly Of[] => {
  const whole = terms.flatMap(({ bare }) => bare).join(' ');
  const read = matches.map((match) => {
    const title = readable(match.title);
    const standfirst = readable(match.standfirst ?? '');
    const worth = terms.map((term) =>
      Math.max(worthIn(term, title, TITLE), worthIn(term, standfirst, STANDFIRST)),
    );
    const together =
      terms.length < 2
        ? 0
        : title.bare.includes(` ${whole} `)
          ? TOGETHER.title
          : standfirst.bare.includes(` ${whole} `)
            ? TOGETHER.standfirst
            : 0;
    return { match, worth, together };
  });
  const rarity = terms.map((_, at) => {
    const having = read.filter(({ worth }) => (worth[at] ?? 0) > 0).length;
    return Math.log(1 + (matches.length + 1) / (having + 1));
  });
  const most = rarity.reduce((sum, one) => sum + one, 0);
  return read
    .map(({ match, worth, together }, at) => {
      const elsewhere = match.isExact ? BODY.exact : BODY.bare;
      const score = rarity.reduce((sum, rare, nth) => sum + rare * (worth[nth] || elsewhere), 0);
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
