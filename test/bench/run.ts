// `npm run bench -- worker [rounds]` or `-- extension`: prints figures to compare, and asserts nothing.
import { benchExtension } from './extension.ts';
import { benchWorker } from './worker.ts';

const [name = '', rounds] = process.argv.slice(2);

const BENCHES: Record<string, () => Promise<void>> = {
  worker: () => benchWorker(rounds ? Number(rounds) : undefined),
  extension: benchExtension,
};

const bench = BENCHES[name];
if (bench) await bench();
else {
  console.error(`Usage: npm run bench -- ${Object.keys(BENCHES).join('|')}`);
  process.exitCode = 2;
}
