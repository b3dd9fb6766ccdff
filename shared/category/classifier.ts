// A line for each topic through the features of a text: what `npm run train -- category` writes and the product reads.
import type { MediaTopicId } from '../schema/media-topic.ts';
import { strengthOf } from './features.ts';

/** The features that tell a topic, and what each says for and against the topics. */
export interface Classifier {
  readonly topics: readonly MediaTopicId[];
  /** The features in order, each as its distance from the one before. */
  readonly gaps: string;
  /** For each topic a digit a feature: 4 says nothing, more speaks for it, less against it, the square of the distance. */
  readonly weights: readonly string[];
}

/** The digit in the middle, and how far from it one can be. */
export const STEPS = 4;
const MIDDLE = '0'.charCodeAt(0) + STEPS;

/** The characters of distances; the last one stands for as many as there are before it, with more to come. */
export const GAPS =
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.,:;!?*+/=()[]<>{}~^|@#%&';

/** A feature that this classifier does not know has no place. */
const readPlaces = (gaps: string): ReadonlyMap<number, number> => {
  const places = new Map<number, number>();
  const distances = new Map(Array.from(GAPS, (character, at) => [character, at]));
  let feature = -1;
  for (const character of gaps) {
    const distance = distances.get(character) ?? 0;
    feature += distance;
    if (distance < GAPS.length - 1) places.set(feature, places.size);
  }
  return places;
};

export interface Verdict {
  readonly topic: MediaTopicId;
  /** How many different features of the text were known. */
  readonly known: number;
}

/** Makes a classifier ready to be asked with a text's features and their counts. */
export const readClassifier = ({ topics, gaps, weights }: Classifier) => {
  const places = readPlaces(gaps);
  const width = topics.length;
  const rows = new Int8Array(places.size * width);
  for (const [topic, digits] of weights.entries())
    for (let place = 0; place < digits.length; place += 1) {
      const steps = digits.charCodeAt(place) - MIDDLE;
      rows[place * width + topic] = steps * Math.abs(steps);
    }
  return (counts: ReadonlyMap<number, number>): Verdict | null => {
    const sums = new Float64Array(topics.length);
    let known = 0;
    for (const [feature, count] of counts) {
      const place = places.get(feature);
      if (place === undefined) continue;
      known += 1;
      const strength = strengthOf(count);
      for (let topic = 0; topic < sums.length; topic += 1)
        sums[topic] = (sums[topic] ?? 0) + strength * (rows[place * width + topic] ?? 0);
    }
    const topic = topics[sums.indexOf(Math.max(...sums))];
    return topic === undefined ? null : { topic, known };
  };
};
