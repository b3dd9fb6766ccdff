// The text is what the reader selects in the page, or picks there.
import { expect, type Page } from '@playwright/test';
import * as v from 'valibot';
import { EditWrite } from '../../shared/schema/edit.ts';
import { KeepWrite } from '../../shared/schema/keep.ts';
import { summarySentences } from '../../shared/schema/summary.ts';
import { connect, headline, kept, openForm } from './panel-acts.ts';
import { test } from './panel-test.ts';

/** Selects in the page from a place in one element's text to a place in another's. */
const select = (page: Page, from: [string, number], to: [string, number]): Promise<void> =>
  page.evaluate(
    `((from, to) => {
      const textOf = (selector) => document.querySelector(selector).firstChild;
      getSelection().setBaseAndExtent(textOf(from[0]), from[1], textOf(to[0]), to[1]);
    })(${JSON.stringify(from)}, ${JSON.stringify(to)})`,
  );

const textOf = (panel: Page) => panel.getByRole('region', { name: /Summary|Opening words/ });

test('what is selected in the page becomes the text: its paragraphs, lists and links, and its own summary', async ({
  dateline,
  library,
  pages,
}) => {
  await connect(dateline, library);
  const page = await dateline.open(`${pages.origin}/plain`);
  await page.evaluate(`{
    const article = document.querySelector('article');
    const [first, second, third] = document.querySelectorAll('p');
    first.id = 'first';
    third.id = 'third';
    second.innerHTML = 'The plots are listed at <a href="/plots">the office of land</a>, street by street.';
    second.insertAdjacentHTML('afterend', '<ul><li>The north is done.</li><li>The south follows.</li></ul>'
      + '<form><input value="typed by the reader"></form><p hidden>Not shown to anybody.</p>');
    // What stands in a slot is selected where it stands, and the shadow tree around it is not.
    const host = document.createElement('div');
    article.replaceWith(host);
    host.append(article);
    host.attachShadow({ mode: 'closed' }).innerHTML = '<p>Around the slot.</p><slot></slot>';
  }`);
  await select(page, ['#first', 4], ['#third', 4]);
  const panel = await dateline.read(page);
  await expect(panel.getByText('Text is selected in the page.')).toBeVisible();
  await panel.getByRole('button', { name: 'Keep only the selection' }).click();
  await expect(panel.getByText('The text is what you chose.')).toBeVisible();
  await expect(panel.locator('.acts output')).toHaveText('Corrected by you: text');
  await expect(headline(panel)).toHaveText('The register of land opens');
  await panel.getByRole('button', { name: 'Keep this article' }).click();
  await expect(kept(panel)).toBeVisible();
  expect(library.puts).toHaveLength(1);
  const { article, summary } = v.parse(KeepWrite, JSON.parse(library.puts[0]?.body ?? ''));
  expect(article.blocks).toEqual([
    {
      kind: 'paragraph',
      runs: [
        {
          text: 'council of the province opened its register of land plots on Tuesday, and anyone may search it without a fee.',
        },
      ],
    },
    {
      kind: 'paragraph',
      runs: [
        { text: 'The plots are listed at ' },
        { text: 'the office of land', href: `${pages.origin}/plots` },
        { text: ', street by street.' },
      ],
    },
    {
      kind: 'list',
      ordered: false,
      items: [[{ text: 'The north is done.' }], [{ text: 'The south follows.' }]],
    },
    { kind: 'paragraph', runs: [{ text: 'Four' }] },
  ]);
  expect(summarySentences(summary, article.blocks)).not.toBeNull();
  expect(summary.sentences.length).toBeGreaterThan(0);

  // Of what is kept too: what is selected then takes the place of the text that the library has.
  await select(page, ['#third', 0], ['#third', 40]);
  const said = panel.getByText('The text is what you chose.');
  await panel.locator('.selection').getByRole('button', { name: 'As on the page' }).click();
  await expect(said).toBeHidden();
  await dateline.read(page);
  await panel.getByRole('button', { name: 'Keep only the selection' }).click();
  await expect(said).toBeVisible();
  await expect.poll(() => library.puts.length).toBe(3);
  await expect(kept(panel)).toBeVisible();
  const [, given, chosen] = library.puts.map(({ body }) => JSON.parse(body));
  const edits = [given, chosen].map((put) => v.parse(EditWrite, put));
  // The stand-in calls a keep by the write that came last.
  expect(edits.map(({ keep }) => keep)).toEqual(library.puts.slice(0, 2).map(({ id }) => id));
  expect(edits.map(({ correction }) => correction)).toEqual([{}, {}]);
  const [back, text] = edits.map((edit) => edit.text);
  expect(back?.blocks).toHaveLength(4);
  expect(text?.blocks).toEqual([
    { kind: 'paragraph', runs: [{ text: 'Four mountain districts will follow in t' }] },
  ]);
});

