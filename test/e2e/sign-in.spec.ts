// Signing in with a passkey, by keyboard, in both languages: a real browser with a virtual authenticator (WebDriver's, by
// the DevTools protocol), and a real server.
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { expect } from '@playwright/test';
import { texts } from '../../shared/locales/index.ts';
import { signInTexts } from '../../shared/locales/sign-in.ts';
import { claim } from '../../worker/local/demo/first-hour.ts';
import { install, temporaryFolder } from '../../worker/local/demo/installation.ts';
import { expectAccessible } from './accessible.ts';
import { expectPage, expectTold, follow, press, standing, type } from './by-keys.ts';
import { type Home, tabsOf, test } from './import-page.ts';
import { addAuthenticator } from './passkey-device.ts';

test.setTimeout(120_000);

const openAccount = async ({ page, at, origin }: Home, link: string): Promise<void> => {
  await page.goto(at('settings'));
  await follow(page, link);
  await expect(page).toHaveURL(`${origin}/account`);
};

for (const language of ['en', 'vi'] as const)
  test.describe(language, () => {
    test.use({ launch: { language } });

    test('a passkey is made, one signs out and in with it, and is led back to where one was', async ({
      home,
    }) => {
      const { page, at, origin } = home;
      const t = signInTexts(language);
      await page.setViewportSize({ width: 360, height: 740 });
      const device = await addAuthenticator(page);
      await openAccount(home, t.accountLink);
      await expect(page.getByText(t.newcomer)).toBeVisible();
      await expectPage(page, t.account);
      await press(page, t.makePasskey);
      await expectTold(page, t.passkeyMade);
      await expect(page.getByText(t.onlyOne)).toBeVisible();
      await expectAccessible(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
      // The device knows that it has one.
      await press(page, t.makePasskey);
      await expect(page.getByRole('status').filter({ hasText: t.troubles.known })).toBeVisible();
      expect(await standing(page)).toMatchObject({ role: 'button', name: t.makePasskey });

      await press(page, t.endHere);
      await expectPage(page, texts(language).pages.problems['sign-in'].title);
      await page.goto(at('library'));
      await follow(page, t.title);
      await expectPage(page, t.title);
      await device.verify(false);
      await press(page, t.withPasskey);
      await expect(page.getByRole('status')).toHaveText(t.troubles.cancelled);
      expect(await standing(page)).toMatchObject({ role: 'button', name: t.withPasskey });
      await expectAccessible(page);
      await device.verify(true);
      await press(page, t.withPasskey);
      await expect(page).toHaveURL(at('library'));

      await page.goto(`${origin}/account`);
      const passkeys = page.locator('#passkeys');
      const remove = passkeys.getByRole('listitem').getByRole('button');
      await press(page, (await remove.getAttribute('aria-label')) ?? '');
      await expectTold(page, t.removed);
      await expect(passkeys.getByRole('listitem')).toHaveCount(0);
      await press(page, t.endHere);
      await expectPage(page, texts(language).pages.problems['sign-in'].title);
      await follow(page, t.title);
      await press(page, t.withPasskey);
      await expect(page.getByText(t.troubles.refused)).toBeVisible();
    });

    test('a recovery code signs in without script; the session that it was used in can be ended', async ({
      home,
    }) => {
      const { page, at, origin } = home;
      const t = signInTexts(language);
      await openAccount(home, t.accountLink);
      await press(page, t.makeCodes);
      const codes = page.getByRole('main').getByRole('listitem');
      await expect(codes).toHaveCount(10);
      const [code = ''] = await codes.allTextContents();
      await expectAccessible(page);
      const bare = await page
        .context()
        .browser()
        ?.newContext({ javaScriptEnabled: false, locale: language });
      if (!bare) throw new Error('no browser');
      const other = await bare.newPage();
      await other.goto(at('library'));
      await follow(other, t.title);
      await type(other, t.code, 'not a code');
      await other.keyboard.press('Enter');
      // The focus stands in the field, and what is wrong is told with it.
      await expect(other.getByLabel(t.code)).toBeFocused();
      expect((await standing(other)).description).toContain(t.codeWrong);
      await type(other, t.code, code);
      await other.keyboard.press('Enter');
      await expect(other).toHaveURL(at('library'));

      await page.goto(`${origin}/account`);
      await press(page, t.endOthers);
      await expectTold(page, t.othersEnded);
      await expect(page.locator('#sessions').getByRole('listitem')).toHaveCount(1);
      expect((await other.goto(at('library')))?.status()).toBe(401);
      await bare.close();
    });
  });

const CLAIM = path.resolve(import.meta.dirname, '../../worker/local/claim-again.ts');

const newUuid = '0198b1f0-0000-7000-8000-000000000000';

const linkIn = (said: string): string => /http\S+\/claim\/\S+/.exec(said)?.[0] ?? '';

test('who is locked out gets a link from the command, which signs in once, while the server runs', async ({
  context,
}) => {
  const data = temporaryFolder();
  const installation = await install(data.folder);
  const run = (...options: readonly string[]): string =>
    execFileSync(process.execPath, [CLAIM, ...options], {
      encoding: 'utf8',
      stdio: 'pipe',
      env: { ...process.env, DATELINE_DATA: data.folder, ORIGIN: installation.origin },
    });
  expect(run).toThrow(/Nobody owns this Dateline yet/);
  const page = await claim(tabsOf(context), installation.claim ?? '');
  const library = page.url();
  await page.context().clearCookies();
  const earlier = linkIn(run());
  const link = linkIn(run());
  const t = signInTexts('en');
  expect((await page.goto(earlier))?.status()).toBe(410);
  await page.goto(link);
  await expectAccessible(page);
  await press(page, t.title);
  await expect(page.getByText(t.newcomer)).toBeVisible();
  expect((await page.goto(library))?.status()).toBe(200);
  expect((await page.goto(link))?.status()).toBe(410);
  // Somebody else is named by their id.
  expect(() => run('--account', 'Linh')).toThrow(/An account goes by its id/);
  expect(() => run('--account', newUuid)).toThrow(/No account here has the id/);
  const [, workspace = ''] = /\/w\/([^/]+)/.exec(library) ?? [];
  const told = await page.request.get(`${installation.origin}/api/w/${workspace}/members`);
  const [account = ''] = /[0-9a-f-]{36}/.exec(await told.text()) ?? [];
  const named = run('--account', account);
  expect(named).toContain('Signs in to the account of');
  await page.goto(linkIn(named));
  await press(page, t.title);
  await expectTold(page, t.anew);
  await installation.stop();
  data.remove();
});
