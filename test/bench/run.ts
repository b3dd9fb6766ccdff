// `npm run bench -- worker [rounds]`, `-- sizes`, `-- cost [clips …]`, `-- noisy`, `-- extension`, `-- category`, `-- related`, `-- search [clips …]`,
// `-- moving [statements …]`, `-- story [part …]`, `-- article [file …]` or
// `-- summary [file …]`: prints figures to compare, and asserts nothing.
import { benchArticle } from './article/index.ts';
import { benchCategory } from './category/index.ts';
import { benchCost } from './cost.ts';
import { benchExtension } from './extension.ts';
import { benchMoving } from './moving.ts';
import { benchNoisy } from './noisy.ts';
import { benchRelated } from './related/index.ts';
import { benchSearch } from './search.ts';
import { benchSizes } from './sizes.ts';
import { benchStory } from './story/index.ts';
import { benchSummary } from './summary/index.ts';
import { benchWorker } from './worker.ts';

const [name = '', ...wishes] = process.argv.slice(2);
const rounds = wishes[0];

const BENCHES: Record<string, () => Promise<void>> = {
  worker: () => benchWorker(rounds ? Number(rounds) : undefined),
  noisy: benchNoisy,
  sizes: benchSizes,
  cost: () => benchCost(wishes.length > 0 ? wishes.map(Number) : undefined),
  moving: () => benchMoving(wishes.length > 0 ? wishes.map(Number) : undefined),
  extension: benchExtension,
  article: () => benchArticle(wishes),
  category: benchCategory,
  related: () => benchRelated(wishes),
  search: () => benchSearch(wishes.length > 0 ? wishes.map(Number) : undefined),
  story: () => benchStory(wishes),
  summary: () => benchSummary(wishes),
};

const bench = BENCHES[name];
if (bench) await bench();
else {
  console.error(`Usage: npm run bench -- ${Object.keys(BENCHES).join('|')}`);
  process.exitCode = 2;
}
