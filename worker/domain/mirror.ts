// What an extension copies of a library: first its newest cards, then what changes.
import type { Cards } from '../db/cards.ts';
import type { Library } from '../db/libraries.ts';
import type { CardPage, Changes, MirrorCard } from '../../shared/schema/mirror.ts';
import type { SectionCategory } from '../../shared/schema/section-category.ts';
import { cutFingerprint } from '../../shared/story/fingerprint.ts';
import { base64Of, bytesOf } from './bytes.ts';
import { changeAt, placeAt } from './cursor.ts';

type Where = Pick<Library, 'workspace' | 'number'>;

/** How many cards one answer holds at most. No change of the library may touch more clips or leave more tombstones. */
const PAGE = 250;

const sectionOf = ({ site, section, category }: SectionCategory): SectionCategory => ({
  site,
  section,
  category,
});

/** With as much of its fingerprint as a card tells. */
const shown = (card: MirrorCard): MirrorCard => {
  const cut = card.fingerprint === null ? null : cutFingerprint(bytesOf(card.fingerprint));
  return { ...card, fingerprint: cut && base64Of(cut) };
};

/** A page of cards, newest first, from the cursor `before` on. Throws 'bad-request'. */
export const readCardPage = async (
  { cards }: { cards: Cards },
  library: Where,
  before: string | null,
): Promise<CardPage> => {
  const found = await cards.newest(library, placeAt(before), PAGE + 1);
  const page = found.cards.slice(0, PAGE);
  const last = found.cards.length > PAGE ? page.at(-1) : undefined;
  return {
    cards: page.map(({ card }) => shown(card)),
    next: last?.card.place ?? null,
    sections: found.sections.map(sectionOf),
    seq: found.seq,
    epoch: found.epoch,
  };
};

/** The last change of which a list that was cut at PAGE is sure to hold everything. */
const lastWhole = (list: readonly { seq: number }[]): number =>
  list.length > PAGE ? (list.at(-1)?.seq ?? 1) - 1 : Number.POSITIVE_INFINITY;

/** What of a library is other than it was at the change `since`. Throws 'bad-request'. */
export const readChanges = async (
  { cards }: { cards: Cards },
  library: Where,
  since: string,
): Promise<Changes> => {
  const found = await cards.changed(library, changeAt(since), PAGE + 1);
  // All lists go on from one number, so that what comes after a card cannot be missed.
  const until = Math.min(
    ...[found.cards, found.tombstones, found.sections].map((list) => lastWhole(list)),
  );
  const more = Number.isFinite(until);
  return {
    cards: found.cards.filter(({ seq }) => seq <= until).map(({ card }) => shown(card)),
    deleted: found.tombstones
      .filter(({ kind, seq }) => kind === 'clip' && seq <= until)
      .map(({ id }) => id),
    sections: found.sections.filter(({ seq }) => seq <= until).map(sectionOf),
    seq: more ? until : found.seq,
    epoch: found.epoch,
    more,
  };
};
