// Small decision trees, each trained on what those before it got wrong (gradient boosting on logistic loss, Friedman
// 2001; splits over quantiles, second order as in XGBoost, Chen and Guestrin 2016). The same input gives the same trees.
import { seededRandom } from './random.ts';

/** A leaf in log-odds, or a split: what is less than the threshold goes left. */
export type Tree =
  | { readonly leaf: number }
  | {
      readonly feature: number;
      readonly threshold: number;
      readonly less: Tree;
      readonly more: Tree;
    };

export interface Model {
  /** Log-odds before any tree. */
  readonly base: number;
  readonly trees: readonly Tree[];
}

export interface Example {
  readonly features: readonly number[];
  /** How true it is, 0 to 1. */
  readonly truth: number;
  readonly weight: number;
}

export interface Wishes {
  trees: number;
  depth: number;
  /** How much of a tree's correction is taken. */
  rate: number;
  /** Added to the weight of every leaf, so that few examples say little. */
  caution: number;
  /** The least weight of a leaf. */
  leastWeight: number;
  /** Which share of the features each tree may look at. */
  share: number;
}

const QUANTILES = 48;

const quantilesOf = (values: readonly number[]): number[] => {
  const sorted = values.toSorted((a, b) => a - b);
  const cuts = Array.from(
    { length: QUANTILES - 1 },
    (_, cut) => sorted[Math.floor(((cut + 1) * sorted.length) / QUANTILES)] ?? 0,
  );
  return [...new Set(cuts)];
};

const binOf = (cuts: readonly number[], value: number): number => {
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value < (cuts[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
};

/** What a tree says of some features, in log-odds. */
const sayTree = (tree: Tree, features: readonly number[]): number => {
  let node = tree;
  while (!('leaf' in node))
    node = (features[node.feature] ?? 0) < node.threshold ? node.less : node.more;
  return node.leaf;
};

class Grower {
  private readonly cuts: readonly (readonly number[])[];
  private readonly bins: readonly Uint8Array[];
  private readonly gradients: Float64Array;
  private readonly weights: Float64Array;
  private readonly wishes: Wishes;

  constructor(examples: readonly Example[], wishes: Wishes) {
    const width = examples[0]?.features.length ?? 0;
    const column = (feature: number): number[] =>
      examples.map(({ features }) => features[feature] ?? 0);
    this.cuts = Array.from({ length: width }, (_, feature) => quantilesOf(column(feature)));
    this.bins = this.cuts.map((cuts, feature) =>
      Uint8Array.from(column(feature), (value) => binOf(cuts, value)),
    );
    this.gradients = new Float64Array(examples.length);
    this.weights = new Float64Array(examples.length);
    this.wishes = wishes;
  }

  /** Grows a tree on what is still wrong with `scores`. */
  grow(examples: readonly Example[], scores: Float64Array, features: readonly number[]): Tree {
    for (const [index, { truth, weight }] of examples.entries()) {
      const likely = 1 / (1 + Math.exp(-(scores[index] ?? 0)));
      this.gradients[index] = weight * (truth - likely);
      this.weights[index] = weight * likely * (1 - likely);
    }
    return this.growFrom(Int32Array.from(examples.keys()), features, this.wishes.depth);
  }

  private growFrom(rows: Int32Array, features: readonly number[], depth: number): Tree {
    const { caution, rate, leastWeight } = this.wishes;
    let gradient = 0;
    let weight = 0;
    for (const row of rows) {
      gradient += this.gradients[row] ?? 0;
      weight += this.weights[row] ?? 0;
    }
    const leaf = { leaf: (rate * gradient) / (weight + caution) };
    if (depth === 0 || weight < leastWeight * 2) return leaf;
    const split = this.bestSplit(rows, features, gradient, weight);
    if (!split) return leaf;
    const { feature, bin } = split;
    const isLess = (row: number): boolean => (this.bins[feature]?.[row] ?? 0) <= bin;
    return {
      feature,
      threshold: this.cuts[feature]?.[bin] ?? 0,
      less: this.growFrom(rows.filter(isLess), features, depth - 1),
      more: this.growFrom(
        rows.filter((row) => !isLess(row)),
        features,
        depth - 1,
      ),
    };
  }

  private bestSplit(
    rows: Int32Array,
    features: readonly number[],
    gradient: number,
    weight: number,
  ): { feature: number; bin: number } | null {
    const { caution, leastWeight } = this.wishes;
    const worth = (sum: number, of: number): number => (sum * sum) / (of + caution);
    let best: { feature: number; bin: number } | null = null;
    let most = worth(gradient, weight) + 1e-6;
    for (const feature of features) {
      const count = (this.cuts[feature]?.length ?? 0) + 1;
      const gradients = new Float64Array(count);
      const weights = new Float64Array(count);
      const bins = this.bins[feature] ?? new Uint8Array();
      for (const row of rows) {
        const bin = bins[row] ?? 0;
        gradients[bin] = (gradients[bin] ?? 0) + (this.gradients[row] ?? 0);
        weights[bin] = (weights[bin] ?? 0) + (this.weights[row] ?? 0);
      }
      let lessGradient = 0;
      let lessWeight = 0;
      for (let bin = 0; bin < count - 1; bin += 1) {
        lessGradient += gradients[bin] ?? 0;
        lessWeight += weights[bin] ?? 0;
        if (lessWeight < leastWeight || weight - lessWeight < leastWeight) continue;
        const gain =
          worth(lessGradient, lessWeight) + worth(gradient - lessGradient, weight - lessWeight);
        if (gain > most) {
          most = gain;
          best = { feature, bin };
        }
      }
    }
    return best;
  }
}

/** Trains a model. */
export const trainTrees = (examples: readonly Example[], wishes: Wishes): Model => {
  const random = seededRandom(1);
  const grower = new Grower(examples, wishes);
  const all = examples.reduce((sum, { weight }) => sum + weight, 0);
  const yes = examples.reduce((sum, { weight, truth }) => sum + weight * truth, 0);
  const base = Math.log(yes / (all - yes));
  const scores = new Float64Array(examples.length).fill(base);
  const width = examples[0]?.features.length ?? 0;
  const trees: Tree[] = [];
  for (let made = 0; made < wishes.trees; made += 1) {
    const features = [...Array(width).keys()].filter(() => random() < wishes.share);
    const tree = grower.grow(examples, scores, features);
    trees.push(tree);
    for (const [index, example] of examples.entries())
      scores[index] = (scores[index] ?? 0) + sayTree(tree, example.features);
  }
  return { base, trees };
};
