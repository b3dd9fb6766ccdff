// Completes the cards of what an earlier version saved: with none, or without authors and what it is about.
import { categoriseArticle } from '../../../shared/category/article.ts';
import { type Card, cardOf } from '../../lib/card.ts';
import { shownCategory } from '../../lib/category.ts';
import { kindOf, type Operation } from '../../lib/operation.ts';
import { giveCards } from '../../lib/outbox.ts';
import { saidOfSection } from '../../lib/section-categories.ts';
import { readCorrected } from './stored.ts';

const isIncomplete = ({ card, ...operation }: Operation): boolean =>
  ['keep', 'edit', 'filing'].includes(kindOf(operation)) && !card?.authors;

/** The card of a clip as of an operation about it; null where its article is not here any more. */
const cardAsOf = async (
  { id, edits, order, destination }: Operation,
  operations: readonly Operation[],
): Promise<Card | null> => {
  const until = operations.filter((operation) => operation.order <= order);
  const stored = await readCorrected(edits ?? id, until);
  if (!stored) return null;
  const { article, category: chosen } = stored;
  // Of an address alone there is nothing to be told.
  const told = article.blocks.length > 0 && { told: categoriseArticle(article) };
  const clip = { ...told, ...(chosen !== undefined && { chosen }) };
  const shown = shownCategory(clip, await saidOfSection(article, destination));
  return cardOf(stored, shown?.category ?? null);
};

/** Makes whole the cards of all that waits. */
export const completeCards = async (operations: readonly Operation[]): Promise<void> => {
  const cards = new Map<string, Card>();
  for (const operation of operations.filter(isIncomplete)) {
    const card = await cardAsOf(operation, operations);
    if (card) cards.set(operation.id, card);
  }
  if (cards.size > 0) await giveCards(cards);
};
