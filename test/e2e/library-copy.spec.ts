// The list of the library's copy, offline and by keyboard alone, in both languages.
import { expect, type Page } from '@playwright/test';
import * as v from 'valibot';
import { libraryTexts } from '../../shared/locales/library.ts';
import { listedTexts } from '../../shared/locales/listed.ts';
import { texts } from '../../shared/locales/index.ts';
import { ActWrite } from '../../shared/schema/act.ts';
import type { Dateline } from '../../worker/local/demo/browser.ts';
import { connect } from './panel-acts.ts';
import { cardOf, cards, holdCards } from './panel-cards.ts';
import type { Library } from './panel-library.ts';
import { test } from './panel-test.ts';

const HELD = [
  cardOf(3, { title: 'Bão vào bờ', language: 'vi', tags: ['storm'], keptDay: '2022-12-29' }),
  cardOf(2, { title: 'The register opens', day: '2022-12-26', starred: true, state: 'done' }),
  cardOf(1, { title: 'A storm at sea', tags: ['storm'], section: ['Weather'] }),
];

/** The page, with a copy of those clips, without a network. */
const openCopy = async (
  dateline: Dateline,
  library: Library,
  language: 'en' | 'vi',
): Promise<Page> => {
  holdCards(library, HELD, [{ noun: 'tag', id: 'storm', name: 'Bão lũ' }]);
  const options = await connect(dateline, library);
  await expect.poll(() => cards(options)).toBe(3);
  if (language === 'vi') await options.getByRole('radio', { name: 'Tiếng Việt' }).check();
  const page = await dateline.context.newPage();
  await page.goto(new URL('/library.html', options.url()).href);
  await dateline.context.setOffline(true);
  await page.reload();
  return page;
};

for (const language of ['en', 'vi'] as const)
  test(`${language}: a copy is gone through, asked and shown in other ways by keys alone`, async ({
    dateline,
    library,
  }) => {
    const page = await openCopy(dateline, library, language);
    const [t, own] = [libraryTexts(language), listedTexts(language)];
    const titles = page.getByRole('heading', { level: 3 });
    const press = (name: string) => page.getByRole('link', { name, exact: true }).press('Enter');
    await expect(titles).toHaveText(['Bão vào bờ', 'A storm at sea']);
    await expect(page.getByText(texts(language).local.allSent)).toBeVisible();

    await page.keyboard.press('j');
    const first = page.getByRole('link', { name: 'Bão vào bờ', exact: true });
    await expect(first).toBeFocused();
    await expect(first).toHaveAttribute('href', `${library.origin}/w/home/clip/${HELD[0]?.id}`);
    await page.keyboard.press('j');
    await expect(page.getByRole('link', { name: 'A storm at sea', exact: true })).toBeFocused();
    await page.keyboard.press('k');
    await expect(first).toBeFocused();

    await press(t.shelves.all);
    await expect(titles).toHaveCount(3);
    await press(own.orders.published);
    await expect(titles).toHaveText(['Bão vào bờ', 'A storm at sea', 'The register opens']);

    // A tag by its completion, without its marks.
    await page.keyboard.press('/');
    await page.keyboard.type('tag:bao');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('combobox')).toHaveValue('tag:"Bão lũ" ');
    await expect(titles).toHaveText(['Bão vào bờ', 'A storm at sea']);
    await page.keyboard.type('-"at sea" bao');
    await expect(titles).toHaveText(['Bão vào bờ']);
    await expect(page.getByRole('link', { name: own.inLibrary })).toHaveAttribute(
      'href',
      /\/w\/home\/search\?q=tag/,
    );
    // The address says it all: the page is the same when it is opened again.
    await page.reload();
    await expect(titles).toHaveText(['Bão vào bờ']);
    await expect(page.getByRole('combobox')).toHaveValue(/^tag:"Bão lũ"/);

    // Of the field's own keys none is one of the list's.
    await page.getByRole('combobox').fill('');
    await press(own.looks.dense);
    await page.keyboard.press('?');
    const keys = page.getByRole('dialog');
    await keys.getByLabel(t.keysOn).press('Space');
    await page.keyboard.press('Escape');
    await expect(keys).toHaveCount(0);
    await page.getByRole('link', { name: 'Bão vào bờ', exact: true }).focus();
    await page.keyboard.press('j');
    await expect(page.getByRole('link', { name: 'Bão vào bờ', exact: true })).toBeFocused();
  });

