// The page that greets a newcomer: once, and it shows by itself what Dateline does.
import { expect } from '@playwright/test';
import { freshProfile, startDateline } from '../../worker/local/demo/browser.ts';
import { test } from './panel-test.ts';
import { copyBuild, underVersion, updateTo } from './panel-update.ts';

test.describe('a newcomer', () => {
  test.use({ launch: { welcome: true } });

  test('is shown on a sample what the panel shows, and may do without a server', async ({
    dateline,
    pages,
  }) => {
    const welcome = await dateline.welcome();
    await expect(welcome.getByText('Alt Shift S').last()).toBeVisible();
    await welcome.getByRole('button', { name: 'Read with Dateline' }).press('Enter');
    const sentence = welcome.locator('.summary button').last();
    await sentence.click();
    await expect(welcome.locator('mark[aria-current]')).toHaveText(await sentence.innerText());

    await welcome.getByRole('button', { name: 'Use it without a server' }).press('Enter');
    await expect(welcome.getByText('You use Dateline without a server.')).toBeFocused();
    const panel = await dateline.read(await dateline.open(`${pages.origin}/plain`));
    await expect(panel.getByText('What you keep stays on this computer.')).toBeVisible();
    await expect(panel.getByRole('button', { name: 'Connect a library' })).toHaveCount(0);
  });

  test('connects a library there, and is led to its sample pages', async ({
    dateline,
    library,
  }) => {
    const welcome = await dateline.welcome();
    await welcome.getByLabel('Server address').fill(library.origin);
    const approval = dateline.context.waitForEvent('page');
    await welcome.getByRole('button', { name: 'Connect' }).click();
    await (await approval).getByRole('button', { name: 'Approve' }).click();
    await expect(welcome.getByText('Connected to Home')).toBeVisible();
    const more = welcome.getByRole('link', { name: 'More sample pages on your server' });
    await expect(more).toHaveAttribute('href', `${library.origin}/sample/`);
  });
});

test('greets once: neither a start of the browser nor an update greets again', async () => {
  const { profile, remove } = await freshProfile();
  const build = await copyBuild();
  const first = await startDateline(profile, { extension: build.folder });
  await first.context.close();
  const second = await startDateline(profile, { extension: build.folder });
  await build.edit('manifest.json', underVersion('9.9.9'));
  const updated = await updateTo(build.folder, second);
  // By now whatever opens has been opened: this tab comes after it.
  await updated.options();
  expect(updated.context.pages().filter((page) => page.url().endsWith('/welcome.html'))).toEqual(
    [],
  );
  await updated.context.close();
  await Promise.all([remove(), build.remove()]);
});
