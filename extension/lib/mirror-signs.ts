// By what the cards of the mirror are found. A sign stands for a text in 32 bits, so that others may have the same one:
// what is found by it is to be looked at.
import { pageKeys } from '../../shared/article/same-page.ts';
import type { MirrorCard } from '../../shared/schema/mirror.ts';
import { fold } from '../../shared/text/fold.ts';
import { hashOf } from '../../shared/text/hash.ts';

/** The sign of an id, or of a page's key. */
export const signOf = hashOf;

/** The sign of everything under one headline. */
export const headlineSign = (title: string): number => hashOf(` ${fold(title)}`);

/** All signs of a card. */
export const signsOf = (
  card: Pick<MirrorCard, 'id' | 'title' | 'url' | 'canonicalUrl'>,
): number[] => [signOf(card.id), headlineSign(card.title), ...pageKeys(card).map(signOf)];
