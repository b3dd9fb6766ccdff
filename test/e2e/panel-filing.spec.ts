// Where an article goes: tags and collections, chosen before keeping and after, and remembered for its site.
import { expect, type Page } from '@playwright/test';
import * as v from 'valibot';
import { FilingWrite } from '../../shared/schema/filing-write.ts';
import { KeepWrite } from '../../shared/schema/keep.ts';
import { connect, kept } from './panel-acts.ts';
import type { Library } from './panel-library.ts';
import { test } from './panel-test.ts';

const filingOf = (library: Library, at: number) =>
  v.parse(KeepWrite, JSON.parse(library.puts[at]?.body ?? '')).filing;

const openForm = async (panel: Page, name: string) => {
  await panel.getByRole('button', { name, exact: true }).click();
  await expect(panel.getByRole('combobox', { name: 'Tags' })).toBeFocused();
};

test('tags and collections go with the keep, are completed without accents, and the collection stays for the site', async ({
  dateline,
  library,
  pages,
}) => {
  library.names = { tags: ['Đất đai', 'giá đất'], collections: ['Quý IV', 'Đọc sau'] };
  await connect(dateline, library);
  const panel = await dateline.read(await dateline.open(`${pages.origin}/plain`));
  await openForm(panel, 'Tags, collection…');
  const tags = panel.getByRole('combobox', { name: 'Tags' });
  await tags.pressSequentially('dat');
  await expect(panel.locator('.offered').getByRole('option')).toHaveText(['Đất đai', 'giá đất']);
  await panel.keyboard.press('ArrowDown');
  await expect(panel.locator('.offered [aria-selected="true"]')).toHaveText('Đất đai');
  await panel.keyboard.press('Enter');
  await tags.pressSequentially('mới tinh,');
  await panel.getByRole('combobox', { name: 'Collections' }).pressSequentially('doc');
  await panel.keyboard.press('ArrowDown');
  await panel.keyboard.press('Enter');
  await panel.keyboard.press('Enter');
  await expect(panel.getByRole('button', { name: 'Change…' })).toBeFocused();
  await panel.getByRole('button', { name: 'Keep this article' }).click();
  await expect(kept(panel)).toBeVisible();
  expect(filingOf(library, 0)).toEqual({ tags: ['Đất đai', 'mới tinh'], collections: ['Đọc sau'] });

  await openForm(panel, 'Change…');
  await panel.getByRole('button', { name: 'Remove mới tinh' }).click();
  await tags.pressSequentially('gia');
  await panel.keyboard.press('ArrowDown');
  await panel.keyboard.press('Enter');
  await panel.keyboard.press('Enter');
  await expect.poll(() => library.puts.length).toBe(2);
  const write = v.parse(FilingWrite, JSON.parse(library.puts[1]?.body ?? ''));
  expect(write.keep).toBe(library.puts[0]?.id);
  expect(write.change).toEqual({
    add: { tags: ['giá đất'], collections: [] },
    remove: { tags: ['mới tinh'], collections: [] },
  });
  await expect(panel.locator('.filed .tag')).toHaveText(['Đất đai', 'giá đất']);

  await dateline.read(await dateline.open(`${pages.origin}/other`));
  await expect(panel.getByRole('heading', { level: 1 })).toHaveText('Another story altogether');
  await expect(panel.locator('.filed')).toContainText('Đọc sau');
  await expect(panel.locator('.filed .tag')).toHaveCount(0);
});

test('the library that a site goes to is remembered for it', async ({
  dateline,
  library,
  pages,
}) => {
  await connect(dateline, library);
  const panel = await dateline.read(await dateline.open(`${pages.origin}/plain`));
  await openForm(panel, 'Tags, collection…');
  await panel.getByLabel('Library', { exact: true }).selectOption('The news desk');
  await panel.getByRole('button', { name: 'Apply' }).click();
  await dateline.read(await dateline.open(`${pages.origin}/other`));
  await expect(panel.getByRole('heading', { level: 1 })).toHaveText('Another story altogether');
  await panel.getByRole('button', { name: 'Keep this article' }).click();
  await expect(kept(panel)).toBeVisible();
  expect(library.puts.map(({ workspace }) => workspace)).toEqual(['desk']);
});

test('the name to which one has moved stays while names that others have made come', async ({
  dateline,
  library,
  pages,
}) => {
  library.names = { tags: ['giá đất'], collections: [] };
  await connect(dateline, library);
  const panel = await dateline.read(await dateline.open(`${pages.origin}/plain`));
  const offered = panel.locator('.offered').getByRole('option');
  await openForm(panel, 'Tags, collection…');
  await expect(offered).toHaveText(['giá đất']);
  await panel.getByRole('button', { name: 'Apply' }).click();

  library.names = { tags: ['Giá cả', 'giá đất'], collections: [] };
  const held = Promise.withResolvers<void>();
  await panel.route(/\/names$/, async (route) => {
    await held.promise;
    await route.continue();
  });
  await openForm(panel, 'Tags, collection…');
  await expect(offered).toHaveText(['giá đất']);
  await panel.keyboard.press('ArrowDown');
  held.resolve();
  await expect(offered).toHaveText(['Giá cả', 'giá đất']);
  await expect(panel.locator('.offered [aria-selected="true"]')).toHaveText('giá đất');
  await panel.keyboard.press('Enter');
  await expect(panel.getByRole('button', { name: 'Remove giá đất' })).toBeVisible();
});
