// How close the reports of a few days are to each other: by the words that they have in common, each counting by how
// rare it is among these reports.
import { IN_TITLE, IS_NAME, readVector, type Vector } from '../related/vector.ts';
import { likeness } from './fingerprint.ts';
import type { Described } from './described.ts';

/** A report of fewer features is a headline alone, and many of these are alike. */
const LEAST_FEATURES = 14;

/** What the cosines of all features, of names and numbers alone, and of the titles alone count for. */
const OF_ALL = 0.6;
const OF_NAMES = 0.3;
const OF_TITLES = 0.1;

/** So many reports more, in which nothing was: of few reports everything would be common. */
const UNSEEN = 10;

// What is printed again and again has the same words every time and other figures: a forecast is no report of the one before.
const SAME_WORDS = 0.2;
const OTHER_FIGURES = 0.2;

/** A report with its features weighed. */
interface Weighed {
  readonly clip: Described;
  readonly vector: Vector;
  readonly weights: Float32Array;
  /** The lengths of the three vectors. */
  readonly all: number;
  readonly names: number;
  readonly titles: number;
}

const NOTHING: Vector = {
  words: 0,
  numbers: new Uint32Array(),
  strengths: new Float32Array(),
  marks: new Uint8Array(),
};

/** Features are numbers of 20 bits. */
const NUMBERS = 2 ** 20;

/** Less than this keeps no two reports together, whatever their figures. */
const WORTH_A_LOOK = 0.1;

const isReprint = (a: Described, b: Described): boolean => {
  const { words, figures } = likeness(a.fingerprint, b.fingerprint);
  return words >= SAME_WORDS && figures !== null && figures < OTHER_FIGURES;
};

/** Answers how close two of the reports are, 0 to 1. */
export const closenessAmong = (
  clips: readonly Described[],
): ((a: Described, b: Described) => number) => {
  const vectors = new Map(clips.map((clip) => [clip, readVector(clip.vector) ?? NOTHING]));
  const spread = new Uint16Array(NUMBERS);
  for (const { numbers } of vectors.values())
    for (let at = 0; at < numbers.length; at += 1) {
      const number = numbers[at] ?? 0;
      spread[number] = (spread[number] ?? 0) + 1;
    }
  const rarities = Float32Array.from({ length: clips.length + 1 }, (_, some) =>
    Math.log(1 + (clips.length + UNSEEN) / Math.max(1, some)),
  );

  const weigh = (clip: Described): Weighed => {
    const vector = vectors.get(clip) ?? NOTHING;
    const { numbers, strengths, marks } = vector;
    // Nobody else has read this description: its strengths become the weights where they are.
    const weights = strengths;
    let all = 0;
    let names = 0;
    let titles = 0;
    for (let at = 0; at < numbers.length; at += 1) {
      const weight = (strengths[at] ?? 0) * (rarities[spread[numbers[at] ?? 0] ?? 0] ?? 0);
      const mark = marks[at] ?? 0;
      weights[at] = weight;
      all += weight * weight;
      if (mark & IS_NAME) names += weight * weight;
      if (mark & IN_TITLE) titles += weight * weight;
    }
    return {
      clip,
      vector,
      weights,
      all: Math.sqrt(all),
      names: Math.sqrt(names),
      titles: Math.sqrt(titles),
    };
  };
  const weighed = new Map<Described, Weighed>();
  const weighedOf = (clip: Described): Weighed => {
    const known = weighed.get(clip) ?? weigh(clip);
    weighed.set(clip, known);
    return known;
  };

  // Where in the report that is asked for most each feature stands, from 1 on.
  const places = new Uint16Array(NUMBERS);
  let placed: Weighed | null = null;
  const place = (next: Weighed): void => {
    if (placed === next) return;
    for (const number of placed?.vector.numbers ?? []) places[number] = 0;
    for (const [at, number] of next.vector.numbers.entries()) places[number] = at + 1;
    placed = next;
  };

  return (a, b) => {
    const [one, other] = [weighedOf(a), weighedOf(b)];
    if (Math.min(one.weights.length, other.weights.length) < LEAST_FEATURES) return 0;
    place(one);
    const { numbers, marks } = other.vector;
    let all = 0;
    let names = 0;
    let titles = 0;
    for (let at = 0; at < numbers.length; at += 1) {
      const there = (places[numbers[at] ?? 0] ?? 0) - 1;
      if (there < 0) continue;
      const both = (one.vector.marks[there] ?? 0) & (marks[at] ?? 0);
      const shared = (one.weights[there] ?? 0) * (other.weights[at] ?? 0);
      all += shared;
      if (both & IS_NAME) names += shared;
      if (both & IN_TITLE) titles += shared;
    }
    const close =
      (OF_ALL * all) / (one.all * other.all || 1) +
      (OF_NAMES * names) / (one.names * other.names || 1) +
      (OF_TITLES * titles) / (one.titles * other.titles || 1);
    return close >= WORTH_A_LOOK && isReprint(a, b) ? 0 : close;
  };
};
