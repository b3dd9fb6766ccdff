// A team: somebody is let in by a link, keeps what the owner then sees, and is out once they are removed; one switches
// between workspaces, hands one over, leaves, and deletes. By keyboard, in both languages, without script on the
// newcomer's side.
import { expect, type Page } from '@playwright/test';
import { leavingTexts } from '../../shared/locales/leaving.ts';
import { linkTexts } from '../../shared/locales/link.ts';
import { signInTexts } from '../../shared/locales/sign-in.ts';
import { teamTexts } from '../../shared/locales/teams.ts';
import { texts } from '../../shared/locales/index.ts';
import type { InterfaceLanguage } from '../../shared/schema/text.ts';
import { expectAccessible } from './accessible.ts';
import { expectPage, expectTold, follow, press, standing, tabTo, type } from './by-keys.ts';
import { type Home, test } from './import-page.ts';

test.setTimeout(120_000);

const NARROW = { width: 360, height: 740 };

const membersOf = ({ at }: Home): string => at('settings').replace('settings', 'members');

/** A page in a browser of somebody else's. */
const elsewhere = async (page: Page, locale: string): Promise<Page> => {
  const context = await page
    .context()
    .browser()
    ?.newContext({ javaScriptEnabled: false, locale, viewport: NARROW });
  if (!context) throw new Error('no browser');
  return context.newPage();
};

/** Makes a link on the page of the members and answers it. */
const makeLink = async (page: Page, language: InterfaceLanguage): Promise<string> => {
  const t = teamTexts(language);
  await press(page, t.makeInvite);
  await expectPage(page, t.inviteMade);
  const field = page.getByLabel(t.link, { exact: true });
  await tabTo(page, 'textbox', t.link);
  return field.inputValue();
};

/** Lan's page, once she has come in by a link. */
const letIn = async (page: Page, link: string, language: InterfaceLanguage): Promise<Page> => {
  const t = teamTexts(language);
  const other = await elsewhere(page, language);
  await other.goto(link);
  await expectPage(other, t.invitedTo(texts(language).pages.claimDefaultName));
  await type(other, t.yourName, 'Lan');
  expect((await standing(other)).description).toBe(t.yourNameLead);
  await press(other, t.join);
  await expectPage(other, signInTexts(language).account);
  return other;
};

