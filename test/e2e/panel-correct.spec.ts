// What was read wrong is set right by the reader, and the clip stands on the day that the reader says.
import { expect, type Page } from '@playwright/test';
import * as v from 'valibot';
import type { Written } from '../../extension/features/correct/written.ts';
import { type ClipCard, Digest } from '../../shared/schema/digest.ts';
import type { Dateline } from '../../worker/local/demo/browser.ts';
import { claim, pair } from '../../worker/local/demo/first-hour.ts';
import {
  type Installation,
  install,
  temporaryFolder,
} from '../../worker/local/demo/installation.ts';
import { headline, kept, openForm, readAndKeep } from './panel-acts.ts';
import { cards } from './panel-cards.ts';
import { test as base } from './panel-test.ts';

/** `test` with the real server, claimed by its owner and paired with the extension. */
const test = base.extend<{ home: Home }>({
  home: async ({ dateline }, use) => {
    const data = temporaryFolder();
    let installation = await install(data.folder);
    const port = Number(new URL(installation.origin).port);
    await use({
      ...(await settle(dateline, installation)),
      leave: () => installation.stop(),
      comeBack: async () => {
        installation = await install(data.folder, port);
      },
    });
    await installation.stop();
    data.remove();
  },
});

interface Home {
  /** What stands on a day, by the API. */
  clipsOn: (day: string) => Promise<Pick<ClipCard, keyof Written>[]>;
  /** Ends the server, as a computer that is switched off does. */
  leave: () => Promise<void>;
  comeBack: () => Promise<void>;
}

const settle = async (dateline: Dateline, { origin, claim: link }: Installation) => {
  const page = await claim(dateline, link ?? '');
  const workspace = new URL(page.url()).pathname.split('/')[2] ?? '';
  await pair(dateline, origin, 'en');
  const clipsOn = async (day: string) => {
    const answer = await page.request.get(`${origin}/api/w/${workspace}/digests/${day}`);
    const { groups } = v.parse(Digest, await answer.json());
    return groups
      .flatMap(({ stories }) => stories.flatMap(({ clips }) => clips))
      .map(({ title, section, category, published, authors }) => ({
        title,
        section,
        category,
        published,
        authors,
      }));
  };
  return { clipsOn };
};

/** Fills in the form, and leaves it open. */
const write = async (panel: Page, fields: Record<string, string>): Promise<void> => {
  await openForm(panel);
  for (const [label, text] of Object.entries(fields)) await panel.getByLabel(label).fill(text);
};

/** Fills in the form and presses Enter in its last field. */
const correct = async (panel: Page, fields: Record<string, string>): Promise<void> => {
  await write(panel, fields);
  await panel.getByLabel('By', { exact: true }).press('Enter');
};

