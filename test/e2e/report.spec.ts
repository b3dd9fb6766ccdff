// The report of a page that was read wrongly: seen before it is copied, and without a word of the page unasked.
import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { test } from './panel-test.ts';

const HEADLINE = 'The register of land opens';

test('a report shows how the page was read, and its words and address only where they are ticked', async ({
  dateline,
  pages,
}) => {
  const panel = await dateline.read(await dateline.open(`${pages.origin}/plain`));
  const open = panel.getByRole('button', { name: 'Report…' });
  await open.press('Enter');
  const dialog = panel.getByRole('dialog', { name: 'Report this page' });
  const shown = dialog.locator('pre');
  await expect(shown).toContainText(`Address: ${pages.origin}/aaaaa\n`);
  await expect(shown).toContainText(`Headline: ${HEADLINE.length} characters`);
  await expect(shown).toContainText(/captured \d+, read \d+/);
  // The headline is a block too.
  await expect(shown).toContainText(/\n\+ article: 4 blocks, \d+ characters, 0 linked, \d/);
  await expect(shown).not.toContainText('register');
  await dialog.getByLabel('with the address of the page').check();
  await expect(shown).toContainText(`Address: ${pages.origin}/plain`);
  await dialog.getByLabel('with headline and text').check();
  await expect(shown).toContainText(`Headline: ${HEADLINE}`);
  await dialog.getByRole('button', { name: 'Copy' }).click();
  await expect(dialog.getByText('Copied.')).toBeVisible();
  const whole = await shown.textContent();
  const saving = panel.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save as a file' }).click();
  const file = await saving;
  expect(file.suggestedFilename()).toBe('dateline-report.txt');
  expect(await readFile(await file.path(), 'utf8')).toBe(whole);
  await expect(dialog.getByText('Saved among your downloads.')).toBeVisible();
  await panel.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(open).toBeFocused();
});
