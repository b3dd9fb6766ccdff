// The outbox, seen: what waits, why, since when, and what a person can do about it.
import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import * as v from 'valibot';
import { KeepWrite } from '../../shared/schema/keep.ts';
import { UuidV7 } from '../../shared/schema/text.ts';
import { connect, kept, readAndKeep } from './panel-acts.ts';
import { test } from './panel-test.ts';

const ExportedLine = v.strictObject({
  id: UuidV7,
  capturedAt: v.string(),
  destination: v.nullable(v.object({ server: v.string() })),
  state: v.literal('waiting'),
  keep: KeepWrite,
});

// As the browser ends a write that the disk has no room for: after all of it was asked for, by taking all
// of it back. DevTools' own quota does not reach this far: `unlimitedStorage` is above it.
const RUN_OUT_OF_ROOM = `(() => {
  const { add } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.add = function (...given) {
    const request = add.apply(this, given);
    if (this.name === 'bytes') request.addEventListener('success', () => this.transaction.abort());
    return request;
  };
  globalThis.giveRoom = () => { IDBObjectStore.prototype.add = add; };
})()`;

const expectAccessible = async (page: Page): Promise<void> => {
  // The other mode opens a page of its own, which no extension may be opened in.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
};

test('what a proxy refuses in a way that nobody can read is overtaken after five tries', async ({
  dateline,
  library,
  pages,
}) => {
  await connect(dateline, library);
  library.mood = 'hidden limit';
  const first = await readAndKeep(dateline, `${pages.origin}/big`);
  await expect(first.getByText('1 article is waiting to be sent')).toBeVisible();
  const panel = await readAndKeep(dateline, `${pages.origin}/plain`);
  for (let asked = 0; asked < 4; asked += 1) {
    // Asked for by a person, a try that got no answer is made once more where the library answers otherwise.
    await expect.poll(() => library.puts.length).toBe(1 + 2 * asked);
    await expect(panel.getByText('2 articles are waiting to be sent')).toBeVisible();
    await panel.getByRole('button', { name: 'Send now' }).click();
  }
  await expect(kept(panel)).toBeVisible();
  await expect(panel.getByText('1 article is waiting to be sent')).toBeVisible();
  expect(new Set(library.puts.slice(0, 9).map(({ id }) => id)).size).toBe(1);
  expect(library.puts.length).toBe(10);
});

test('the list says since when and why each clip waits, and when it is tried next', async ({
  dateline,
  library,
  pages,
}) => {
  const options = await connect(dateline, library);
  library.mood = 'fails';
  const panel = await readAndKeep(dateline, `${pages.origin}/plain`);
  await expect(panel.getByText('1 article is waiting to be sent')).toBeVisible();
  await readAndKeep(dateline, `${pages.origin}/other`);
  await panel.getByRole('button', { name: 'Show' }).click();
  await options.bringToFront();
  const [first, second] = [
    options.getByRole('listitem').first(),
    options.getByRole('listitem').last(),
  ];
  await expect(first).toContainText('The register of land opens');
  await expect(first).toContainText(/Saved on \d+ \w+ \d{4}, \d\d:\d\d\. Your library is busy\./);
  await expect(first).toContainText(/Next try: \d+ \w+ \d{4}, \d\d:\d\d/);
  await expect(second).toContainText('It waits for its turn.');

  const status = options.getByRole('status');
  library.mood = 'portal';
  await options.getByRole('button', { name: 'Try now' }).click();
  await expect(status).toHaveText('2 articles are waiting to be sent');
  await expect(first).toContainText('Something else answered in place of your library.');
  library.mood = 'refuses-token';
  await options.getByRole('button', { name: 'Try now' }).click();
  await expect(first).toContainText('Your library wants to be connected again.');
  await expect(options.getByRole('button', { name: 'Try now' })).toBeHidden();
  library.mood = 'takes';
  library.approved = true;
  await options.getByRole('button', { name: 'Connect again' }).click();
  await expect(options.getByText('Not sent yet')).toBeHidden();
});

test('without an answer the list says so, and Try now sends once there is one', async ({
  dateline,
  library,
  pages,
}) => {
  const options = await connect(dateline, library);
  library.mood = 'cut';
  await readAndKeep(dateline, `${pages.origin}/plain`);
  await options.bringToFront();
  await expect(options.getByRole('listitem')).toContainText('No answer from your library');
  library.mood = 'takes';
  await options.getByRole('button', { name: 'Try now' }).click();
  await expect(options.getByRole('status')).toHaveText('Everything has been sent.');
});

