// Keeping a clip.
import type { Library } from '../db/libraries.ts';
import type { ClipText, NewClip } from '../db/clip-writes.ts';
import type { Stories } from '../db/stories.ts';
import type { Keeps, KnownClip, NewKeep, Operation } from '../db/keeps.ts';
import type { Trash } from '../db/trash.ts';
import type { Unprofiled } from '../db/unprofiled.ts';
import { withoutTracking } from '../../shared/article/address.ts';
import { sectionPlace } from '../../shared/category/section-place.ts';
import { dayIn } from '../../shared/digest/days.ts';
import type { KeepAnswer, KeepWrite } from '../../shared/schema/keep.ts';
import { NOWHERE } from '../../shared/schema/filing.ts';
import type { ChosenCategory } from '../../shared/schema/section-category.ts';
import { categoryOf } from './category.ts';
import { digestDay } from './clip-days.ts';
import { clipText } from './clip-text.ts';
import { type Clock, type Random, uuidV7 } from './ids.ts';
import { newFiling } from './naming.ts';
import { addressWords, profileOf } from './profile.ts';
import { Refusal } from './refusal.ts';
import { ROUNDS } from './rounds.ts';
import { placeClip } from './stories.ts';
import { bringBack } from './trash.ts';

/** How far a client's clock may run ahead of ours and still be believed. */
const SKEW_MS = 5 * 60_000;
export interface KeepTools {
  keeps: Keeps;
  stories: Stories;
  trash: Trash;
  unprofiled: Unprofiled;
  now: Clock;
  random: Random;
}

/** Who keeps: an account, and since when its clock may be believed (pairing or sign-in). */
export interface Keeper {
  account: string;
  since: Date;
  /** Whether they copy it from another library of theirs. */
  isCopying?: boolean;
}

/** When a clip was kept: the client's word between the pairing and now, the time of receipt otherwise. */
export const keptAt = (captured: Date, since: Date, now: Date): Date => {
  const believed = captured >= since && captured.getTime() <= now.getTime() + SKEW_MS;
  return believed && captured < now ? captured : now;
};

const newClip = (
  { article, summary, category: said = 'auto' }: KeepWrite,
  text: ClipText,
  made: Pick<NewClip, 'id' | 'day' | 'keptDay' | 'keptAt' | 'datedAt' | 'category'>,
): NewClip => ({
  ...made,
  canonicalUrl: article.canonicalUrl,
  url: article.url,
  title: article.title,
  site: article.site,
  section: JSON.stringify(article.section),
  authors: JSON.stringify(article.authors),
  attribution: article.attribution,
  language: article.language,
  leadImage: article.leadImage,
  published: article.published?.value ?? null,
  ...text,
  profile: profileOf({ ...article, ...made, terms: summary.terms }),
  facts: JSON.stringify({
    published: article.published,
    modified: article.modified,
    views: article.views,
    truncated: article.truncated,
    related: article.related,
    attributionUrl: article.attributionUrl,
    ...(said !== 'auto' && { category: said }),
  }),
});

const otherScheme = (address: string): string =>
  address.replace(/^http(s?):/, (_, secure: string) => (secure ? 'http:' : 'https:'));

/**
 * The addresses under which the library may know an article, the one that stands for it first. The
 * others count only where no more than the address is known: as it was opened, and as http was once
 * what is https today.
 */
const addressesOf = ({ canonicalUrl, url }: KeepWrite['article']): string[] => {
  const opened = withoutTracking(url);
  return [canonicalUrl, opened, otherScheme(canonicalUrl), otherScheme(opened)];
};

const clipMeant = <T extends Pick<KnownClip, 'canonicalUrl' | 'filled'>>(
  clips: readonly T[],
  [canonicalUrl = '', ...others]: readonly string[],
): T | undefined =>
  clips.find((clip) => clip.canonicalUrl === canonicalUrl) ??
  others
    .map((address) => clips.find((clip) => clip.canonicalUrl === address && !clip.filled))
    .find((clip) => clip !== undefined);

/**
 * Finds the story of a clip that is kept by now. Where that fails the answer stands all the same: the clip waits for
 * its story, and the next scheduled run finds it or says in its log why not.
 */
