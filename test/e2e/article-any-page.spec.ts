// Whatever a page is made of, it is read to an article that the contract takes, and to a summary that stands in it.
import { expect } from '@playwright/test';
import * as fc from 'fast-check';
import { read, readOrNull, summaryOf, test } from './article-reader.ts';

test('reads pages made to break it, each to an article that the contract takes', async ({
  reader,
}) => {
  const long = 'x'.repeat(300_000);
  const pages = {
    'deep nesting': `<h1>Deep</h1>${'<div>'.repeat(20_000)}text at the bottom`,
    'much text in deep boxes': `<h1>A title of some length</h1>${'<div class="related">'.repeat(500)}${`${'Một câu dài thật dài. '.repeat(60)}<p>`.repeat(2_000)}`,
    'one endless word': `<h1>${long}</h1><p>${long}</p>`,
    'more elements than the budget': `<title>Wide</title>${'<p>A sentence.</p>'.repeat(120_000)}`,
    'two megabytes of text': `<h1>A title here</h1><article>${`<p>${'Một câu dài. '.repeat(60)}</p>`.repeat(3_000)}</article>`,
    'hostile addresses': `<h1>A title of some length</h1><link rel="canonical" href="javascript:alert(1)"><article><p>${'Some text that goes on for a while. '.repeat(20)}<a href="javascript:alert(1)">one</a> <a href="data:text/html,x">two</a> <a href="https://ok.example/${'a'.repeat(3_000)}">three</a></p><img src="data:image/png;base64,AAAA"></article>`,
    'broken metadata': `<html lang="!!"><meta property="og:locale" content="xx_yy_zz_00_11_22"><meta property="article:published_time" content="2022-02-30T25:61:00Z"><script type="application/ld+json">{"@type":"NewsArticle","headline":["",null,{}],"datePublished":{"a":1},"author":[[[[{"name":5}]]]],"image":"::","publisher":null}</script><script type="application/ld+json">{nope</script><h1>Title\u0000 with\uFFFE odd\u202E marks</h1><p>Text.</p>`,
    'ten thousand links': `<h1>Links and more links</h1><h3>Related</h3><ul>${Array.from({ length: 10_000 }, (_, index) => `<li><a href="/a/${index}">A title of some length ${index}</a></li>`).join('')}</ul>`,
    'a frameset':
      '<title>Frames</title><frameset><frame src="a"></frameset><noframes>Text</noframes>',
  };
  for (const [name, html] of Object.entries(pages)) {
    const article = await read(reader, html, 'https://paper.example/a');
    expect(summaryOf(article), name).not.toBeNull();
    expect(new TextEncoder().encode(JSON.stringify(article)).length, name).toBeLessThan(1_500_000);
  }
});

// Markup and metadata in any order and number, with text that nobody would write.
const fragments = fc.oneof(
  fc.constantFrom(
    '<h1>',
    '</h1>',
    '<h2 class="sapo">',
    '<p>',
    '</p>',
    '<div class="related">',
    '</div>',
    '<article>',
    '</article>',
    '<ul><li>',
    '</ul>',
    '<table><tr><td>',
    '</table>',
    '<blockquote>',
    '<pre>',
    '</pre>',
    '<br><br>',
    '<b>',
    '</b>',
    '<figure><img src="/a.jpg" alt="x"><figcaption>',
    '</figcaption></figure>',
    '<img src="::" data-src="data:,x">',
    '<a href="javascript:x">',
    '<a href="/2022/12/27/x" title="Một bài khác của chuyên mục">',
    '</a>',
    '<base href="ftp://x">',
    '<time datetime="2022-13-41T99:99">',
    '27/12/2022 | 08:05:53',
    'Tin liên quan',
    'Theo: ',
    '267 lượt xem',
    '<span class="author">',
    '<link rel="canonical" href="https://paper.example/x?utm_source=a#b">',
    '<svg><p>',
    '<template>',
    '<form>',
    '<!--',
    '-->',
    'Các đại biểu đã biểu quyết thông qua nghị quyết này. '.repeat(8),
  ),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc
    .tuple(
      fc.constantFrom(
        'og:title',
        'og:url',
        'og:locale',
        'og:image',
        'og:site_name',
        'author',
        'article:section',
        'article:published_time',
        'article:modified_time',
        'description',
      ),
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 40 }),
        fc.constantFrom(
          '2022-02-30',
          '1e999',
          'vi_VN',
          'https://paper.example/',
          'x'.repeat(5_000),
        ),
      ),
    )
    .map(([name, content]) => `<meta property="${name}" content="${content.replaceAll('"', '')}">`),
  fc.json({ maxDepth: 4 }).map((json) => `<script type="application/ld+json">${json}</script>`),
  fc
    .record({
      '@type': fc.constantFrom('NewsArticle', ['Article', 5], 'BreadcrumbList', 'WebPage', null),
      headline: fc.jsonValue(),
      datePublished: fc.oneof(fc.jsonValue(), fc.constant('2022-12-27T08:05:53Z')),
      author: fc.jsonValue(),
      image: fc.jsonValue(),
      itemListElement: fc.jsonValue(),
      publisher: fc.jsonValue(),
      articleSection: fc.jsonValue(),
    })
    .map(
      (value) =>
        `<script type="application/ld+json">${JSON.stringify(value).replaceAll('<', String.raw`\u003c`)}</script>`,
    ),
);

test('reads any page to an article that the contract takes', async ({ reader }) => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fragments, { minLength: 1, maxLength: 40 }),
      fc.webUrl({
        withQueryParameters: true,
        withFragments: true,
        validSchemes: ['http', 'https'],
      }),
      async (parts, url) => {
        const html = parts.join('').toWellFormed();
        const article = await readOrNull(reader, html, url);
        if (article) expect(summaryOf(article)).not.toBeNull();
      },
    ),
    { numRuns: 200 },
  );
});
