// Routes under load, each beside a bare one right before it: a busy machine slows both.
import autocannon from 'autocannon';
import type { Runtime } from './runtime.ts';
import { printTable } from './table.ts';
import { BARE, type Target } from './targets.ts';

const CONNECTIONS = 20;
const SECONDS = 2;

/** Requests per second, p99 of latency and CPU per request. */
type Figures = [perSecond: number, p99: number, cpu: number];

const load = async ({ origin, cpu }: Runtime, { path, headers }: Target): Promise<Figures> => {
  const before = cpu();
  const { requests, latency, errors, ...answers } = await autocannon({
    url: origin + path,
    headers,
    connections: CONNECTIONS,
    duration: SECONDS,
  });
  const refused = errors + answers['4xx'] + answers['5xx'];
  if (refused > 0) throw new Error(`${refused} requests failed at ${path}`);
  return [requests.average, latency.p99, (cpu() - before) / requests.total];
};

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Median and range of each figure. */
const cells = (ratios: readonly Figures[]): string[] =>
  [0, 1, 2].flatMap((figure) => {
    const values = ratios.map((round) => round[figure] ?? 0);
    return [
      median(values).toFixed(2),
      `${Math.min(...values).toFixed(2)} to ${Math.max(...values).toFixed(2)}`,
    ];
  });

export interface Contestant {
  runtime: Runtime;
  target: Target;
}

/** Prints figures of each route as ratios to the bare one's: their median and their range over the rounds. */
export const compare = async (
  bare: Runtime,
  contestants: readonly Contestant[],
  rounds: number,
): Promise<void> => {
  const found = contestants.map(({ target }) => ({ name: target.name, ratios: [] as Figures[] }));
  for (const { runtime, target } of [{ runtime: bare, target: BARE }, ...contestants])
    await load(runtime, target);
  for (let round = 0; round < rounds; round += 1)
    for (const [index, { runtime, target }] of contestants.entries()) {
      const peer = await load(bare, BARE);
      const own = await load(runtime, target);
      found[index]?.ratios.push([own[0] / peer[0], own[1] / peer[1], own[2] / peer[2]]);
    }
  console.log(
    `\nBeside ${BARE.name}: median and range of ${rounds} rounds, ${CONNECTIONS} connections, a day of 100 clips`,
  );
  printTable(
    ['route', 'requests/s', '', 'p99', '', 'CPU', ''],
    found.map(({ name, ratios }) => [name].concat(cells(ratios))),
  );
};
