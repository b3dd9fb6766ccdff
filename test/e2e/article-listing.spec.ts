// Pages that are no article: fronts, sections, searches and missing pages. And articles that look like them.
import { expect } from '@playwright/test';
import { fixturePages } from '../fixture-pages.ts';
import { PAGES_WITHOUT_ARTICLE } from '../pages-without-article.ts';
import { readPage, test } from './article-reader.ts';

for (const { name, url, html } of PAGES_WITHOUT_ARTICLE)
  test(`takes ${name} for no article`, async ({ reader }) => {
    expect((await readPage(reader, html, url)).isArticle).toBe(false);
  });

const LINKS = Array.from(
  { length: 12 },
  (_, index) =>
    `<h3><a href="/story/${index}">Council decides on matter ${index} at last</a></h3><p>The vote was close, and plan ${index} will be looked at once more in the spring.</p>`,
).join('');
const TEXT =
  '<p>The bridge over the mill race was closed on Friday after a lorry had struck its railing, and it will stay closed for a week at least while the stone is looked at, the county said in the evening.</p><p>Walkers may use the weir, which is lit at night.</p>';

const ARTICLES: Readonly<Record<string, { url: string; html: string }>> = {
  'a short notice above a dozen teasers': {
    url: 'https://daily.example/town/mill-bridge-closed-after-lorry-strikes-railing',
    html: `<title>Mill bridge closed</title><h1>Mill bridge closed after a lorry struck its railing</h1><p>12 July 2025</p>${TEXT}<h2>In the news</h2>${LINKS}`,
  },
  'a single page at the root of a site': {
    url: 'https://mill-bridge.example/',
    html: `<title>The mill bridge</title><h1>The mill bridge</h1>${TEXT.repeat(4)}`,
  },
  'a report about a page that could not be found': {
    url: 'https://daily.example/2025/page-not-found',
    html: `<meta property="og:type" content="article"><title>Page not found: a county loses its own register</title><h1>Page not found: a county loses its own register</h1>${TEXT}`,
  },
  'an article at an address with a query': {
    url: 'https://old.example/view.php?q=4711',
    html: `<title>Mill bridge closed</title><h1>Mill bridge closed after a lorry struck its railing</h1>${TEXT}${LINKS}`,
  },
};

for (const [name, { url, html }] of Object.entries(ARTICLES))
  test(`takes ${name} for an article`, async ({ reader }) => {
    expect((await readPage(reader, html, url)).isArticle).toBe(true);
  });

test('takes every sample of an article for one', async ({ reader }) => {
  for (const { name, html } of fixturePages()) {
    if (html === null) continue;
    const { isArticle } = await readPage(reader, html, 'https://paper.example/2025/a-story');
    expect(isArticle, name).toBe(true);
  }
});