test('the panel searches the copy offline, one key away, and leads to the rest', async ({
  dateline,
  library,
  pages,
}) => {
  const panel = await dateline.read(await dateline.open(`${pages.origin}/plain`));
  const list = await openCopy(dateline, library, 'en');
  await list.close();
  await panel.bringToFront();
  await expect(panel.getByRole('heading', { level: 1 })).toBeVisible();
  await panel.keyboard.press('/');
  const field = panel.getByRole('combobox', { name: 'Search headlines and texts' });
  await expect(field).toBeFocused();
  await panel.keyboard.type('bao bo');
  const hits = panel.getByRole('dialog').getByRole('listitem');
  await expect(hits).toHaveCount(1);
  await expect(hits.locator('mark')).toHaveText(['Bão', 'bờ']);
  await expect(hits.getByRole('link')).toHaveAttribute(
    'href',
    `${library.origin}/w/home/clip/${HELD[0]?.id}`,
  );
  await expect(panel.getByRole('link', { name: 'Search the library' })).toHaveAttribute(
    'href',
    `${library.origin}/w/home/search?q=bao+bo`,
  );
  const opened = dateline.context.waitForEvent('page');
  await panel.getByRole('link', { name: 'Library on this computer' }).press('Enter');
  await expect((await opened).getByRole('combobox')).toHaveValue('bao bo');
  await panel.bringToFront();
  await panel.keyboard.press('Escape');
  await expect(field).toHaveCount(0);
});

for (const language of ['en', 'vi'] as const)
  test(`${language}: five things done offline by keys are there at once, and reach the library in their order`, async ({
    dateline,
    library,
  }) => {
    const page = await openCopy(dateline, library, language);
    const t = libraryTexts(language);
    const link = (title: string) => page.getByRole('link', { name: title, exact: true });
    const button = (act: string, title: string) =>
      page.getByRole('button', { name: t.of(act, title), exact: true });
    await expect(link('Bão vào bờ')).toBeVisible();
    await page.keyboard.press('j');
    await page.keyboard.press('e');
    await expect(button(t.done, 'Bão vào bờ')).toHaveAttribute('aria-pressed', 'true');
    await page.keyboard.press('s');
    await expect(button(t.star, 'Bão vào bờ')).toHaveAttribute('aria-pressed', 'true');
    await page.keyboard.press('t');
    await expect(page.getByRole('dialog')).toContainText('Bão lũ');
    await page.keyboard.type('Biển,');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.getByRole('listitem').first()).toContainText('Biển');
    // What is deleted and taken back was never done.
    await page.keyboard.press('#');
    await expect(link('Bão vào bờ')).toHaveCount(0);
    await expect(link('A storm at sea')).toBeFocused();
    await page.getByRole('button', { name: t.undo }).press('Enter');
    await expect(link('Bão vào bờ')).toBeVisible();
    await link('A storm at sea').focus();
    await page.keyboard.press('#');
    await expect(link('A storm at sea')).toHaveCount(0);
    await link('Bão vào bờ').focus();
    await page.keyboard.press('e');
    await expect(button(t.done, 'Bão vào bờ')).toHaveAttribute('aria-pressed', 'false');
    // It is all the same once the page is read again.
    await page.reload();
    await expect(page.getByRole('heading', { level: 3 })).toHaveText(['Bão vào bờ']);
    await expect(button(t.star, 'Bão vào bờ')).toHaveAttribute('aria-pressed', 'true');
    expect(library.puts).toEqual([]);

    await dateline.context.setOffline(false);
    await expect.poll(() => library.puts.length, { timeout: 20_000 }).toBe(5);
    const sent = library.puts.map(({ body }) =>
      v.parse(v.pipe(v.string(), v.parseJson(), ActWrite), body),
    );
    const [storm, , sea] = HELD;
    expect(sent.map(({ clip, act }) => [clip, act])).toEqual([
      [storm?.id, { kind: 'read', reading: { state: 'done' } }],
      [storm?.id, { kind: 'read', reading: { starred: true } }],
      [
        storm?.id,
        {
          kind: 'file',
          change: {
            add: { tags: ['Biển'], collections: [] },
            remove: { tags: [], collections: [] },
          },
        },
      ],
      [sea?.id, { kind: 'delete' }],
      [storm?.id, { kind: 'read', reading: { state: 'to-read' } }],
    ]);
  });

