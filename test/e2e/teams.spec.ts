// A team: somebody is let in by a link, keeps what the owner then sees, and is out once they are removed; by keyboard, in
// both languages, without script on the newcomer's side.
import { expect, type Page } from '@playwright/test';
import { linkTexts } from '../../shared/locales/link.ts';
import { signInTexts } from '../../shared/locales/sign-in.ts';
import { teamTexts } from '../../shared/locales/teams.ts';
import { texts } from '../../shared/locales/index.ts';
import { expectAccessible } from './accessible.ts';
import { test } from './import-page.ts';

test.setTimeout(120_000);

const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).press('Enter');

/** A page in a browser of somebody else's. */
const elsewhere = async (page: Page, locale: string): Promise<Page> => {
  const context = await page
    .context()
    .browser()
    ?.newContext({ javaScriptEnabled: false, locale, viewport: { width: 360, height: 740 } });
  if (!context) throw new Error('no browser');
  return context.newPage();
};

for (const language of ['en', 'vi'] as const)
  test.describe(language, () => {
    test.use({ launch: { language } });

    test('who is invited keeps a page that the owner sees, and is out when removed', async ({
      home,
    }) => {
      const { page, at, origin } = home;
      const t = teamTexts(language);
      await page.goto(at('settings'));
      await page.getByRole('link', { name: t.membersLink }).press('Enter');
      await expectAccessible(page);
      await press(page, t.makeInvite);
      await expect(page.getByText(t.shownOnce(t.days(7)))).toBeVisible();
      await expectAccessible(page);
      const link = await page.getByLabel(t.link, { exact: true }).inputValue();

      const other = await elsewhere(page, language);
      await other.goto(link);
      await other.getByLabel(t.yourName).fill('Lan');
      expect(await other.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
      await press(other, t.join);
      await expect(other).toHaveURL(`${origin}/account`);
      await expect(other.getByText(signInTexts(language).newcomer)).toBeVisible();
      const shared = new URLSearchParams({ title: 'Cầu thông xe', url: 'https://a.example/1' });
      await other.goto(`${origin}/keep?${shared}`);
      await press(other, linkTexts(language).keep);
      await expect(other.getByRole('heading', { name: linkTexts(language).kept })).toBeVisible();

      await page.goto(`${at('library')}?shelf=all`);
      await expect(page.getByRole('main')).toContainText('Cầu thông xe');
      await page.goto(at('settings').replace('settings', 'members'));
      await page.getByRole('link', { name: t.changeOf('Lan') }).press('Enter');
      await expectAccessible(page);
      await press(page, t.remove);
      await expect(page.getByRole('listitem')).toHaveCount(1);
      expect((await other.goto(at('library')))?.status()).toBe(404);
      await other.goto(origin);
      await expect(other.getByRole('heading', { name: t.none })).toBeVisible();
      await page.goto(link);
      await expect(
        page.getByRole('heading', { name: texts(language).pages.problems['not-found'].title }),
      ).toBeVisible();
      await other.context().close();
    });

    test('one makes a second workspace, and switches between the two by the name at the top', async ({
      home,
    }) => {
      const { page, at, origin } = home;
      const t = teamTexts(language);
      const { pages } = texts(language);
      await page.goto(`${origin}/workspaces`);
      await expectAccessible(page);
      await page.getByLabel(pages.claimName).fill('Tổ kinh tế');
      await press(page, t.make);
      const top = page.getByRole('banner');
      await top.getByRole('link', { name: t.switchFrom('Tổ kinh tế') }).press('Enter');
      await expect(page).toHaveURL(`${origin}/workspaces`);
      const first = page.getByRole('link', { name: pages.claimDefaultName, exact: true });
      await first.press('Enter');
      await expect(page).toHaveURL(new RegExp(at('library').replace('library', 'day/')));
      await page.goto(origin);
      await expect(page).toHaveURL(new RegExp(at('library').replace('library', 'day/')));
      await expect(
        top.getByRole('link', { name: t.switchFrom(pages.claimDefaultName) }),
      ).toBeVisible();
    });
  });
