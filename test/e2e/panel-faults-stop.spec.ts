// The extension's worker is stopped around each step of a clip's way, as the browser may at any moment: what was
// said to be saved is in the library in the end, once.
import { expect, type Page } from '@playwright/test';
import type { Dateline } from '../../worker/local/demo/browser.ts';
import { kept } from './panel-acts.ts';
import { sendThrough, startGate } from './panel-gate.ts';
import { countOutbox, expectNothingWaits, test } from './panel-home.ts';
import { holdAt, type Moment, MOMENTS } from './panel-moments.ts';

/** How often the worker is stopped at each moment; `npm run test:faults` does it more often. */
const ROUNDS = Number(process.env['FAULT_ROUNDS'] ?? 4);

/** Stops the worker and waits until it has stopped. */
const stopWorker = async (page: Page): Promise<void> => {
  const session = await page.context().newCDPSession(page);
  const stopped = new Promise<void>((resolve) => {
    session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      if (versions.some(({ runningStatus }) => runningStatus === 'stopped')) resolve();
    });
  });
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await stopped;
  await session.detach();
};

/** What a person has in front: the browser, an article, and the panel beside it. */
interface Seen {
  dateline: Dateline;
  page: Page;
  panel: Page;
}

/** What starts a stopped worker, by turns: its alarm, the panel opened anew, the toolbar button. */
const WAKES = [
  ({ panel }: Seen) => panel.evaluate(`chrome.alarms.create('send', { when: Date.now() })`),
  ({ panel }: Seen) => panel.reload(),
  ({ dateline, page }: Seen) => dateline.clickAction(page),
];

const isPut = (moment: Moment): boolean => moment.endsWith('put');

test(`a worker stopped ${ROUNDS} times before and after each step loses and doubles nothing @stopped`, async ({
  start,
  home,
  pages,
}) => {
  test.setTimeout(60_000 + ROUNDS * 30_000);
  let dateline = await start();
  await home.connect(dateline);
  const gate = await startGate(home.origin);
  await sendThrough(gate, dateline);
  let stopped = 0;
  let killed = 0;
  let page = await dateline.open(pages.named('Nothing was stopped yet'));

  const see = async (address: string): Promise<Seen> => {
    await page.goto(address);
    return { dateline, page, panel: await dateline.read(page) };
  };

  const wake = async (seen: Seen, address: string, round: number): Promise<Seen> => {
    if (round % 4 === 3) {
      killed += 1;
      await dateline.kill();
      dateline = await start();
      page = await dateline.context.newPage();
      return see(address);
    }
    await WAKES[round % WAKES.length]?.(seen);
    return seen;
  };

  const stopAt = async (moment: Moment, round: number): Promise<void> => {
    const title = `Stopped ${moment}, ${round + 1}`;
    const address = pages.named(title);
    let seen = await see(address);
    const { panel } = seen;
    await expect(panel.getByRole('heading', { level: 1 })).toHaveText(title);
    const held = await holdAt(moment, { panel, worker: dateline.worker, gate });
    await panel.getByRole('button', { name: 'Keep this article' }).click();
    await held.reached;
    await stopWorker(page);
    stopped += 1;
    const saidSaved = await panel.locator('.fate').isVisible();
    if (isPut(moment)) expect(saidSaved).toBe(false);
    else if (saidSaved && home.copiesOf(address) === 0)
      expect(await countOutbox(panel)).toEqual({ operations: 1, bytes: 1 });
    // What was on its way to the library arrives before it is sent again, or after.
    if (isPut(moment) || round % 2 === 0) await held.letGo();
    if (!isPut(moment)) seen = await wake(seen, address, round);
    await expect(kept(seen.panel)).toBeVisible();
    await expectNothingWaits(seen.panel);
    await held.letGo();
    expect(home.copiesOf(address)).toBe(1);
  };

  for (const moment of MOMENTS)
    for (let round = 0; round < ROUNDS; round += 1)
      await test.step(`stopped ${moment}, ${round + 1}`, () => stopAt(moment, round));
  gate.stop();
  home.expectWhole(stopped);
  console.log(
    `faults: worker stopped ${stopped} times, ${ROUNDS} at each of ${MOMENTS.length} moments, browser killed ${killed} times with it: ${stopped} clips said to be saved, each in the library once`,
  );
});
