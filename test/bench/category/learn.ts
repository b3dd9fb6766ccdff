// From labelled texts to a classifier that fits into a few kilobytes: softmax over topics, where a label that allows
// several asks only that one of them be right; features weighed by how rare and how telling they are (Wang and Manning
// 2012); the most telling ones learned again by themselves, and their weights rounded to nine steps.
import type { Classifier } from '../../../shared/category/classifier.ts';
import { GAPS, STEPS } from '../../../shared/category/classifier.ts';
import { FEATURE_BITS, featuresOf, strengthOf } from '../../../shared/category/features.ts';
import { MEDIA_TOPICS, type MediaTopicId } from '../../../shared/schema/media-topic.ts';
import { seededRandom } from '../random.ts';
import type { LabelledText } from './corpus.ts';

export interface Wishes {
  /** How many features may be kept. */
  readonly features: number;
  /** Topics of labels that allow several, of which these texts cannot tell which it is. */
  readonly untold: readonly MediaTopicId[];
  /** Long texts are also learned from in pieces of so many words; 0 for whole. */
  readonly piece: number;
  /** Features that fewer texts have are not looked at. */
  readonly leastTexts: number;
  /** How much rarity counts. */
  readonly rarity: number;
  /** Smoothing of how telling a feature is: the less, the more that counts; 0 for not at all. */
  readonly telling: number;
  readonly rate: number;
  readonly decay: number;
  readonly rounds: number;
}

interface Lesson {
  readonly features: Int32Array;
  readonly values: Float64Array;
  readonly right: readonly number[];
  readonly weight: number;
}

/** A weight counts from so near to the next step: small ones are left out, which costs less than fewer features. */
const ROUND = 0.1;
/** This share of the weights lies within the steps; the rest is cut off. */
const WITHIN = 0.999;

const SIZE = 2 ** FEATURE_BITS;

const piecesOf = (text: LabelledText, words: number): readonly LabelledText[] => {
  const all = text.text.split(/\s+/u);
  const count = words > 0 ? Math.max(1, Math.round(all.length / words)) : 1;
  const length = Math.ceil(all.length / count);
  return Array.from({ length: count }, (_, piece) => ({
    ...text,
    title: piece === 0 ? text.title : '',
    text: all.slice(piece * length, (piece + 1) * length).join(' '),
  }));
};

const softmax = (sums: Float64Array): void => {
  const most = Math.max(...sums);
  let all = 0;
  for (const [at, sum] of sums.entries()) all += sums[at] = Math.exp(sum - most);
  for (const [at, sum] of sums.entries()) sums[at] = sum / all;
};

/** Stochastic gradient descent with a rate of its own for each weight (Duchi et al. 2011). */
const descend = (
  lessons: readonly Lesson[],
  topics: number,
  { rate, decay, rounds }: Wishes,
): Float64Array => {
  const weights = new Float64Array(SIZE * topics);
  const slopes = new Float64Array(SIZE * topics).fill(1);
  const random = seededRandom(1);
  const order = [...lessons];
  const sums = new Float64Array(topics);
  for (let round = 0; round < rounds; round += 1) {
    for (let at = order.length - 1; at > 0; at -= 1) {
      const other = Math.floor(random() * (at + 1));
      const [one, two] = [order[at], order[other]];
      if (one && two) [order[at], order[other]] = [two, one];
    }
    for (const { features, values, right, weight } of order) {
      sums.fill(0);
      for (const [at, feature] of features.entries())
        for (let topic = 0; topic < topics; topic += 1)
          sums[topic] =
            (sums[topic] ?? 0) + (weights[feature * topics + topic] ?? 0) * (values[at] ?? 0);
      softmax(sums);
      const allowed = right.reduce((sum, topic) => sum + (sums[topic] ?? 0), 0);
      const errors = sums.slice();
      for (const topic of right)
        errors[topic] = (sums[topic] ?? 0) - (sums[topic] ?? 0) / Math.max(allowed, 1e-9);
      for (const [at, feature] of features.entries())
        for (let topic = 0; topic < topics; topic += 1) {
          const place = feature * topics + topic;
          const now = weights[place] ?? 0;
          const slope = weight * (errors[topic] ?? 0) * (values[at] ?? 0) + decay * now;
          const steep = (slopes[place] ?? 1) + slope * slope;
          slopes[place] = steep;
          weights[place] = now - (rate / Math.sqrt(steep)) * slope;
        }
    }
  }
  return weights;
};

