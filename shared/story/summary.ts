// The joint summary of a story: the fewest sentences that tell it across its clips. They are chosen one after another,
// each by how much it tells that those before have not told (maximal coverage, as Lin and Bilmes 2011), until the rest
// repeats what is told or tells little.
import { readWords } from '../related/words.ts';

/** A sentence that may tell the story: one of a clip's own summary, or of its body. */
export interface Told {
  /** The id of the clip that it stands in. */
  readonly clip: string;
  readonly text: string;
  /** Its place among the sentences given of that clip, from 0 on. */
  readonly position: number;
}

/** A story has at most so many clips and sentences to choose from. */
const MOST_CLIPS = 12;
const MOST_SENTENCES = 120;

/** A sentence longer than this is no news. */
const MAX_TEXT = 800;
/** A name or a number tells more than a word. */
const NAME = 2;
/** How much the second, third, … sentence of a clip matters beside the first. */
const FADES = 0.12;
/** Of a sentence so much must be new, or it repeats. */
const NEW = 0.45;
/** A sentence tells enough that has so much of what the first told. */
const ENOUGH = 0.2;
/** The summary is no longer than this share of what there is. */
const MOST_LENGTH = 0.8;
const MOST_TAKEN = 7;

interface Weighed<Sentence> {
  readonly sentence: Sentence;
  /** Its words and names, each with what it counts for. */
  readonly features: ReadonlyMap<string, number>;
  readonly all: number;
}

const namesIn = (text: string): ReadonlyMap<string, number> => {
  const found = new Map<string, number>();
  for (const { word, isName } of readWords(text.slice(0, MAX_TEXT).normalize('NFC')))
    found.set(word, Math.max(found.get(word) ?? 0, isName ? NAME : 1));
  return found;
};

/** Weighs words by how many clips tell them and how few sentences: what is everywhere says nothing. */
const weigh = <Sentence extends Told>(
  sentences: readonly Sentence[],
): readonly Weighed<Sentence>[] => {
  const read = sentences.map((sentence) => ({ sentence, words: namesIn(sentence.text) }));
  const inSentences = new Map<string, number>();
  const inClips = new Map<string, Set<string>>();
  for (const { sentence, words } of read)
    for (const word of words.keys()) {
      inSentences.set(word, (inSentences.get(word) ?? 0) + 1);
      inClips.set(word, (inClips.get(word) ?? new Set()).add(sentence.clip));
    }
  return read.map(({ sentence, words }) => {
    const features = new Map<string, number>();
    let all = 0;
    for (const [word, kind] of words) {
      const rarity = Math.log(1 + (sentences.length + 2) / (inSentences.get(word) ?? 1));
      const weight = kind * rarity * (1 + Math.log(inClips.get(word)?.size ?? 1));
      features.set(word, weight);
      all += weight;
    }
    return { sentence, features, all };
  });
};

const newIn = ({ features }: Weighed<Told>, told: ReadonlySet<string>): number => {
  let sum = 0;
  for (const [word, weight] of features) if (!told.has(word)) sum += weight;
  return sum;
};

/**
 * The sentences that tell a story, in the order of its clips: at least one where there is any, and of two
 * or more clips less than all of them together.
 *
 * @param sentences Those of the clips' summaries, the clip that goes first first, each clip's in its order.
 */
export const storySummary = <Sentence extends Told>(
  sentences: readonly Sentence[],
): readonly Sentence[] => {
  const clips = new Set([...new Set(sentences.map(({ clip }) => clip))].slice(0, MOST_CLIPS));
  const given = sentences.filter(({ clip }) => clips.has(clip)).slice(0, MOST_SENTENCES);
  if (clips.size < 2) return given;
  const room = MOST_LENGTH * given.reduce((sum, { text }) => sum + text.length, 0);
  let left = [...weigh(given)];
  const told = new Set<string>();
  const taken: Sentence[] = [];
  let length = 0;
  let first = 0;
  while (left.length > 0 && taken.length < MOST_TAKEN) {
    let best: Weighed<Sentence> | null = null;
    let most = 0;
    for (const each of left) {
      const gain =
        (newIn(each, told) / Math.sqrt(10 + each.features.size)) *
        (1 / (1 + FADES * each.sentence.position));
      if (gain <= most) continue;
      best = each;
      most = gain;
    }
    first ||= most;
    if (!best || most < first * ENOUGH) break;
    taken.push(best.sentence);
    length += best.sentence.text.length;
    for (const word of best.features.keys()) told.add(word);
    const over = length;
    left = left.filter(
      (each) =>
        each !== best &&
        newIn(each, told) >= each.all * NEW &&
        over + each.sentence.text.length <= room,
    );
  }
  return given.filter((sentence) => taken.includes(sentence));
};
