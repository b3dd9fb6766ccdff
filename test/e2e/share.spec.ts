// A public link is made by keyboard on a narrow screen, opened by somebody without an account, and revoked.
import { type BrowserContextOptions, expect, type Page } from '@playwright/test';
import { shareTexts } from '../../shared/locales/share.ts';
import { expectAccessible } from './accessible.ts';
import { expectPage, expectTold, follow, press, tabTo } from './by-keys.ts';
import { type Home, keepIn, test } from './import-page.ts';

const HOSTILE = '"><img src=x onerror=alert(1)><script>alert(1)</script>';
const NARROW = { width: 360, height: 740 };

/** A page of another browser profile, which has nothing of the first. */
const elsewhere = async ({ page }: Home, options: BrowserContextOptions = {}): Promise<Page> => {
  const context = await page
    .context()
    .browser()
    ?.newContext({ viewport: NARROW, ...options });
  if (!context) throw new Error('the browser is gone');
  return context.newPage();
};

const collection = ({ at }: Home, name: string): string =>
  at('library').replace(/library$/, `collection/${encodeURIComponent(name)}`);

for (const language of ['en', 'vi'] as const)
  test.describe(language, () => {
    test.use({ launch: { language } });

    test('a collection is shared, read without an account, and revoked, by keys at 360 px', async ({
      home,
    }) => {
      const { page } = home;
      const t = shareTexts(language);
      await keepIn(home, ['Biển'], { title: 'Cầu thông xe' }, { title: HOSTILE, site: HOSTILE });
      await page.setViewportSize(NARROW);
      await page.goto(collection(home, 'Biển'));
      await follow(page, t.share);
      await expectPage(page, t.titleOf('Biển'));
      await expect(page.getByText(t.noneOf)).toBeVisible();
      await expectAccessible(page);
      await tabTo(page, 'combobox', t.until);
      await page.keyboard.press('ArrowUp');
      expect((await tabTo(page, 'checkbox', t.fullText)).description).toBe(t.fullTextLead);
      await page.keyboard.press('Space');
      await tabTo(page, 'checkbox', t.feeds);
      await page.keyboard.press('Space');
      await press(page, t.press);
      await expectTold(page, t.wasMade);
      await expectAccessible(page);
      const url = await page.getByRole('textbox', { name: t.address }).inputValue();

      const guest = await elsewhere(home);
      const dialogs: string[] = [];
      guest.on('dialog', (dialog) => {
        dialogs.push(dialog.message());
        return dialog.dismiss();
      });
      const asked: string[] = [];
      guest.on('request', (request) => asked.push(new URL(request.url()).origin));
      await guest.goto(url);
      await expect(guest.getByRole('heading', { level: 1, name: 'Biển' })).toBeVisible();
      await expectAccessible(guest);
      const isCut = await guest.evaluate(
        () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
      );
      expect(isCut).toBe(false);
      await guest.getByRole('link', { name: 'Cầu thông xe' }).press('Enter');
      await expect(guest.getByText('Nobody knows why.')).toBeVisible();
      await expectAccessible(guest);
      await guest.getByRole('link', { name: 'Biển' }).press('Enter');
      await guest.getByRole('link', { name: HOSTILE }).first().press('Enter');
      await expect(guest.getByRole('heading', { level: 1, name: HOSTILE })).toBeVisible();
      expect(dialogs).toEqual([]);
      expect(new Set(asked)).toEqual(new Set([home.origin]));
      expect(await guest.context().cookies()).toEqual([]);

      await page.reload();
      await expect(page.getByText(t.visited(2))).toBeVisible();
      const revoke = page.getByRole('button', { name: t.revoke });
      await press(page, (await revoke.getAttribute('aria-label')) ?? '');
      await expectTold(page, t.wasRevoked);
      expect((await guest.goto(url))?.status()).toBe(404);
    });
  });

test('a link is made without a script', async ({ home }) => {
  const t = shareTexts('en');
  await keepIn(home, ['Sea'], { title: 'A bridge opens' });
  const bare = await elsewhere(home, {
    javaScriptEnabled: false,
    storageState: await home.page.context().storageState(),
  });
  await bare.goto(collection(home, 'Sea'));
  await bare.getByRole('link', { name: t.share }).click();
  await bare.getByRole('button', { name: t.press }).click();
  const guest = await elsewhere(home, { javaScriptEnabled: false });
  await guest.goto(await bare.getByRole('textbox', { name: t.address }).inputValue());
  await expect(guest.getByRole('link', { name: 'A bridge opens' })).toHaveAttribute(
    'rel',
    'noreferrer',
  );
});
