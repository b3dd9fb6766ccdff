// What the judge would ask without training: stands in for its trees in the benchmark, to show what they are worth.
import { FEATURE_NAMES } from '../../../shared/article/block-features.ts';
import type { Forest, Tree } from '../../../shared/trees/index.ts';

const split = (name: string, threshold: number, less: Tree, more: Tree): Tree => [
  FEATURE_NAMES.indexOf(name),
  threshold,
  less,
  more,
];

const [NO, YES] = [-3_000, 3_000];

/** Text is what stands in the part for which most running text speaks, and is not links in the main. */
export const TREES: Forest = {
  base: 0,
  trees: [split('in the top part', 1, NO, split('share of links', 0.5, YES, NO))],
};
