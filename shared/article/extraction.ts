// How the body was found: what of the page was taken for it, and what was left. For whoever mends a wrong one.
import { blockText } from '../schema/block.ts';
import type { Placed } from './block-context.ts';
import type { Judged } from './judge.ts';

/** Blocks that follow each other in one box of the page, all of them taken or all of them left. */
export interface Zone {
  isTaken: boolean;
  /** Whether it lies in the part of the page that was taken for the article's. */
  isInPart: boolean;
  /** The tags around it, from the body's own child to the box; of a deep one the innermost. */
  path: readonly string[];
  blocks: number;
  /** UTF-16 units, and how many of these are links. */
  characters: number;
  linked: number;
  /** How likely it was to be the article's text, from 0 to 1: of its blocks the least and the most. */
  likely: readonly [least: number, most: number];
}

export interface Extraction {
  /** 'data': what the page's scripts hold. 'plain': all of it, as it is too large or too broken to be judged. */
  from: 'page' | 'data' | 'plain';
  /** UTF-16 units that are shown in furniture, offers and whatever else is no block at all; null where nobody counted. */
  outside: number | null;
  zones: readonly Zone[];
}

const DEEPEST = 8;

const pathOf = (box: Element | null): readonly string[] => {
  const path: string[] = [];
  for (let at = box; at && at.localName !== 'body' && path.length < DEEPEST; at = at.parentElement)
    path.unshift(at.localName);
  return path;
};

const linkedIn = ({ block }: Placed): number => {
  if (!('runs' in block)) return 0;
  return block.runs.reduce((sum, { text, href }) => sum + (href ? text.length : 0), 0);
};

/** The zones of the blocks of a page, in its order, as they were judged. */
export const zonesOf = (
  placed: readonly Placed[],
  { part, likely }: Judged,
  isTaken: (one: Placed) => boolean,
): Zone[] => {
  const zones: Zone[] = [];
  let lastBox: Element | null = null;
  for (const [index, one] of placed.entries()) {
    const box = one.element.parentElement;
    const own = likely[index] ?? 0;
    const characters = blockText(one.block).length;
    const linked = linkedIn(one);
    const zone = zones.at(-1);
    if (zone && box === lastBox && zone.isTaken === isTaken(one)) {
      const [least, most] = zone.likely;
      zone.blocks += 1;
      zone.characters += characters;
      zone.linked += linked;
      zone.likely = [Math.min(least, own), Math.max(most, own)];
    } else
      zones.push({
        isTaken: isTaken(one),
        isInPart: part?.contains(one.element) === true,
        path: pathOf(box),
        blocks: 1,
        characters,
        linked,
        likely: [own, own],
      });
    lastBox = box;
  }
  return zones;
};
