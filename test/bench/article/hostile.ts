// Pages made to be slow to read, each in three sizes: time must grow with the page and no faster.
import { printTable } from '../table.ts';
import { openTabs } from './tabs.ts';

declare const bench: { readAlone(html: string): number };

const sentence = 'Các đại biểu đã biểu quyết thông qua nghị quyết này. ';
const article = `<article>${`<p>${sentence.repeat(6)}</p>`.repeat(6)}</article>`;
const page = (content: string): string =>
  `<!doctype html><title>A title of some length</title><h1>A title of some length</h1>${content}`;

/** What grows, and its largest size. */
const PAGES: readonly [name: string, largest: number, of: (size: number) => string][] = [
  [
    'elements at depth 5',
    100_000,
    (n) => page(`<div><div><div>${'<p>x</p>'.repeat(n)}</div></div></div>`),
  ],
  [
    'elements at depth 500',
    30_000,
    (n) => page(`${'<div>'.repeat(500)}${`<p>${sentence}</p>`.repeat(n)}`),
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
    'data addresses',
    2_000_000,
    (n) => page(`<img src="data:image/png;base64,${'A'.repeat(n)}">${article}`),
  ],
];

/** Prints how long the pages take, and how much longer each time they are twice as large. */
export const benchHostile = async (): Promise<void> => {
  const tabs = await openTabs('in-page.ts', 'bench');
  const rows: string[][] = [];
  for (const [name, largest, of] of PAGES) {
    const times: number[] = [];
    for (const size of [largest / 4, largest / 2, largest]) {
      const tab = await tabs.next();
      const html = of(size);
      const tries: number[] = [];
      for (let round = 0; round < 3; round += 1)
        tries.push(await tab.evaluate((source) => bench.readAlone(source), html));
      times.push(Math.min(...tries));
    }
    const [first = 0, second = 0, third = 0] = times;
    rows.push([
      name,
      largest.toLocaleString('en'),
      third.toFixed(0),
      (second / Math.max(1, first)).toFixed(1),
      (third / Math.max(1, second)).toFixed(1),
    ]);
  }
  await tabs.close();
  console.log(
    '\nHostile pages: milliseconds at their largest, and the growth from a quarter to it',
  );
  printTable(['what there is much of', 'size', 'ms', 'first doubling', 'second'], rows);
};
