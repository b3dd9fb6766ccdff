// What the library has already is known before it is kept, by whichever address and whoever kept it, and not for longer
// than the library is connected.
import { expect } from '@playwright/test';
import * as v from 'valibot';
import { EditWrite } from '../../shared/schema/edit.ts';
import { KeepWrite } from '../../shared/schema/keep.ts';
import type { Keeper, MirrorCard } from '../../shared/schema/mirror.ts';
import { connect, kept, readAndKeep } from './panel-acts.ts';
import { cards, holdCards } from './panel-cards.ts';
import { expectNothingWaits, test as homeTest } from './panel-home.ts';
import { test } from './panel-test.ts';

const CLIP = '0190a0b0-0000-7000-8000-000000000001';

const cardOf = (url: string, keepers: Keeper[]): MirrorCard => ({
  id: CLIP,
  place: 1,
  url,
  canonicalUrl: url,
  title: 'The register of land opens',
  standfirst: null,
  site: null,
  language: 'en',
  section: [],
  category: null,
  terms: [],
  day: '2022-12-27',
  filled: true,
  fingerprint: null,
  story: null,
  authors: [],
  published: null,
  keptDay: '2022-12-27',
  tags: [],
  collections: [],
  state: null,
  starred: false,
  keepers,
});

test('what another member keeps is told before it is kept too, by the address it has there, and then updated', async ({
  dateline,
  library,
  pages,
}) => {
  const there = `${pages.origin.replace('http:', 'https:')}/plain`;
  holdCards(library, [cardOf(there, [{ account: 'somebody', day: '2022-12-28' }])]);
  const options = await connect(dateline, library);
  await expect.poll(() => cards(options)).toBe(1);
  const panel = await dateline.read(await dateline.open(`${pages.origin}/plain#top`));
  await expect(panel.getByText('Another member kept it on 28 Dec 2022.')).toBeVisible();
  await expect(kept(panel)).toHaveAttribute('href', `${library.origin}/w/home/day/2022-12-27`);
  await expect(panel.getByRole('button', { name: 'Update' })).toBeHidden();

  await panel.getByRole('button', { name: 'Keep this article' }).click();
  await panel.getByRole('button', { name: 'Update' }).click();
  await expect.poll(() => library.puts.length).toBe(2);
  const [keep, edit] = library.puts.map(({ body }): unknown => JSON.parse(body));
  expect(v.parse(KeepWrite, keep).article.canonicalUrl).toBe(there);
  const { keep: meant, correction, text } = v.parse(EditWrite, edit);
  expect(meant).toBe(library.puts[0]?.id);
  expect(correction).toEqual({ title: 'The register of land opens' });
  expect(text?.blocks.length).toBeGreaterThan(0);
});

const ZONES = `chrome.storage.local.get('connection').then(({ connection }) =>
  connection.workspaces.map(({ zone }) => zone))`;

test('that a library goes by another zone than when it was paired is known', async ({
  dateline,
  library,
}) => {
  holdCards(library, [], [], { zone: 'Pacific/Kiritimati' });
  const options = await connect(dateline, library);
  await expect
    .poll(() => options.evaluate(ZONES))
    .toEqual(['Pacific/Kiritimati', 'Asia/Ho_Chi_Minh']);
});

test('what was kept from elsewhere is known and can be updated; disconnected, nothing is known of it', async ({
  dateline,
  library,
  pages,
}) => {
  const url = `${pages.origin}/plain`;
  holdCards(library, [cardOf(url, [{ account: library.account, day: '2022-12-28' }])]);
  const options = await connect(dateline, library);
  await expect.poll(() => cards(options)).toBe(1);
  const page = await dateline.open(`${url}#top`);
  const panel = await dateline.read(page);
  await expect(panel.getByText('You kept it on 28 Dec 2022.')).toBeVisible();
  await panel.getByRole('button', { name: 'Update' }).click();
  // The keep is not known here: another one goes before the update, and the library puts both together.
  await expect.poll(() => library.puts.length).toBe(2);
  const write = v.parse(EditWrite, JSON.parse(library.puts[1]?.body ?? ''));
  expect(write.keep).toBe(library.puts[0]?.id);
  await expect(panel.getByText('You kept it on 28 Dec 2022.')).toBeVisible();

  await options.bringToFront();
  await options.getByRole('button', { name: 'Disconnect' }).click();
  await expect(options.getByRole('button', { name: 'Connect' })).toBeVisible();
  await expect.poll(() => cards(options)).toBe(0);
  await page.bringToFront();
  await expect(panel.getByRole('button', { name: 'Keep this article' })).toBeVisible();
});

const FORGET = `new Promise((resolve) => {
  indexedDB.open('dateline').onsuccess = ({ target: { result: db } }) => {
    const tx = db.transaction('kept', 'readwrite');
    tx.objectStore('kept').clear();
    tx.oncomplete = () => { db.close(); resolve(null); };
  };
})`;

homeTest(
  'what a real library has is known by its cards alone, and updated there, and told of a copy that is read next',
  async ({ dateline, home, pages }) => {
    await home.connect(dateline);
    const panel = await readAndKeep(dateline, `${pages.origin}/plain`);
    await expect(kept(panel)).toBeVisible();
    await expect.poll(() => cards(panel)).toBe(1);
    await panel.evaluate(FORGET);

    await dateline.read(await dateline.open(`${pages.origin}/plain#top`));
    await expect(panel.getByText(/You kept it on [^,]+$/)).toBeVisible();
    // A keep that the library has already, and the update behind it.
    await panel.getByRole('button', { name: 'Update' }).click();
    await expect(kept(panel)).toBeVisible();
    await expectNothingWaits(panel);
    expect(home.copiesOf(`${pages.origin}/plain`)).toBe(1);

    await dateline.read(await dateline.open(`${pages.otherOrigin}/other`));
    const related = panel.getByRole('region', { name: 'In your library' });
    await expect(related.getByText('It has this text already, from')).toBeVisible();
    await expect(related.getByRole('link')).toHaveText('Province Daily, 27 Dec 2022');
    // The library itself is asked by a press alone, and names nothing twice.
    await related.getByRole('button', { name: 'More from the library' }).click();
    await expect(related.getByText('The library has nothing more on this.')).toBeVisible();
    await expect(related.getByRole('link')).toHaveCount(1);
  },
);
