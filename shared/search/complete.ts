// What can stand where somebody is typing: names of operators, and values of the one that stands before.
import type { InterfaceLanguage } from '../schema/text.ts';
import { foldBare } from '../text/fold.ts';
import {
  type Operator,
  operatorCalled,
  operatorName,
  OPERATORS,
  STATES,
  stateName,
} from './operators.ts';

/** What there is of each operator, the likeliest first. */
export type Values = Partial<Readonly<Record<Operator, readonly string[]>>>;

export interface Completion {
  /** What is shown: 'site:', 'Báo Tỉnh'. */
  readonly label: string;
  /** The query with it, and where the cursor stands then. */
  readonly text: string;
  readonly cursor: number;
}

/** As many as are seen at once above a keyboard. */
const MAX_COMPLETIONS = 8;

/** What is being typed: up to the cursor, from the last space that stands in no quotes. */
const TYPED = /(?:^|\s)(-?)((?:[^\s"]|"[^"]*"?)*)$/u;
const OPERATOR = /^([\p{L}\p{M}-]+)[:：]"?([^"]*)$/u;

/** How well a candidate fits, 0 best; 3 where it does not. */
const rank = (candidate: string, typed: string, wanted: string): number => {
  if (candidate.toLowerCase().startsWith(typed.toLowerCase())) return 0;
  const bare = foldBare(candidate);
  if (bare.startsWith(wanted)) return 1;
  return ` ${bare}`.includes(` ${wanted}`) ? 2 : 3;
};

const fitting = (candidates: readonly string[], typed: string): readonly string[] => {
  const wanted = foldBare(typed);
  return candidates
    .map((candidate) => ({ candidate, at: rank(candidate, typed, wanted) }))
    .filter(({ at }) => at < 3)
    .sort((one, other) => one.at - other.at)
    .map(({ candidate }) => candidate);
};

const quote = (value: string): string => (/\s/u.test(value) ? `"${value}"` : value);

/** What may stand at the cursor of a query, the likeliest first; nothing where a word is typed that is none of it. */
export const complete = (
  query: string,
  cursor: number,
  values: Values,
  language: InterfaceLanguage,
): readonly Completion[] => {
  const before = query.slice(0, cursor);
  const after = query.slice(cursor).replace(/^[^\s"]*"?/u, '');
  const [, not = '', typed = ''] = TYPED.exec(before) ?? [];
  const start = before.slice(0, before.length - not.length - typed.length);
  const instead = (label: string, written: string): Completion => {
    const head = `${start}${not}${written}`;
    return { label, text: head + after, cursor: head.length };
  };
  const [, name = '', value = ''] = OPERATOR.exec(typed) ?? [];
  const operator = name === '' ? undefined : operatorCalled(name);
  if (operator) {
    const states = STATES.map((state) => stateName(state, language));
    const known = operator === 'is' ? states : (values[operator] ?? []);
    return fitting(known, value)
      .filter((one) => one !== value && !one.includes('"'))
      .slice(0, MAX_COMPLETIONS)
      .map((one) => instead(one, `${name}:${quote(one)} `));
  }
  const isName = /^[\p{L}\p{M}-]*$/u.test(typed);
  if (!isName || (typed === '' && before.trim() !== '')) return [];
  return fitting(
    OPERATORS.map((one) => operatorName(one, language)),
    typed,
  )
    .slice(0, MAX_COMPLETIONS + 3)
    .map((one) => instead(`${one}:`, `${one}:`));
};
