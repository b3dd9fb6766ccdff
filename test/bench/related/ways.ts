// The ways in which related items are found: the server's, by all of the text, and the extension's, by cards.
import { categorise } from '../../../shared/category/index.ts';
import { type Asking, type Candidate, rankAmong } from '../../../shared/related/rank.ts';
import {
  chosenWords,
  indexedWords,
  MOST_COUNTED,
  MOST_MATCHES,
  searchWords,
} from '../../../shared/related/search.ts';
import { termVector } from '../../../shared/related/vector.ts';
import { summarise } from '../../../shared/summary/index.ts';
import { sentences } from '../../../shared/text/sentences.ts';
import { articleOf } from '../../../worker/local/predict/summarise.ts';
import type { Report } from './corpus.ts';

type Ranking = (at: number) => readonly number[];

interface Item extends Candidate {
  readonly at: number;
}

/** The first sentence, which stands for the standfirst: these texts have none of their own. */
export const standfirstOf = ({ text, lang }: Report): string => {
  const [first] = sentences(text, lang);
  return first ? text.slice(first.start, first.end) : '';
};

const askingOf = ({ title, text, lang }: Report): Asking => ({
  title,
  text,
  language: lang,
  category: categorise({ section: [], title, text, language: lang })?.category ?? null,
  site: null,
  section: [],
  story: null,
  day: null,
});

const itemOf = (asking: Asking, vector: Uint8Array, at: number): Item => ({
  ...asking,
  at,
  id: String(at),
  address: '',
  vector,
});

const placesOf = (related: Iterable<{ readonly item: Item }>): readonly number[] =>
  Array.from(related, ({ item }) => item.at);

/** As the server does it: one statement for at most 500 candidates, the newest where there are more, then the ranking. */
export const byStatement = (reports: readonly Report[]): Ranking => {
  const items = reports.map((report, at) => {
    const asking = askingOf(report);
    return itemOf(asking, termVector(asking), at);
  });
  const index = new Map<string, number[]>();
  for (const { at, vector } of items)
    for (const word of indexedWords(vector)) {
      const known = index.get(word);
      if (known) known.push(at);
      else index.set(word, [at]);
    }
  return (at) => {
    const [report, item] = [reports[at], items[at]];
    if (!report || !item) return [];
    const words = searchWords(item.vector);
    const counts = new Map(
      words.map((word) => [word, Math.min(MOST_COUNTED, index.get(word)?.length ?? 0)]),
    );
    const found = new Set(chosenWords(words, counts).flatMap((word) => index.get(word) ?? []));
    const newest = [...found].sort((a, b) => b - a).slice(0, MOST_MATCHES);
    const candidates = newest.flatMap((place) => items[place] ?? []);
    return placesOf(
      rankAmong(candidates)(
        { ...item, ...report, language: report.lang },
        { ids: new Set([item.id]) },
      ),
    );
  };
};

/** As the extension does it: the article in the page among the cards of its mirror. */
export const byCards = (
  reports: readonly Report[],
  standfirst: (report: Report) => string,
): Ranking => {
  const askings = reports.map(askingOf);
  const items = reports.map((report, at): Item => {
    const { title, lang } = report;
    const { terms } = summarise(articleOf(report));
    const card = { title, text: standfirst(report), terms, language: lang };
    return itemOf(askings[at] ?? askingOf(report), termVector(card), at);
  });
  const rank = rankAmong(items);
  return (at) => {
    const asking = askings[at];
    return asking ? placesOf(rank(asking, { ids: new Set([String(at)]) })) : [];
  };
};
