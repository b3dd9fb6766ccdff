// `npm run bench -- worker`: prints figures to compare, and asserts nothing.
import { benchWorker } from './worker.ts';

const BENCHES: Record<string, () => Promise<void>> = { worker: benchWorker };

const name = process.argv[2] ?? '';
const bench = BENCHES[name];
if (bench) await bench();
else {
  console.error(`Usage: npm run bench -- ${Object.keys(BENCHES).join('|')}`);
  process.exitCode = 2;
}
