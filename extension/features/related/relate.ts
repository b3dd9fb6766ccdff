// What of a library belongs to an article, by the one ranking: over all cards of the mirror at once, which are read and
// made ready once, until they are others.
import * as v from 'valibot';
import { addressKey, pageKeys } from '../../../shared/article/same-page.ts';
import { type Asking, rankAmong, type Reason } from '../../../shared/related/rank.ts';
import { termVector } from '../../../shared/related/vector.ts';
import { MediaTopicId } from '../../../shared/schema/media-topic.ts';
import { copiesOf, fingerprint } from '../../../shared/story/fingerprint.ts';
import { fold } from '../../../shared/text/fold.ts';
import type { StoredCard } from '../../lib/database.ts';
import { type MirrorState, readCards } from '../../lib/mirror.ts';
import { headlineSign, signOf, signsOf } from '../../lib/mirror-signs.ts';
import { type Destination, isSameDestination, type Operation } from '../../lib/operation.ts';
import { readOutbox } from '../../lib/outbox.ts';

export interface Question {
  /** The library that is connected; null: what is kept on this machine is asked. */
  destination: Destination | null;
  page: { url: string; canonicalUrl: string };
  asking: Omit<Asking, 'story'>;
  /** The addresses that the page lists itself. */
  listed: readonly string[];
}

/** A clip that belongs to the article. */
export interface Found {
  id: string;
  title: string;
  url: string;
  site: string | null;
  language: string | null;
  /** `YYYY-MM-DD`; null where nobody knows it. */
  day: string | null;
  /** Whether there is a text to be read of it. */
  filled: boolean;
  /** Whether it is the text of the article itself, from elsewhere. */
  isCopy: boolean;
  /** None of a copy. */
  reasons: readonly Reason[];
}

interface Item extends Omit<Found, 'reasons' | 'isCopy'> {
  address: string;
  /** What it is found by. */
  signs: readonly number[];
  vector: Uint8Array;
  fingerprint: Uint8Array | null;
  category: MediaTopicId | null;
  section: readonly string[];
  story: string | null;
}

const SHOWN = 6;
const COPIES_SHOWN = 3;

// Of 20,000 cards no more is held on to than it takes.
const ofCard = (card: StoredCard): Item => {
  const { id, title, url, site, language, day, filled, fingerprint: print, vector, signs } = card;
  const place = {
    category: v.is(MediaTopicId, card.category) ? card.category : null,
    section: card.section,
    story: card.story,
  };
  return {
    id,
    title,
    url,
    site,
    language,
    day,
    filled,
    address: card.canonicalUrl,
    vector,
    fingerprint: print,
    signs,
    ...place,
  };
};

// What is kept here and not sent: of each the card that its list shows.
const ofOperation = ({ id, title, url, isLink, card, capturedAt }: Operation): Item => {
  const {
    site = null,
    section = [],
    language = null,
    published = null,
    sentence = '',
  } = card ?? {};
  return {
    id,
    title,
    url,
    site,
    language,
    section,
    day: (published ?? capturedAt).slice(0, 10),
    filled: !isLink,
    address: url,
    signs: signsOf({ id, title, url, canonicalUrl: url }),
    vector: termVector({ title, text: sentence, language }),
    fingerprint: null,
    category: null,
    story: null,
  };
};

interface Shelf {
  items: readonly Item[];
  rank: ReturnType<typeof rankAmong<Item>>;
}

const shelf = (items: readonly Item[]): Shelf => ({ items, rank: rankAmong(items) });

const localShelf = async (): Promise<Shelf> =>
  shelf((await readOutbox()).filter(({ edits }) => edits === null).map(ofOperation));

/** The article itself, its copies, what has its headline, and what the page lists already. */
const leftOut = (
  { items }: Shelf,
  { page, asking, listed }: Question,
): { ids: ReadonlySet<string>; story: string | null; copies: readonly Item[] } => {
  const own = new Set(pageKeys(page));
  const known = new Set([...own, ...listed.map(addressKey)]);
  const title = fold(asking.title);
  // Of 20,000 addresses few are looked at.
  const signs = new Set([headlineSign(asking.title), ...Array.from(known, signOf)]);
  const found = items
    .filter((item) => item.signs.some((sign) => signs.has(sign)))
    .map((item) => ({ item, keys: pageKeys({ url: item.url, canonicalUrl: item.address }) }));
  const isKnown = ({ item, keys }: (typeof found)[number]): boolean =>
    keys.some((key) => known.has(key)) || fold(item.title) === title;
  const itself = found.filter(({ keys }) => keys.some((key) => own.has(key)));
  const isCopy = copiesOf(fingerprint({ text: asking.text }));
  const others = new Set(itself.map(({ item }) => item.id));
  const copies = items.filter(
    (item) => item.fingerprint && !others.has(item.id) && isCopy(item.fingerprint),
  );
  const without = found.filter(isKnown).map(({ item }) => item);
  return {
    ids: new Set([...without, ...copies].map(({ id }) => id)),
    story: itself[0]?.item.story ?? copies.find(({ story }) => story !== null)?.story ?? null,
    copies,
  };
};

const shown = (
  { id, title, url, site, language, day, filled }: Item,
  isCopy: boolean,
  reasons: readonly Reason[],
): Found => ({ id, title, url, site, language, day, filled, isCopy, reasons });

/** Answers questions, of which each finds the cards made ready that are still those of the mirror. */
export const createRelater = (): ((question: Question) => Promise<Found[]>) => {
  let ready: (Shelf & { state: MirrorState }) | null = null;

  const shelfOf = async (destination: Destination): Promise<Shelf | null> => {
    const known = ready && isSameDestination(ready.state, destination) ? ready : null;
    // What was read of another library is not held on to.
    ready = known;
    const read = await readCards(destination, known?.state ?? null);
    if (read === 'none') ready = null;
    else if (read !== 'same') ready = { ...shelf(read.cards.map(ofCard)), state: read.state };
    return ready;
  };

  return async (question) => {
    const { destination, asking } = question;
    const found = destination ? await shelfOf(destination) : await localShelf();
    if (!found) return [];
    const { ids, story, copies } = leftOut(found, question);
    const related = [...found.rank({ ...asking, story }, { ids })].slice(0, SHOWN);
    return [
      ...copies.slice(0, COPIES_SHOWN).map((item) => shown(item, true, [])),
      ...related.map(({ item, reasons }) => shown(item, false, reasons)),
    ];
  };
};
