// `npm run train -- article`: learns from the half of the ground truth that may be tuned on which blocks of a page are
// the article's text, and writes shared/article/block-trees.ts. Where nobody has read a page, Readability teaches, at
// less weight, mended by what must and must not be in the text.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { FEATURE_NAMES } from '../../../shared/article/block-features.ts';
import { type Example, trainTrees } from '../trees.ts';
import { forestSource, printUse, toForest } from '../forest.ts';
import { shingleCounts, wordsOf } from '../../article-measures.ts';
import type { Described } from './blocks-in-page.ts';
import { articleCorpus, type Gold, goldFiles, goldRecords, isHeldOut } from './gold.ts';
import { openTabs } from './tabs.ts';

declare const training: {
  describeBlocks(html: string, url: string): readonly Described[];
  readByReadability(html: string): string;
};

const OUTPUT = fileURLToPath(new URL('../../../shared/article/block-trees.ts', import.meta.url));
const WISHES = { trees: 150, depth: 4, rate: 0.1, caution: 10, leastWeight: 4, share: 0.5 };
/** What Readability says of a page, beside what a person says. */
const TAUGHT = 0.4;
/** The weight of a page. */
const PAGE = 30;
/** Below so many words a block is compared as a line. */
const FEW = 4;
/** From this length on the same text again is a repetition, and only the first is the article's. */
const REPEATED = 40;

const spaced = (text: string): string => text.replace(/\s+/gu, ' ').trim();
const line = (text: string): string => wordsOf(text).join(' ').toLowerCase();

/** For each block whether it is part of a text: at least half of it stands there. */
const labels = (blocks: readonly Described[], text: string, isGold: boolean): boolean[] => {
  const wanted = shingleCounts(text);
  const lines = new Set(text.split('\n').map(line));
  const seen = new Set<string>();
  return blocks.map((block) => {
    const words = wordsOf(block.text).length;
    if (words === 0) return false;
    if (words < FEW) return isGold && lines.has(line(block.text));
    let shared = 0;
    let all = 0;
    for (const [shingle, count] of shingleCounts(block.text)) {
      shared += Math.min(count, wanted.get(shingle) ?? 0);
      all += count;
    }
    if (shared < all / 2) return false;
    const isRepeated = isGold && block.text.length > REPEATED && seen.has(block.text);
    seen.add(block.text);
    return !isRepeated;
  });
};

/** As the ground truth's snippets say, where they say anything. */
const mended = (
  blocks: readonly Described[],
  isText: readonly boolean[],
  gold: Gold['gold'],
): boolean[] =>
  blocks.map(({ text }, index) => {
    const has = (snippet: string): boolean => spaced(text).includes(spaced(snippet));
    if (gold.without?.some(has)) return false;
    return gold.with?.some(has) === true || isText[index] === true;
  });

// Long blocks count more, and every page as much as another.
const examplesOf = (
  blocks: readonly Described[],
  isText: readonly boolean[],
  weight: number,
): Example[] => {
  const words = blocks.map(({ text }) => wordsOf(text).length);
  const inText = words.reduce((sum, count, index) => sum + (isText[index] ? count : 0), 0);
  const all = Math.max(1, inText) + 3 * blocks.length;
  return blocks.map(({ features }, index) => ({
    features,
    truth: isText[index] === true ? 1 : 0,
    weight: (weight * PAGE * ((words[index] ?? 0) + 3)) / all,
  }));
};

/** Trains the judge of blocks and writes its trees. */
export const trainArticle = async (): Promise<void> => {
  const folder = articleCorpus();
  const tabs = await openTabs('blocks-in-page.ts', 'training');
  const examples: Example[] = [];
  let pages = 0;
  for (const file of goldFiles(folder))
    for (const record of goldRecords(folder, file)) {
      if (isHeldOut(record)) continue;
      const tab = await tabs.next();
      const page = { html: record.html.toWellFormed(), url: record.url };
      const blocks = await tab.evaluate(
        ({ html, url }) => training.describeBlocks(html, url),
        page,
      );
      const { body } = record.gold;
      const text =
        body ?? (await tab.evaluate(({ html }) => training.readByReadability(html), page));
      if (text.trim() === '') continue;
      const isText = labels(blocks, text, body !== undefined);
      const said = body === undefined ? mended(blocks, isText, record.gold) : isText;
      examples.push(...examplesOf(blocks, said, body === undefined ? TAUGHT : 1));
      pages += 1;
    }
  await tabs.close();
  const forest = toForest(trainTrees(examples, WISHES));
  writeFileSync(OUTPUT, forestSource('article', { TREES: forest }));
  console.log(`${forest.trees.length} trees from ${examples.length} blocks of ${pages} pages.`);
  printUse(forest, FEATURE_NAMES);
};
