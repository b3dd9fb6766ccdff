// What a query asks of the database: one full-text expression for its words and for what stands under words of its own
// (site, section, day …), and conditions on what changes without the clip (tags, collections, keepers, marks).
import type { Condition } from '../db/search.ts';
import { allowedDays, isDay, wantedDays } from '../../shared/search/day-parts.ts';
import { type Days, rangeWords } from '../../shared/search/days.ts';
import { isMe, languageMeant } from '../../shared/search/operators.ts';
import type { Part, Query, ValuePart } from '../../shared/search/query.ts';
import { type Term, unwantedTerms, wantedTerms } from '../../shared/search/terms.ts';
import { topicsMeant } from '../../shared/search/topics.ts';
import {
  beginningWord,
  categoryWord,
  EVERY_CLIP,
  languageWord,
  nameWords,
} from '../../shared/search/words.ts';
import { foldName } from '../../shared/text/name.ts';

export interface SearchPlan {
  /** What is looked for in texts. */
  terms: readonly Term[];
  /** Full-text expressions: with every word as it is written, and without marks; null where there is none. */
  exact: string | null;
  loose: string | null;
  conditions: readonly Condition[];
  /** Whether words in a row are looked for. The index compares where they stand in every clip that has them all. */
  asksRow: boolean;
}

const AS_WRITTEN = '{title standfirst body}';
const ANY = '{title standfirst body folded}';

// Words are letters, marks and digits: nothing in them means anything in an expression.
const inARow = (words: readonly string[]): string => `"${words.join(' ')}"`;
const anyOf = (expressions: readonly string[]): string =>
  expressions.map((one) => `(${one})`).join(' OR ');
const among = (phrases: readonly string[]): string => `features : (${phrases.join(' OR ')})`;

const exactly = ({ exact }: Term): string => `${AS_WRITTEN} : ${inARow(exact)}`;

const loosely = ({ bare, isOpen }: Term): string => {
  const whole = `${ANY} : ${inARow(bare)}`;
  const [word = '', ...more] = bare;
  const beginning = isOpen && more.length === 0 ? beginningWord(word) : null;
  return beginning === null ? whole : anyOf([whole, among([inARow([beginning])])]);
};

// What is written with marks is unwanted with these, what is written without in any way.
const unwanted = (term: Term): string =>
  term.exact.join(' ') === term.bare.join(' ') ? loosely(term) : exactly(term);

/** The words of the index that any of which a value asks for; none where nothing can be meant. */
const phrasesOf = ({ kind, value }: ValuePart): readonly string[] => {
  switch (kind) {
    case 'site':
    case 'section':
    case 'by':
      return [inARow(nameWords(kind, value))];
    case 'category':
      return topicsMeant(value).map((id) => inARow([categoryWord(id)]));
    case 'lang':
      return [inARow([languageWord(languageMeant(value))])];
    default:
      return [];
  }
};

const isIndexed = (part: Part): part is ValuePart =>
  ['site', 'section', 'category', 'lang'].includes(part.kind) ||
  (part.kind === 'by' && !isMe(part.value));

// A range that holds no day asks for a word that no clip has.
const NO_DAY = '"d0"';
const inDays = (ranges: readonly (Days | null)[]): string => {
  const words = ranges.flatMap((range) => (range ? rangeWords(range) : []));
  return among(words.length > 0 ? [...new Set(words)].map((word) => inARow([word])) : [NO_DAY]);
};

/** Of sites, sections, topics and languages any will do, of authors all are wanted. */
const wantedFilters = (query: Query): readonly string[] => {
  const wanted = query.filter(isIndexed).filter(({ not }) => !not);
  const groups = Map.groupBy(wanted, (part) => (part.kind === 'by' ? part : part.kind));
  const filters = Array.from(groups.values(), (parts) => {
    const phrases = parts.flatMap(phrasesOf);
    return among(phrases.length > 0 ? phrases : [NO_DAY]);
  });
  const days = wantedDays(query);
  return days === null ? filters : [...filters, inDays(days)];
};

const unwantedFilters = (query: Query): readonly string[] => [
  ...query
    .filter(isIndexed)
    .filter(({ not }) => not)
    .map(phrasesOf)
    .filter((phrases) => phrases.length > 0)
    .map(among),
  ...query
    .filter(isDay)
    .filter(({ not }) => not)
    .map((part) => inDays([allowedDays(part)])),
];

const conditionOf = (part: Part): Condition | null => {
  const { not } = part;
  switch (part.kind) {
    case 'tag':
      return { kind: 'tag', folded: foldName(part.value), not };
    case 'in':
      return { kind: 'collection', folded: foldName(part.value), not };
    case 'by':
      return isMe(part.value) ? { kind: 'kept', not } : null;
    case 'is':
      return { kind: part.state, not };
    default:
      return null;
  }
};

const expression = (wanted: readonly string[], not: readonly string[]): string | null => {
  if (wanted.length + not.length === 0) return null;
  const all = (wanted.length > 0 ? wanted : [among([inARow([EVERY_CLIP])])])
    .map((one) => `(${one})`)
    .join(' AND ');
  return not.length > 0 ? `(${all}) NOT (${anyOf(not)})` : all;
};

/** What a query asks of the database. */
export const planSearch = (query: Query): SearchPlan => {
  const terms = wantedTerms(query);
  const not = unwantedTerms(query);
  const filters = wantedFilters(query);
  const nots = [...not.map(unwanted), ...unwantedFilters(query)];
  return {
    terms,
    exact: terms.length === 0 ? null : expression([...terms.map(exactly), ...filters], nots),
    loose: expression([...terms.map(loosely), ...filters], nots),
    conditions: query.map(conditionOf).filter((one) => one !== null),
    asksRow: [...terms, ...not].some(({ bare }) => bare.length > 1),
  };
};
