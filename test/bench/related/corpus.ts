// Texts of which some report the same event.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import * as v from 'valibot';
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

const reportsIn = (file: string): readonly Report[] => {
  const corpus = process.env['DATELINE_CORPUS'] ?? '';
  const from = path.join(corpus, 'corpus/events', `${file}.jsonl.gz`);
  if (!corpus || !existsSync(from))
    throw new Error('Name the folder of the ground truth in DATELINE_CORPUS.');
  return gunzipSync(readFileSync(from))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => v.parse(Report, JSON.parse(line)));
};

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
