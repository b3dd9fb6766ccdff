// Who wrote it, in the many ways in which pages say so.
import { expect } from '@playwright/test';
import { read, test } from './article-reader.ts';

const HEADLINE = 'The council accepts the plan for the lake';
const PROSE =
  'The members of the council voted on Tuesday to accept the plan for the lake. '.repeat(9);

const page = (under: string, head = ''): string =>
  `<html lang="en"><head><title>${HEADLINE}</title>${head}</head><body>
  <h1>${HEADLINE}</h1><div><div>${under}</div></div><p>${PROSE}</p>
  <div class="comments"><img class="avatar" alt="Kim Noisy"><b>Kim Noisy</b></div></body></html>`;

const graph = (author: unknown, ...others: unknown[]): string =>
  `<script type="application/ld+json">${JSON.stringify({ '@graph': [{ '@type': 'NewsArticle', author }, ...others] })}</script>`;

const BYLINES: Record<string, { html: string; address?: string; authors: string[] }> = {
  'the authors of a paper in a journal': {
    html: page(
      'Jane Roe, Otto Lund',
      '<meta name="citation_author" content="Roe, Jane"><meta name="citation_author" content="Otto Lund">',
    ),
    authors: ['Jane Roe', 'Otto Lund'],
  },
  'a name in the element after the words': {
    html: page(
      '<span>Updated: May 3, 2024</span><div><span>Written by:</span> <b>Jane Roe</b></div>',
    ),
    authors: ['Jane Roe'],
  },
  'a name beside a portrait that it describes': {
    html: page('<a href="/x"><img src="/i.png" alt="Jane Roe"><span>Jane Roe</span></a>'),
    authors: ['Jane Roe'],
  },
  'a name after a portrait, and the section after that': {
    html: page(
      'Dec 26, 2025 • <img class="avatar" src="/i.png"> Jane Roe in <a href="/c">Lakes</a>',
    ),
    authors: ['Jane Roe'],
  },
  'a name that shares its line with the date': {
    html: page('<span>Sehernur Karsu |</span> <span>05.04.2025</span>'),
    authors: ['Sehernur Karsu'],
  },
  'a line under the text that announces names': {
    html: page('').replace(
      '<div class="comments">',
      '<div>(责编：牛镛、岳弘彬)</div><div class="comments">',
    ),
    authors: ['牛镛', '岳弘彬'],
  },
  'a logo is no portrait': {
    html: page('<a href="/x"><span>Follow Us</span><img src="/logo.png" alt="Follow Us"></a>'),
    authors: [],
  },
  "links to one writer's page": {
    html: page('').replace('<p>', '<section><a href="/author/jane">Jane Roe</a></section><p>'),
    authors: ['Jane Roe'],
  },
  'the author is elsewhere in the graph': {
    html: page('', graph({ '@id': '#p1' }, { '@type': 'Person', '@id': '#p1', name: 'Jane Roe' })),
    authors: ['Jane Roe'],
  },
  'what is shown where the page is shared is better than a handle': {
    html: page(
      '',
      `${graph({ name: 'janeroe77' })}<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Jane Roe">`,
    ),
    authors: ['Jane Roe'],
  },
  "a person's own site bears the person's name": {
    html: page('<div><a href="/me">Jane Roe</a></div>', '<meta name="author" content="Jane Roe">'),
    address: 'https://janeroe.example/a',
    authors: ['Jane Roe'],
  },
  'a part of the name of the paper is nobody': {
    html: page(
      '',
      '<meta name="author" content="Lake Ledger"><meta property="og:site_name" content="The Lake Ledger Online">',
    ),
    authors: [],
  },
};

for (const [name, { html, address, authors }] of Object.entries(BYLINES)) {
  test(name, async ({ reader }) => {
    const article = await read(reader, html, address ?? 'https://paper.example/a');
    expect(article.authors).toEqual(authors);
  });
}
