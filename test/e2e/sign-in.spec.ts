// Signing in with a passkey, by keyboard, in both languages: a real browser with a virtual authenticator (WebDriver's, by
// the DevTools protocol), and a real server.
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { signInTexts } from '../../shared/locales/sign-in.ts';
import { claim } from '../../worker/local/demo/first-hour.ts';
import { install, temporaryFolder } from '../../worker/local/demo/installation.ts';
import { expectAccessible } from './accessible.ts';
import { type Home, test } from './import-page.ts';

test.setTimeout(120_000);

/** Gives a page's browser a device that makes passkeys and says yes to all. */
const addAuthenticator = async (page: Page) => {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    /** Whether the person proves who they are from now on. */
    verify: (isUserVerified: boolean) =>
      devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }),
  };
};

const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).press('Enter');

const openAccount = async ({ page, at, origin }: Home, link: string): Promise<void> => {
  await page.goto(at('settings'));
  await page.getByRole('link', { name: link }).press('Enter');
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
      await press(page, t.makePasskey);
      await expect(page.getByText(t.onlyOne)).toBeVisible();
      await expectAccessible(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
      // The device knows that it has one.
      await press(page, t.makePasskey);
      await expect(page.getByText(t.troubles.known)).toBeVisible();

      await press(page, t.endHere);
      await expect(page.getByRole('link', { name: t.title })).toBeVisible();
      await page.goto(at('library'));
      await page.getByRole('main').getByRole('link', { name: t.title }).press('Enter');
      await device.verify(false);
      await press(page, t.withPasskey);
      await expect(page.getByText(t.troubles.cancelled)).toBeVisible();
      await expectAccessible(page);
      await device.verify(true);
      await press(page, t.withPasskey);
      await expect(page).toHaveURL(at('library'));

      await page.goto(`${origin}/account`);
      const passkeys = page.locator('#passkeys');
      await passkeys.getByRole('listitem').getByRole('button').press('Enter');
      await expect(page.getByText(t.removed)).toBeVisible();
      await expect(passkeys.getByRole('listitem')).toHaveCount(0);
      await press(page, t.endHere);
      await page.getByRole('link', { name: t.title }).press('Enter');
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
      const bare = await page.context().browser()?.newContext({ javaScriptEnabled: false });
      if (!bare) throw new Error('no browser');
      const other = await bare.newPage();
      await other.goto(at('library'));
      await other.getByRole('main').getByRole('link').click();
      const field = other.locator('input[name=code]');
      await field.fill('not a code');
      await field.press('Enter');
      await expect(other.locator('#code-wrong')).toBeVisible();
      await field.fill(code);
      await field.press('Enter');
      await expect(other).toHaveURL(at('library'));

      await page.goto(`${origin}/account`);
      await press(page, t.endOthers);
      await expect(page.locator('#sessions').getByRole('listitem')).toHaveCount(1);
      expect((await other.goto(at('library')))?.status()).toBe(401);
      await bare.close();
    });
  });

const CLAIM = path.resolve(import.meta.dirname, '../../worker/local/claim-again.ts');

const linkIn = (said: string): string => /http\S+\/claim\/\S+/.exec(said)?.[0] ?? '';

test('a locked-out owner gets a link from the command, which signs in once, while the server runs', async ({
  dateline,
}) => {
  const data = temporaryFolder();
  const installation = await install(data.folder);
  const run = (): string =>
    execFileSync(process.execPath, [CLAIM], {
      encoding: 'utf8',
      stdio: 'pipe',
      env: { ...process.env, DATELINE_DATA: data.folder, ORIGIN: installation.origin },
    });
  expect(run).toThrow(/Nobody owns this Dateline yet/);
  const page = await claim(dateline, installation.claim ?? '');
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
  await installation.stop();
  data.remove();
});
