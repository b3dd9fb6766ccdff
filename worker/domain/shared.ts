// What a public link shows to whoever has it: found by its address, and nothing else of the workspace read.
import type { Question } from '../db/question.ts';
import type {
  FoundLink,
  Shared,
  SharedDay,
  SharedListed,
  SharedText,
  SharedWhose,
} from '../db/shared.ts';
import { dayIn } from '../../shared/digest/days.ts';
import type { Digest, DigestGroup, DigestHead } from '../../shared/schema/digest.ts';
import { askDigest, type DigestReads, FORMAT } from './digests.ts';

/** Clips of a shared collection on a page. */
const CLIPS = 50;

export interface SharedReads extends DigestReads {
  shared: Shared;
}

export interface SharedCollection {
  clips: readonly SharedListed[];
  /** How many it has; where that is as many as are counted, it may have more. */
  count: number;
  /** Where the list goes on; null at its end. */
  next: string | null;
}

/** Asks for a page of the link's collection, from the place `before` on. */
export const askSharedCollection = (
  { shared, now }: SharedReads,
  whose: SharedWhose,
  before: number | null,
): Question<SharedCollection> => {
  const at = now().toISOString();
  return shared
    .clips(whose, at, before, CLIPS + 1)
    .and(shared.count(whose, at))
    .map(([listed, count]) => {
      const clips = listed.slice(0, CLIPS);
      const last = listed.length > CLIPS ? clips.at(-1) : undefined;
      return { clips, count, next: last ? String(last.here) : null };
    });
};

/** Asks for the clips of its feeds. */
export const askSharedFeed = (
  { shared, now }: SharedReads,
  whose: SharedWhose,
): Question<SharedListed[]> => shared.clips(whose, now().toISOString(), null, CLIPS);

/** Asks for the link's clip, or for the `nth` of its collection. */
export const askSharedClip = (
  { shared, now }: SharedReads,
  whose: SharedWhose,
  nth: number | null,
): Question<SharedText | null> => {
  const at = now().toISOString();
  return nth === null ? shared.clip(whose, at) : shared.clipOf(whose, at, nth);
};

/** A day as a link shows it: nothing of other days. */
export type ToldDay = DigestHead & { page: number; groups: readonly DigestGroup[] };

const withoutOthers = ({ earlier: _earlier, later: _later, ...told }: Digest): ToldDay => told;

const holds = ({ head, current }: SharedDay, zone: string): boolean =>
  head.revision === current && head.zone === zone;

/** Asks for a page of the link's day: one that is over as it was frozen, else made once the link is known. */
export const askSharedDay = (
  reads: SharedReads,
  whose: SharedWhose,
  page: number,
): Question<(link: FoundLink) => Promise<ToldDay>> =>
  reads.shared.day(whose, reads.now().toISOString(), page, FORMAT).map((frozen) => async (link) => {
    const { workspace, zone, day } = link;
    if (frozen && day < dayIn(reads.now(), zone) && holds(frozen, zone))
      return { ...frozen.head, page, groups: frozen.groups ?? [] };
    const where = {
      workspace,
      zone,
      ...(link.name !== null && { collection: { id: link.collection, name: link.name } }),
    };
    const digestOf = await reads.ask(askDigest(reads, where, day, page));
    return withoutOthers(await digestOf(where));
  });
