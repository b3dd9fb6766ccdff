// What an extension copies of a library: first its newest cards, then what changes.
import type { Cards } from '../db/cards.ts';
import type { Library } from '../db/libraries.ts';
import type { CardPage, Changes, MirrorCard, NamedId } from '../../shared/schema/mirror.ts';
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

const cardsOf = (found: readonly { card: MirrorCard; names: readonly NamedId[] }[]) => {
  const names = found.flatMap(({ names: own }) => own);
  return {
    cards: found.map(({ card }) => shown(card)),
    names: [...new Map(names.map((name) => [`${name.noun} ${name.id}`, name])).values()],
  };
};

/** A page of cards with what `account` does with them, newest first, from the cursor `before` on. Throws 'bad-request'. */
export const readCardPage = async (
  { cards }: { cards: Cards },
  library: Where,
  account: string,
  before: string | null,
): Promise<CardPage> => {
  const found = await cards.newest(library, account, placeAt(before), PAGE + 1);
  const page = found.cards.slice(0, PAGE);
  const last = found.cards.length > PAGE ? page.at(-1) : undefined;
  return {
    ...cardsOf(page),
    next: last?.card.place ?? null,
    sections: found.sections.map(sectionOf),
    seq: found.seq,
    read: found.read,
    epoch: found.epoch,
  };
};

/** The last change of which a list that was cut at PAGE is sure to hold everything. */
const lastWhole = (list: readonly { seq: number }[]): number =>
  list.length > PAGE ? (list.at(-1)?.seq ?? 1) - 1 : Number.POSITIVE_INFINITY;

const withoutSeq = <Of extends { seq: number }>(row: Of): Omit<Of, 'seq'> => {
  const { seq: _, ...rest } = row;
  return rest;
};

/**
 * What of a library is other than it was at the change `since`, and what `account` does with its clips than at the time
 * `read`. Throws 'bad-request'.
 */
export const readChanges = async (
  { cards }: { cards: Cards },
  library: Where & Pick<Library, 'zone'>,
  account: string,
  asked: { since: string; read: string },
): Promise<Changes> => {
  const from = { since: changeAt(asked.since), read: changeAt(asked.read) };
  const found = await cards.changed(library, account, from, PAGE + 1);
  // All lists go on from one number, so that what comes after a card cannot be missed.
  const until = Math.min(
    ...[found.cards, found.names, found.tombstones, found.sections].map((list) => lastWhole(list)),
  );
  const readUntil = lastWhole(found.readings);
  return {
    ...cardsOf(found.cards.filter(({ seq }) => seq <= until)),
    renamed: found.names.filter(({ seq }) => seq <= until).map(withoutSeq),
    readings: found.readings.filter(({ seq }) => seq <= readUntil).map(withoutSeq),
    deleted: found.tombstones
      .filter(({ kind, seq }) => kind === 'clip' && seq <= until)
      .map(({ id }) => id),
    sections: found.sections.filter(({ seq }) => seq <= until).map(sectionOf),
    seq: Math.min(until, found.seq),
    read: Math.min(readUntil, found.read),
    epoch: found.epoch,
    zone: library.zone,
    more: Number.isFinite(Math.min(until, readUntil)),
  };
};
