// The language of searching: words, "phrases", -not, and operators. Any text is a query: what is no operator is words.
import { compose } from '../text/clean.ts';
import { fold } from '../text/fold.ts';
import type { InterfaceLanguage } from '../schema/text.ts';
import { type Days, daysMeant } from './days.ts';
import {
  type Operator,
  operatorCalled,
  operatorName,
  type State,
  stateCalled,
} from './operators.ts';

interface Negatable {
  /** Whether it is what must not be. */
  readonly not: boolean;
}

/** A word, or some in a row; of a word that is written with signs in it, its parts in a row. */
export interface WordPart extends Negatable {
  readonly kind: 'word' | 'phrase';
  readonly text: string;
}

/** What is asked of a clip beside its words; the value as it was written. */
export interface ValuePart extends Negatable {
  readonly kind: Exclude<Operator, DayOperator | 'is'>;
  readonly value: string;
}

type DayOperator = 'on' | 'after' | 'before';

export interface DayPart extends Negatable {
  readonly kind: DayOperator;
  readonly value: string;
  readonly days: Days;
}

export interface StatePart extends Negatable {
  readonly kind: 'is';
  readonly value: string;
  readonly state: State;
}

export type Part = WordPart | ValuePart | DayPart | StatePart;
export type Query = readonly Part[];

/** What comes after so many parts is not read: a query without end must not cost without end. */
export const MAX_PARTS = 40;
/** How long a query may be, in UTF-16 units; the rest is not read. */
export const MAX_QUERY = 10_000;

const QUOTES = '"“”„‟«»';
const SPACE = /\s*/uy;
const OPERATOR = /(\p{L}[\p{L}\p{M}-]{0,30})[:：]/uy;
const QUOTED = new RegExp(`[${QUOTES}]([^${QUOTES}]*)[${QUOTES}]?`, 'uy');
const PLAIN = new RegExp(String.raw`[^\s${QUOTES}]+`, 'uy');
const HAS_WORD = /[\p{L}\p{N}]/u;

interface Found {
  readonly text: string;
  readonly end: number;
}

const matchAt = (pattern: RegExp, text: string, at: number): Found & { first: string } => {
  pattern.lastIndex = at;
  const found = pattern.exec(text);
  return { text: found?.[0] ?? '', first: found?.[1] ?? '', end: at + (found?.[0].length ?? 0) };
};

const quotedAt = (text: string, at: number): Found | null => {
  const { text: whole, first, end } = matchAt(QUOTED, text, at);
  return whole === '' ? null : { text: first.trim().replace(/\s+/gu, ' '), end };
};

const plainAt = (text: string, at: number): Found => matchAt(PLAIN, text, at);

const saysSomething = (text: string): boolean => HAS_WORD.test(fold(text));

/** A part of this operator; null where the value can be none of it, undefined where it says nothing yet. */
const filterOf = (
  kind: Operator,
  value: string,
  not: boolean,
  today: string,
): Part | null | undefined => {
  if (value === '') return undefined;
  switch (kind) {
    case 'on':
    case 'after':
    case 'before': {
      const days = daysMeant(value, today);
      return days && { kind, value, days, not };
    }
    case 'is': {
      const state = stateCalled(value);
      return state ? { kind, value, state, not } : null;
    }
    case 'tag':
    case 'in':
      return { kind, value, not };
    default:
      return saysSomething(value) ? { kind, value, not } : undefined;
  }
};

interface Step {
  readonly part: Part | null | undefined;
  readonly end: number;
}

const filterAt = (text: string, at: number, not: boolean, today: string): Step | null => {
  const { text: written, first: name, end } = matchAt(OPERATOR, text, at);
  const kind = written === '' ? undefined : operatorCalled(name);
  if (!kind) return null;
  const quoted = quotedAt(text, end);
  const value = quoted ?? plainAt(text, end);
  const part = filterOf(kind, value.text, not, today);
  if (part !== null) return { part, end: value.end };
  // What is quoted there is no word of its own.
  const phrase = { kind: 'phrase' as const, text: `${name} ${value.text}`, not };
  return quoted && { part: phrase, end: value.end };
};

const wordAt = (text: string, at: number, not: boolean): Step => {
  const quoted = quotedAt(text, at);
  if (quoted) {
    const part = { kind: 'phrase' as const, text: quoted.text, not };
    return { part: saysSomething(quoted.text) ? part : null, end: quoted.end };
  }
  const plain = plainAt(text, at);
  const part = { kind: 'word' as const, text: plain.text, not };
  return { part: saysSomething(plain.text) ? part : null, end: plain.end };
};

/**
 * Reads a query; every text is one.
 * @param today the present day where it is asked, YYYY-MM-DD
 */
export const parseQuery = (written: string, today: string): Query => {
  const text = compose(written.slice(0, MAX_QUERY).toWellFormed());
  const parts: Part[] = [];
  let at = matchAt(SPACE, text, 0).end;
  while (at < text.length && parts.length < MAX_PARTS) {
    const not = text.charAt(at) === '-' && /\S/u.test(text.charAt(at + 1));
    const from = not ? at + 1 : at;
    const { part, end } = filterAt(text, from, not, today) ?? wordAt(text, from, not);
    if (part) parts.push(part);
    at = matchAt(SPACE, text, end).end;
  }
  return parts;
};

const quote = (value: string): string => (/\s/u.test(value) ? `"${value}"` : value);

/** A part as it is written, its operator by its name in a language. */
export const writePart = (part: Part, language: InterfaceLanguage): string => {
  const not = part.not ? '-' : '';
  switch (part.kind) {
    case 'word':
      return not + part.text;
    case 'phrase':
      return `${not}"${part.text}"`;
    default:
      return `${not}${operatorName(part.kind, language)}:${quote(part.value)}`;
  }
};

/** A query as it is written: read again, it is the same. */
export const writeQuery = (query: Query, language: InterfaceLanguage): string =>
  query.map((part) => writePart(part, language)).join(' ');

/** Whether two parts ask the same. */
export const isSamePart = (one: Part, other: Part): boolean =>
  writePart(one, 'en') === writePart(other, 'en');

/** A value of an operator as a part of a query; quotes, which no value can have, are left out. */
export const valuePart = (kind: ValuePart['kind'], value: string): ValuePart => ({
  kind,
  value: value
    .replace(new RegExp(`[${QUOTES}]`, 'gu'), ' ')
    .trim()
    .replace(/\s+/gu, ' '),
  not: false,
});
