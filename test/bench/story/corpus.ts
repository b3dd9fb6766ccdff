// Articles of which it is known which event they report, and real texts with what stood around them on their pages.
import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { guessLanguage } from '../../../shared/text/language.ts';
import { readRecords } from '../ground-truth.ts';
import { FILES, toldTexts } from '../summary/corpus.ts';

const Reported = v.object({
  id: v.string(),
  lang: v.string(),
  event: v.string(),
  /** Where events that are easily confused have one in common. */
  topic: v.optional(v.number()),
  title: v.string(),
  text: v.string(),
});
export type Reported = v.InferOutput<typeof Reported>;

export const EVENT_FILES = ['vietnamese-mds-dev', 'ecbplus-dev'] as const;
export type EventFile = (typeof EVENT_FILES)[number];

/** The articles of a file, in its order. */
export const reportedEvents = (file: EventFile): readonly Reported[] =>
  readRecords(Reported, 'events', file);

/** Whether an article is of the half that nobody tunes on: events that are easily confused are of the same one. */
export const isHeldOut = ({ event, topic }: Reported): boolean =>
  /^[89a-f]/.test(
    createHash('sha256')
      .update(`event ${topic ?? event}`)
      .digest('hex'),
  );

const Page = v.object({
  id: v.string(),
  html: v.string(),
  gold: v.object({ body: v.nullish(v.string()) }),
});

/** A text of its own, and what stood around it on its page where that is known. */
export interface RealText {
  readonly text: string;
  readonly language: string;
  readonly around: readonly string[];
}

const LEAST_WORDS = 80;
const NO_TEXT = /<(script|style|noscript|svg|head)\b[\s\S]*?<\/\1>|<!--[\s\S]*?-->/giu;
const BREAK =
  /<\/?(?:p|div|li|ul|h\d|section|article|tr|td|br|figure|header|footer|nav)\b[^>]*>/giu;

const linesAround = (html: string, body: string): readonly string[] => {
  const lines = html
    .replace(NO_TEXT, '\n')
    .replace(BREAK, '\n')
    .replace(/<[^>]+>/gu, ' ')
    .replace(/&[#\w]+;/gu, ' ')
    .split('\n')
    .map((line) => line.replace(/\s+/gu, ' ').trim());
  return lines.filter((line) => line.split(' ').length > 2 && !body.includes(line));
};

const wordsIn = (text: string): number => text.split(/\s+/u).length;

/** Bodies of real pages, and other real texts. */
export const realTexts = (): readonly RealText[] => {
  const pages = ['scrapinghub', 'fundus', 'vn', 'wcxb']
    .flatMap((file) => readRecords(Page, 'articles', file))
    .flatMap(({ html, gold: { body } }) =>
      body
        ? [{ text: body, language: guessLanguage(body) ?? '', around: linesAround(html, body) }]
        : [],
    );
  const told = FILES.flatMap((file) =>
    toldTexts(file)
      .filter((_, at) => at % 5 === 0)
      .map(({ text, lang }) => ({ text, language: lang, around: [] })),
  );
  return [...pages, ...told].filter(({ text }) => wordsIn(text) >= LEAST_WORDS);
};
