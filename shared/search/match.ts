// Whether a query means a clip, without an index: for clips that lie together on one machine. It finds what the library's
// own search finds, as far as the texts are here.
import type { ReadingState } from '../schema/reading.ts';
import { foldBare } from '../text/fold.ts';
import { foldName } from '../text/name.ts';
import { allowedDays, isDay, wantedDays } from './day-parts.ts';
import type { Days } from './days.ts';
import { isMe, languageMeant, type State } from './operators.ts';
import { findBare, findBeginning, findExact } from './pattern.ts';
import type { Part, Query, ValuePart } from './query.ts';
import { type Term, unwantedTerms, wantedTerms } from './terms.ts';
import { topicsMeant } from './topics.ts';
import { bareWords, beginningWord, type Filed } from './words.ts';

/** What of a clip is asked for beside its texts. */
export interface Matchable extends Filed {
  readonly tags: readonly string[];
  readonly collections: readonly string[];
  /** What the one who asks does with it. */
  readonly state: ReadingState | null;
  readonly starred: boolean;
  readonly isHighlighted: boolean;
  /** Whether the one who asks keeps it, alone or with others. */
  readonly isMine: boolean;
}

export interface Matcher {
  /** What is looked for in texts. */
  readonly terms: readonly Term[];
  /** Whether a clip has all that is asked for beside words. */
  readonly fits: (clip: Matchable) => boolean;
  /** Whether words are asked for, or must not be there. */
  readonly asksWords: boolean;
  /** Whether the title and other texts of a clip have what is wanted in them, and nothing that is not. */
  readonly hasWords: (title: string, others: readonly string[]) => boolean;
}

/** The names of tags and collections that there are, as they are written. */
export interface KnownNames {
  readonly tags: readonly string[];
  readonly collections: readonly string[];
}

type Test = (clip: Matchable) => boolean;

const primary = (language: string | null): string =>
  language?.toLowerCase().split(/[-_]/u)[0] ?? 'none';

const within = ({ first, last }: Days, day: string): boolean => day >= first && day <= last;

/** Whether one of the names of a clip has these words; each name is taken apart once, however many have it. */
const makeNaming = () => {
  const known = new Map<string, string>();
  return (names: readonly string[], wanted: string): boolean =>
    names.some((name) => {
      const words = known.get(name) ?? ` ${bareWords(name).join(' ')} `;
      known.set(name, words);
      return words.includes(` ${wanted} `);
    });
};

/** A name that is written as none is means those that are the same without marks. */
const namedTest = (value: string, known: readonly string[]) => {
  const wanted = foldName(value);
  if (known.some((name) => foldName(name) === wanted))
    return (names: readonly string[]) => names.some((name) => foldName(name) === wanted);
  const bare = foldBare(wanted);
  return (names: readonly string[]) => names.some((name) => foldBare(name) === bare);
};

const STATE_TESTS: Readonly<Record<State, Test>> = {
  starred: ({ starred }) => starred,
  'to-read': ({ state }) => state === 'to-read',
  done: ({ state }) => state === 'done',
  highlighted: ({ isHighlighted }) => isHighlighted,
};

const siteNames = ({ site, canonicalUrl }: Matchable): readonly string[] => [
  site ?? '',
  URL.parse(canonicalUrl)?.hostname ?? '',
];

const valueTest = (
  { kind, value }: ValuePart,
  known: KnownNames,
  named: ReturnType<typeof makeNaming>,
): Test => {
  const wanted = bareWords(value).join(' ');
  switch (kind) {
    case 'site':
      return (clip) => named(siteNames(clip), wanted);
    case 'section':
      return ({ section }) => named(section, wanted);
    case 'category': {
      const topics: readonly string[] = topicsMeant(value);
      return ({ category }) => category !== null && topics.includes(category);
    }
    case 'lang': {
      const tag = languageMeant(value);
      return ({ language }) => primary(language) === tag;
    }
    case 'by':
      return isMe(value) ? ({ isMine }) => isMine : ({ authors }) => named(authors, wanted);
    case 'tag': {
      const test = namedTest(value, known.tags);
      return ({ tags }) => test(tags);
    }
    case 'in': {
      const test = namedTest(value, known.collections);
      return ({ collections }) => test(collections);
    }
  }
};

/** Any of several sites, sections, topics or languages will do, of all else every one is wanted. */
const groupOf = (part: Part): unknown =>
  ['site', 'section', 'category', 'lang'].includes(part.kind) ? part.kind : part;

const isFilter = (part: Part): part is Exclude<Part, { kind: 'word' | 'phrase' }> =>
  part.kind !== 'word' && part.kind !== 'phrase';

const makeFits = (query: Query, known: KnownNames): Test => {
  const named = makeNaming();
  const testOf = (part: Part): Test => {
    if (!isFilter(part)) return () => true;
    if (part.kind === 'is') return STATE_TESTS[part.state];
    if (!isDay(part)) return valueTest(part, known, named);
    const days = allowedDays(part);
    return ({ day }) => days !== null && within(days, day);
  };
  const filters = query.filter(isFilter);
  const wanted = filters.filter((part) => !part.not && !isDay(part));
  const groups = Array.from(Map.groupBy(wanted, groupOf).values(), (parts) => parts.map(testOf));
  const unwanted = filters.filter(({ not }) => not).map(testOf);
  const days = wantedDays(query);
  return (clip) =>
    (days === null || days.some((range) => within(range, clip.day))) &&
    groups.every((tests) => tests.some((test) => test(clip))) &&
    !unwanted.some((test) => test(clip));
};

const wantedIn = ({ bare, isOpen }: Term) => {
  const [word = '', ...more] = bare;
  const isBegun = isOpen && more.length === 0 && beginningWord(word) !== null;
  const whole = findBare(bare);
  const inTitle = isBegun ? findBeginning(bare) : whole;
  return (title: string, others: readonly string[]): boolean =>
    inTitle.isIn(title) || others.some((text) => whole.isIn(text));
};

// What is written with marks is unwanted with these, what is written without in any way.
const unwantedIn = ({ exact, bare }: Term) => {
  const find = exact.join(' ') === bare.join(' ') ? findBare(bare) : findExact(exact);
  return (title: string, others: readonly string[]): boolean =>
    [title, ...others].some((text) => find.isIn(text.normalize('NFC')));
};

/** What a query asks of each clip, among clips with these names. */
export const makeMatcher = (query: Query, known: KnownNames): Matcher => {
  const terms = wantedTerms(query);
  const not = unwantedTerms(query);
  const [wanted, unwanted] = [terms.map(wantedIn), not.map(unwantedIn)];
  return {
    terms,
    fits: makeFits(query, known),
    asksWords: terms.length + not.length > 0,
    hasWords: (title, others) =>
      wanted.every((test) => test(title, others)) && !unwanted.some((test) => test(title, others)),
  };
};