for (const language of ['en', 'vi'] as const)
  test.describe(language, () => {
    test.use({ launch: { language } });

    test('who is invited keeps a page that the owner sees, and is out when removed', async ({
      home,
    }) => {
      const { page, at, origin } = home;
      const t = teamTexts(language);
      await page.setViewportSize(NARROW);
      await page.goto(at('settings'));
      await follow(page, t.membersLink);
      await expectPage(page, t.members);
      await expectAccessible(page);
      const link = await makeLink(page, language);
      await expect(page.getByText(t.shownOnce(t.days(7)))).toBeVisible();
      await expectAccessible(page);

      const other = await letIn(page, link, language);
      await expect(other.getByText(signInTexts(language).newcomer)).toBeVisible();
      expect(await other.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
      const shared = new URLSearchParams({ title: 'Cầu thông xe', url: 'https://a.example/1' });
      await other.goto(`${origin}/keep?${shared}`);
      await press(other, linkTexts(language).keep);
      await expect(other.getByRole('heading', { name: linkTexts(language).kept })).toBeVisible();

      await page.goto(`${at('library')}?shelf=all`);
      await expect(page.getByRole('main')).toContainText('Cầu thông xe');
      await page.goto(membersOf(home));
      await follow(page, t.changeOf('Lan'));
      await expectPage(page, 'Lan');
      await expectAccessible(page);
      await press(page, t.remove);
      await expectTold(page, t.done.removed);
      await expectAccessible(page);
      await expect(page.getByRole('main').getByText('Lan')).toHaveCount(0);
      expect((await other.goto(at('library')))?.status()).toBe(404);
      await other.goto(origin);
      await expectPage(other, t.none);

      // A link that nobody has used yet is revoked.
      const revoked = await makeLink(page, language);
      await follow(page, t.backToMembers);
      const revoke = page.locator('#invites').getByRole('listitem').getByRole('button');
      await press(page, (await revoke.getAttribute('aria-label')) ?? '');
      await expectTold(page, t.done['invite-revoked']);
      for (const dead of [link, revoked]) {
        await page.goto(dead);
        await expectPage(page, texts(language).pages.problems['not-found'].title);
      }
      await other.context().close();
    });

    test('one makes a second workspace, and switches between the two by the name at the top', async ({
      home,
    }) => {
      const { page, at, origin } = home;
      const t = teamTexts(language);
      const { pages } = texts(language);
      await page.setViewportSize(NARROW);
      await page.goto(`${origin}/workspaces`);
      await expectPage(page, t.workspaces);
      await expectAccessible(page);
      await type(page, pages.claimName, 'Tổ kinh tế');
      await press(page, t.make);
      await expectPage(page, t.members);
      await follow(page, t.switchFrom('Tổ kinh tế'));
      await expect(page).toHaveURL(`${origin}/workspaces`);
      await follow(page, pages.claimDefaultName);
      await expect(page).toHaveURL(new RegExp(at('library').replace('library', 'day/')));
      await page.goto(origin);
      await expect(page).toHaveURL(new RegExp(at('library').replace('library', 'day/')));
      await tabTo(page, 'link', t.switchFrom(pages.claimDefaultName));
    });

    test('a workspace is handed over, left and deleted, and an account is: each is said before, and then done', async ({
      home,
    }) => {
      const { page, at, origin } = home;
      const t = teamTexts(language);
      const leaving = leavingTexts(language);
      const { claimDefaultName: name, problems } = texts(language).pages;
      await page.goto(membersOf(home));
      await expect(page.getByText(t.lastOwner)).toBeVisible();
      const other = await letIn(page, await makeLink(page, language), language);

      // Who is the only owner of what others belong to hands it over first.
      await page.goto(`${origin}/account/delete`);
      await expect(page.getByText(leaving.handOverFirst)).toBeVisible();
      await expect(page.getByRole('main').getByRole('button')).toHaveCount(0);
      await follow(page, name);
      await follow(page, t.changeOf('Lan'));
      await expect(page.getByText(t.handOverLead('Lan'))).toBeVisible();
      await press(page, t.handOver);
      await expectTold(page, t.done['handed-over']);
      await expect(page.locator('#invites')).toHaveCount(0);

      await expect(page.getByText(leaving.keptOfYoursStays)).toBeVisible();
      await press(page, t.leave);
      await expectTold(page, t.left);
      await expectPage(page, t.none);
      expect((await page.goto(at('library')))?.status()).toBe(404);

      // The new owner deletes it, and types its name.
      await other.goto(at('settings'));
      await follow(other, leaving.deleteWorkspace);
      await expectPage(other, leaving.deleteTitle(name));
      await expect(other.getByText(leaving.addressesDie)).toBeVisible();
      await type(other, leaving.typeName(name), 'Another');
      await other.keyboard.press('Enter');
      // The page that says so has the field and its focus where the one before had them.
      await expect.poll(async () => (await standing(other)).description).toBe(leaving.wrongName);
      await type(other, leaving.typeName(name), name);
      await other.keyboard.press('Enter');
      await expectTold(other, leaving.deleted);
      expect((await other.goto(at('library')))?.status()).toBe(404);

      await other.goto(`${origin}/account`);
      await follow(other, leaving.deleteAccount);
      await expectPage(other, leaving.accountTitle);
      await expect(other.getByText(leaving.signInGoes)).toBeVisible();
      await tabTo(other, 'checkbox', leaving.sure);
      await other.keyboard.press('Space');
      await press(other, leaving.deleteAccountNow);
      await expectPage(other, leaving.accountDeleted);
      expect((await other.goto(`${origin}/account`))?.status()).toBe(401);
      await expectPage(other, problems['sign-in'].title);
      await other.context().close();
    });
  });
