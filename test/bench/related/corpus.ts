// Texts of which some report the same event.
import * as v from 'valibot';
import { readRecords } from '../ground-truth.ts';
import { toldTexts } from '../summary/corpus.ts';

const Report = v.object({
  id: v.string(),
  lang: v.string(),
  event: v.nullable(v.string()),
  title: v.string(),
  text: v.string(),
});
/** A text; of no event where it only stands around the others. */
export type Report = v.InferOutput<typeof Report>;

const reportsIn = (file: string): readonly Report[] => readRecords(Report, 'events', file);

const around = (): readonly Report[] =>
  ['vietnews-val', 'baomoi-dev'].flatMap((file) =>
    toldTexts(file).map(({ id, lang, title, text }) => ({ id, lang, title, text, event: null })),
  );

/** The sets by name, each in the order in which it comes into the library: reports of events are the oldest. */
export const SETS: Readonly<Record<string, () => readonly Report[]>> = {
  'vietnamese-mds': () => reportsIn('vietnamese-mds-dev'),
  'vietnamese-mds among 3,000': () => [...reportsIn('vietnamese-mds-dev'), ...around()],
  ecbplus: () => reportsIn('ecbplus-dev'),
};

/** Which of two halves an event is of; the two that are made to be confused ('1' and '1+') are of one. */
export const isSecondHalf = ({ event }: Report): boolean =>
  Math.floor(Number.parseInt(event ?? '', 10) / 2) % 2 === 1;
