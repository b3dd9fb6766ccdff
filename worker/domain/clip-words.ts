// The words of clips in the full-text index, made anew of their rows: nobody can read them there.
import type { StoredRow, WordedClip } from '../db/departing.ts';
import { addressWords, profileOf } from './profile.ts';

const wordsOf = (clip: WordedClip, firstKept: string | undefined) => {
  const { rid, content, canonical_url: canonicalUrl, ...card } = clip;
  const known = { ...card, canonicalUrl };
  const none = { standfirst: '', body: '', hooks: '' };
  const words = content
    ? profileOf({ ...known, ...content }).words
    : { ...none, ...addressWords({ ...known, day: firstKept ?? '' }) };
  return { rowid: rid, ...words };
};

/**
 * The words of some clips; those of an address alone tell when it was kept first. One whose words cannot be made, which was
 * given up before, has none.
 */
export const clipWords = (
  clips: readonly WordedClip[],
  firstKept: ReadonlyMap<number, string>,
): StoredRow[] => {
  const found: StoredRow[] = [];
  for (const clip of clips) {
    try {
      const { rowid, title, standfirst, body, folded, features, hooks } = wordsOf(
        clip,
        firstKept.get(clip.rid),
      );
      // All in one order, since they become one statement.
      found.push({ rowid, title, standfirst, body, folded, features, hooks });
    } catch {
      // It is found as it was where it comes from.
    }
  }
  return found;
};
