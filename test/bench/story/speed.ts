// How long a clip takes on its way into a story, when the program is warm.
import { areCopies, fingerprint } from '../../../shared/story/fingerprint.ts';
import { MOST_CANDIDATES, placeInStory } from '../../../shared/story/place.ts';
import { describe } from '../../../worker/local/predict/story.ts';
import { toldTexts } from '../summary/corpus.ts';
import { printTable } from '../table.ts';
import { reportedEvents } from './corpus.ts';

const RUNS = 200;
const WORDS = 1_000;

/** The least, since what else the machine does only adds to it, and the middle of some runs, in milliseconds. */
const timesOf = (name: string, run: () => void): readonly string[] => {
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return [name, (times[0] ?? 0).toFixed(2), (times[RUNS / 2] ?? 0).toFixed(2)];
};

/** Prints milliseconds for fingerprints and for placing. */
export const printSpeed = (): void => {
  const texts = toldTexts('baomoi-dev');
  const words = texts.flatMap(({ text }) => text.split(/\s+/u)).slice(0, WORDS);
  const text = words.join(' ');
  const print = fingerprint({ text });
  const reports = reportedEvents('vietnamese-mds-dev');
  const [clip, ...others] = [...reports, ...texts].slice(0, MOST_CANDIDATES + 1).map(describe);
  const stories = others.map((other, at) =>
    Object.assign({ story: reports[at + 1]?.event ?? other.id }, other),
  );
  console.log('\nMilliseconds, warm');
  printTable(
    ['what', 'least', 'middle'],
    [
      timesOf(`a fingerprint of ${WORDS} words`, () => fingerprint({ text })),
      timesOf('a comparison of two', () => areCopies(print, print)),
      timesOf(`placing a clip among ${others.length}`, () => {
        if (clip) placeInStory(clip, stories);
      }),
    ],
  );
};
