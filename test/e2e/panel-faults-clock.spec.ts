// A computer whose clock is wrong by decades: it keeps and sends like any other, the library goes by its own
// clock, and nothing waits for a year that will not come.
import { expect, type Page } from '@playwright/test';
import { kept, readAndKeep } from './panel-acts.ts';
import { Clock } from './panel-clock.ts';
import { sendThrough, startGate } from './panel-gate.ts';
import { expectNothingWaits, test } from './panel-home.ts';

const TITLES = [
  'A report without a date',
  'Kept by the wrong clock',
  'Kept soon after it',
  'Kept by the right clock',
  'Kept after it was set wrong',
] as const;

const KEEPS = `
  SELECT clip.title, clip.day, keep.id, operation.at AS received, keep.kept_at AS kept, keep.kept_day AS keptDay
  FROM keep JOIN clip ON clip.rid = keep.clip JOIN operation ON operation.id = keep.id
  ORDER BY keep.seq`;

/** The day of an instant in the zone of the browser, and of the library that was claimed in it. */
const dayInZone = (instant: string): string =>
  new Date(instant).toLocaleDateString('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' });

/** Has the browser ring the alarm now that rings each minute. */
const ringAlarm = (page: Page) => page.evaluate(`chrome.alarms.create('send', { when: 1 })`);

/** The year in which an id of version 7 says that it was made. */
const yearOf = (id: unknown): number =>
  new Date(Number.parseInt(String(id).replace('-', '').slice(0, 12), 16)).getUTCFullYear();

for (const year of [1970, 2100])
  test(`with the clock at ${year} clips go out in order, and lie under the day of receipt`, async ({
    start,
    home,
    pages,
  }) => {
    const ahead = Date.UTC(year, 0, 1, 12) - Date.now();
    const clock = await Clock.start(await start(), ahead);
    const { dateline } = clock;
    await home.connect(dateline);
    const gate = await startGate(home.origin);
    await sendThrough(gate, dateline);
    const [undated, wrong, soon, right, again] = TITLES;

    const first = kept(await readAndKeep(dateline, `${pages.origin}/undated`));
    await expect(first).toBeVisible();
    const address = await first.getAttribute('href');

    gate.setOpen(false);
    await readAndKeep(dateline, pages.named(wrong));
    const panel = await readAndKeep(dateline, pages.named(soon));
    await expect(panel.getByText('2 articles are waiting to be sent')).toBeVisible();
    const options = await dateline.options();
    const list = options.getByRole('listitem');
    await expect(list.first()).toContainText('No answer from your library');
    await expect(list.first()).toContainText(/Next try: 1 Jan \d{4}/);

    await clock.set(0);
    await options.reload();
    await expect(list).toHaveText([
      /^Kept by the wrong clockSaved\. /,
      /^Kept soon after itSaved\. /,
    ]);
    await expect(list.getByText('Next try')).toBeHidden();
    gate.setOpen(true);
    await ringAlarm(options);
    await expect(options.getByText('Not sent yet')).toBeHidden();

    gate.setOpen(false);
    await readAndKeep(dateline, pages.named(right));
    await expect(panel.getByText('1 article is waiting to be sent')).toBeVisible();
    await options.bringToFront();
    await expect(list).toContainText('Next try');
    await clock.set(ahead);
    gate.setOpen(true);
    await expect(kept(await readAndKeep(dateline, pages.named(again)))).toBeVisible();
    await expectNothingWaits(panel);
    await dateline.read(await dateline.open(pages.named(right)));
    // By the clock of when it was kept, and not of when it was sent.
    const whenKept = panel.getByText(/You kept it on/);
    await expect(whenKept).toBeVisible();
    await expect(whenKept).not.toContainText(String(year));
    gate.stop();

    home.expectWhole(TITLES.length);
    const keeps = home.query(KEEPS);
    expect(keeps.map(({ title }) => title)).toEqual(TITLES);
    for (const { title, day, id, kept: keptAt, keptDay, received } of keeps) {
      expect(keptDay).toBe(dayInZone(String(keptAt)));
      expect(day).toBe(title === undated ? keptDay : '2022-12-27');
      // Between the pairing and the receipt the right clock is believed, and no other.
      const isBelieved = title === right;
      expect(yearOf(id)).toBe(isBelieved ? new Date(String(keptAt)).getUTCFullYear() : year);
      expect(String(keptAt) < String(received)).toBe(isBelieved);
      if (!isBelieved) expect(keptAt).toBe(received);
    }
    expect(address?.endsWith(`/day/${String(keeps[0]?.['day'])}`)).toBe(true);
    await dateline.context.close();
    await clock.remove();
    console.log(
      `faults: clock at ${year}: ${keeps.length} clips, each in the library once, in order, under the day of receipt`,
    );
  });
