// What people of a team show each other, each in a browser of their own.
import {
  type Browser,
  type BrowserContextOptions,
  expect,
  type Page,
  test,
} from '@playwright/test';
import { activityTexts } from '../../shared/locales/activity.ts';
import { highlightTexts } from '../../shared/locales/highlight.ts';
import { chromiumArguments, findChromium } from '../../worker/local/chromium.ts';
import { makeTeam, type Team } from '../gallery/team-library.ts';
import { claimLibrary, type WebLibrary } from '../gallery/web-library.ts';
import { expectAccessible } from './accessible.ts';
import { oneServer } from './one-server.ts';

test.use({
  launchOptions: { executablePath: findChromium() ?? '', args: chromiumArguments() },
});
test.setTimeout(120_000);

const server = oneServer();

/** A team of its own on the server of all these tests. */
const settle = async (language: 'en' | 'vi') => {
  const where = server();
  const owner = await claimLibrary(where, { language });
  return { owner, ...(await makeTeam(owner, where.data, language)) };
};
type Settled = Team & { owner: WebLibrary };

/** A page in a browser profile of somebody's own. */
const pageOf = async (
  browser: Browser,
  { origin, cookie }: WebLibrary,
  options: BrowserContextOptions = {},
): Promise<Page> => {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  const [name = '', value = ''] = cookie.split('=');
  await context.addCookies([{ name, value, url: origin }]);
  return context.newPage();
};

const clipOf = ({ owner, clip }: Settled): string =>
  `${owner.origin}/w/${owner.workspace}/clip/${clip}`;

for (const language of ['en', 'vi'] as const)
  test(`a note is the writer’s own until it is shown to the team, and no longer once it is taken back: ${language}`, async ({
    browser,
  }) => {
    const settled = await settle(language);
    const t = highlightTexts(language);
    const writer = await pageOf(browser, settled.viewer);
    const reader = await pageOf(browser, settled.editor);
    await writer.goto(clipOf(settled));
    const text = writer.locator('.body');
    await text.press('ArrowRight');
    await expect(writer.getByText(t.chosen('').trim())).toBeAttached();
    await text.press('n');
    await writer.getByRole('textbox', { name: /“/ }).fill('Chỉ mình tôi');
    await expect(writer.getByLabel(t.showToTeam)).not.toBeChecked();
    await expectAccessible(writer);
    await writer.getByRole('button', { name: t.save }).click();
    const own = writer.getByRole('region', { name: t.title(2) });
    await expect(own.getByText('Chỉ mình tôi')).toBeVisible();

    // Nothing of it is anywhere on the other's page.
    await reader.goto(clipOf(settled));
    await expect(reader.getByRole('region', { name: t.ofTeam(2) })).toBeVisible();
    expect(await reader.content()).not.toContain('Chỉ mình tôi');

    await own
      .getByRole('listitem')
      .filter({ hasText: 'Chỉ mình tôi' })
      .getByRole('button', { name: t.edit })
      .press('Enter');
    await writer.getByLabel(t.showToTeam).press('Space');
    await writer.getByRole('textbox', { name: /“/ }).press('Control+Enter');
    await expect(own.getByText(t.shownToTeam)).toHaveCount(2);

    await reader.reload();
    const shown = reader.getByRole('region', { name: t.ofTeam(3) });
    const item = shown.getByRole('listitem').filter({ hasText: 'Chỉ mình tôi' });
    await expect(item).toBeVisible();
    // It leads to its place, and nobody but its writer changes it.
    await expect(item.getByRole('button')).toHaveCount(1);
    await item.getByRole('button').press('Enter');
    await expect(reader.locator('.body')).toBeFocused();
    await expectAccessible(reader);

    await writer.reload();
    const again = writer.getByRole('listitem').filter({ hasText: 'Chỉ mình tôi' });
    await again.getByRole('button', { name: t.remove }).click();
    await expect(writer.locator('.highlight-notice')).toContainText(t.removed);
    await reader.reload();
    expect(await reader.content()).not.toContain('Chỉ mình tôi');
  });

for (const language of ['en', 'vi'] as const)
  test(`clips are copied into the team’s library, one by its page without a script and many from the list: ${language}`, async ({
    browser,
  }) => {
    const settled = await settle(language);
    const { owner, editor } = settled;
    const t = activityTexts(language).copy;
    const titles = ['Giá lúa tăng', 'Mưa lớn ở miền Trung', 'Tàu đêm trở lại'];
    for (const title of titles) await editor.keep({ title });
    const plain = await pageOf(browser, editor, { javaScriptEnabled: false });
    await plain.goto(`${editor.origin}/w/${editor.workspace}/library`);
    await plain.getByRole('link', { name: titles[0] ?? '' }).click();
    await plain.getByRole('button', { name: t.action }).click();
    await expect(plain.getByRole('heading', { level: 1 })).toHaveText(t.title);
    await plain.getByRole('button', { name: t.into('News') }).click();
    await expect(plain.getByText(t.copied(1, 'News'))).toBeVisible();
    await plain.getByRole('link', { name: t.open }).click();
    expect(plain.url()).toContain(`/w/${owner.workspace}/clip/`);

    const page = await pageOf(browser, editor);
    await page.goto(`${editor.origin}/w/${editor.workspace}/library`);
    for (const box of await page.getByRole('checkbox', { name: /./ }).all())
      if (await box.isVisible()) await box.check();
    await page.getByRole('button', { name: t.action }).click();
    await expectAccessible(page);
    await page.getByRole('button', { name: t.into('News') }).press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: t.over })).toBeFocused();
    await expect(page.getByText(t.copied(3, 'News'))).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('link', { name: t.back }).click();
    expect(page.url()).toContain(`/w/${editor.workspace}/library`);

    // The others have them, once each.
    const boss = await pageOf(browser, owner);
    await boss.goto(`${owner.origin}/w/${owner.workspace}/library?shelf=all`);
    for (const title of titles)
      await expect(boss.getByRole('link', { name: title })).toHaveCount(1);
  });
