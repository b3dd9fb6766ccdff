// `npm run train -- summary`: learns which sentences tell an article, and writes shared/summary/trees.ts.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { SENTENCE_FEATURE_NAMES } from '../../../shared/summary/sentence-features.ts';
import { SET_FEATURE_NAMES } from '../../../shared/summary/set-features.ts';
import { forestSource, printUse } from '../forest.ts';
import { WEIGHED } from '../../../shared/summary/anywhere.ts';
import { learn } from './learn.ts';
import { fitLine } from './line.ts';
import { COURSES, lessonsOf } from './lessons.ts';

const OUTPUT = fileURLToPath(new URL('../../../shared/summary/trees.ts', import.meta.url));

/** Trains the choice of sentences and writes its trees. */
export const trainSummary = async (): Promise<void> => {
  const taught = Object.entries(COURSES).map(([name, course]) => {
    const lessons = lessonsOf(course);
    const { alone, together } = learn(lessons, course.size);
    console.log(`\n${name}: ${lessons.length} texts`);
    printUse(alone, SENTENCE_FEATURE_NAMES);
    printUse(together, SET_FEATURE_NAMES);
    const line = fitLine(lessons, WEIGHED).map((weight) => weight.toFixed(3));
    console.log(`A line through ${['1', ...WEIGHED].join(', ')}: ${line.join(', ')}`);
    return { [`${name}_ALONE`]: alone, [`${name}_TOGETHER`]: together };
  });
  writeFileSync(
    OUTPUT,
    forestSource('summary', Object.fromEntries(taught.flatMap((each) => Object.entries(each)))),
  );
};
