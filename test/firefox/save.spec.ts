// Keeping: what was said to be saved is in the library in the end, once, whatever ends in between.
import { expect } from '@playwright/test';
import type { Home } from '../e2e/panel-home.ts';
import { connect } from './acts.ts';
import type { Firefox } from './browser.ts';
import { test } from './firefox-test.ts';
import type { View } from './view.ts';

const KEEP = '.keep';

const fate = (panel: View): Promise<string> => panel.text('.fate');

const expectKept = (panel: View): Promise<void> =>
  expect.poll(() => fate(panel)).toContain('Kept in the digest of Tuesday, 27 December 2022');

/** Reads a page and presses the button that keeps it. Answers the panel. */
const readAndKeep = async (firefox: Firefox, address: string): Promise<View> => {
  await firefox.open(address);
  const panel = await firefox.read();
  await panel.click(KEEP);
  return panel;
};

/** Pairs, goes offline over the page at `address` and keeps it there. Answers the panel. */
const keepOffline = async (firefox: Firefox, home: Home, address: string): Promise<View> => {
  await connect(firefox, home);
  await firefox.open(address);
  const panel = await firefox.read();
  await expect.poll(() => panel.text('h1')).toBe('The register of land opens');
  await firefox.setOffline(true);
  await panel.click(KEEP);
  await expect.poll(() => panel.text()).toContain('1 article is waiting to be sent');
  return panel;
};

test('one key reads the page and keeps it @keep', async ({ firefox, pages }) => {
  await firefox.open(`${pages.origin}/plain`);
  await firefox.shortcut('K');
  const panel = await firefox.panel();
  await expect.poll(() => panel.text('h1')).toBe('The register of land opens');
  await expect.poll(() => fate(panel)).toContain('Saved.');
});

test('a link is kept from its menu, under the words that it says @link', async ({
  firefox,
  pages,
}) => {
  const page = await firefox.open(`${pages.origin}/vi`);
  await firefox.clickMenuItem(page, 'a[href="/vi/2"]');
  const options = await firefox.options();
  await expect.poll(() => options.text()).toContain('Rút gọn 14 thủ tục cho doanh nghiệp nhỏ');
});

test('paired with a library, what is kept is in it @pair', async ({ firefox, home, pages }) => {
  await connect(firefox, home);
  const panel = await readAndKeep(firefox, `${pages.origin}/plain`);
  await expectKept(panel);
  expect(home.query('SELECT title, day FROM clip')).toEqual([
    { title: 'The register of land opens', day: '2022-12-27' },
  ]);
});

test('kept offline, it goes out when the network is back @offline', async ({
  firefox,
  home,
  pages,
}) => {
  const panel = await keepOffline(firefox, home, `${pages.origin}/plain`);
  expect(home.query('SELECT 1 FROM clip')).toEqual([]);
  await firefox.setOffline(false);
  await expectKept(panel);
  home.expectWhole(1);
});

test('what waits outlives the end of the browser, and goes out after it @restart', async ({
  firefox,
  restart,
  home,
  pages,
}) => {
  await keepOffline(firefox, home, `${pages.origin}/plain`);
  const again = await restart();
  await expect.poll(() => home.copiesOf(`${pages.origin}/plain`)).toBe(1);
  await again.open(`${pages.origin}/plain`);
  await expectKept(await again.read());
  home.expectWhole(1);
});

test('a stopped background wakes at a message from the panel, and sends @stopped', async ({
  firefox,
  home,
  pages,
}) => {
  await connect(firefox, home);
  await firefox.open(`${pages.origin}/plain`);
  const panel = await firefox.read();
  await expect.poll(() => panel.text('h1')).toBe('The register of land opens');
  expect(await firefox.stopBackground()).toBe('stopped');
  await panel.click(KEEP);
  await expectKept(panel);
  home.expectWhole(1);
});

test('a stopped background wakes at the key, opens the panel and keeps @stopped', async ({
  firefox,
  pages,
}) => {
  await firefox.open(`${pages.origin}/plain`);
  expect(await firefox.stopBackground()).toBe('stopped');
  await firefox.shortcut('K');
  await expect.poll(async () => fate(await firefox.panel())).toContain('Saved.');
});
