// A page in, the article that a careful person reads off it out: in a real Chromium, by the same bundle as `npm run predict`.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { expect, type Page, test as base } from '@playwright/test';
import * as fc from 'fast-check';
import * as v from 'valibot';
import { Article } from '../../shared/schema/article.ts';
import { Summary, summarySentences } from '../../shared/schema/summary.ts';
import { summarise } from '../../shared/summary/index.ts';
import { chromiumArguments, findChromium } from '../../worker/local/chromium.ts';
import { extract } from '../../worker/local/predict/extract.ts';
import type { PageRead } from '../../worker/local/predict/in-page.ts';
import { bundleReader } from '../../worker/local/predict/reader.ts';
import { dayOf, sameTitle, shinglePrecisionAndRecall } from './article-measures.ts';

declare const dateline: { readHtml(html: string, url: string): PageRead };

const PREDICT = path.resolve(import.meta.dirname, '../../worker/local/predict.ts');
const SAMPLES = path.resolve(import.meta.dirname, '../fixtures/pages');

const Expected = v.object({
  address: v.string(),
  canonical: v.string(),
  title: v.string(),
  authors: v.array(v.string()),
  published: v.string(),
  evidence: v.string(),
  zoneAssumed: v.boolean(),
  modified: v.nullable(v.string()),
  site: v.string(),
  section: v.array(v.string()),
  attribution: v.nullable(v.string()),
  views: v.nullable(v.number()),
  language: v.string(),
  text: v.array(v.string()),
  standfirst: v.boolean(),
  captions: v.array(v.string()),
  related: v.array(v.object({ title: v.string(), url: v.string() })),
});

/** A tab without network that knows the reader, and a second one in which pages are rendered. */
const test = base.extend<object, { reader: Page; stage: Page }>({
  reader: [
    async ({ playwright }, use) => {
      const executablePath = findChromium();
      if (!executablePath)
        throw new Error('No Chromium: npm test sets one up, or name one in CHROMIUM_PATH.');
      const browser = await playwright.chromium.launch({
        executablePath,
        args: chromiumArguments(),
      });
      const page = await browser.newPage();
      await page.evaluate(await bundleReader());
      await use(page);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  stage: [
    async ({ reader }, use) => {
      const browser = reader.context().browser();
      if (!browser) throw new Error('The reader has no browser.');
      await use(await browser.newPage());
    },
    { scope: 'worker' },
  ],
});

const read = async (reader: Page, html: string, url: string): Promise<Article> => {
  const { article } = await reader.evaluate(
    ({ source, address }) => dateline.readHtml(source, address),
    { source: html, address: url },
  );
  return v.parse(Article, article);
};

/** The page as it stands in a browser at its own address, its scripts having run. */
const render = async (stage: Page, html: string, address: string): Promise<string> => {
  await stage.route('**/*', (route) =>
    route.request().isNavigationRequest()
      ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: html })
      : route.abort(),
  );
  await stage.goto(address);
  const rendered = await stage.evaluate(() => document.documentElement.outerHTML);
  await stage.unroute('**/*');
  return rendered;
};

for (const name of readdirSync(SAMPLES).filter((file) => file.endsWith('.html'))) {
  const file = path.join(SAMPLES, name);
  const json: unknown = JSON.parse(readFileSync(file.replace(/html$/, 'json'), 'utf8'));
  const expected = v.parse(Expected, json);

  test(`reads ${name} as a careful person does`, async ({ reader, stage }) => {
    const html = await render(stage, readFileSync(file, 'utf8'), expected.address);
    const article = await read(reader, html, expected.address);
    const { published, canonicalUrl } = article;
    expect({
      ...extract(article),
      text: extract(article).text.split('\n'),
      canonical: canonicalUrl,
      evidence: published?.evidence,
      zoneAssumed: published?.precision === 'instant' && published.zoneAssumed,
      standfirst: article.blocks[0]?.kind === 'paragraph' && article.blocks[0].standfirst === true,
      address: expected.address,
    }).toEqual({ ...expected, category: null });
    expect(article.url).toBe(expected.address);
    expect(await read(reader, html, expected.address), 'the same page reads the same').toEqual(
      article,
    );
  });
}

const HEADLINE = 'Tỉnh thông qua nghị quyết phát triển kinh tế ven đầm';
const PROSE: Record<string, string> = {
  vi: 'Các đại biểu đã biểu quyết thông qua nghị quyết này. ',
  'en-US': 'The members of the council voted on Tuesday to accept the plan for the lake. ',
};

