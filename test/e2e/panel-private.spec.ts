// A private window leaves no trace that nobody asked for.
import { expect } from '@playwright/test';
import { countOutbox } from './panel-home.ts';
import { test } from './panel-test.ts';
import { copyBuild, updateTo } from './panel-update.ts';

test('in a private window the key only reads, and the button keeps', async ({
  dateline: started,
  pages,
}) => {
  const build = await copyBuild();
  const dateline = await updateTo(build.folder, started, { inPrivate: true });
  const opened = dateline.context.waitForEvent('page');
  const url = JSON.stringify(`${pages.origin}/plain`);
  await dateline.worker.evaluate(`chrome.windows.create({ incognito: true, url: ${url} })`);
  const page = await opened;
  await page.waitForLoadState();

  await dateline.shortcut(page, 'S');
  const panel = await dateline.panel();
  await expect(panel.getByRole('heading', { level: 1 })).toHaveText('The register of land opens');
  await expect(panel.getByText('This is a private window: the key only reads.')).toBeVisible();
  const keep = panel.getByRole('button', { name: 'Keep this article' });
  await expect(keep).toBeVisible();
  expect(await countOutbox(panel)).toEqual({ operations: 0, bytes: 0 });
  await keep.click();
  await expect(panel.locator('.fate')).toContainText('Saved.');
  expect(await countOutbox(panel)).toMatchObject({ operations: 1 });
  await build.remove();
});
