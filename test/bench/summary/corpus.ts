// Texts with summaries that people wrote, and which half of them nobody tunes on.
import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { readRecords } from '../ground-truth.ts';

const Told = v.object({
  id: v.string(),
  lang: v.string(),
  title: v.optional(v.string(), ''),
  text: v.string(),
  references: v.array(v.string()),
  /** How many sentences a summary may have. */
  sentences: v.number(),
});
export type Told = v.InferOutput<typeof Told>;

export const FILES = ['vietnews-val', 'baomoi-dev', 'cnndm-validation', 'bbc-dev'] as const;
export type File = (typeof FILES)[number];

/** The texts of a file; throws where DATELINE_CORPUS names no folder that holds it. */
export const toldTexts = (file: string): readonly Told[] => readRecords(Told, 'summaries', file);

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Whether a text is of the half that is measured and never tuned on. */
export const isHeldOut = ({ id }: Told): boolean => /^[89a-f]/.test(hashOf(id));

/** One of `folds` parts, the same for a text in every run. */
export const foldOf = ({ id }: Told, folds: number): number =>
  Number.parseInt(hashOf(`fold ${id}`).slice(0, 6), 16) % folds;
