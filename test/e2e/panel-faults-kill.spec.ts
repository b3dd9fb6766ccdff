// The browser ends as by a power cut in the moment in which the panel has said 'Saved', without a network.
import { expect } from '@playwright/test';
import { kept } from './panel-acts.ts';
import { expectNothingWaits, test } from './panel-home.ts';

/** How often the browser is killed; `npm run test:faults` does it more often. */
const ROUNDS = process.env['FAULT_ROUNDS'] ? 50 : 5;

test(`a browser killed ${ROUNDS} times while offline sends what it said was saved, once`, async ({
  start,
  home,
  pages,
}) => {
  test.setTimeout(60_000 + ROUNDS * 30_000);
  let dateline = await start();
  await home.connect(dateline);
  for (let round = 1; round <= ROUNDS; round += 1)
    await test.step(`killed, ${round}`, async () => {
      const address = pages.named(`Killed, ${round}`);
      const page = await dateline.open(address);
      const panel = await dateline.read(page);
      await panel.getByRole('button', { name: 'Keep this article' }).waitFor();
      await dateline.context.setOffline(true);
      await panel.getByRole('button', { name: 'Keep this article' }).click();
      await panel.getByText('Saved.').waitFor();
      await dateline.kill();
      expect(home.copiesOf(address)).toBe(0);

      dateline = await start();
      await expect.poll(() => home.copiesOf(address)).toBe(1);
      const again = await dateline.read(await dateline.open(address));
      await expect(kept(again)).toBeVisible();
      await expectNothingWaits(again);
    });
  home.expectWhole(ROUNDS);
  console.log(
    `faults: browser killed ${ROUNDS} times after 'Saved' while offline: ${ROUNDS} clips, each in the library once`,
  );
});
