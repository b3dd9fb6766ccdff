// The extension is paired, switched between workspaces and let in no more by the keyboard alone, in both languages, at
// 360 px; and whatever goes away once it has done its work leaves the focus where one goes on.
import { expect, type Page } from '@playwright/test';
import { signInTexts } from '../../shared/locales/sign-in.ts';
import { teamTexts } from '../../shared/locales/teams.ts';
import { texts } from '../../shared/locales/index.ts';
import { tokenTexts } from '../../shared/locales/tokens.ts';
import { expectAccessible } from './accessible.ts';
import { expectPage, expectTold, press, standing, tabTo, type } from './by-keys.ts';
import { testWithDateline as test } from './import-page.ts';
import { servePages } from './panel-pages.ts';

test.setTimeout(120_000);

const NARROW = { width: 360, height: 740 };

/** Waits until the focus stands on something that says so. */
const expectStandingOn = (page: Page, said: string): Promise<void> =>
  expect(page.locator(':focus')).toContainText(said);

for (const language of ['en', 'vi'] as const)
  test.describe(language, () => {
    test.use({ launch: { language } });

    test('an extension is paired, switched and revoked by keys', async ({ home, dateline }) => {
      const { page, origin } = home;
      const { panel: t, pages: words } = texts(language);
      const tokens = tokenTexts(language);
      await page.setViewportSize(NARROW);
      await page.goto(`${origin}/workspaces`);
      await type(page, words.claimName, 'Tổ kinh tế');
      await press(page, teamTexts(language).make);
      await expectPage(page, teamTexts(language).members);

      const options = await dateline.options();
      await options.setViewportSize(NARROW);
      await type(options, t.server, 'http://news.example');
      await options.keyboard.press('Enter');
      await expect(options.getByRole('alert')).toHaveText(t.badServer);
      expect((await standing(options)).description).toContain(t.badServer);
      await type(options, t.server, origin);
      const opened = dateline.context.waitForEvent('page');
      await options.keyboard.press('Enter');
      await expectStandingOn(options, t.codeIntro);
      const { description: code } = await standing(options);
      expect(code).toMatch(/^[A-Z]{4}-[A-Z]{4}$/);

      const approval = await opened;
      await approval.setViewportSize(NARROW);
      await expectPage(approval, tokens.pairTitle);
      await press(approval, tokens.isIt);
      await expect(approval.getByText(code, { exact: true })).toBeVisible();
      await expectAccessible(approval);
      await press(approval, tokens.approve);
      await expectPage(approval, tokens.pairedTitle);
      await options.bringToFront();
      await expectStandingOn(options, t.connectedTo(words.claimDefaultName));

      const pages = await servePages();
      const panel = await dateline.read(await dateline.open(`${pages.origin}/plain`));
      await panel.getByRole('heading', { level: 1, name: 'The register of land opens' }).waitFor();
      await panel.bringToFront();
      await tabTo(panel, 'combobox', t.workspace);
      await panel.keyboard.press('ArrowDown');
      await expect(panel.getByLabel(t.workspace, { exact: true }).locator(':checked')).toHaveText(
        'Tổ kinh tế',
      );
      expect(await standing(panel)).toMatchObject({ role: 'combobox', name: t.workspace });
      // Its name tells the key for it, too.
      await press(panel, new RegExp(`^${t.keep}`));
      await expect(panel.locator('footer a[href*="/day/"]')).toBeVisible();
      await expect(panel.locator('footer :focus, footer:focus-within')).not.toHaveCount(0);
      await options.reload();
      await expect(options.getByText(t.connectedTo('Tổ kinh tế'))).toBeVisible();

      await page.bringToFront();
      await page.goto(`${origin}/account`);
      await expectPage(page, signInTexts(language).account);
      const revoke = page.locator('#tokens').getByRole('listitem').getByRole('button');
      await press(page, (await revoke.getAttribute('aria-label')) ?? '');
      await expectTold(page, tokens.revoked);
      await expect(revoke).toHaveCount(0);
      await options.bringToFront();
      await options.reload();
      await expect(options.getByText(t.paused)).toBeVisible();
      await press(options, t.disconnect);
      await expect(options.getByLabel(t.server)).toBeFocused();
      await pages.close();
    });
  });
