// The settings: what is chosen there is seen everywhere at once, and everything can be taken back.
import { expect } from '@playwright/test';
import { readAndKeep } from './panel-acts.ts';
import { countOutbox } from './panel-home.ts';
import { test } from './panel-test.ts';

test('dark is dark in the panel at once, and all that is here is deleted after a second question', async ({
  dateline,
  pages,
}) => {
  const panel = await readAndKeep(dateline, `${pages.origin}/plain`);
  await expect(panel.locator('.fate')).toContainText('Saved.');
  const paper = () => panel.evaluate('getComputedStyle(document.documentElement).backgroundColor');
  const light = await paper();
  const options = await dateline.options();
  await options.getByRole('radio', { name: 'Dark' }).check();
  await expect.poll(paper).not.toBe(light);
  await options.getByRole('radio', { name: 'Tiếng Việt' }).check();
  await expect(panel.getByText('Chưa kết nối thư viện.')).toBeVisible();

  await options.getByRole('button', { name: 'Xóa tất cả ở đây…' }).press('Enter');
  await expect(options.getByRole('button', { name: 'Để lại' })).toBeFocused();
  await expect(options.getByText('1 tin không nằm ở nơi nào khác và sẽ mất.')).toBeVisible();
  await options.getByRole('button', { name: 'Xóa hẳn' }).press('Enter');
  await expect(options.getByRole('status')).toHaveText(
    'Everything has been deleted from this computer.',
  );
  await expect(options.getByRole('status')).toBeFocused();
  expect(await countOutbox(options)).toEqual({ operations: 0, bytes: 0 });
  await expect(panel.getByText('No library is connected.')).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Keep this article' })).toBeVisible();
  await expect.poll(paper).toBe(light);
});