test.describe('in the library', () => {
  test.setTimeout(120_000);

  test('what is corrected before it is kept goes into the clip, and the clip stands on the corrected day', async ({
    dateline,
    home,
    pages,
  }) => {
    const panel = await dateline.read(await dateline.open(`${pages.origin}/plain`));
    await write(panel, {
      Headline: 'A register that anyone may search',
      Section: 'Politics > Province',
      Date: '2022-12-24',
      By: 'Lan Anh, Minh Phạm',
    });
    // The form is open: what is written in it counts.
    await panel.getByRole('button', { name: 'Keep this article' }).click();
    await expect(headline(panel)).toHaveText('A register that anyone may search');
    await expect(panel.locator('.path')).toHaveText(
      'Politics › ProvinceTopic: Politics, by its section',
    );
    await expect(panel.locator('.facts')).toContainText('By Lan Anh, Minh Phạm');
    await expect(
      panel.getByRole('link', { name: 'Kept in the digest of Saturday, 24 December 2022' }),
    ).toBeVisible();
    expect(await home.clipsOn('2022-12-24')).toEqual([
      {
        title: 'A register that anyone may search',
        section: ['Politics', 'Province'],
        category: '11000000',
        published: '2022-12-24T08:05',
        authors: ['Lan Anh', 'Minh Phạm'],
      },
    ]);
    expect(await home.clipsOn('2022-12-27')).toEqual([]);
  });

  test('what is kept is corrected too, and moves to the day that it should stand on', async ({
    dateline,
    home,
    pages,
  }) => {
    const panel = await readAndKeep(dateline, `${pages.origin}/plain`);
    await expect(kept(panel)).toBeVisible();
    await correct(panel, { Headline: 'The register opens', Date: '2022-12-24' });
    const moved = panel.getByRole('link', {
      name: 'Kept in the digest of Saturday, 24 December 2022',
    });
    await expect(moved).toBeVisible();
    const titles = async (day: string) => (await home.clipsOn(day)).map(({ title }) => title);
    expect(await titles('2022-12-24')).toEqual(['The register opens']);
    expect(await titles('2022-12-27')).toEqual([]);
    await openForm(panel);
    await panel.getByRole('button', { name: 'As on the page' }).click();
    await expect(
      panel.getByRole('link', { name: 'Kept in the digest of Tuesday, 27 December 2022' }),
    ).toBeVisible();
    expect(await titles('2022-12-27')).toEqual(['The register of land opens']);
    expect(await titles('2022-12-24')).toEqual([]);
  });

  test('a correction before keeping holds for what the library has from elsewhere too', async ({
    dateline,
    home,
    pages,
  }) => {
    const panel = await readAndKeep(dateline, `${pages.origin}/plain`);
    await expect(kept(panel)).toBeVisible();
    await expect.poll(() => cards(panel)).toBe(1);
    // As a browser in which nothing tells that the library has the page.
    await panel.evaluate(`new Promise((resolve) => {
      indexedDB.open('dateline').onsuccess = ({ target: { result } }) => {
        const tx = result.transaction(['kept', 'cards'], 'readwrite');
        tx.objectStore('kept').clear();
        tx.objectStore('cards').clear();
        tx.oncomplete = () => { result.close(); resolve(); };
      };
    })`);
    await dateline.read(await dateline.open(`${pages.origin}/plain`));
    await correct(panel, { Date: '2022-12-24' });
    await panel.getByRole('button', { name: 'Keep this article' }).click();
    await expect(
      panel.getByRole('link', { name: 'Kept in the digest of Saturday, 24 December 2022' }),
    ).toBeVisible();
    expect(await home.clipsOn('2022-12-24')).toHaveLength(1);
    expect(await home.clipsOn('2022-12-27')).toEqual([]);
  });

  test('a topic that was set right of an article that is not kept comes with the next one of its section', async ({
    dateline,
    home,
    pages,
  }) => {
    await home.leave();
    const panel = await dateline.read(await dateline.open(`${pages.origin}/vi`));
    await openForm(panel);
    await panel.getByLabel('Topic').selectOption('None of these');
    await panel.getByRole('button', { name: 'Apply' }).click();
    await expect(panel.locator('.path .topic')).toHaveText('Topic: none, set by a reader');
    await readAndKeep(dateline, `${pages.origin}/vi/next`);
    await expect(panel.getByText('Saved.')).toBeVisible();
    await home.comeBack();
    await panel.getByRole('button', { name: 'Send now' }).click();
    await expect(kept(panel)).toBeVisible();
    expect(await home.clipsOn('2022-12-27')).toMatchObject([
      { section: ['Chính trị', 'Tin trong tỉnh'], category: null },
    ]);
  });

  test('a correction made while nothing answers waits behind its clip, and both arrive', async ({
    dateline,
    home,
    pages,
  }) => {
    await home.leave();
    const panel = await readAndKeep(dateline, `${pages.origin}/plain`);
    await expect(panel.getByText('Saved.')).toBeVisible();
    await correct(panel, { Date: '2022-12-24' });
    await correct(panel, { Headline: 'The register opens' });
    await expect(panel.getByText('1 article is waiting to be sent')).toBeVisible();
    await home.comeBack();
    await panel.getByRole('button', { name: 'Send now' }).click();
    await expect(
      panel.getByRole('link', { name: 'Kept in the digest of Saturday, 24 December 2022' }),
    ).toBeVisible();
    expect(await home.clipsOn('2022-12-24')).toMatchObject([{ title: 'The register opens' }]);
  });
});

test('a topic that is set right holds for the next page of that section, also while nothing answers', async ({
  dateline,
  pages,
}) => {
  const panel = await dateline.read(await dateline.open(`${pages.origin}/vi`));
  const topic = panel.locator('.path .topic');
  await expect(topic).toHaveText('Topic: Politics, by its section');
  await openForm(panel);
  await panel.getByLabel('Topic').selectOption('Environment');
  await panel.getByRole('button', { name: 'Apply' }).click();
  await expect(topic).toHaveText('Topic: Environment, set by a reader');
  await expect(panel.locator('.acts output')).toHaveText('Corrected by you: topic');
  await dateline.read(await dateline.open(`${pages.origin}/vi/next`));
  await expect(headline(panel)).toHaveText(/^Huyện mở sổ/);
  await expect(topic).toHaveText('Topic: Environment, set by a reader');
  await expect(panel.locator('.acts output')).toBeEmpty();
  // Another site's section of the same name is another one.
  await dateline.read(await dateline.open(`${pages.otherOrigin}/vi`));
  await expect(topic).toHaveText('Topic: Politics, by its section');
});

