// What of a text is shown of a match: a stretch in which most of the words stand, and where in it they do.
import { clip, compose } from '../text/clean.ts';
import { foldBare } from '../text/fold.ts';
import { latinOr } from '../text/letters.ts';
import type { Term } from './terms.ts';
import { parted } from './words.ts';

/** A stretch that is marked, in UTF-16 units. */
export interface Mark {
  readonly start: number;
  readonly end: number;
}

/** A text with its marks, in their order, none over another. */
export interface Marked {
  readonly text: string;
  readonly marks: readonly Mark[];
}

interface Word extends Mark {
  readonly bare: string;
}

interface Hit extends Mark {
  /** Which of the terms it is. */
  readonly term: number;
}

const WORD = new RegExp(`${latinOr(String.raw`\p{L}\p{M}\p{N}`)}+`, 'gu');
const LETTER = /\P{M}\p{M}*/gu;
/** How much of a text is looked through; a match that stands later is shown without an extract. */
const MAX_READ = 40_000;
/** How long an extract is about, and how much of it stands before the first word. */
const LENGTH = 260;
const LEAD = 60;

// A text has few words and says them often.
const makeBare = () => {
  const known = new Map<string, string>();
  return (word: string): string => {
    const bare = known.get(word) ?? foldBare(word);
    known.set(word, bare);
    return bare;
  };
};

const wordsIn = (text: string, bareOf: (word: string) => string): readonly Word[] => {
  const found: Word[] = [];
  for (const { 0: written, index } of text.matchAll(WORD)) {
    if (parted(written) === written) {
      found.push({ bare: bareOf(written), start: index, end: index + written.length });
      continue;
    }
    for (const { 0: letter, index: at } of written.matchAll(LETTER))
      found.push({ bare: bareOf(letter), start: index + at, end: index + at + letter.length });
  }
  return found;
};

const standsAt = (words: readonly Word[], at: number, { bare, isOpen }: Term, inTitle: boolean) =>
  bare.every((word, nth) => {
    const there = words[at + nth]?.bare;
    return (
      there === word ||
      (inTitle && isOpen && nth === bare.length - 1 && there?.startsWith(word) === true)
    );
  });

const hitsIn = (
  text: string,
  terms: readonly Term[],
  bareOf: (word: string) => string,
  inTitle: boolean,
): readonly Hit[] => {
  const words = wordsIn(text, bareOf);
  const hits: Hit[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const term = terms.findIndex((one) => standsAt(words, at, one, inTitle));
    const first = words[at];
    if (term < 0 || !first) continue;
    const last = words[at + (terms[term]?.bare.length ?? 1) - 1] ?? first;
    hits.push({ term, start: first.start, end: last.end });
    at += (terms[term]?.bare.length ?? 1) - 1;
  }
  return hits;
};

const toMark = ({ start, end }: Mark): Mark => ({ start, end });

/** A title with its words marked, and those that begin as the last word does. */
export const markTitle = (title: string, terms: readonly Term[]): Marked => {
  const text = compose(title);
  return { text, marks: hitsIn(text, terms, makeBare(), true).map(toMark) };
};

interface Place {
  readonly text: string;
  readonly hits: readonly Hit[];
  readonly first: number;
  readonly terms: number;
}

/** Where in a text most of the terms stand close together. */
const bestIn = (text: string, hits: readonly Hit[]): Place => {
  const best = { first: 0, terms: 0 };
  for (const [at, { start }] of hits.entries()) {
    const near = hits.slice(at, at + 40).filter(({ end }) => end - start <= LENGTH - LEAD);
    const { size } = new Set(near.map(({ term }) => term));
    if (size > best.terms) Object.assign(best, { first: start, terms: size });
  }
  return { text, hits, ...best };
};

const cut = ({ text, hits, first }: Place): Marked => {
  const early = Math.max(0, first - LEAD);
  // Where the beginning is near, all of it.
  const space = early < 20 ? -1 : text.slice(early, first).indexOf(' ');
  const from = early < 20 ? 0 : space < 0 ? first : early + space + 1;
  const rest = text.slice(from);
  const limited = clip(rest, LENGTH);
  const lastSpace = limited.length < rest.length ? limited.lastIndexOf(' ') : -1;
  const shown = lastSpace > LENGTH / 2 ? limited.slice(0, lastSpace) : limited;
  const [before, after] = [from > 0 ? '… ' : '', shown.length < rest.length ? '…' : ''];
  const moved = before.length - from;
  return {
    text: before + shown + after,
    marks: hits
      .filter(({ start, end }) => start >= from && end <= from + shown.length)
      .map(({ start, end }) => ({ start: start + moved, end: end + moved })),
  };
};

/** The stretch of the first of the texts in which most of the terms stand; null where none stands in them. */
export const extractOf = (texts: Iterable<string>, terms: readonly Term[]): Marked | null => {
  if (terms.length === 0) return null;
  const bareOf = makeBare();
  let room = MAX_READ;
  let best: Place | null = null;
  for (const whole of texts) {
    if (room <= 0) break;
    const text = compose(clip(whole, room));
    room -= text.length + 1;
    const hits = hitsIn(text, terms, bareOf, false);
    if (hits.length === 0) continue;
    const place = bestIn(text, hits);
    if (!best || place.terms > best.terms) best = place;
    if (best.terms === terms.length) break;
  }
  return best && cut(best);
};
