// A figure over some samples with the interval in which 95 of 100 such samples lie (bootstrap, Efron 1979).
import { seededRandom } from './random.ts';

const SAMPLES = 1_000;

/** The lower and the upper bound of what `combine` makes of samples drawn from `of`. */
export const interval = <Sample>(
  of: readonly Sample[],
  combine: (samples: readonly Sample[]) => number,
): readonly [number, number] => {
  // The same samples in each run: a figure that moves was moved by the code.
  const random = seededRandom(1);
  const draw = (): readonly Sample[] =>
    of.flatMap(() => {
      const drawn = of[Math.floor(random() * of.length)];
      return drawn === undefined ? [] : [drawn];
    });
  const figures = Array.from({ length: SAMPLES }, () => combine(draw())).sort((a, b) => a - b);
  const at = (share: number): number => figures[Math.floor(share * (SAMPLES - 1))] ?? 0;
  return [at(0.025), at(0.975)];
};
