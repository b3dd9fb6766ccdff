// The whole story of a team: somebody founds it, lets a colleague in, reads what they keep, and removes them while they
// are offline with a clip that waits; a guest of one collection sees that collection and nothing else. Each in a browser
// profile of their own, the two of the team with the real extension; one of them in Vietnamese.
import { type Browser, expect, type Page, test as base } from '@playwright/test';
import { guestTexts } from '../../shared/locales/guests.ts';
import { texts } from '../../shared/locales/index.ts';
import { signInTexts } from '../../shared/locales/sign-in.ts';
import { teamTexts } from '../../shared/locales/teams.ts';
import type { InterfaceLanguage } from '../../shared/schema/text.ts';
import { chromiumArguments, findChromium } from '../../worker/local/chromium.ts';
import { type Dateline, launchDateline } from '../../worker/local/demo/browser.ts';
import { claim, pair } from '../../worker/local/demo/first-hour.ts';
import {
  type Installation,
  install,
  temporaryFolder,
} from '../../worker/local/demo/installation.ts';
import { expectTold } from './by-keys.ts';
import { countOutbox, expectNothingWaits } from './panel-home.ts';
import { type Pages, servePages } from './panel-pages.ts';
import { addAuthenticator } from './passkey-device.ts';

const test = base.extend<{
  server: Installation;
  founder: Dateline;
  colleague: Dateline;
  pages: Pages;
}>({
  server: async ({}, use) => {
    const data = temporaryFolder();
    const server = await install(data.folder);
    await use(server);
    await server.stop();
    data.remove();
  },
  founder: async ({}, use) => {
    const { dateline, close } = await launchDateline();
    await use(dateline);
    await close();
  },
  colleague: async ({}, use) => {
    const { dateline, close } = await launchDateline({ language: 'vi' });
    await use(dateline);
    await close();
  },
  pages: async ({}, use) => {
    const pages = await servePages();
    await use(pages);
    await pages.close();
  },
});

test.use({
  launchOptions: { executablePath: findChromium() ?? '', args: chromiumArguments() },
});
test.setTimeout(180_000);

const TEAM = 'The desk';
const OWN = 'Sổ của Lan';
const SHARED = 'Bridges';
const HIDDEN = 'Salaries';

const english = teamTexts('en');

const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();

/** Its button says by which key that is done, too. */
const keep = (panel: Page, language: InterfaceLanguage): Promise<void> =>
  panel.getByRole('button', { name: texts(language).panel.keep }).click();

/**
 * Makes a passkey on the page of the account, which is in English as its workspace is, signs out, and in again by it
 * alone: on pages in the browser's language.
 */
const signInByPasskey = async (page: Page, language: InterfaceLanguage): Promise<void> => {
  const t = signInTexts('en');
  const own = signInTexts(language);
  const { origin } = new URL(page.url());
  await addAuthenticator(page);
  await page.goto(`${origin}/account`);
  await press(page, t.makePasskey);
  await expect(page.locator('#passkeys').getByRole('listitem')).toHaveCount(1);
  await press(page, t.endHere);
  await page.getByRole('link', { name: own.title }).click();
  await press(page, own.withPasskey);
  await expect(page).not.toHaveURL(/sign-in/);
};

/** Makes a workspace and answers where it is: `/w/:workspace` with the origin. */
const makeWorkspace = async (
  page: Page,
  { name, language, shown }: { name: string; language: string; shown: InterfaceLanguage },
): Promise<string> => {
  const { pages: t } = texts(shown);
  await page.goto(`${new URL(page.url()).origin}/workspaces`);
  await page.getByLabel(t.claimName).fill(name);
  await page.getByLabel(t.claimLanguage).selectOption(language);
  await press(page, teamTexts(shown).make);
  await expect(page).toHaveURL(/\/members$/);
  return page.url().replace(/\/members$/, '');
};

