// Text that a page holds and does not show.
import { expect } from '@playwright/test';
import { extract } from '../../worker/local/predict/extract.ts';
import { read, test } from './article-reader.ts';

const ADDRESS = 'https://paper.example/politics/story';
const SENTENCE =
  'The council has decided on "the bridge" after a long debate, and it will be built. ';
const FIRST = SENTENCE.repeat(4).trim();
const SECOND = `Work begins in spring. ${SENTENCE.repeat(4)}`.trim();
const HTML_TEXT = `<p>${FIRST}</p><p>${SECOND}</p><script>document.title = 'ran'</script>`;

const page = (head: string, body = '<p>Subscribe to read on.</p>'): string =>
  `<!doctype html><html lang="en"><head><title>The bridge is decided</title>${head}</head>
   <body><h1>The bridge is decided</h1>${body}</body></html>`;

const script = (source: string): string => `<script>${source.replaceAll('<', '\\u003c')}</script>`;

const cases: Record<string, string> = {
  'plain text in its JSON-LD': page(
    `<script type="application/ld+json">${JSON.stringify({
      '@type': 'NewsArticle',
      headline: 'The bridge is decided',
      articleBody: `${FIRST}\n\n${SECOND}`,
    })}</script>`,
  ),
  'HTML in the state of a script': page(
    script(`window.state = ${JSON.stringify({ post: { title: 'x', content: HTML_TEXT } })}`),
  ),
  'HTML in a string in a script': page(
    script(`self.push([1, ${JSON.stringify(JSON.stringify({ post: { body: HTML_TEXT } }))}])`),
  ),
};

for (const [name, html] of Object.entries(cases))
  test(`recovers ${name}`, async ({ reader }) => {
    const { text } = extract(await read(reader, html, ADDRESS));
    expect(text.split('\n')).toEqual([FIRST, SECOND]);
  });

test('a page that shows its text is read as it is shown', async ({ reader }) => {
  const shown = page(
    script(`window.state = ${JSON.stringify({ body: `${SENTENCE.repeat(40)}` })}`),
    `<article><p>${FIRST}</p><p>${SECOND}</p></article>`,
  );
  const { text } = extract(await read(reader, shown, ADDRESS));
  expect(text.split('\n')).toEqual([FIRST, SECOND]);
});
