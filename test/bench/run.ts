// `npm run bench -- worker|extension`: prints figures to compare, and asserts nothing.
import { benchExtension } from './extension.ts';
import { benchWorker } from './worker.ts';

const BENCHES: Record<string, () => Promise<void>> = {
  worker: benchWorker,
  extension: benchExtension,
};

const name = process.argv[2] ?? '';
const bench = BENCHES[name];
if (bench) await bench();
else {
  console.error(`Usage: npm run bench -- ${Object.keys(BENCHES).join('|')}`);
  process.exitCode = 2;
}
