// What becomes of the tags and collections of cards when their names change: the library does not send the cards again.
import type { MirrorCard, NameChange } from '../../shared/schema/mirror.ts';
import type { Noun } from '../../shared/schema/named.ts';

export type Named = Pick<MirrorCard, 'tags' | 'collections'>;

/** The ids of a noun, in their order, after these changes one after the other. */
const after = (
  ids: readonly string[],
  noun: Noun,
  changes: readonly NameChange[],
): readonly string[] => {
  const named = new Set(ids);
  for (const change of changes)
    if (change.noun === noun && change.name === null && named.delete(change.id) && change.became)
      named.add(change.became);
  return [...named].sort();
};

/** What a card is filed under after these changes; the same where none concerns it. */
export const renamed = <Card extends Named>(card: Card, changes: readonly NameChange[]): Card => {
  const concerns = changes.some(
    ({ noun, id, name }) =>
      name === null && (noun === 'tag' ? card.tags : card.collections).includes(id),
  );
  return concerns
    ? {
        ...card,
        tags: after(card.tags, 'tag', changes),
        collections: after(card.collections, 'collection', changes),
      }
    : card;
};
