// How near articles are to each other, seen together: what many of them say tells none of them apart.
import { featuresIn, IN_TITLE, kindAt, numberAt, STRENGTHS, type Vector } from './vector.ts';
import { numberFeatures } from './numbering.ts';

/** How many features of a description are compared: those after them tell no more. */
export const COMPARED = 160;
/** How much more what stands in a title counts here. */
const TITLE = 1.25;

/** How many of the nearest are looked at again. */
const AGAIN = 40;
/** By how many of its own nearest it is told how crowded the place is where an article stands. */
const CROWD = 6;
const CROWDING = 0.5;
/** So many of its features tell where that place is. */
const PLACING = 60;
/** So many articles more, in which nothing was: in a library of three everything would be common. */
const UNSEEN = 12;

export interface Near {
  /** The place of the description among those that were given. */
  readonly at: number;
  /** How alike the two are: the cosine, 0 to 1. */
  readonly alike: number;
  /** The same less half of how alike it is to those that are nearest to it. */
  readonly closeness: number;
}

export interface Neighbours {
  /** The nearest of them, the closest first, none that is left out; only such as have something in common with it. */
  readonly nearest: (of: Vector, isLeftOut?: (at: number) => boolean) => readonly Near[];
  /** How rare a feature is among them: 0 for one that all of them have. */
  readonly rarity: (number: number) => number;
}

const comparedOf = (features: number): number => Math.min(features, COMPARED);

const STRENGTHS_HERE = Float64Array.from(
  STRENGTHS,
  (strength, kind) => strength * (kind & IN_TITLE ? TITLE : 1),
);

const strengthAt = ({ strengths, marks }: Vector, own: number): number =>
  (strengths[own] ?? 0) * ((marks[own] ?? 0) & IN_TITLE ? TITLE : 1);

/** Puts a value among the greatest, which stand in their order, where it is one of them. */
const insert = (greatest: Float64Array, value: number): void => {
  if (value <= (greatest[0] ?? 0)) return;
  let place = 0;
  for (; place + 1 < CROWD && (greatest[place + 1] ?? 0) < value; place += 1)
    greatest[place] = greatest[place + 1] ?? 0;
  greatest[place] = value;
};

/** The greatest `CROWD` values; fewer than that are filled up with zeros. */
const greatestOf = (values: Float32Array): Float64Array => {
  const greatest = new Float64Array(CROWD);
  for (const value of values) insert(greatest, value);
  return greatest;
};

/** The mean of the greatest `CROWD` values and one more. */
const meanWith = (greatest: Float64Array, also: number): number => {
  const all = greatest.slice();
  insert(all, also);
  return all.reduce((sum, value) => sum + value, 0) / CROWD;
};

/**
 * Sees articles together: some 500 that a statement found, in a few milliseconds, or the cards of a whole mirror, once.
 * Rarity is counted among these alone, so that nothing beside them changes what is near.
 *
 * Nearness is the cosine of strength times rarity, less how near an article is to anything: one that lies in a crowd is
 * near to all of the crowd (cross-domain similarity local scaling, Conneau et al. 2018).
 */