const findStory = (
  tools: Pick<KeepTools, 'stories' | 'now'>,
  library: Library,
  { clip: id, day }: KeepAnswer,
  { profile: { vector, fingerprint } }: NewClip,
): Promise<void> =>
  placeClip(tools, library, { id, day, story: id, vector, fingerprint }).catch(() => undefined);

/**
 * Keeps an article, or of one without any block the address alone, which a later keep fills in. `sha256` is that of the bytes it came as: the same id with the same bytes hears
 * the first answer again. Of a clip in the trash a keep from before it was deleted comes too late; a later one brings it
 * back. Throws 'not-grounded', 'other-bytes', 'gone', 'in-trash' or 'busy'.
 */
export const keepArticle = async (
  { keeps, stories, trash, unprofiled, now, random }: KeepTools,
  library: Library,
  keeper: Keeper,
  id: string,
  sha256: string,
  write: KeepWrite,
): Promise<{ status: 200 | 201; answer: KeepAnswer }> => {
  const text = clipText(write.article.blocks, write.summary);
  const { workspace } = library;
  const { account } = keeper;
  const received = now();
  const kept = keptAt(new Date(write.capturedAt), keeper.since, received);
  const operation: Operation = { workspace, id, sha256, account, at: received.toISOString() };
  const addresses = addressesOf(write.article);
  const isAddress = write.article.blocks.length === 0;
  const filing = newFiling({ now, random }, write.filing ?? NOWHERE);
  const place = sectionPlace(write.article);
  const store = (
    zone: string,
    clip: KnownClip | undefined,
    saidOfSection: ChosenCategory,
  ): { made: NewClip | null; stored: Promise<KeepAnswer | null> } => {
    const said = write.category === undefined ? saidOfSection : write.category;
    const section =
      place && said !== saidOfSection && !isAddress ? { ...place, category: said } : null;
    const keptDay = dayIn(kept, zone);
    const { isCopying = false } = keeper;
    const keep: NewKeep = { keptAt: kept.toISOString(), keptDay, zone, section, isCopying };
    if (clip && (clip.filled || isAddress)) {
      // An address alone stands on the day on which it was kept.
      const shown = clip.filled ? clip.day : (clip.keep?.keptDay ?? keptDay);
      const stored = clip.keep
        ? keeps.addToKeep(operation, { ...clip.keep, clip: clip.id, day: shown }, filing)
        : keeps.addToClip(operation, { id: clip.id, day: shown }, keep, filing);
      return { made: null, stored };
    }
    const category = categoryOf([said], write.article);
    const made = newClip(write, text, {
      id: uuidV7(received, random),
      day: digestDay(write.article.published, keptDay, zone, received),
      keptDay,
      keptAt: keep.keptAt,
      datedAt: operation.at,
      category,
    });
    if (isAddress) {
      const words = addressWords({ ...made, day: keptDay });
      const address = { ...made, words };
      return { made: null, stored: keeps.addWithAddress(operation, address, keep, filing) };
    }
    const stored = clip
      ? keeps.fillIn(operation, clip, made, keep, filing)
      : keeps.addWithClip(operation, made, keep, filing);
    return { made, stored };
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    const known = await keeps.look(operation, addresses, place);
    if (known.gone) throw new Refusal(known.gone);
    if (known.operation) {
      if (known.operation.sha256 !== sha256) throw new Refusal('other-bytes');
      return { status: 200, answer: known.operation.answer };
    }
    const clip = clipMeant(known.clips, addresses);
    const trashed = clip ? undefined : clipMeant(known.trashed, addresses);
    if (trashed) {
      if (kept <= new Date(trashed.deletedAt)) throw new Refusal('in-trash');
      await bringBack({ trash, unprofiled, now, random }, library, account, trashed.id);
      continue;
    }
    const { made, stored } = store(known.zone, clip, known.saidOfSection);
    const answer = await stored;
    if (!answer) continue;
    if (made) await findStory({ stories, now }, library, answer, made);
    return { status: clip?.keep ? 200 : 201, answer };
  }
  throw new Refusal('busy');
};
