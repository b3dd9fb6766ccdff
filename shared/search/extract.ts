// What of a text is shown of a match: a stretch in which most of the words stand, and where in it they do.
import { clip, compose } from '../text/clean.ts';
import { findBare, findBeginning, type Finder, type Mark } from './pattern.ts';
import type { Term } from './terms.ts';

/** A text with its marks, in their order, none over another. */
export interface Marked {
  readonly text: string;
  readonly marks: readonly Mark[];
}

interface Hit extends Mark {
  /** Which of the terms it is. */
  readonly term: number;
}

/** How much of a text is looked through; a match that stands later is shown without an extract. */
const MAX_READ = 40_000;
/** How many hits of a text are looked at. */
const MAX_HITS = 200;
/** How long an extract is about, and how much of it stands before the first word. */
const LENGTH = 260;
const LEAD = 60;

const hitsIn = (text: string, finders: readonly Finder[]): readonly Hit[] => {
  const all = finders
    .flatMap((find, term) =>
      Iterator.from(find.in(text))
        .take(MAX_HITS)
        .map(({ start, end }): Hit => ({ start, end, term }))
        .toArray(),
    )
    .sort((one, other) => one.start - other.start || other.end - one.end);
  let end = 0;
  return all.filter((hit) => {
    if (hit.start < end) return false;
    ({ end } = hit);
    return true;
  });
};

const toMark = ({ start, end }: Mark): Mark => ({ start, end });

/** A title with its words marked, of the last one also the beginning of a word. */
export const markTitle = (title: string, terms: readonly Term[]): Marked => {
  const text = compose(title);
  const finders = terms.map(({ bare, isOpen }) => (isOpen ? findBeginning : findBare)(bare));
  const hits = hitsIn(text, finders);
  return { text, marks: hits.map(toMark) };
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
  const finders = terms.map(({ bare }) => findBare(bare));
  let room = MAX_READ;
  let best: Place | null = null;
  for (const whole of texts) {
    if (room <= 0) break;
    const text = clip(whole, room);
    room -= text.length + 1;
    const hits = hitsIn(text, finders);
    if (hits.length === 0) continue;
    const place = bestIn(text, hits);
    if (!best || place.terms > best.terms) best = place;
    if (best.terms === terms.length) break;
  }
  return best && cut(best);
};