/** A page with a headline, what stands under it, and what its metadata say. */
const dated = (line: string, metadata = '', language = 'vi'): string =>
  `<html lang="${language}"><head><title>${HEADLINE}</title>${metadata}</head><body>
  <header><span id="clock">Thứ Ba, 24/11/2026 | 09:46:26</span></header>
  <h1>${HEADLINE}</h1><div>${line}</div><p>${(PROSE[language] ?? '').repeat(9)}</p>
  <ul><li><a href="/x">Một bài khác của chuyên mục này</a> <span>25/12/2022</span></li></ul></body></html>`;

const ld = (date: string): string =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: HEADLINE, datePublished: date })}</script>`;

const DATES: Record<string, { html: string; address?: string; published: unknown }> = {
  'a visible line in Vietnamese is in the zone of Vietnam': {
    html: dated('Thứ Ba, 27/12/2022, 08:05'),
    published: {
      precision: 'instant',
      value: '2022-12-27T08:05+07:00',
      evidence: 'text',
      zoneAssumed: true,
    },
  },
  'a zone that the page gives is not assumed': {
    html: dated('08:05 27/12/2022 (GMT+7)'),
    published: {
      precision: 'instant',
      value: '2022-12-27T08:05+07:00',
      evidence: 'text',
      zoneAssumed: false,
    },
  },
  'a template puts Z behind the local time': {
    html: dated('27/12/2022 08:05', ld('2022-12-27T08:05:00Z')),
    published: {
      precision: 'instant',
      value: '2022-12-27T08:05:00+07:00',
      evidence: 'json-ld',
      zoneAssumed: true,
    },
  },
  'an instant in UTC is told in the time that the page shows': {
    html: dated('27/12/2022 06:05', ld('2022-12-26T23:05:00Z')),
    published: {
      precision: 'instant',
      value: '2022-12-27T06:05:00+07:00',
      evidence: 'json-ld',
      zoneAssumed: false,
    },
  },
  'the day that most places tell wins over one that is wrong': {
    html: dated('27/12/2022 08:05', ld('2023-06-01T00:00:00+07:00')),
    address: 'https://paper.example/20221227080500.htm',
    published: {
      precision: 'instant',
      value: '2022-12-27T08:05+07:00',
      evidence: 'text',
      zoneAssumed: true,
    },
  },
  'published, not updated': {
    html: dated(
      'Cập nhật: 28/12/2022 09:00',
      '<meta property="article:published_time" content="2022-12-27T08:05:00+07:00">',
    ),
    published: {
      precision: 'instant',
      value: '2022-12-27T08:05:00+07:00',
      evidence: 'meta',
      zoneAssumed: false,
    },
  },
  'a time without a zone stays local where the country leaves a choice': {
    html: dated('December 27, 2022 8:05 AM', '', 'en-US'),
    published: { precision: 'local', value: '2022-12-27T08:05', evidence: 'text' },
  },
  'the address tells the day where nothing else does': {
    html: dated('Chính trị'),
    address: 'https://paper.example/2022/12/27/tin',
    published: { precision: 'day', value: '2022-12-27', evidence: 'address' },
  },
  'a clock in the header and the dates of other articles tell nothing': {
    html: dated('Chính trị'),
    published: null,
  },
};

for (const [name, { html, address, published }] of Object.entries(DATES)) {
  test(`dates: ${name}`, async ({ reader }) => {
    const article = await read(reader, html, address ?? 'https://paper.example/tin');
    expect(article.published).toEqual(published);
  });
}

const record = (id: string, title: string) => ({
  id,
  url: 'unknown::x',
  html: `<h1>${title}</h1><p>Text.</p>`,
});

test('the harness reads pages in order, and goes on after one that fails', async () => {
  const input = [
    record('a', 'The first title'),
    { id: 'b', url: 'https://x.example/' },
    { ...record('c', ''), html: '' },
    record('d', 'The last\uD800 title'),
  ];
  const child = spawn(process.execPath, [PREDICT, 'extract']);
  child.stdin.end(input.map((each) => `${JSON.stringify(each)}\n`).join(''));
  const answers = (await text(child.stdout))
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
  expect(answers).toEqual([
    expect.objectContaining({ id: 'a', title: 'The first title', published: null, text: 'Text.' }),
    { id: 'b', error: expect.stringContaining('html') },
    { id: 'c', error: expect.stringContaining('neither title nor text') },
    expect.objectContaining({ id: 'd', title: expect.stringMatching(/^The last/) }),
  ]);
});

test('leaves out what the capture marked as not rendered', async ({ reader }) => {
  const said =
    'The council met on Monday and agreed to repair the old bridge before winter comes. ';
  const html = `<h1>Council agrees to repair the bridge</h1>
    <article><p>${said.repeat(3)}</p><p data-dateline-hidden>Hidden. ${said.repeat(3)}</p><p>${said.repeat(3)}</p></article>`;
  const article = await read(reader, html, 'https://paper.example/bridge');
  expect(extract(article).text).not.toContain('Hidden');
  expect(article.blocks).toHaveLength(2);
});

test('answers null only for a page with neither title nor text', async ({ reader }) => {
  const answer = (html: string) =>
    reader.evaluate((source) => dateline.readHtml(source, 'https://paper.example/').article, html);
  expect(await answer('')).toBeNull();
  expect(await answer('<body><img src="a.png"><script>var a = 1</script></body>')).toBeNull();
  expect(await answer('<title>Only a title</title>')).toMatchObject({
    title: 'Only a title',
    blocks: [],
  });
  expect(await answer('<p>Only a word</p>')).toMatchObject({ title: 'Only a word' });
});

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
    const summary = v.parse(Summary, summarise(article));
    expect(summarySentences(summary, article.blocks), name).not.toBeNull();
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
        const { article } = await reader.evaluate(
          ({ source, address }) => dateline.readHtml(source, address),
          { source: html, address: url },
        );
        if (article === null) return;
        const parsed = v.parse(Article, article);
        const summary = v.parse(Summary, summarise(parsed));
        expect(summarySentences(summary, parsed.blocks)).not.toBeNull();
      },
    ),
    { numRuns: 200 },
  );
});

const corpus = process.env['DATELINE_CORPUS'];
if (!corpus)
  console.log('DATELINE_CORPUS is not set: articles are measured on our own sample pages alone.');

const Gold = v.object({
  id: v.string(),
  url: v.string(),
  html: v.string(),
  gold: v.object({
    body: v.optional(v.string()),
    title: v.optional(v.string()),
    date: v.optional(v.string()),
    section: v.optional(v.union([v.string(), v.array(v.string())])),
  }),
});

function* goldRecords(folder: string, name: string) {
  const lines = gunzipSync(readFileSync(path.join(folder, name)))
    .toString('utf8')
    .split('\n');
  for (const line of lines) if (line !== '') yield v.parse(Gold, JSON.parse(line));
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

if (corpus) {
  const folder = path.join(corpus, 'corpus/articles');
  if (!existsSync(folder)) throw new Error(`DATELINE_CORPUS is set, but ${folder} is not there.`);

  test('reads real Vietnamese news at least as well as it did', async ({ reader }) => {
    const seen = { pages: 0, titles: 0, days: 0, sections: 0 };
    const precisions: number[] = [];
    const recalls: number[] = [];
    for (const { html, url, gold } of goldRecords(folder, 'vn.jsonl.gz')) {
      const article = await read(reader, html, url);
      const measured = shinglePrecisionAndRecall(gold.body ?? '', extract(article).text);
      precisions.push(measured.precision);
      recalls.push(measured.recall);
      seen.pages += 1;
      if (sameTitle(article.title, gold.title ?? '')) seen.titles += 1;
      if (dayOf(article.published?.value) === dayOf(gold.date)) seen.days += 1;
      if (article.section.join(' > ') === [gold.section].flat().join(' > ')) seen.sections += 1;
    }
    const [precision, recall] = [mean(precisions), mean(recalls)];
    const f1 = (2 * precision * recall) / (precision + recall);
    console.log(
      `vn: ${seen.titles} titles, ${seen.days} days, ${seen.sections} sections of ${seen.pages}; body F1 ${f1.toFixed(4)}`,
    );
    expect(seen).toEqual({ pages: 13, titles: 13, days: 13, sections: 13 });
    expect(f1).toBeGreaterThanOrEqual(0.995);
  });

  for (const name of readdirSync(folder).filter((file) => file.endsWith('.jsonl.gz'))) {
    test(`reads every page of ${name} to an article that the contract takes`, async ({
      reader,
    }) => {
      test.setTimeout(180_000);
      for (const { id, html, url } of goldRecords(folder, name)) {
        const article = await read(reader, html, url);
        const summary = v.parse(Summary, summarise(article));
        expect(summarySentences(summary, article.blocks), id).not.toBeNull();
      }
    });
  }
}