for (const language of ['en', 'vi'] as const)
  test(`${language}: several are chosen by keys, and done, tagged, deleted and brought back together`, async ({
    dateline,
    library,
  }) => {
    const page = await openCopy(dateline, library, language);
    const [t, own] = [libraryTexts(language), listedTexts(language)];
    const titles = page.getByRole('heading', { level: 3 });
    const many = page.getByRole('group', { name: t.many });
    const press = (name: string) => many.getByRole('button', { name, exact: true }).press('Enter');
    await expect(titles).toHaveText(['Bão vào bờ', 'A storm at sea']);
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await expect(many).toContainText(t.chosen(2));
    await press(t.star);
    await expect(page.getByText(t.didMany(2))).toBeVisible();
    await press(t.tag);
    await expect(page.getByRole('dialog')).toContainText(t.many);
    await page.keyboard.type('Biển,');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('listitem').filter({ hasText: 'Biển' })).toHaveCount(2);
    await press(t.delete);
    await expect(titles).toHaveCount(0);
    await expect(many).toHaveCount(0);
    await expect(page.getByText(own.deletedMany(2))).toBeFocused();
    await page.getByRole('button', { name: t.undo }).press('Enter');
    await expect(titles).toHaveText(['Bão vào bờ', 'A storm at sea']);

    await dateline.context.setOffline(false);
    await expect.poll(() => library.puts.length, { timeout: 20_000 }).toBe(4);
    const sent = library.puts.map(({ body }) =>
      v.parse(v.pipe(v.string(), v.parseJson(), ActWrite), body),
    );
    const [storm, , sea] = HELD;
    expect(sent.map(({ clip, act }) => [clip, act.kind])).toEqual([
      [storm?.id, 'read'],
      [sea?.id, 'read'],
      [storm?.id, 'file'],
      [sea?.id, 'file'],
    ]);
  });

test('its calendar is one place of Tab, gone through by arrows, and by pages to the months that have something', async ({
  dateline,
  library,
}) => {
  const page = await openCopy(dateline, library, 'en');
  await page
    .getByRole('link', { name: libraryTexts('en').shelves.all, exact: true })
    .press('Enter');
  const grid = page.getByRole('grid');
  await expect(grid.locator('[tabindex="0"]')).toHaveCount(1);
  await grid.locator('[tabindex="0"]').focus();
  const expectOn = (day: string): Promise<void> =>
    expect(page.locator('td:focus-within')).toHaveAttribute('data-day', day);
  await page.keyboard.press('Control+End');
  await expectOn('2022-12-31');
  for (const [key, day] of [
    ['ArrowUp', '2022-12-24'],
    ['End', '2022-12-25'],
    ['ArrowRight', '2022-12-26'],
    // No other month has anything.
    ['PageUp', '2022-12-26'],
  ] as const) {
    await page.keyboard.press(key);
    await expectOn(day);
  }
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 3 })).toHaveText(['The register opens']);
});