test('everything that waits goes into a file, as it was kept, and is sent unchanged after', async ({
  dateline,
  library,
  pages,
}) => {
  await readAndKeep(dateline, `${pages.origin}/vi`);
  const panel = await readAndKeep(dateline, `${pages.origin}/big`);
  await expect(panel.locator('.fate')).toContainText('Saved.');
  const options = await connect(dateline, library);
  const download = options.waitForEvent('download');
  await options.getByRole('button', { name: 'Export as a file' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^dateline-\d{4}-\d\d-\d\d\.jsonl$/);
  await expect(options.getByRole('status')).toHaveText(/^2 articles are in the file/);
  const text = await readFile(await file.path(), 'utf8');
  const lines = text.split('\n');
  expect(lines.pop()).toBe('');
  expect(lines.map((line) => v.parse(ExportedLine, JSON.parse(line)).keep.article.title)).toEqual([
    expect.stringMatching(/^Tỉnh mở cổng/),
    'A very long report',
  ]);

  await options.getByRole('button', { name: 'Send', exact: true }).click();
  await expect.poll(() => library.puts.length).toBe(2);
  for (const [index, { id, body }] of library.puts.entries()) {
    expect(lines[index]).toContain(`"id":"${id}"`);
    expect(lines[index]?.endsWith(`,"keep":${body}}`)).toBe(true);
  }
});

test('a clip is discarded only after a second question, which Escape leaves; the others stay', async ({
  dateline,
  pages,
}) => {
  await readAndKeep(dateline, `${pages.origin}/plain`);
  const panel = await readAndKeep(dateline, `${pages.origin}/other`);
  await expect(panel.locator('.fate')).toContainText('Saved.');
  const options = await dateline.options();
  const discard = options.getByRole('button', { name: 'Discard', exact: true }).first();
  const really = options.getByRole('button', { name: 'Discard for good' });
  await discard.press('Enter');
  const leave = options
    .getByRole('group', { name: 'Discard “The register of land opens”?' })
    .getByRole('button', { name: 'Leave it here' });
  await expect(leave).toBeFocused();
  await options.keyboard.press('Escape');
  await expect(really).toBeHidden();
  await expect(discard).toBeFocused();
  await expect(options.getByRole('listitem')).toHaveCount(2);

  await discard.press('Enter');
  await expect(leave).toBeFocused();
  await options.keyboard.press('Tab');
  await expect(really).toBeFocused();
  await really.press('Enter');
  await expect(options.getByRole('status')).toHaveText('Discarded: “The register of land opens”.');
  await expect(options.getByRole('status')).toBeFocused();
  await expect(options.getByRole('listitem')).toHaveCount(1);
  await expect(options.getByRole('listitem')).toContainText('Another story altogether');
  await expect.poll(() => options.evaluate('chrome.action.getBadgeText({})')).toBe('1');
});

test('whoever disconnects with clips waiting is warned first, and loses none', async ({
  dateline,
  library,
  pages,
}) => {
  const options = await connect(dateline, library);
  library.mood = 'fails';
  const panel = await readAndKeep(dateline, `${pages.origin}/plain`);
  await expect(panel.getByText('1 article is waiting to be sent')).toBeVisible();
  await options.bringToFront();
  await options.getByRole('button', { name: 'Disconnect' }).click();
  await expect(options.getByRole('alert')).toHaveText(
    /^1 article waits to be sent\. It stays here/,
  );
  await expect(options.getByText('Connected to Home')).toBeVisible();
  await options.getByRole('button', { name: 'Disconnect now' }).click();
  await expect(options.getByRole('listitem')).toContainText(
    `It waits for the library that it was kept for, at ${library.origin}.`,
  );
  library.mood = 'takes';
  library.approved = true;
  await options.getByRole('button', { name: 'Connect', exact: true }).click();
  await expect(options.getByText('Not sent yet')).toBeHidden();
  const [first, last] = [library.puts[0], library.puts.at(-1)];
  expect(last).toEqual(first);
});

test('without room a new clip is refused in words, and the older ones stay whole', async ({
  dateline,
  library,
  pages,
}) => {
  await readAndKeep(dateline, `${pages.origin}/plain`);
  const panel = await dateline.panel();
  await expect(panel.locator('.fate')).toContainText('Saved.');
  await panel.evaluate(RUN_OUT_OF_ROOM);
  await readAndKeep(dateline, `${pages.origin}/big`);
  await expect(panel.locator('.note.alert')).toContainText('Not saved');
  await panel.evaluate('giveRoom()');
  await panel.getByRole('button', { name: 'Keep this article' }).click();
  await expect(panel.locator('.fate')).toContainText('Saved.');

  const options = await connect(dateline, library);
  await options.getByRole('button', { name: 'Send', exact: true }).click();
  await expect.poll(() => library.puts.length).toBe(2);
  expect(
    library.puts.map(({ body }) => v.parse(KeepWrite, JSON.parse(body)).article.title),
  ).toEqual(['The register of land opens', 'A very long report']);
});

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(colorScheme, () => {
    test.use({ launch: { colorScheme, language: 'vi' } });

    test('the outbox passes axe in Vietnamese', async ({ dateline, pages }) => {
      const panel = await dateline.read(await dateline.open(`${pages.origin}/vi`));
      await panel.getByRole('button', { name: 'Lưu tin này' }).click();
      await expect(panel.locator('.fate')).toContainText('Đã lưu');
      const options = await dateline.options();
      await expect(options.getByRole('listitem')).toContainText('Tin chờ bạn kết nối thư viện.');
      await expectAccessible(options);
      await options.getByRole('button', { name: 'Bỏ tin' }).click();
      await options.getByRole('button', { name: 'Bỏ hẳn' }).waitFor();
      await expectAccessible(options);
    });
  });
