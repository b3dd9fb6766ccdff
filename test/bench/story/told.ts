// Stories that were written by hand, each with the facts that tell it, in other words where there are some.
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { summarySentences } from '../../../shared/schema/summary.ts';
import { summarise } from '../../../shared/summary/index.ts';
import { sentences } from '../../../shared/text/sentences.ts';
import type { Told } from '../../../shared/story/summary.ts';
import { articleOf } from '../../../worker/local/predict/summarise.ts';

const HandMade = v.array(
  v.object({
    name: v.string(),
    clips: v.array(v.object({ site: v.string(), title: v.string(), text: v.string() })),
    facts: v.array(v.array(v.string())),
  }),
);
export type HandMade = v.InferOutput<typeof HandMade>[number] & { readonly language: string };

/** The stories of a language. */
export const handMade = (language: 'vi' | 'en'): readonly HandMade[] =>
  v
    .parse(
      HandMade,
      JSON.parse(
        readFileSync(new URL(`../../fixtures/stories/${language}.json`, import.meta.url), 'utf8'),
      ),
    )
    .map((story) => Object.assign({ language }, story));

/** Each clip's own summary, of so many sentences at most: hand-made clips are as short as what is told of a real one. */
export const summariesOf = ({ clips, language }: HandMade, most: number): readonly Told[] =>
  clips.flatMap(({ site, title, text }) => {
    const article = articleOf({ id: site, lang: language, title, text });
    const told = summarySentences(summarise(article, most), article.blocks) ?? [];
    return told.map((sentence, position) => ({ clip: site, text: sentence, position }));
  });

/** All sentences of the bodies. */
export const bodiesOf = ({ clips, language }: HandMade): readonly Told[] =>
  clips.flatMap(({ site, text }) =>
    sentences(text, language).map(({ start, end }, position) => ({
      clip: site,
      text: text.slice(start, end),
      position,
    })),
  );

/** How many of the facts some sentences have. */
export const factsIn = ({ facts }: HandMade, told: readonly Told[]): number =>
  facts.filter((fact) => fact.some((words) => told.some(({ text }) => text.includes(words))))
    .length;

/** Each two sentences of which one has most words of the other. */
export const repeatsIn = (told: readonly Told[]): number => {
  const words = told.map(({ text }) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu)));
  let repeats = 0;
  for (const [at, one] of words.entries())
    for (const other of words.slice(at + 1)) {
      const shared = one.intersection(other).size;
      if (shared >= 0.6 * Math.min(one.size, other.size)) repeats += 1;
    }
  return repeats;
};

/** How long sentences are together. */
export const lengthOf = (told: readonly Told[]): number =>
  told.reduce((sum, { text }) => sum + text.length, 0);
