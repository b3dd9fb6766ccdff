// Texts that their sources filed under a label, and the topics that are right for each label.
import { createHash } from 'node:crypto';
import * as v from 'valibot';
import type { MediaTopicId } from '../../../shared/schema/media-topic.ts';
import { readRecords } from '../ground-truth.ts';

const POLITICS = '11000000';
const SCIENCE = '13000000';
const BUSINESS = '04000000';
const SPORT = '15000000';
const ARTS = '01000000';
/** News from abroad is about any of these. */
const WORLD = [POLITICS, '16000000', '03000000', '02000000'] as const;

const TOPICS: Readonly<Record<string, Readonly<Record<string, readonly MediaTopicId[]>>>> = {
  vntc: {
    'Chinh tri Xa hoi': [POLITICS, '14000000'],
    'Doi song': ['10000000', '14000000', '08000000'],
    'Khoa hoc': [SCIENCE],
    'Kinh doanh': [BUSINESS],
    'Phap luat': ['02000000'],
    'Suc khoe': ['07000000'],
    'The gioi': WORLD,
    'The thao': [SPORT],
    'Van hoa': [ARTS],
    'Vi tinh': [SCIENCE],
  },
  bbc: {
    business: [BUSINESS],
    entertainment: [ARTS],
    politics: [POLITICS],
    sport: [SPORT],
    tech: [SCIENCE],
  },
  ag: { World: WORLD, Sports: [SPORT], Business: [BUSINESS], 'Sci/Tech': [SCIENCE] },
};

export const SETS = ['vntc', 'bbc', 'ag'] as const;
export type SetName = (typeof SETS)[number];

const Labelled = v.object({
  id: v.string(),
  lang: v.string(),
  label: v.string(),
  title: v.optional(v.string(), ''),
  text: v.string(),
});

export interface LabelledText extends v.InferOutput<typeof Labelled> {
  readonly set: SetName;
  readonly right: readonly MediaTopicId[];
}

/** The texts of a set; throws where DATELINE_CORPUS names no folder that holds it. */
export const labelledTexts = (set: SetName): readonly LabelledText[] =>
  readRecords(Labelled, 'categories', `${set}-dev`).map((text) =>
    Object.assign(text, { set, right: TOPICS[set]?.[text.label] ?? [] }),
  );

/** Which of two halves a text is of, the same in every run. */
export const isSecondHalf = ({ id }: LabelledText): boolean =>
  /^[89a-f]/.test(createHash('sha256').update(id).digest('hex'));
