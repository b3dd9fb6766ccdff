// What is typed for the name of a tag or a collection.
import { MAX_NAME } from '../../../shared/schema/filing.ts';

const tidy = (typed: string): string => typed.trim().replace(/\s+/gu, ' ').slice(0, MAX_NAME);

/** The names in what was typed or pasted: commas part them, as everywhere. */
export const namesIn = (typed: string): string[] =>
  typed
    .split(/[,;]/u)
    .map(tidy)
    .filter((name) => name !== '');
