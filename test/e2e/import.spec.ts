// The first hour of somebody who comes from elsewhere: what they kept there comes in, is filled in when it is
// read, can be taken back, and leaves again as a file.
import { expect } from '@playwright/test';
import { pair } from '../../worker/local/demo/first-hour.ts';
import {
  bring,
  countsOn,
  exported,
  file,
  fixture,
  importAll,
  listed,
  test,
  testWithDateline,
} from './import-page.ts';
import { cards } from './panel-cards.ts';

test.setTimeout(120_000);

test('bookmarks come in with titles, dates, folders, and are told apart beforehand', async ({
  home,
}) => {
  const { page, t } = home;
  await bring(home, fixture('chrome.html'));
  expect(await countsOn(page)).toEqual({
    [t.found]: '6',
    [t.twice]: '1',
    [t.unusable]: '2',
    [t.known]: '0',
    [t.fresh]: '3',
    [t.folders]: '3',
    [t.oldest]: '13 Sept 2020',
    [t.newest]: '26 Dec 2022',
  });
  await page.getByText(t.whichUnusable).click();
  await expect(page.locator('.unusable li').first()).toContainText(t.reasons.scheme);
  await importAll(home, 3);

  const entries = await listed(home);
  expect(entries).toHaveLength(3);
  expect(entries[0]).toContain('Tỉnh mở cổng dữ liệu đất đai');
  expect(entries[0]).toContain(t.keptOn('26 Dec 2022'));
  const link = page.getByRole('link', { name: 'Tỉnh mở cổng dữ liệu đất đai', exact: true });
  await expect(link).toHaveAttribute(
    'href',
    'https://bao.example.vn/chinh-tri/tinh-mo-cong-du-lieu.html',
  );
  await page.getByRole('link', { name: t.addressOnlyOf('Tỉnh mở cổng dữ liệu đất đai') }).click();
  await expect(page.getByText(t.unfilled)).toBeVisible();
  await expect(page.getByText(t.folder('Bookmarks bar › Thời sự › Chính trị'))).toBeVisible();
});

test('all parts of a Pocket export are one import, and what is known gets its tags alone', async ({
  home,
}) => {
  const { page, t } = home;
  await bring(home, fixture('pocket-new.csv'));
  await importAll(home, 2);
  await page.getByRole('button', { name: t.another }).click();
  const tagged = 'title,url,time_added,tags,status\nA,https://news.example/bare,1,later,unread\n';
  await bring(home, fixture('pocket-old.csv'), fixture('pocket-new.csv'));
  expect(await countsOn(page)).toMatchObject({ [t.known]: '2', [t.fresh]: '2' });
  await importAll(home, 2);
  await expect(page.getByText(t.wereKnown(2))).toBeVisible();
  await page.getByRole('button', { name: t.another }).click();
  await bring(home, file('tags.csv', tagged));
  await expect(page.getByText(t.onlyTags)).toBeVisible();
  await page.getByRole('button', { name: t.startTags }).click();
  await page.getByRole('heading', { name: t.done }).waitFor();

  const clips = await exported(home);
  expect(clips.map(({ url, tags }) => [url, tags])).toEqual([
    ['https://news.example/bare', ['later']],
    ['https://bao.example.vn/mo-cong', ['chính trị', 'đất đai']],
    ['https://news.example/no', []],
    ['https://news.example/rice?utm_campaign=x', ['economy', 'long read']],
  ]);
  expect(clips[1]?.keeps[0]?.keptAt).toBe('2022-12-27T03:05:53.000Z');
});

test('a list is taken as a file that is dropped, and as text that is pasted', async ({ home }) => {
  const { page, t, at } = home;
  await page.goto(at('import'));
  const dropped = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(new File(['https://news.example/one | One'], 'tabs.txt'));
    return data;
  });
  await page.locator('.zone').waitFor();
  await page.dispatchEvent('h1', 'drop', { dataTransfer: dropped });
  await page.getByRole('heading', { name: 'tabs.txt' }).waitFor();
  await page.getByRole('button', { name: t.cancel }).click();
  await page.getByLabel(t.paste).fill('news.example/two\nhttps://news.example/three');
  await page.getByRole('button', { name: t.readPasted }).click();
  await page.getByRole('heading', { name: t.pasted }).waitFor();
  await importAll(home, 2);
  await page.getByRole('link', { name: t.toLibrary }).click();
  await expect(page.locator('.dense li')).toHaveCount(2);
});

test('a file that holds nothing is refused with what to do, and another can follow', async ({
  home,
}) => {
  const { page, t, at } = home;
  await page.goto(at('import'));
  await page.setInputFiles('input[type=file]', file('pocket.zip', 'PK\u0003\u0004'));
  await expect(page.getByText(t.refusals.packed('pocket.zip'))).toBeVisible();
  await bring(home, fixture('addresses.txt'), file('me.png', '\u0089PNG'));
  await importAll(home, 12);
});

testWithDateline(
  'an address that is read is filled in on its day with its tags, and an undo leaves it',
  async ({ dateline, home }) => {
    const { page, t, origin, at } = home;
    const address = `${origin}/sample/vi-portal`;
    const list = `title,url,time_added,tags,status\nKept long ago,${address},1600000000,đọc sau,unread\n`;
    await bring(home, file('part_000000.csv', list), fixture('firefox.html'));
    await importAll(home, 3);

    await pair(dateline, origin, 'en');
    const options = await dateline.options();
    await expect.poll(() => cards(options)).toBe(3);
    await options.close();
    // What is kept by its address alone gets its text without a press.
    const panel = await dateline.read(await dateline.open(address));
    const link = panel.locator('footer a[href*="/day/"]');
    await expect(link).toHaveAttribute('href', /\/day\/2022-12-27$/);
    const day = (await link.getAttribute('href')) ?? '';
    const title =
      'Sông Lam Thượng thông qua nghị quyết phát triển kinh tế ven đầm giai đoạn 2023 - 2027';
    await page.goto(new URL(day, origin).href);
    await page.getByRole('link', { name: title, exact: true }).click();
    await expect(page.getByRole('list', { name: t.tags })).toHaveText('đọc sau');
    await expect(page.locator('article.body p').first()).toContainText('Hội đồng nhân dân');

    await page.goto(at('import'));
    const earlier = page.getByRole('listitem').filter({ hasText: 'part_000000.csv' });
    await expect(earlier).toContainText(t.untouched(2));
    await earlier.getByRole('button').click();
    await earlier.getByRole('button', { name: t.undoYes }).click();
    await expect(earlier.getByText(t.undone)).toBeVisible();
    await page.reload();
    await expect(earlier).toContainText(t.takenBack);

    expect(await listed(home)).toEqual([expect.stringContaining(title)]);
    const [clip, ...others] = await exported(home);
    expect(others).toEqual([]);
    expect(clip).toMatchObject({
      url: address,
      filled: true,
      tags: ['đọc sau'],
      day: '2022-12-27',
    });
    expect(clip?.blocks.length).toBeGreaterThan(3);
  },
);
