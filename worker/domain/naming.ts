// The names of tags and collections as the library would make them.
import type { NewFiling, NewName } from '../db/filing-writes.ts';
import type { Filing } from '../../shared/schema/filing.ts';
import { foldName } from '../../shared/text/name.ts';
import { type Clock, type Random, uuidV7 } from './ids.ts';

export interface NamingTools {
  now: Clock;
  random: Random;
}

/** The names as they would be made, each once. */
export const newNames = (
  { now, random }: NamingTools,
  names: readonly string[],
): readonly NewName[] => {
  const made = new Map<string, NewName>();
  for (const written of names) {
    const name = written.normalize('NFC').trim().replace(/\s+/g, ' ');
    const folded = foldName(name);
    if (!made.has(folded)) made.set(folded, { id: uuidV7(now(), random), name, folded });
  }
  return [...made.values()];
};

/** A filing as it would be made. */
export const newFiling = (tools: NamingTools, { tags, collections }: Filing): NewFiling => ({
  tags: newNames(tools, tags),
  collections: newNames(tools, collections),
});
