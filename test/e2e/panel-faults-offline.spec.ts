// Clips kept without a network: all of them go out when it is back, once, in the order in which they were kept.
import { expect, type Page } from '@playwright/test';
import { kept } from './panel-acts.ts';
import { countOutbox, expectNothingWaits, test } from './panel-home.ts';

/** How many are kept offline; `npm run test:faults` keeps more. */
const ROUNDS = Number(process.env['FAULT_ROUNDS'] ?? 10);

test(`${ROUNDS} clips kept offline go out once, in order, when the network is back @offline`, async ({
  start,
  home,
  pages,
}) => {
  test.setTimeout(60_000 + ROUNDS * 10_000);
  const dateline = await start();
  await home.connect(dateline);
  const titles = Array.from({ length: ROUNDS }, (_, round) => `Kept offline, ${round + 1}`);
  const tabs = new Map<string, Page>();
  for (const title of titles) tabs.set(title, await dateline.open(pages.named(title)));

  await dateline.context.setOffline(true);
  let waiting = 0;
  for (const [title, tab] of tabs) {
    const panel = await dateline.read(tab);
    await expect(panel.getByRole('heading', { level: 1 })).toHaveText(title);
    await panel.getByRole('button', { name: 'Keep this article' }).click();
    await panel.getByText('Saved.').waitFor();
    waiting += 1;
    expect(await countOutbox(panel)).toEqual({ operations: waiting, bytes: waiting });
    await expect.poll(() => panel.evaluate('chrome.action.getBadgeText({})')).toBe(String(waiting));
  }
  expect(home.query('SELECT 1 FROM clip')).toEqual([]);

  await dateline.context.setOffline(false);
  const panel = await dateline.panel();
  await expect(kept(panel)).toBeVisible();
  await expectNothingWaits(panel);
  home.expectWhole(ROUNDS);
  const inOrder = home.query('SELECT title FROM clip ORDER BY seq');
  expect(inOrder.map(({ title }) => title)).toEqual(titles);
  console.log(
    `faults: offline at ${ROUNDS} saves: ${ROUNDS} clips, each in the library once, in order`,
  );
});
