// How long a summary takes of articles that are ten times as long each.
import { summarise } from '../../../shared/summary/index.ts';
import { printTable } from '../table.ts';
import { articleOf } from '../../../worker/local/predict/summarise.ts';
import { toldTexts } from './corpus.ts';
import type { openSummarisers } from './peers.ts';

const LENGTHS = [1_000, 10_000, 100_000];
/** The peers compare all sentences with all: past this they do not come back. */
const PEERS_UP_TO = 10_000;
/** So many rounds and so long, since the first of a program that was just begun tell of its beginning. */
const ROUNDS = 10;
const LEAST_MS = 3_000;
const SENTENCES = 4;

const wordsIn = (text: string): number => text.split(/\s+/u).length;

// Texts of the corpus one after another, as paragraphs, up to so many words.
const textOf = (words: number): string => {
  const parts: string[] = [];
  let count = 0;
  for (const { text } of toldTexts('baomoi-dev')) {
    if (count >= words) break;
    parts.push(text);
    count += wordsIn(text);
  }
  return parts.join('\n').split(' ').slice(0, words).join(' ');
};

/** Prints the least of some rounds, and how it grows with the article. */
export const benchSpeed = async (
  summarisers: ReturnType<typeof openSummarisers>,
): Promise<void> => {
  const rows: string[][] = [];
  let before: number | null = null;
  for (const words of LENGTHS) {
    const text = textOf(words);
    const times: number[] = [];
    const begun = performance.now();
    while (times.length < ROUNDS || performance.now() - begun < LEAST_MS) {
      const article = articleOf({ id: '', lang: 'vi', title: text.slice(0, 60), text });
      const start = performance.now();
      summarise(article);
      times.push(performance.now() - start);
    }
    const least = Math.min(...times);
    const peers = words > PEERS_UP_TO ? [] : await summarisers.time(text, SENTENCES);
    rows.push([
      words.toLocaleString('en'),
      least.toFixed(1),
      before === null ? '' : `×${(least / before).toFixed(1)}`,
      peers.map(([name, ms]) => `${name} ${ms.toFixed(0)}`).join(', '),
    ]);
    before = least;
  }
  console.log(
    '\nMilliseconds of one core, and how much more each time the article is ten times as long',
  );
  printTable(['words', 'Dateline', 'growth', 'peers'], rows);
};
