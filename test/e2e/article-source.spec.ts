// Whom a page names as the source it was taken from, when the line holds more than the name.
import { expect } from '@playwright/test';
import { read, test } from './article-reader.ts';

const PROSE = 'Các đại biểu đã biểu quyết thông qua nghị quyết về kinh tế ven đầm. '.repeat(9);

const taken = (foot: string): string =>
  `<html lang="vi"><body><article><h1>Tỉnh thông qua nghị quyết ven đầm</h1><p>${PROSE}</p></article>
  <div class="bottom">${foot}</div></body></html>`;

const SOURCES: Record<string, [foot: string, attribution: string | null]> = {
  'a button beside the name is no part of it': [
    '<a href="#">Theo <span>Nhịp Sống</span> <span class="btn-copy"><i>Copy link</i></span></a>',
    'Nhịp Sống',
  ],
  'a byline above it is no part of it': [
    '<div><p class="author">Theo Hồ Hương</p><p>Đại Đoàn Kết</p></div><a>Theo <b>Đại Đoàn Kết</b></a>',
    'Đại Đoàn Kết',
  ],
  'a source in the foot of the site is the site’s': ['<footer>Nguồn: Báo Tỉnh</footer>', null],
};

for (const [name, [foot, attribution]] of Object.entries(SOURCES))
  test(name, async ({ reader }) => {
    const article = await read(reader, taken(foot), 'https://paper.example/tin/1.html');
    expect(article.attribution).toBe(attribution);
  });

const ADDRESSES: Record<string, [foot: string, address: string | undefined]> = {
  'the source leads to where the article was taken from': [
    '<p>Theo: <a href="https://nhandan.example/bai-goc">Nhân Dân</a></p>',
    'https://nhandan.example/bai-goc',
  ],
  'a link around the source does too': [
    '<a href="//nhandan.example/bai-goc">Theo <b>Nhân Dân</b></a>',
    'https://nhandan.example/bai-goc',
  ],
  'a link to the page itself is no source': ['<a href="#top">Theo <b>Nhân Dân</b></a>', undefined],
  'nor is a script': ['<p>Theo: <a href="javascript:go()">Nhân Dân</a></p>', undefined],
};

for (const [name, [foot, address]] of Object.entries(ADDRESSES))
  test(name, async ({ reader }) => {
    const article = await read(reader, taken(foot), 'https://paper.example/tin/1.html');
    expect(article.attribution).toBe('Nhân Dân');
    expect(article.attributionUrl).toBe(address);
  });

test('a source line that ends the text tells the address too', async ({ reader }) => {
  const html = taken('').replace(
    '</article>',
    '<p><i>Nguồn: <a href="https://ttx.example/1">TTXVN</a></i></p></article>',
  );
  const article = await read(reader, html, 'https://paper.example/tin/1.html');
  expect(article).toMatchObject({ attribution: 'TTXVN', attributionUrl: 'https://ttx.example/1' });
});