/** Makes a link for an editor, or for a guest of a collection, and answers it. */
const inviteBy = async (page: Page, team: string, collection?: string): Promise<string> => {
  await page.goto(`${team}/members`);
  if (collection)
    await page
      .getByRole('combobox', { name: guestTexts('en').to, exact: true })
      .selectOption(collection);
  await press(page, english.makeInvite);
  return page.getByLabel(english.link, { exact: true }).inputValue();
};

/** Reads a page by the toolbar button, and puts it into a workspace and a collection as it is kept. */
const keepInto = async (
  dateline: Dateline,
  address: string,
  { collection, language }: { collection: string; language: InterfaceLanguage },
): Promise<Page> => {
  const { filing, panel: t } = texts(language);
  const panel = await dateline.read(await dateline.open(address));
  await panel.getByLabel(t.workspace, { exact: true }).selectOption(TEAM);
  await panel.getByRole('button', { name: filing.open }).click();
  const field = panel.getByRole('combobox', { name: filing.collections });
  await field.pressSequentially(collection);
  await field.press('Enter');
  await field.press('Enter');
  await keep(panel, language);
  return panel;
};

const keptIn = (panel: Page) => panel.locator('footer a[href*="/day/"]');

const guestOf = async (browser: Browser): Promise<Page> => {
  const context = await browser.newContext({ locale: 'en', viewport: { width: 360, height: 740 } });
  return context.newPage();
};

