// What is typed for the name of a tag or a collection.
import { MAX_NAME } from '../../../shared/schema/filing.ts';
import { clip, oneLine } from '../../../shared/text/clean.ts';

// As the library takes it: what nobody sees is no name, which would be refused with all that it is sent with.
const tidy = (typed: string): string => clip(oneLine(typed), MAX_NAME).trim();

/** The names in what was typed or pasted: commas part them, as everywhere. */
export const namesIn = (typed: string): string[] =>
  typed
    .split(/[,;]/u)
    .map(tidy)
    .filter((name) => name !== '');
