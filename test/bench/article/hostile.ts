// Pages made to be slow to read, each in three sizes: time must grow with the page and no faster.
import { printTable } from '../table.ts';
import { openTabs } from './tabs.ts';

declare const bench: { readAlone(html: string): number };

const sentence = 'Các đại biểu đã biểu quyết thông qua nghị quyết này. ';
const article = `<article>${`<p>${sentence.repeat(6)}</p>`.repeat(6)}</article>`;
const page = (content: string): string =>
  `<!doctype html><title>A title of some length</title><h1>A title of some length</h1>${content}`;

// White space, marks, letters, digits and their likes: what a repetition inside of a repetition stumbles over.
const BAIT: readonly string[] = [
  ' ',
  '\u00A0\t',
  '( ',
  ') ',
  '- ',
  'A ',
  'A.',
  'Aa ',
  'Aa, ',
  'a-a.',
  'a ',
  'By A ',
  'Theo ',
  'Nguồn: ',
  '1 ',
  '1.',
  '1,',
  '1:1 ',
  '1/1 ',
  '12 tháng ',
  '1 de mayo ',
  'May ',
  'May 1, ',
  '2022-1-',
  '2022 / ',
  '+0700',
  '| a ',
  'Ảnh: ',
  'photo: ',
  '(AP) ',
  'AP ',
  'views ',
  '1.000 ',
  'tin ',
  'tin mới cùng ',
  'read more ',
  'more ',
  '<',
  '&#1;',
  '&amp;',
  '\\"',
  '/2022/1/1',
  '20220101',
  'en-US-',
  '%2f',
];

/** Where text is asked what it is: as long as the parts that read it take it. */
const HOLDERS: Readonly<Record<string, (bait: string) => string>> = {
  'a title': (bait) => `<title>${bait}</title><h1>${bait}</h1>${article}`,
  metadata: (bait) =>
    `${['og:title', 'og:site_name', 'og:locale', 'author', 'citation_author', 'description', 'article:section', 'article:published_time', 'date'].map((name) => `<meta property="${name}" content="${bait}">`).join('')}<h1>A title of some length</h1>${article}`,
  'a canonical address': (bait) =>
    `<link rel="canonical" href="/a?${bait}"><base href="/${bait}"><h1>A title of some length</h1>${article}`,
  'a byline': (bait) =>
    `<h1>A title of some length</h1><p class="author">${bait}</p><p>By ${bait}</p>${article}`,
  'a date line': (bait) =>
    `<h1>A title of some length</h1><time class="date">${bait}</time><p class="date">27/12/2022 ${bait}</p><p>${bait} 27/12/2022</p>${article}`,
  'a source line': (bait) =>
    `<h1>A title of some length</h1>${article}<p>Theo ${bait}</p><p>Nguồn: ${bait}</p><p>(Theo ${bait}</p>`,
  'a count of views': (bait) =>
    `<h1>A title of some length</h1><p>${bait} lượt xem</p><p>views: ${bait}</p>${article}`,
  crumbs: (bait) =>
    `<div class="breadcrumb"><a href="/a">${bait}</a></div><h1>A title of some length</h1>${article}`,
  'a kicker': (bait) =>
    `<title>A title of some length</title><h1><span>${bait}</span> A title of some length</h1>${article}`,
  'a caption': (bait) =>
    `<h1>A title of some length</h1>${article}<figure><img src="/a.jpg" srcset="${bait}"><figcaption>${bait}</figcaption></figure>${article}`,
  'first words': (bait) =>
    `<h1>A title of some length</h1><article><p>${bait}</p><p>HANOI ${bait}</p><p>(${bait}</p><p>${sentence.repeat(9)}</p></article>`,
  'last words': (bait) =>
    `<h1>A title of some length</h1><article><p>${sentence.repeat(9)}</p><p>${bait}</p><li>${bait}</li><h3>${bait}</h3></article>`,
  names: (bait) =>
    `<h1>A title of some length</h1><div class="${bait}" style="text-align:${bait}">${article}</div>`,
  'an announcement': (bait) =>
    `<h1>A title of some length</h1>${article}<h3>Tin ${bait}</h3><ul><li><a href="/a">${bait}</a></li></ul>`,
  'a script': (bait) =>
    `<h1>A title of some length</h1><script>x={"content":"${bait}</script><script type="application/ld+json">${bait}</script><p>Short.</p>`,
};

