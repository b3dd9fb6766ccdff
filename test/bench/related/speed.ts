// What relating costs, in processor time of a program that has run for a while.
import { type Candidate, rankAmong } from '../../../shared/related/rank.ts';
import { termVector } from '../../../shared/related/vector.ts';
import { printTable } from '../table.ts';
import { type Report, SETS } from './corpus.ts';

const ROUNDS = 100;

const milliseconds = (run: (round: number) => void, rounds = ROUNDS): string => {
  for (let round = 0; round < rounds; round += 1) run(round);
  const start = process.cpuUsage();
  for (let round = 0; round < rounds; round += 1) run(round);
  const { user, system } = process.cpuUsage(start);
  return ((user + system) / 1_000 / rounds).toFixed(1);
};

/** Prints milliseconds for a description, for a ranking among 500, and for a mirror of 20,000 cards. */
export const printSpeed = (): void => {
  const reports = SETS['vietnamese-mds among 3,000']?.() ?? [];
  const place = { category: null, site: null, section: [], story: null, day: null };
  const askings = reports.map(({ title, text, lang }) => ({
    ...place,
    title,
    text,
    language: lang,
  }));
  const thousand = askings.filter(({ text }) => Math.abs(text.split(' ').length - 1_000) < 100);
  const askingAt = (round: number) =>
    askings[round % askings.length] ?? { ...place, title: '', text: '', language: null };
  const itemOf = ({ title, text, lang }: Report, at: number): Candidate => ({
    ...place,
    id: String(at),
    address: '',
    vector: termVector({ title, text, language: lang }),
  });
  const some = reports.slice(0, 500).map(itemOf);
  const cards = Array.from({ length: 20_000 }, (_, at) => {
    const { title = '', text = '', lang = 'vi' } = reports[at % reports.length] ?? {};
    return { title, text: text.slice(at % 100, 250), lang, id: '', event: null };
  });
  const mirror = cards.map(itemOf);
  const rank = rankAmong(mirror);
  console.log('\nMilliseconds of processor time');
  printTable(
    ['what', 'ms'],
    [
      [
        'describe an article of 1,000 words',
        milliseconds((round) => termVector(thousand[round % thousand.length] ?? askingAt(round))),
      ],
      [
        'rank 500 candidates by their descriptions',
        milliseconds((round) => Array.from(rankAmong(some)(askingAt(round)))),
      ],
      ['describe 20,000 cards, once', milliseconds(() => cards.map(itemOf), 1)],
      ['make 20,000 descriptions ready, once', milliseconds(() => rankAmong(mirror), 2)],
      ['rank 20,000 cards', milliseconds((round) => Array.from(rank(askingAt(round))))],
    ],
  );
};
