// `npm run train -- bonds`: learns which Vietnamese syllables stand together, and writes shared/summary/term-bonds.ts.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isHeldOut, toldTexts } from './corpus.ts';

const OUTPUT = fileURLToPath(new URL('../../../shared/summary/term-bonds.ts', import.meta.url));
const SOURCES = ['vietnews-val', 'baomoi-dev'];
/** A bond is known from so many texts, and said so much more often than by chance: the normalised mutual information (Bouma 2009). */
const LEAST_TEXTS = 16;
const LEAST_BOND = 0.3;
const STEPS = 36;

const SYLLABLE = /^\p{Ll}+$/u;

interface Counts {
  /** How often each syllable is said, and each two in a row. */
  readonly said: Map<string, number>;
  readonly pairs: Map<string, number>;
  /** In how many texts two in a row are said. */
  readonly texts: Map<string, number>;
  all: number;
}

const add = (counts: Map<string, number>, key: string): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1);
};

const countIn = (text: string, counts: Counts): void => {
  const here = new Set<string>();
  for (const stretch of text
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N} ]+|\n/u)) {
    const syllables = stretch.split(/ +/u);
    for (const [at, syllable] of syllables.entries()) {
      if (!SYLLABLE.test(syllable)) continue;
      counts.all += 1;
      add(counts.said, syllable);
      const next = syllables[at + 1];
      if (next === undefined || !SYLLABLE.test(next)) continue;
      add(counts.pairs, `${syllable} ${next}`);
      here.add(`${syllable} ${next}`);
    }
  }
  for (const pair of here) add(counts.texts, pair);
};

/** How firmly two syllables stand together: how often they do, times how much more than by chance; in steps. */
const stepsOf = (pair: string, { said, pairs, all }: Counts): number => {
  const [first = '', second = ''] = pair.split(' ');
  const times = pairs.get(pair) ?? 0;
  const chance = ((said.get(first) ?? 0) / all) * ((said.get(second) ?? 0) / all);
  const information = Math.log(times / all / chance);
  return information / -Math.log(times / all) < LEAST_BOND
    ? 0
    : Math.min(STEPS - 1, Math.round(2 * Math.log2(times * information)));
};

/** Counts syllables in the texts that may be learned from, and writes the bonds between them. */
export const trainBonds = async (): Promise<void> => {
  const counts: Counts = { said: new Map(), pairs: new Map(), texts: new Map(), all: 0 };
  for (const told of SOURCES.flatMap((source) => toldTexts(source)))
    if (!isHeldOut(told)) countIn(told.text, counts);
  const bySyllable = new Map<string, string[]>();
  for (const [pair, texts] of [...counts.texts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const steps = texts < LEAST_TEXTS ? 0 : stepsOf(pair, counts);
    const [first = '', second = ''] = pair.split(' ');
    if (steps <= 0) continue;
    const known = bySyllable.get(first) ?? [];
    known.push(`${second}${steps.toString(STEPS)}`);
    bySyllable.set(first, known);
  }
  const lines = Array.from(bySyllable, ([first, seconds]) => `${first} ${seconds.join(' ')}`);
  writeFileSync(
    OUTPUT,
    [
      '// Written by `npm run train -- bonds`, not by hand.',
      '',
      '/** A line a syllable: what follows it, each with how firmly, in base 36. */',
      `export const BONDS = \`\n${lines.join('\n')}\n\`;`,
      '',
    ].join('\n'),
  );
  console.log(`${lines.length} syllables, ${[...bySyllable.values()].flat().length} bonds`);
};