/** What grows, and its largest size. */
const PAGES: readonly [name: string, largest: number, of: (size: number) => string][] = [
  [
    'elements at depth 5',
    100_000,
    (n) => page(`<div><div><div>${'<p>x</p>'.repeat(n)}</div></div></div>`),
  ],
  [
    'elements at depth 513',
    30_000,
    (n) => page(`${'<div>'.repeat(510)}${`<p>${sentence}</p>`.repeat(n)}`),
  ],
  ['one text node, characters', 20_000_000, (n) => page(`<p>${'từ '.repeat(n / 3)}</p>`)],
  [
    'links',
    50_000,
    (n) => page(article + '<a href="/a/b">Một bài khác của chuyên mục này</a>'.repeat(n)),
  ],
  [
    'announced links',
    20_000,
    (n) =>
      page(
        `${article}<h3>Tin liên quan</h3><ul>${'<li><a href="/a/b">Một bài khác của chuyên mục</a></li>'.repeat(n)}</ul>`,
      ),
  ],
  ['announcements', 20_000, (n) => page(article + '<h3>Tin liên quan</h3>'.repeat(n))],
  [
    'JSON-LD scripts',
    10_000,
    (n) =>
      page(
        `<script type="application/ld+json">{"@type":"NewsArticle"}</script>`.repeat(n) + article,
      ),
  ],
  [
    'JSON-LD, characters',
    5_000_000,
    (n) =>
      page(
        `<script type="application/ld+json">{"@type":"NewsArticle","keywords":"${'x'.repeat(n)}"}</script>${article}`,
      ),
  ],
  [
    'JSON-LD that names itself',
    5_000,
    (n) =>
      page(
        `<script type="application/ld+json">{"@graph":[${Array.from({ length: n }, (_, i) => `{"@id":"#${i}","@type":"WebPage","isPartOf":{"@id":"#${(i + 1) % n}"}}`).join(',')}]}</script>${article}`,
      ),
  ],
  [
    'strings in a script, characters',
    1_900_000,
    (n) => page(`<script>x={${'"content":"\\\\\\"'.repeat(n / 14)}</script><p>Short.</p>`),
  ],
  ['white space', 2_000_000, (n) => page(`<p>${' '.repeat(n)}</p>${article}`)],
  ['white space and marks', 500_000, (n) => page(`<p>${'( '.repeat(n / 2)}</p>${article}`)],
  ['one word', 2_000_000, (n) => page(`<p>${'x'.repeat(n)}</p>${article}`)],
  [
    'digits and marks',
    500_000,
    (n) => page(`<p class="date">${'1/'.repeat(n / 2)}</p><p>${'1.'.repeat(n / 2)}</p>${article}`),
  ],
  [
    'capitals and dots',
    500_000,
    (n) => page(`<article><p>${'A.'.repeat(n / 2)} — x</p></article>`),
  ],
  [
    'names in a byline',
    500_000,
    (n) => page(`<p class="author">${'A, '.repeat(n / 3)}</p>${article}`),
  ],
  ['parts of a title', 500_000, (n) => page(`<title>${'a | '.repeat(n / 4)}</title>${article}`)],
  ['classes', 500_000, (n) => page(`<div class="${'related-'.repeat(n / 8)}">${article}</div>`)],
  [
    'a clobbered document',
    5_000,
    (n) =>
      page(
        `${'<form><input name=children><input name=parentElement><img name=body></form>'.repeat(n)}${article}`,
      ),
  ],
  [
    'bases',
    20_000,
    (n) => page('<base href="https://a.example/"><base href="data:,x">'.repeat(n) + article),
  ],
  [
    'broken encodings',
    500_000,
    (n) => page(`<p>${'\uFFFD\u0000e\u0301\u202E'.repeat(n / 5)}</p>${article}`),
  ],
  [
    'combining marks on one letter',
    200_000,
    (n) => page(`<p>a${'\u0301\u0323'.repeat(n / 2)}</p>${article}`),
  ],
  [
    'data addresses',
    2_000_000,
    (n) => page(`<img src="data:image/png;base64,${'A'.repeat(n)}">${article}`),
  ],
];

/** Below so many milliseconds a growth is the clock's. */
const NOTABLE = 50;
const GROWTH = 2.5;
const BAIT_LENGTH = 50_000;

type Tabs = Awaited<ReturnType<typeof openTabs>>;

// The best of some tries.
const timeOf = async (tabs: Tabs, html: string, tries: number): Promise<number> => {
  const times: number[] = [];
  const tab = await tabs.next();
  for (let round = 0; round < tries; round += 1)
    times.push(await tab.evaluate((source) => bench.readAlone(source), html));
  return Math.min(...times);
};

// At a quarter, at half and at the whole of a size.
const measure = async (tabs: Tabs, largest: number, of: (size: number) => string) => {
  const times: number[] = [];
  for (const size of [largest / 4, largest / 2, largest])
    times.push(await timeOf(tabs, of(size), 3));
  const [first = 0, second = 0, third = 0] = times;
  return { ms: third, growth: [second / Math.max(1, first), third / Math.max(1, second)] };
};

const printHostile = (rows: readonly (readonly string[])[]): void =>
  printTable(['what there is much of', 'size', 'ms', 'first doubling', 'second'], rows);

const rowOf = (
  name: string,
  size: number,
  { ms, growth }: Awaited<ReturnType<typeof measure>>,
): string[] => [
  name,
  size.toLocaleString('en'),
  ms.toFixed(0),
  ...growth.map((each) => each.toFixed(1)),
];

/** Prints how long the pages take, and how much longer each time they are twice as large. */
export const benchHostile = async (): Promise<void> => {
  const tabs = await openTabs('in-page.ts', 'bench');
  const rows: string[][] = [];
  for (const [name, largest, of] of PAGES)
    rows.push(rowOf(name, largest, await measure(tabs, largest, of)));
  console.log(
    '\nHostile pages: milliseconds at their largest, and the growth from a quarter to it',
  );
  printHostile(rows);
  const baited: string[][] = [];
  let count = 0;
  let slowest = 0;
  for (const [name, hold] of Object.entries(HOLDERS)) {
    for (const bait of BAIT) {
      const of = (n: number): string => hold(bait.repeat(n / bait.length));
      const ms = await timeOf(tabs, of(BAIT_LENGTH), 1);
      count += 1;
      slowest = Math.max(slowest, ms);
      if (ms < NOTABLE) continue;
      const found = await measure(tabs, BAIT_LENGTH, of);
      if (found.growth.some((each) => each > GROWTH))
        baited.push(rowOf(`${JSON.stringify(bait)} in ${name}`, BAIT_LENGTH, found));
    }
  }
  await tabs.close();
  console.log(
    `\nBait for regular expressions: ${count} pages, ${slowest.toFixed(0)} ms at most; those that grow more than ${GROWTH}-fold:`,
  );
  printHostile(baited);
};