/** How much a feature is worth before anything is learned: rare, and with some topics rather than others. */
const worths = (
  texts: readonly { features: ReadonlyMap<number, number>; right: readonly number[] }[],
  topics: number,
  { leastTexts, rarity, telling }: Wishes,
): Float64Array => {
  const having = new Float64Array(SIZE);
  const byTopic = new Float64Array(SIZE * topics);
  const all = new Float64Array(topics);
  for (const { features, right } of texts) {
    for (const topic of right) all[topic] = (all[topic] ?? 0) + 1 / right.length;
    for (const feature of features.keys()) {
      having[feature] = (having[feature] ?? 0) + 1;
      for (const topic of right)
        byTopic[feature * topics + topic] =
          (byTopic[feature * topics + topic] ?? 0) + 1 / right.length;
    }
  }
  return having.map((count, feature) => {
    if (count < leastTexts) return 0;
    const rare = Math.log(texts.length / count + 1) ** rarity;
    if (telling === 0) return rare;
    let ratios = 0;
    for (let topic = 0; topic < topics; topic += 1) {
      const here = byTopic[feature * topics + topic] ?? 0;
      const inside = (here + telling) / ((all[topic] ?? 0) + 2 * telling);
      const outside = (count - here + telling) / (texts.length - (all[topic] ?? 0) + 2 * telling);
      ratios += Math.abs(Math.log(inside / outside)) / topics;
    }
    return rare * ratios;
  });
};

const gapsOf = (features: readonly number[]): string => {
  const longest = GAPS.length - 1;
  let before = -1;
  return features
    .map((feature) => {
      const distance = feature - before;
      before = feature;
      return (
        (GAPS[longest] ?? '').repeat(Math.floor(distance / longest)) +
        (GAPS[distance % longest] ?? '')
      );
    })
    .join('');
};

/** Learns to tell topics apart. The same texts give the same classifier. */
export const learn = (texts: readonly LabelledText[], wishes: Wishes): Classifier => {
  const told = (topic: MediaTopicId): boolean => !wishes.untold.includes(topic);
  const topics = MEDIA_TOPICS.filter(
    (topic) => told(topic) && texts.some(({ right }) => right.includes(topic)),
  );
  const pieces = texts.flatMap((text) => {
    const right = text.right.filter(told).map((topic) => topics.indexOf(topic));
    const all = piecesOf(text, wishes.piece);
    return all.map((piece) => ({
      features: featuresOf(piece.title, piece.text),
      right,
      weight: 1 / Math.sqrt(all.length),
    }));
  });
  const worth = worths(pieces, topics.length, wishes);
  const lessonsOf = (isKept: (feature: number) => boolean): readonly Lesson[] =>
    pieces.map(({ features, right, weight }) => {
      const kept = [...features].filter(
        ([feature]) => (worth[feature] ?? 0) > 0 && isKept(feature),
      );
      const values = Float64Array.from(
        kept,
        ([feature, count]) => strengthOf(count) * (worth[feature] ?? 0),
      );
      const length = Math.hypot(...values) || 1;
      return {
        features: Int32Array.from(kept, ([feature]) => feature),
        values: values.map((value) => value / length),
        right,
        weight,
      };
    });
  const rowOf = (weights: Float64Array, feature: number): readonly number[] => {
    const row = Array.from(
      weights.subarray(feature * topics.length, (feature + 1) * topics.length),
      (weight) => weight * (worth[feature] ?? 0),
    );
    const mean = row.reduce((sum, weight) => sum + weight, 0) / row.length;
    return row.map((weight) => weight - mean);
  };
  const having = new Float64Array(SIZE);
  for (const { features } of pieces)
    for (const feature of features.keys()) having[feature] = (having[feature] ?? 0) + 1;
  const first = descend(
    lessonsOf(() => true),
    topics.length,
    wishes,
  );
  const kept = [...worth.keys()]
    .filter((feature) => (worth[feature] ?? 0) > 0)
    .map((feature) => ({
      feature,
      // What is often there decides more texts.
      use: Math.max(...rowOf(first, feature).map(Math.abs)) * Math.sqrt(having[feature] ?? 0),
    }))
    .sort((a, b) => b.use - a.use || a.feature - b.feature)
    .slice(0, wishes.features)
    .map(({ feature }) => feature)
    .sort((a, b) => a - b);
  const isKept = new Set(kept);
  const second = descend(
    lessonsOf((feature) => isKept.has(feature)),
    topics.length,
    wishes,
  );
  const rows = kept.map((feature) => rowOf(second, feature));
  const sizes = rows.flatMap((row) => row.map(Math.abs)).sort((a, b) => a - b);
  const most = sizes[Math.floor((sizes.length - 1) * WITHIN)] ?? 1;
  // As many steps for the small weights, which are many, as for the large ones.
  const digitOf = (weight: number): string => {
    const steps = Math.floor(Math.sqrt(Math.abs(weight) / most) * STEPS + ROUND);
    return String(STEPS + Math.sign(weight) * Math.min(STEPS, steps));
  };
  return {
    topics,
    gaps: gapsOf(kept),
    weights: topics.map((_, topic) => rows.map((row) => digitOf(row[topic] ?? 0)).join('')),
  };
};
