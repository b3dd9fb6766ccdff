// Which story a clip is of: that of its copies, else the one whose reports it is closest to, else one of its own.
import { areCopies, hooksOf } from './fingerprint.ts';
import { closenessAmong } from './closeness.ts';
import type { Described, Filed } from './described.ts';

/** An event is reported for so many days before and after. */
export const WINDOW_DAYS = 3;
/** More candidates than these are not looked at. */
export const MOST_CANDIDATES = 500;
/** By so many of its reports, the first among the candidates, a story is known. */
const MOST_REPORTS = 16;

// Found on one half of the events, held on the other (docs/relating.md).
const CLOSE_ENOUGH = 0.27;
/** Two stories become one on stronger evidence: a wrong one takes all their clips along. */
const JOINS = 1.2;

/** Two stories that a person parted, by their ids. */
export type Apart = readonly [string, string];

/** What was decided of a clip. */
export interface Placing {
  /** The story it is of; its own id where that is a new one. */
  readonly story: string;
  readonly because: 'copy' | 'event' | 'new';
  /** Stories that it shows to be the same one: all their clips are of `story` from now on. */
  readonly joined: readonly string[];
}

const DAY_MS = 86_400_000;

const areNear = (a: string | null, b: string | null): boolean =>
  a === null || b === null || Math.abs(Date.parse(a) - Date.parse(b)) <= WINDOW_DAYS * DAY_MS;

/** A story by its reports of these days. */
interface Story {
  readonly id: string;
  readonly clips: readonly Filed[];
}

type Close = (a: Described, b: Described) => number;

/** How close the reports of a story are to each other on average, counting each to itself. */
const cohesionOf = ({ clips }: Story, close: Close): number => {
  let sum = clips.length;
  for (const [at, one] of clips.entries())
    for (let before = 0; before < at; before += 1) {
      const other = clips[before];
      if (other) sum += 2 * close(one, other);
    }
  return sum / clips.length ** 2;
};

/** How close a story's reports are on average to one, or to another story's. */
const closenessOf = (story: Story, to: readonly Described[], close: Close): number => {
  let sum = 0;
  for (const other of to) for (const clip of story.clips) sum += close(other, clip);
  return sum / (story.clips.length * to.length);
};

// Between the average and the cosine of the sums: the more different reports a story has, the less is like all of them.
const scaled = (closeness: number, cohesion: number): number => closeness / cohesion ** 0.25;

const copiesAmong = (clip: Described, candidates: readonly Filed[]): readonly Filed[] => {
  const hooks = new Set(hooksOf(clip.fingerprint));
  return candidates.filter(
    ({ fingerprint }) =>
      hooksOf(fingerprint).some((hook) => hooks.has(hook)) &&
      areCopies(clip.fingerprint, fingerprint),
  );
};

const storiesOf = (candidates: readonly Filed[]): readonly Story[] =>
  Array.from(
    Map.groupBy(candidates, ({ story }) => story),
    ([id, clips]) => ({ id, clips: clips.slice(0, MOST_REPORTS) }),
  );

interface Match {
  readonly story: Story;
  readonly score: number;
  readonly cohesion: number;
}

/** The stories that a clip may be of, the closest first. */
const matchesOf = (clip: Described, stories: readonly Story[], close: Close): readonly Match[] =>
  stories
    .flatMap((story): Match[] => {
      const closeness = closenessOf(story, [clip], close);
      // What no cohesion could lift over the threshold need not be compared any more.
      if (scaled(closeness, 1 / story.clips.length) < CLOSE_ENOUGH) return [];
      const cohesion = cohesionOf(story, close);
      const score = scaled(closeness, cohesion);
      return score < CLOSE_ENOUGH ? [] : [{ story, score, cohesion }];
    })
    .sort((a, b) => b.score - a.score);

/** Stories, the one of most clips first, since its clips need not be moved; of several the oldest. */
const byClips = (stories: ReadonlySet<string>, clips: readonly Filed[]): readonly string[] => {
  const sizes = new Map([...stories].sort().map((story) => [story, 0]));
  for (const { story } of clips) {
    const size = sizes.get(story);
    if (size !== undefined) sizes.set(story, size + 1);
  }
  return [...sizes].sort((a, b) => b[1] - a[1]).map(([story]) => story);
};

/** What a clip is placed by. */
export interface Placed extends Described {
  /** The story that it is alone in, where it has one already. */
  readonly story?: string;
}

/**
 * Decides which story a clip is of. Placing it changes no other clip's story but for those that are
 * `joined`; stories that a person parted never are.
 *
 * @param candidates Clips of its workspace that have stories, the likeliest first, itself not among them:
 * those that share a hook of its fingerprint, of any day, and those of its window of days. The first 500
 * are looked at.
 * @param apart The stories among these that a person parted.
 */
export const placeInStory = (
  clip: Placed,
  candidates: readonly Filed[],
  apart: readonly Apart[] = [],
): Placing => {
  const areApart = (a: string, b: string): boolean =>
    apart.some(([one, other]) => (one === a && other === b) || (one === b && other === a));
  const serves = ({ story }: Filed): boolean =>
    clip.story === undefined || !areApart(story, clip.story);
  const looked = candidates.slice(0, MOST_CANDIDATES).filter(serves);
  const near = looked.filter(({ day }) => areNear(day, clip.day));
  const close = closenessAmong([clip, ...near]);
  const matches = matchesOf(clip, storiesOf(near), close);
  const copied = [...new Set(copiesAmong(clip, looked).map(({ story }) => story))];

  const first = copied[0] ?? matches[0]?.story.id;
  if (first === undefined) return { story: clip.story ?? clip.id, because: 'new', joined: [] };

  const own = matches.find(({ story }) => story.id === first);
  const isSameEvent = (match: Match): boolean => {
    if (!own) return false;
    const closeness = closenessOf(match.story, [clip, ...own.story.clips], close);
    return scaled(closeness, own.cohesion * match.cohesion) >= CLOSE_ENOUGH * JOINS;
  };
  const same = new Set([first]);
  const mayJoin = (story: string): boolean => [...same].every((other) => !areApart(story, other));
  for (const story of copied) if (mayJoin(story)) same.add(story);
  for (const match of matches)
    if (!same.has(match.story.id) && isSameEvent(match) && mayJoin(match.story.id))
      same.add(match.story.id);

  const [story = first, ...joined] = byClips(same, looked);
  return { story, because: copied.length > 0 ? 'copy' : 'event', joined };
};
