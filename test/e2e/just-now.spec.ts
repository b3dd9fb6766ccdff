// Signing in again before what ending a session would not undo: by keyboard, without script, in both languages.
import { expect } from '@playwright/test';
import { texts } from '../../shared/locales/index.ts';
import { leavingTexts } from '../../shared/locales/leaving.ts';
import { signInTexts } from '../../shared/locales/sign-in.ts';
import { tokenTexts } from '../../shared/locales/tokens.ts';
import { claim } from '../../worker/local/demo/first-hour.ts';
import { install, temporaryFolder } from '../../worker/local/demo/installation.ts';
import { executeLocalSql } from '../../worker/local/here.ts';
import { expectPage, follow, press, tabTo, type } from './by-keys.ts';
import { test } from './import-page.ts';

test.setTimeout(120_000);

for (const language of ['en', 'vi'] as const)
  test.describe(language, () => {
    test.use({ launch: { language } });

    test('one comes back to the form with what was entered', async ({ dateline }) => {
      const data = temporaryFolder();
      const installation = await install(data.folder);
      const first = await claim(dateline, installation.claim ?? '');
      const [, workspace = ''] = /\/w\/([^/]+)/.exec(first.url()) ?? [];
      const t = signInTexts(language);
      const tokens = tokenTexts(language);
      const again = texts(language).pages.problems['sign-in-again'];
      await first.goto(`${installation.origin}/account`);
      await press(first, t.makeCodes);
      const listed = first.getByRole('main').getByRole('listitem');
      await expect(listed).toHaveCount(10);
      const codes = await listed.allTextContents();
      const bare = await first
        .context()
        .browser()
        ?.newContext({
          javaScriptEnabled: false,
          locale: language,
          viewport: { width: 360, height: 740 },
        });
      if (!bare) throw new Error('no browser');
      await bare.addCookies(await first.context().cookies());
      const page = await bare.newPage();
      const age = (): Promise<unknown> =>
        executeLocalSql(
          data.folder,
          `UPDATE session SET created_at = '2026-01-01T00:00:00.000Z' RETURNING id`,
        );
      const signIn = async (): Promise<void> => {
        await expectPage(page, again.title);
        await expect(page.getByText(again.text)).toBeVisible();
        await follow(page, t.title);
        await type(page, t.code, codes.shift() ?? '');
        await page.keyboard.press('Enter');
      };

      await page.goto(`${installation.origin}/account`);
      await tabTo(page, 'DisclosureTriangle', tokens.byHand);
      await page.keyboard.press('Enter');
      await type(page, tokens.name, 'Đồng hồ');
      await age();
      await press(page, tokens.make);
      await signIn();
      await expectPage(page, t.account);
      await expect(page.getByLabel(tokens.name)).toHaveValue('Đồng hồ');
      await press(page, tokens.make);
      await expectPage(page, tokens.made);

      await age();
      await page.goto(`${installation.origin}/account`);
      await expect(page.getByText(t.againFirst(15)).first()).toBeVisible();
      await expect(page.getByText(/npm run claim -- --account [0-9a-f-]{36}/)).toBeVisible();
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);

      const leaving = leavingTexts(language);
      await page.goto(`${installation.origin}/w/${workspace}/delete`);
      const name = texts(language).pages.claimDefaultName;
      await type(page, leaving.typeName(name), name);
      await press(page, leaving.deleteNow);
      await signIn();
      await expect(page.getByRole('textbox', { name: leaving.typeName(name) })).toHaveValue(name);
      await bare.close();
      await installation.stop();
      data.remove();
    });
  });
