// What earlier days have that is related to the stories of a day.
import type { StoredAround, StoredCandidate, StoredOfDay } from '../db/related.ts';
import { rankAmong, type Reason } from '../../shared/related/rank.ts';
import type { DigestGroup, Story } from '../../shared/schema/digest.ts';
import { areCopies } from '../../shared/story/fingerprint.ts';
import { bytesOf } from './bytes.ts';
import { shown } from './related.ts';

/** So many stories of a day, the first of them, and so many clips for each: a page is no search. */
const STORIES = 8;
const EACH = 2;

/** A section and a topic have something every day: that alone is nothing earlier on a story. */
const tellsOfIt = ({ kind }: Reason): boolean => kind === 'story' || kind === 'term';

const copiesOf = (
  { fingerprint }: StoredOfDay,
  story: string | null,
  earlier: readonly StoredCandidate[],
): ReadonlySet<string> => {
  if (story === null) return new Set();
  const own = bytesOf(fingerprint);
  return new Set(
    earlier
      .filter((clip) => clip.story === story && areCopies(own, bytesOf(clip.fingerprint)))
      .map(({ id }) => id),
  );
};

/**
 * The groups of a day's first page with what is related to its first stories: of the clips of earlier days, ranked as everywhere, those that are no
 * copies. What no profile is known of yet, or more than the last hundred kept on a day, has nothing.
 */
export const relateDay = (
  groups: DigestGroup[],
  { asking, earlier }: StoredAround,
): DigestGroup[] => {
  if (earlier.length === 0) return groups;
  const profiles = new Map(asking.map((profile) => [profile.id, profile]));
  const rank = rankAmong(
    earlier.map(({ vector, ...clip }) => ({ ...clip, vector: bytesOf(vector) })),
  );
  const relatedTo = ({ clips: [first] }: Story): Story['related'] => {
    const profile = first && profiles.get(first.id);
    if (!profile) return [];
    const { standfirst, terms, vector } = profile;
    const told = { text: standfirst ?? '', terms, vector: bytesOf(vector) };
    const ids = copiesOf(profile, first.story, earlier);
    return rank({ ...first, ...told }, { ids })
      .filter(({ reasons }) => reasons.some(tellsOfIt))
      .take(EACH)
      .map(({ item, reasons }) => shown(item, [...reasons]))
      .toArray();
  };
  const first = new Set(groups.flatMap(({ stories }) => stories).slice(0, STORIES));
  return groups.map((group) => ({
    ...group,
    stories: group.stories.map((story) =>
      first.has(story) ? { ...story, related: relatedTo(story) } : story,
    ),
  }));
};
