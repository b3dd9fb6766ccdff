// The list as it is once what was done with its clips has reached the library.
import type { Act } from '../../../shared/schema/act.ts';
import { foldName } from '../../../shared/text/name.ts';
import type { Operation } from '../../lib/operation.ts';
import type { Listed } from './listed.ts';

/** What waits to be done with clips, in its order, by their ids. What was refused is not done. */
export const actsOf = (operations: readonly Operation[]): ReadonlyMap<string, readonly Act[]> => {
  const acts = new Map<string, Act[]>();
  for (const { act, edits, state } of operations)
    if (act && edits !== null && state !== 'parked')
      acts.set(edits, [...(acts.get(edits) ?? []), act]);
  return acts;
};

const without = (names: readonly string[], others: readonly string[]): readonly string[] => {
  const gone = new Set(others.map(foldName));
  return names.filter((name) => !gone.has(foldName(name)));
};

/** A clip after one act; null once it is deleted. */
const after = (clip: Listed, act: Act): Listed | null => {
  switch (act.kind) {
    case 'delete':
      return null;
    case 'read': {
      const { state = clip.state, starred = clip.starred } = act.reading;
      return { ...clip, state, starred };
    }
    case 'file': {
      const { add, remove } = act.change;
      const put = (names: readonly string[], gone: readonly string[], come: readonly string[]) => [
        ...without(without(names, gone), come),
        ...come,
      ];
      return {
        ...clip,
        tags: put(clip.tags, remove.tags, add.tags),
        collections: put(clip.collections, remove.collections, add.collections),
      };
    }
  }
};

/** A list with what waits done; clips of which nothing waits are the same. */
export const acted = (
  listed: readonly Listed[],
  acts: ReadonlyMap<string, readonly Act[]>,
): readonly Listed[] =>
  acts.size === 0
    ? listed
    : listed.flatMap((clip) => {
        const own = clip.clip === null ? undefined : acts.get(clip.clip);
        const done = own?.reduce<Listed | null>((one, act) => one && after(one, act), clip);
        return done === null ? [] : [done ?? clip];
      });
