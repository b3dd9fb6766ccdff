// `npm run train -- category`: learns what texts are about, and writes shared/category/weights.ts.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Classifier } from '../../../shared/category/classifier.ts';
import { labelledTexts } from './corpus.ts';
import { learn } from './learn.ts';
import { COURSES } from './lessons.ts';

const OUTPUT = fileURLToPath(new URL('../../../shared/category/weights.ts', import.meta.url));

const sourceOf = (name: string, { topics, gaps, weights }: Classifier): readonly string[] => [
  '',
  `export const ${name}: Classifier = {`,
  '  topics: [',
  ...topics.map((topic) => `    '${topic}',`),
  '  ],',
  `  gaps: '${gaps}',`,
  '  weights: [',
  ...weights.map((digits) => `    '${digits}',`),
  '  ],',
  '};',
];

/** Trains a classifier for each language from all its texts and writes them. */
export const trainCategory = async (): Promise<void> => {
  const sources = Object.entries(COURSES).flatMap(([name, { sets, wishes }]) => {
    const texts = sets.flatMap((set) => labelledTexts(set));
    const source = sourceOf(name, learn(texts, wishes));
    console.log(
      `${name}: ${texts.length} texts, ${gzipSync(source.join('\n')).length} bytes gzipped`,
    );
    return source;
  });
  const whole = [
    '// Written by `npm run train -- category`, not by hand.',
    "import type { Classifier } from './classifier.ts';",
    ...sources,
    '',
  ].join('\n');
  writeFileSync(OUTPUT, whole);
  console.log(`together ${gzipSync(whole, { level: 9 }).length} bytes gzipped`);
};
