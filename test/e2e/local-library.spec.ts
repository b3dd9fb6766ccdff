// The library on this machine: without a server it is all there is, and with one nothing of it is lost.
import { expect } from '@playwright/test';
import { connect, readAndKeep } from './panel-acts.ts';
import { test } from './panel-test.ts';

test('what is kept without a server is read there offline, and goes up once there is one', async ({
  dateline,
  library,
  pages,
}) => {
  await readAndKeep(dateline, `${pages.origin}/undated`);
  // A link that gets its article when that is read is one with it.
  await dateline.clickLinkItem(`${pages.origin}/plain`);
  await readAndKeep(dateline, `${pages.origin}/vi`);
  const panel = await dateline.read(await dateline.open(`${pages.origin}/plain`));
  await expect(panel.getByText('3 articles on this computer')).toBeVisible();
  await expect(panel.locator('.fate')).toContainText('Saved.');
  const opened = dateline.context.waitForEvent('page');
  await panel.getByRole('button', { name: 'Library', exact: true }).click();
  const local = await opened;
  await dateline.context.setOffline(true);
  await local.reload();
  await expect(local.getByRole('heading', { level: 3 })).toHaveCount(3);
  // From this month to the next that has clips. There is none before it: that link goes away, the focus stays.
  await local.getByRole('link', { name: 'December 2022', exact: true }).press('Enter');
  await expect(local.getByRole('heading', { level: 2 })).toHaveText(['Tuesday, 27 December 2022']);
  await expect(local.getByRole('link', { name: /^Tuesday, 27 December 2022/ })).toBeFocused();
  await local.getByRole('link', { name: 'All days' }).press('Enter');
  await expect(local.getByText('3 articles', { exact: true })).toBeFocused();
  // A word of the text alone, without its marks.
  await local.getByLabel('Search headlines and texts').fill('chuan hoa');
  await expect(local.getByText('1 found')).toBeVisible();
  const headline = local.getByRole('link', { name: 'Tỉnh mở cổng dữ liệu đất đai' });
  await headline.press('Enter');
  await expect(local.getByRole('dialog')).toContainText('Sở cho biết đã có 312.000 thửa');
  await local.keyboard.press('Escape');
  await expect(headline).toBeFocused();

  await dateline.context.setOffline(false);
  await connect(dateline, library);
  await local.bringToFront();
  await expect(local.getByText('3 articles were kept before you connected.')).toBeVisible();
  await local.getByRole('button', { name: 'Send' }).click();
  await expect(local.getByText('all that you kept has been sent')).toBeVisible();
  await expect(local.getByRole('link', { name: 'Open that library' })).toHaveAttribute(
    'href',
    `${library.origin}/w/home/library`,
  );
  expect(library.puts).toHaveLength(3);
});

// Takes from the cards that wait what an earlier version did not tell.
const AS_BEFORE = `new Promise((resolve) => {
  indexedDB.open('dateline').onsuccess = ({ target: { result: db } }) => {
    const tx = db.transaction('operations', 'readwrite');
    tx.objectStore('operations').openCursor().onsuccess = ({ target: { result: cursor } }) => {
      if (!cursor) return;
      const { category, authors, ...card } = cursor.value.card;
      cursor.update({ ...cursor.value, card });
      cursor.continue();
    };
    tx.oncomplete = () => { db.close(); resolve(); };
  };
})`;

test('what waits is found by its author and its topic, also where an earlier version kept it', async ({
  dateline,
  pages,
}) => {
  await readAndKeep(dateline, `${pages.origin}/plain`);
  await readAndKeep(dateline, `${pages.origin}/vi`);
  const local = await dateline.context.newPage();
  const find = async (query: string) => {
    await local.getByRole('combobox').fill(query);
    await expect(local.getByRole('heading', { level: 3 })).toHaveText([/^Tỉnh mở cổng/]);
  };
  const [worker] = dateline.context.serviceWorkers();
  await local.goto(new URL('/library.html', worker?.url()).href);
  await find('của:minh chủ-đề:"chính trị"');
  await local.evaluate(AS_BEFORE);
  await local.reload();
  await find('by:minh category:politics');
});