export const seeNeighbours = (descriptions: readonly Uint8Array[]): Neighbours => {
  const count = descriptions.length;
  const begins = new Uint32Array(count + 1);
  for (const [at, bytes] of descriptions.entries())
    begins[at + 1] = (begins[at] ?? 0) + comparedOf(featuresIn(bytes));
  const size = begins[count] ?? 0;
  const numbered = numberFeatures(size);
  const places = new Uint32Array(size);
  const kinds = new Uint8Array(size);
  const spread = new Uint32Array(size + 1);
  let entry = 0;
  for (const bytes of descriptions) {
    const compared = comparedOf(featuresIn(bytes));
    for (let own = 0; own < compared; own += 1) {
      const place = numbered.add(numberAt(bytes, own));
      places[entry] = place;
      kinds[entry] = kindAt(bytes, own);
      spread[place] = (spread[place] ?? 0) + 1;
      entry += 1;
    }
  }
  // How rare a feature is that so many of them have; of none it is the rarest.
  const rarityOf = new Float64Array(count + 1);
  for (let some = 0; some <= count; some += 1)
    rarityOf[some] = Math.log((count + UNSEEN) / (some + 1));
  const rareAt = (place: number): number => rarityOf[place < 0 ? 0 : (spread[place] ?? 0)] ?? 0;

  const weights = new Float32Array(size);
  for (let at = 0; at < count; at += 1) {
    const begin = begins[at] ?? 0;
    const end = begins[at + 1] ?? 0;
    let squares = 0;
    for (let own = begin; own < end; own += 1) {
      const weight = (STRENGTHS_HERE[kinds[own] ?? 0] ?? 1) * rareAt(places[own] ?? 0);
      weights[own] = weight;
      squares += weight * weight;
    }
    const norm = Math.sqrt(squares) || 1;
    for (let own = begin; own < end; own += 1) weights[own] = (weights[own] ?? 0) / norm;
  }

  const different = numbered.count();
  // By feature, which have it and with what weight.
  const ends = new Uint32Array(different + 1);
  for (let place = 0; place < different; place += 1)
    ends[place + 1] = (ends[place] ?? 0) + (spread[place] ?? 0);
  const fillAt = ends.slice();
  const owners = new Uint32Array(size);
  const owned = new Float32Array(size);
  for (let at = 0; at < count; at += 1)
    for (let own = begins[at] ?? 0; own < (begins[at + 1] ?? 0); own += 1) {
      const place = places[own] ?? 0;
      const slot = fillAt[place] ?? 0;
      fillAt[place] = slot + 1;
      owners[slot] = at;
      owned[slot] = weights[own] ?? 0;
    }
  const addTo = (sums: Float32Array, place: number, weight: number): void => {
    const end = ends[place + 1] ?? 0;
    for (let slot = ends[place] ?? 0; slot < end; slot += 1) {
      const owner = owners[slot] ?? 0;
      sums[owner] = (sums[owner] ?? 0) + weight * (owned[slot] ?? 0);
    }
  };

  const alikeTo = (vector: Vector): Float32Array => {
    const sums = new Float32Array(count);
    let squares = 0;
    for (let own = 0; own < comparedOf(vector.numbers.length); own += 1) {
      const place = numbered.placeOf(vector.numbers[own] ?? 0);
      const weight = strengthAt(vector, own) * rareAt(place);
      squares += weight * weight;
      if (place >= 0) addTo(sums, place, weight);
    }
    const norm = Math.sqrt(squares) || 1;
    for (let at = 0; at < count; at += 1) sums[at] = (sums[at] ?? 0) / norm;
    return sums;
  };

  const crowd = new Float32Array(count);
  /** How alike those are that are nearest to one of them. */
  const crowdAt = (at: number, leftOut: readonly number[]): Float64Array => {
    crowd.fill(0);
    const begin = begins[at] ?? 0;
    const end = Math.min(begins[at + 1] ?? 0, begin + PLACING);
    let squares = 0;
    for (let own = begin; own < end; own += 1) {
      const weight = weights[own] ?? 0;
      addTo(crowd, places[own] ?? 0, weight);
      squares += weight * weight;
    }
    crowd[at] = 0;
    for (const other of leftOut) crowd[other] = 0;
    const norm = Math.sqrt(squares) || 1;
    return greatestOf(crowd).map((value) => value / norm);
  };
  // Where nothing is left out it is the same for every article that asks.
  const crowds = new Map<number, Float64Array>();
  const crowdOf = (at: number): Float64Array => {
    const known = crowds.get(at) ?? crowdAt(at, []);
    crowds.set(at, known);
    return known;
  };

  const nearest: Neighbours['nearest'] = (of, isLeftOut = () => false) => {
    const sums = alikeTo(of);
    const leftOut: number[] = [];
    const found: number[] = [];
    for (let at = 0; at < count; at += 1)
      if (isLeftOut(at)) leftOut.push(at);
      else if ((sums[at] ?? 0) > 0) found.push(at);
    return found
      .sort((a, b) => (sums[b] ?? 0) - (sums[a] ?? 0))
      .slice(0, AGAIN)
      .map((at) => {
        const alike = sums[at] ?? 0;
        const crowded = leftOut.length === 0 ? crowdOf(at) : crowdAt(at, leftOut);
        return { at, alike, closeness: alike - CROWDING * meanWith(crowded, alike) };
      })
      .sort((a, b) => b.closeness - a.closeness || a.at - b.at);
  };

  return {
    nearest,
    rarity: (number) => rareAt(numbered.placeOf(number)),
  };
};
