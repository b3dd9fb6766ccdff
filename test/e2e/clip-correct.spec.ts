// A clip that is reached from a list, set right by keyboard alone while somebody else does the same, and taken along.
import { expect } from '@playwright/test';
import { clipTexts } from '../../shared/locales/clip.ts';
import { newId } from '../worker/sample.ts';
import { expectAccessible } from './accessible.ts';
import { keep, test } from './import-page.ts';

test.setTimeout(120_000);

for (const language of ['en', 'vi'] as const)
  test.describe(language, () => {
    test.use({ launch: { language } });

    test('a clip is corrected beside somebody else, by keyboard, and nothing is overwritten unseen', async ({
      home,
    }) => {
      const { page, at } = home;
      const t = clipTexts(language);
      await keep(home, { title: 'One' }, { title: 'Two' }, { title: 'Three' });
      await page.goto(at('library'));
      await page.keyboard.press('j');
      await page.keyboard.press('o');
      await expect(page.getByRole('heading', { level: 1, name: 'Three' })).toBeVisible();

      // The neighbours of the list that one came from, and the way back there.
      await expect(page.getByRole('link', { name: t.previous })).toHaveCount(0);
      await page.keyboard.press('j');
      await expect(page.getByRole('heading', { level: 1, name: 'Two' })).toBeVisible();
      const around = page.getByRole('navigation', { name: t.around });
      await expect(around.getByRole('link')).toHaveText([t.previous, t.backToList, t.next]);

      await page.getByRole('link', { name: t.correct }).press('Enter');
      const field = (name: 'title' | 'site' | 'published') =>
        page.getByLabel(t.fields[name], { exact: true });
      await field('title').fill('Mine');
      await field('site').fill('Nhân Dân');
      const clip = /clip\/([^/]+)/.exec(page.url())?.[1] ?? '';
      await page.evaluate(
        async ([api, id, own]) => {
          const marked = await (await fetch(`${api}/clips/${own}/highlights`)).json();
          const correction = { title: 'Theirs', authors: ['Somebody'] };
          await fetch(`${api}/edits/${id}`, {
            method: 'PUT',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ version: 1, keep: marked.keep, correction }),
          });
        },
        [
          at('library')
            .replace('/w/', '/api/w/')
            .replace(/\/library$/, ''),
          newId(),
          clip,
        ] as const,
      );
      await field('site').press('Enter');
      await expect(page.getByRole('alert')).toHaveText(t.conflict);
      await expect(field('title')).toBeFocused();
      await expect(field('title')).toHaveValue('Mine');
      await expect(page.getByText(t.theirs('Theirs'))).toBeVisible();
      await expectAccessible(page);

      // As on the page again, and saved by Enter all the same.
      const back = t.of(t.putBack, t.fields.title);
      await page.getByRole('button', { name: back }).press('Enter');
      await expect(field('title')).toHaveValue('Two');
      await field('title').fill('Nhan đề');
      await field('site').press('Enter');
      await expect(page.getByText(t.saved)).toBeVisible();
      await expect(page.getByRole('heading', { level: 1, name: 'Nhan đề' })).toBeVisible();
      await expect(page.getByText('Nhân Dân', { exact: true }).first()).toBeVisible();

      await page.getByText(t.about).press('Enter');
      await expect(page.getByText(t.you.corrected)).toHaveCount(2);
      await expect(page.getByRole('deletion').getByText('Theirs')).toBeVisible();
      await expectAccessible(page);

      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.getByRole('button', { name: t.copyMarkdown }).press('Enter');
      await expect(page.getByText(t.copied)).toBeVisible();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      expect(copied).toContain('# Nhan đề\n\n[Nhân Dân](');

      await around.getByRole('link', { name: t.backToList }).press('Enter');
      await expect(page.getByRole('link', { name: 'Nhan đề', exact: true })).toBeVisible();
    });
  });
