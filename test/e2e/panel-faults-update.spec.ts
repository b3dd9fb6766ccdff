// The extension is replaced by a newer version at each step of a clip's way, from the page that is being read on:
// what is on the disk goes out once, and whoever looks again sees how it stands.
import { expect, type Page } from '@playwright/test';
import { kept } from './panel-acts.ts';
import { type Held, sendThrough, startGate } from './panel-gate.ts';
import { expectNothingWaits, test } from './panel-home.ts';
import { holdAt, MOMENTS } from './panel-moments.ts';
import { copyBuild, underVersion, updateTo } from './panel-update.ts';

/** How often it is updated at each moment; `npm run test:faults` does it more often. */
const ROUNDS = Number(process.env['FAULT_ROUNDS'] ?? 1);

const UPDATES = ['while it is read', 'before it is kept', ...MOMENTS] as const;
type Update = (typeof UPDATES)[number];

/** After an update at one of these nothing was said to be saved, and nothing is. */
const UNSAVED = new Set<Update>(['while it is read', 'before it is kept', 'before put']);

/** Holds the next script that runs in a page at its first statement. */
const holdPage = async (page: Page): Promise<Held> => {
  const session = await page.context().newCDPSession(page);
  const paused = new Promise<void>((resolve) => session.once('Debugger.paused', () => resolve()));
  await session.send('Debugger.enable');
  await session.send('Debugger.pause');
  return { reached: paused, letGo: () => session.detach() };
};

test(`updates at ${UPDATES.length} moments of a clip's way, ${ROUNDS} at each, lose and double nothing`, async ({
  start,
  home,
  pages,
}) => {
  test.setTimeout(60_000 + ROUNDS * 60_000);
  let dateline = await start();
  await home.connect(dateline);
  const gate = await startGate(home.origin);
  await sendThrough(gate, dateline);
  const build = await copyBuild();
  const page = await dateline.open(pages.named('Nothing was updated yet'));
  let updates = 0;

  /** Goes on to a moment. Answers the panel, and what is held there. */
  const goTo = async (moment: Update, title: string): Promise<{ panel: Page; held?: Held }> => {
    if (moment === 'while it is read') {
      const held = await holdPage(page);
      await dateline.clickAction(page);
      await held.reached;
      return { panel: await dateline.panel(), held };
    }
    const panel = await dateline.read(page);
    await expect(panel.getByRole('heading', { level: 1 })).toHaveText(title);
    const keep = panel.getByRole('button', { name: 'Keep this article' });
    await keep.waitFor();
    if (moment === 'before it is kept') return { panel };
    const held = await holdAt(moment, { panel, worker: dateline.worker, gate });
    await keep.click();
    await held.reached;
    return { panel, held };
  };

  const updateAt = async (moment: Update): Promise<void> => {
    updates += 1;
    const title = `Updated ${moment}, ${updates}`;
    const address = pages.named(title);
    await page.goto(address);
    const { panel, held } = await goTo(moment, title);
    const wasSaid = await panel.locator('.fate').isVisible();
    await build.edit('manifest.json', underVersion(`1.0.${updates}`));
    dateline = await updateTo(build.folder, dateline);
    await expect.poll(() => panel.isClosed()).toBe(true);
    await held?.letGo();
    if (!UNSAVED.has(moment)) await expect.poll(() => home.copiesOf(address)).toBe(1);

    const again = await dateline.read(page);
    await expect(again.getByRole('heading', { level: 1 })).toHaveText(title);
    if (UNSAVED.has(moment)) {
      expect(wasSaid).toBe(false);
      await again.getByRole('button', { name: 'Keep this article' }).click();
    }
    await expect(kept(again)).toBeVisible();
    await expectNothingWaits(again);
    expect(home.copiesOf(address)).toBe(1);
  };

  for (let round = 1; round <= ROUNDS; round += 1)
    for (const moment of UPDATES)
      await test.step(`updated ${moment}, ${round}`, () => updateAt(moment));
  gate.stop();
  home.expectWhole(updates);
  await dateline.context.close();
  await build.remove();
  console.log(
    `faults: updated ${updates} times, ${ROUNDS} at each of ${UPDATES.length} moments: ${updates} clips, each in the library once`,
  );
});
