// `npm run train -- article`, `bonds`, `category` or `summary`: trains what is learned and not written, deterministically, from DATELINE_CORPUS.
import { trainArticle } from './article/train.ts';
import { trainCategory } from './category/train.ts';
import { trainBonds } from './summary/bonds.ts';
import { trainSummary } from './summary/train.ts';

const TRAININGS: Record<string, () => Promise<void>> = {
  article: trainArticle,
  bonds: trainBonds,
  category: trainCategory,
  summary: trainSummary,
};

const training = TRAININGS[process.argv[2] ?? ''];
if (training) await training();
else {
  console.error(`Usage: npm run train -- ${Object.keys(TRAININGS).join('|')}`);
  process.exitCode = 2;
}
