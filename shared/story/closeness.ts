// How close the reports of a few days are to each other: by the words that they have in common, each counting by how
// rare it is among these reports.
import {
  featuresIn,
  IN_TITLE,
  IS_NAME,
  kindAt,
  NUMBERS,
  numberAt,
  STRENGTHS,
} from '../related/vector.ts';
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

/** A report among the others: where its features begin and end, and the lengths of its three vectors. */
interface Weighed {
  readonly begin: number;
  readonly end: number;
  readonly all: number;
  readonly names: number;
  readonly titles: number;
}

const NOTHING: Weighed = { begin: 0, end: 0, all: 0, names: 0, titles: 0 };

// How many reports have each feature, and where one of them has it: 2 MB each, which are taken once, since each keep of a
// clip compares.
const spread = new Uint16Array(NUMBERS);
const stands = new Uint16Array(NUMBERS);

/** Less than this keeps no two reports together, whatever their figures. */
const WORTH_A_LOOK = 0.1;

const isReprint = (a: Described, b: Described): boolean => {
  const { words, figures } = likeness(a.fingerprint, b.fingerprint);
  return words >= SAME_WORDS && figures !== null && figures < OTHER_FIGURES;
};

/** Answers how close two of the reports are, 0 to 1, until it is asked about others. */
export const closenessAmong = (
  clips: readonly Described[],
): ((a: Described, b: Described) => number) => {
  const sizes = clips.map(({ vector }) => featuresIn(vector));
  const size = sizes.reduce((sum, one) => sum + one, 0);
  // The features of all reports one after another: their numbers, kinds and weights.
  const numbers = new Uint32Array(size);
  const kinds = new Uint8Array(size);
  const weights = new Float32Array(size);
  spread.fill(0);
  let entry = 0;
  for (const [at, { vector }] of clips.entries())
    for (let own = 0; own < (sizes[at] ?? 0); own += 1) {
      const number = numberAt(vector, own);
      numbers[entry] = number;
      kinds[entry] = kindAt(vector, own);
      spread[number] = (spread[number] ?? 0) + 1;
      entry += 1;
    }
  const rarities = Float32Array.from({ length: clips.length + 1 }, (_, some) =>
    Math.log(1 + (clips.length + UNSEEN) / Math.max(1, some)),
  );

  const weigh = (begin: number, end: number): Weighed => {
    let all = 0;
    let names = 0;
    let titles = 0;
    for (let at = begin; at < end; at += 1) {
      const kind = kinds[at] ?? 0;
      const weight = (STRENGTHS[kind] ?? 1) * (rarities[spread[numbers[at] ?? 0] ?? 0] ?? 0);
      weights[at] = weight;
      all += weight * weight;
      if (kind & IS_NAME) names += weight * weight;
      if (kind & IN_TITLE) titles += weight * weight;
    }
    return {
      begin,
      end,
      all: Math.sqrt(all),
      names: Math.sqrt(names),
      titles: Math.sqrt(titles),
    };
  };
  const weighed = new Map<Described, Weighed>();
  let begin = 0;
  for (const [at, clip] of clips.entries()) {
    const end = begin + (sizes[at] ?? 0);
    weighed.set(clip, weigh(begin, end));
    begin = end;
  }

  // Which feature of the report that is asked for most a number is, from 1 on.
  stands.fill(0);
  let standing = NOTHING;
  const stand = (next: Weighed): void => {
    if (standing === next) return;
    for (let at = standing.begin; at < standing.end; at += 1) stands[numbers[at] ?? 0] = 0;
    for (let at = next.begin; at < next.end; at += 1)
      stands[numbers[at] ?? 0] = at - next.begin + 1;
    standing = next;
  };

  return (a, b) => {
    const [one, other] = [weighed.get(a) ?? NOTHING, weighed.get(b) ?? NOTHING];
    if (Math.min(one.end - one.begin, other.end - other.begin) < LEAST_FEATURES) return 0;
    stand(one);
    let all = 0;
    let names = 0;
    let titles = 0;
    for (let at = other.begin; at < other.end; at += 1) {
      const nth = stands[numbers[at] ?? 0] ?? 0;
      if (nth === 0) continue;
      const there = one.begin + nth - 1;
      const both = (kinds[there] ?? 0) & (kinds[at] ?? 0);
      const shared = (weights[there] ?? 0) * (weights[at] ?? 0);
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
