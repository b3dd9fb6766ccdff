// A day in pieces: what a page shows, a row of the database holds and a reader's browser draws at once.
import type { DigestGroup, Story } from '../schema/digest.ts';

/** A page has at most so many clips, and about so many UTF-16 units of JSON; a row of D1 holds 2 MB. */
const PAGE_CLIPS = 200;
const PAGE_UNITS = 400_000;

/** A story too long for one page, as several with the same id; each of the others tells its clips alone. */
const parts = (story: Story): Story[] => {
  if (story.clips.length < 2) return [story];
  const of: Story['clips'][] = [[]];
  const own = JSON.stringify({ ...story, clips: [] }).length;
  let units = own;
  for (const clip of story.clips) {
    const length = JSON.stringify(clip).length;
    const last = of.at(-1) ?? [];
    if (last.length === PAGE_CLIPS || (last.length > 0 && units + length > PAGE_UNITS)) {
      of.push([clip]);
      units = own;
    } else last.push(clip);
    units += length;
  }
  if (of.length === 1) return [story];
  return Array.from(of, (clips, index) => ({
    ...story,
    clips,
    ...(index > 0 && { summary: [], related: [] }),
  }));
};

/**
 * Cuts the groups of a day into pages, in their order; a group that goes on stands on each of its pages. No groups are
 * one page without any. The same groups give the same pages.
 */
export const pagesOf = (groups: readonly DigestGroup[]): DigestGroup[][] => {
  const pages: DigestGroup[][] = [[]];
  let [clips, units] = [0, 0];
  for (const group of groups) {
    let current: DigestGroup | null = null;
    for (const story of group.stories.flatMap(parts)) {
      const length = JSON.stringify(story).length;
      const isFull = clips + story.clips.length > PAGE_CLIPS || units + length > PAGE_UNITS;
      if (isFull && clips > 0) {
        pages.push([]);
        [clips, units, current] = [0, 0, null];
      }
      if (!current) {
        current = { ...group, stories: [] };
        pages.at(-1)?.push(current);
      }
      current.stories.push(story);
      clips += story.clips.length;
      units += length;
    }
  }
  return pages;
};
