// Which syllables of Vietnamese make words, since it is written with a space between all of them.
import { BONDS } from './term-bonds.ts';

let bonds: ReadonlyMap<string, ReadonlyMap<string, number>> | null = null;

const readBonds = (): ReadonlyMap<string, ReadonlyMap<string, number>> =>
  new Map(
    BONDS.trim()
      .split('\n')
      .map((line) => {
        const [first = '', ...seconds] = line.split(' ');
        return [
          first,
          new Map(seconds.map((each) => [each.slice(0, -1), Number.parseInt(each.slice(-1), 36)])),
        ];
      }),
  );

/** How firmly two syllables in lower case stand together, 0 where they do by chance if at all. */
export const bondOf = (first: string | undefined, second: string | undefined): number => {
  bonds ??= readBonds();
  return bonds.get(first ?? '')?.get(second ?? '') ?? 0;
};