test('a corrected date says so, and keeps the time that was shown', async ({ dateline, pages }) => {
  const panel = await dateline.read(await dateline.open(`${pages.origin}/plain`));
  await correct(panel, { Date: '2022-12-24' });
  const date = panel.getByRole('button', { name: /^Saturday,? 24 December 2022, 08:05/ });
  await date.focus();
  await expect(panel.getByRole('tooltip')).toHaveText('corrected by you');
  await expect(panel.locator('.acts output')).toHaveText('Corrected by you: date');
});

test('the form is used by keyboard: Escape leaves all as it was, and the focus comes back', async ({
  dateline,
  pages,
}) => {
  const panel = await dateline.read(await dateline.open(`${pages.origin}/plain`));
  const button = panel.getByRole('button', { name: 'Correct…' });
  await button.focus();
  await panel.keyboard.press('Enter');
  await expect(panel.getByLabel('Headline')).toBeFocused();
  await panel.keyboard.insertText('Never mind');
  await panel.keyboard.press('Tab');
  await expect(panel.getByLabel('Section')).toBeFocused();
  await panel.keyboard.press('Escape');
  await expect(panel.getByLabel('Headline')).toBeHidden();
  await expect(button).toBeFocused();
  await expect(headline(panel)).toHaveText('The register of land opens');

  await panel.keyboard.press('Enter');
  await expect(panel.getByLabel('Headline')).toHaveValue('The register of land opens');
  await expect(panel.getByLabel('Headline')).toBeFocused();
  await panel.keyboard.press('ControlOrMeta+A');
  await panel.keyboard.insertText('The register opens');
  await panel.keyboard.press('Enter');
  await expect(headline(panel)).toHaveText('The register opens');
  await expect(button).toBeFocused();
});

test('what cannot be so is told at its field, and nothing that was written is lost', async ({
  dateline,
  pages,
}) => {
  const panel = await dateline.read(await dateline.open(`${pages.origin}/plain`));
  await openForm(panel);
  await panel.getByLabel('Headline').fill(' ');
  await panel.getByLabel('Section').fill('Politics > Province');
  // A day without its year is no date, and no empty field either.
  await panel.getByLabel('Date').fill('');
  await panel.getByLabel('Date').focus();
  await panel.keyboard.type('24');
  // Nothing is kept under a date that its reader was about to correct.
  await panel.getByRole('button', { name: 'Keep this article' }).click();
  await expect(panel.getByLabel('Headline')).toBeFocused();
  await expect(panel.getByLabel('Headline')).toHaveAccessibleDescription(/needs a headline/);
  await expect(panel.getByLabel('Date')).toHaveAccessibleDescription(/not a date/);
  await expect(panel.getByLabel('Section')).toHaveValue('Politics > Province');
  await expect(panel.getByRole('button', { name: 'Keep this article' })).toBeVisible();
  await panel.getByLabel('Headline').fill('The register');
  await panel.getByLabel('Date').fill('');
  await panel.getByLabel('Section').press('Enter');
  await expect(headline(panel)).toHaveText('The register');
  await expect(panel.locator('.facts')).not.toContainText('No date on the page');
  await expect(panel.locator('.acts output')).toHaveText(
    'Corrected by you: headline, section, date',
  );
});

test('a correction outlives another read and the panel itself, and no other page sees it', async ({
  dateline,
  pages,
}) => {
  const page = await dateline.open(`${pages.origin}/plain`);
  const panel = await dateline.read(page);
  await correct(panel, { Headline: 'The register opens' });
  await dateline.read(await dateline.open(`${pages.otherOrigin}/other`));
  await expect(headline(panel)).toHaveText('Another story altogether');
  await expect(panel.locator('.acts output')).toBeEmpty();
  await page.bringToFront();
  await expect(headline(panel)).toHaveText('The register opens');
  await page.reload();
  await dateline.read(page);
  await panel.reload();
  await dateline.read(page);
  await expect(headline(panel)).toHaveText('The register opens');
  await openForm(panel);
  await panel.getByRole('button', { name: 'As on the page' }).click();
  await expect(headline(panel)).toHaveText('The register of land opens');
  await expect(panel.locator('.acts output')).toBeEmpty();
});

test('a page that puts another article in its place shows nothing of the correction, nor its form', async ({
  dateline,
  pages,
}) => {
  const page = await dateline.open(`${pages.origin}/plain`);
  const panel = await dateline.read(page);
  await correct(panel, { Headline: 'The register opens' });
  await openForm(panel);
  await page.evaluate(`{
    const link = document.createElement('link');
    link.rel = 'canonical';
    link.href = '/plain';
    document.head.append(link);
    document.querySelector('h1').textContent = document.title = 'The next story';
    history.pushState(null, '', '/next');
  }`);
  await expect(headline(panel)).toHaveText('The next story');
  await expect(panel.getByLabel('Headline')).toBeHidden();
  await expect(panel.locator('.acts output')).toBeEmpty();
});
