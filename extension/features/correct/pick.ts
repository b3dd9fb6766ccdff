// What panel and page say to each other while the reader picks the text on the page.
import * as v from 'valibot';
import { Selected } from './selected.ts';

/** From one block to another: around it, within it, behind it or before it; or to take the one that is marked. */
export const PickStep = v.picklist(['wider', 'narrower', 'next', 'previous', 'take']);
export type PickStep = v.InferOutput<typeof PickStep>;

/** What keys do, in the page and in the panel. */
export const PICK_KEYS: ReadonlyMap<string, PickStep> = new Map<string, PickStep>([
  ['ArrowUp', 'wider'],
  ['ArrowDown', 'narrower'],
  ['ArrowRight', 'next'],
  ['ArrowLeft', 'previous'],
  ['Enter', 'take'],
]);

/** How much of a block's text the panel is told. */
export const PICK_EXCERPT = 160;

export const PickNews = v.variant('kind', [
  /** Another block is marked; how its text begins. */
  v.object({ kind: v.literal('at'), text: v.pipe(v.string(), v.maxLength(PICK_EXCERPT)) }),
  v.object({ kind: v.literal('picked'), selected: Selected }),
]);
export type PickNews = v.InferOutput<typeof PickNews>;