test('a team is founded, joined, shared with a guest, and left by who is removed, with nothing lost', async ({
  server,
  founder,
  colleague,
  pages,
  browser,
}) => {
  const { origin } = server;
  // Where an article goes is remembered for its site: the two collections are of two.
  const onOther = (title: string) => pages.named(title);
  const article = (title: string) => onOther(title).replace('127.0.0.1', 'localhost');
  let team = '';

  const page = await test.step('the first claims, and signs in by a passkey', async () => {
    const claimed = await claim(founder, server.claim ?? '');
    await signInByPasskey(claimed, 'en');
    return claimed;
  });

  await test.step('makes a team, pairs the extension, and keeps into two collections', async () => {
    team = await makeWorkspace(page, { name: TEAM, language: 'en', shown: 'en' });
    await pair(founder, origin, 'en');
    const into = { language: 'en' } as const;
    const panel = await keepInto(founder, onOther('Salaries of the board'), {
      ...into,
      collection: HIDDEN,
    });
    await expect(keptIn(panel)).toBeVisible();
    await keepInto(founder, article('The old bridge closes'), { ...into, collection: SHARED });
    await expectNothingWaits(panel);
  });

  const other =
    await test.step('invites a colleague, who signs in by a passkey of their own', async () => {
      const link = await inviteBy(page, team);
      const opened = await colleague.open(link);
      const t = teamTexts('vi');
      await expect(opened.getByRole('heading', { name: t.invitedTo(TEAM) })).toBeVisible();
      await opened.getByLabel(t.yourName).fill('Lan');
      await press(opened, t.join);
      await expect(opened).toHaveURL(`${origin}/account`);
      await signInByPasskey(opened, 'vi');
      return opened;
    });

  const panel =
    await test.step('who pairs, switches to the team in the panel, and keeps for it', async () => {
      await makeWorkspace(other, { name: OWN, language: 'vi', shown: 'en' });
      await pair(colleague, origin, 'vi');
      const opened = await keepInto(colleague, article('A new bridge opens'), {
        collection: SHARED,
        language: 'vi',
      });
      await expect(keptIn(opened)).toHaveAttribute('href', new RegExp(`^${team}/day/`));
      return opened;
    });

  await test.step('and the first sees it in the collection, and in the panel', async () => {
    await page.goto(`${team}/collection/${SHARED}`);
    await expect(page.getByRole('link', { name: 'A new bridge opens', exact: true })).toBeVisible();
    const { kept } = texts('en');
    // What is sent has the library asked for what is new there.
    const own = await founder.read(await founder.open(onOther('A tunnel instead')));
    await keep(own, 'en');
    await expect(keptIn(own)).toBeVisible();
    const known = await founder.read(await founder.open(article('A new bridge opens')));
    await expect(known.getByRole('heading', { level: 1 })).toHaveText('A new bridge opens');
    await expect(known.getByText(kept.byOthers('', 1).split(' on ')[0] ?? '')).toBeVisible();
  });

  await test.step('a guest of the collection sees it and nothing else', async () => {
    const guest = await guestOf(browser);
    await guest.goto(await inviteBy(page, team, SHARED));
    await guest.getByLabel(english.yourName).fill('Minh');
    await press(guest, english.join);
    await expectTold(guest, guestTexts('en').joined);
    await expect(guest.getByRole('heading', { level: 1, name: SHARED })).toBeVisible();
    const list = guest.getByRole('main');
    await expect(list.getByRole('link', { name: 'The old bridge closes' })).toBeVisible();
    await expect(list.getByRole('link', { name: 'A new bridge opens' })).toBeVisible();
    for (const unseen of [HIDDEN, 'Salaries of the board', 'A tunnel instead', 'Lan'])
      await expect(guest.locator('body')).not.toContainText(unseen);
    await list.getByRole('link', { name: 'A new bridge opens' }).click();
    await expect(list.getByRole('article').getByText('The council of the province')).toBeVisible();
    const [day = ''] =
      /\d{4}-\d{2}-\d{2}/.exec((await keptIn(panel).getAttribute('href')) ?? '') ?? [];
    for (const address of [
      `${team}/day/${day}`,
      `${team}/library`,
      `${team}/collection/${SHARED}`,
      `${team}/collection/${HIDDEN}`,
      `${team}/members`,
      `${team}/search?q=bridge`,
      guest
        .url()
        .replace('/guest/', '/')
        .replace(/[^/]+\/clip/, 'clip'),
      `${team.replace('/w/', '/api/w/')}/digests/${day}`,
      `${team.replace('/w/', '/api/w/')}/clips`,
    ])
      expect([address, (await guest.request.get(address)).status()]).toEqual([address, 404]);
    await guest.context().close();
  });

  await test.step('who is removed is out at once; what waited is kept, and told why', async () => {
    const { panel: t } = texts('vi');
    const tab = await colleague.open(article('Kept on the train'));
    await colleague.context.setOffline(true);
    await colleague.read(tab);
    await expect(panel.getByRole('heading', { level: 1 })).toHaveText('Kept on the train');
    await keep(panel, 'vi');
    await expect(panel.locator('.fate')).toContainText(t.saved);

    await page.goto(`${team}/members`);
    await page.getByRole('link', { name: english.changeOf('Lan') }).click();
    await press(page, english.remove);
    await expect(page).toHaveURL(/\/members/);
    await expect(page.getByText('Lan', { exact: true })).toBeHidden();

    await colleague.context.setOffline(false);
    for (const address of ['library', `collection/${SHARED}`, 'members'])
      expect((await other.goto(`${team}/${address}`))?.status()).toBe(404);
    await expect(panel.getByText(t.parkedCount(1))).toBeVisible();
    expect(await countOutbox(panel)).toEqual({ operations: 1, bytes: 1 });
    await expect(panel.getByLabel(t.workspace, { exact: true })).toBeHidden();

    const settings = await colleague.options();
    await expect(settings.getByText(t.connectedTo(OWN))).toBeVisible();
    const waits = settings.locator('.outbox').getByRole('listitem');
    await expect(waits).toContainText('Kept on the train');
    await expect(waits).toContainText(t.parked['not-found']);
    await press(settings, t.keepInto(OWN));
    await expectNothingWaits(settings);
    await other.goto(origin);
    await expect(other).toHaveURL(/\/day\//);
    await other.goto(other.url().replace(/day\/.*/, 'library?shelf=all'));
    await expect(other.getByRole('link', { name: 'Kept on the train', exact: true })).toBeVisible();
  });

  await test.step('and what the team had of them stays', async () => {
    await page.goto(`${team}/library?shelf=all`);
    await expect(page.getByRole('link', { name: 'A new bridge opens', exact: true })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Kept on the train', exact: true })).toBeHidden();
  });
});
