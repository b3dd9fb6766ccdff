// From trained trees to the file that the product reads, and to what a person can read of them.
import type { Forest, Tree as WrittenTree } from '../../shared/trees/index.ts';
import { printTable } from './table.ts';
import type { Model, Tree } from './trees.ts';

const rounded = (value: number): number => Number(value.toPrecision(4));

const toWritten = (tree: Tree): WrittenTree =>
  'leaf' in tree
    ? Math.round(tree.leaf * 1_000)
    : [tree.feature, rounded(tree.threshold), toWritten(tree.less), toWritten(tree.more)];

/** A model as the product reads it, rounded to what is worth keeping. */
export const toForest = ({ base, trees }: Model): Forest => ({
  base: rounded(base),
  trees: trees.map(toWritten),
});

const constant = ([name, { base, trees }]: [string, Forest]): readonly string[] => [
  '',
  `export const ${name}: Forest = {`,
  `  base: ${base},`,
  '  trees: [',
  ...trees.map((tree) => `    ${JSON.stringify(tree)},`),
  '  ],',
  '};',
];

/** The source of a file of constants that hold forests, a line a tree. */
export const forestSource = (training: string, forests: Readonly<Record<string, Forest>>): string =>
  [
    `// Written by \`npm run train -- ${training}\`, not by hand.`,
    "import type { Forest } from '../trees/index.ts';",
    ...Object.entries(forests).flatMap(constant),
    '',
  ].join('\n');

const splitsOf = (tree: WrittenTree): readonly number[] =>
  typeof tree === 'number' ? [] : [tree[0], ...splitsOf(tree[2]), ...splitsOf(tree[3])];

/** Prints how often each feature is asked for, the most first. */
export const printUse = ({ trees }: Forest, names: readonly string[]): void => {
  const splits = trees.flatMap(splitsOf);
  printTable(
    ['feature', 'splits'],
    names
      .map((name, feature) => ({ name, asked: splits.filter((each) => each === feature).length }))
      .sort((a, b) => b.asked - a.asked)
      .map(({ name, asked }) => [name, String(asked)]),
  );
};