test('without a selection it says so, and takes the one that is made then; the page’s text comes back', async ({
  dateline,
  pages,
}) => {
  const page = await dateline.open(`${pages.origin}/plain`);
  const panel = await dateline.read(page);
  const button = panel.getByRole('button', { name: 'Keep only the selection' });
  await expect(button).toBeHidden();
  const whole = await textOf(panel).innerText();
  await openForm(panel);
  await panel.getByLabel('Headline').fill('Still being written');
  await button.click();
  await expect(panel.getByText('Nothing is selected in the page.')).toBeVisible();
  await select(page, ['p:last-of-type', 0], ['p:last-of-type', 40]);
  await button.click();
  await expect(panel.getByText('The text is what you chose.')).toBeVisible();
  await expect(textOf(panel)).toContainText('Four mountain districts will follow in t');
  await expect(textOf(panel)).not.toContainText('council');
  await expect(panel.getByLabel('Headline')).toHaveValue('Still being written');
  await panel.getByLabel('Headline').press('Enter');
  await expect(headline(panel)).toHaveText('Still being written');
  await dateline.read(page);
  await expect(textOf(panel)).toContainText('Four mountain districts will follow in t');
  const back = panel.locator('.selection').getByRole('button', { name: 'As on the page' });
  await back.click();
  await expect(textOf(panel)).toHaveText(whole, { useInnerText: true });
  await expect(headline(panel)).toHaveText('Still being written');
});

test('the text is picked on the page by pointing at it, and by keys; the page hears nothing of either', async ({
  dateline,
  pages,
}) => {
  const page = await dateline.open(`${pages.origin}/plain`);
  await page.evaluate(`{
    const box = document.createElement('section');
    box.innerHTML = '<style>p { color: inherit }</style><script>window.x = 1</script><p hidden>Not shown.</p><p id="one">The first of two paragraphs in a box.</p><p id="two">The second one, with <a href="/away">a link</a>.</p>';
    document.body.append(box);
    window.heard = [];
    for (const name of ['click', 'mousedown', 'keydown'])
      document.addEventListener(name, () => window.heard.push(name));
  }`);
  const before = await page.content();
  const panel = await dateline.read(page);
  await openForm(panel);
  await panel.getByRole('button', { name: 'Pick the text on the page' }).click();
  const take = panel.getByRole('button', { name: 'Take this text' });
  await expect(take).toBeFocused();
  await page.bringToFront();
  await page.hover('#two a');
  await expect(panel.locator('.picking output')).toHaveText('The second one, with a link.');
  await page.keyboard.press('ArrowUp');
  await expect(panel.locator('.picking output')).toHaveText(
    'The first of two paragraphs in a box. The second one, with a link.',
  );
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowLeft');
  await expect(panel.locator('.picking output')).toHaveText(
    'The first of two paragraphs in a box.',
  );
  await page.click('#two a');
  await expect(panel.getByText('The text is what you chose.')).toBeVisible();
  await expect(textOf(panel)).toContainText('The second one, with a link.');
  expect(page.url()).toBe(`${pages.origin}/plain`);
  expect(await page.evaluate('window.heard')).toEqual([]);
  expect(await page.content()).toBe(before);

  await panel.locator('.selection').getByRole('button', { name: 'As on the page' }).click();
  await panel.getByRole('button', { name: 'Pick the text on the page' }).click();
  await expect(take).toBeFocused();
  const marked = panel.locator('.picking output');
  const first = (await marked.textContent()) ?? '';
  await panel.keyboard.press('ArrowDown');
  await expect(marked).not.toHaveText(first);
  await panel.keyboard.press('ArrowUp');
  await expect(marked).toHaveText(first);
  await panel.keyboard.press('Escape');
  await expect(panel.getByRole('button', { name: 'Keep only the selection' })).toBeFocused();
  expect(await page.evaluate('CSS.highlights.size')).toBe(0);
});
