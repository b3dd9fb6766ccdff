// Which addresses are taken for the same page, and which are not.
import { expect, test } from 'vitest';
import { addressKey, pageKeys } from '../../shared/article/same-page.ts';

const PAGE = 'https://news.example/kinh-te/lua-gao-123.html';

test.each([
  'http://news.example/kinh-te/lua-gao-123.html',
  'https://www.news.example/kinh-te/lua-gao-123.html',
  'https://m.news.example/kinh-te/lua-gao-123.html',
  'https://mobile.news.example/kinh-te/lua-gao-123.html/',
  'https://amp.news.example/kinh-te/lua-gao-123.html',
  `${PAGE}?utm_source=a&fbclid=b`,
  `${PAGE}#comments`,
  `${PAGE}?amp`,
  `${PAGE}?amp=1`,
  `${PAGE}?outputType=amp`,
  `${PAGE}/amp`,
  `${PAGE}/amp/?utm_medium=x#top`,
  'https://news.example/amp/kinh-te/lua-gao-123.html',
  'https://news.example/kinh-te/lua-gao-123.amp.html',
  'https://www.google.com/amp/s/news.example/kinh-te/lua-gao-123.html',
  'https://www.google.com.vn/amp/www.news.example/kinh-te/lua-gao-123.html/amp',
  'https://news-example.cdn.ampproject.org/c/s/news.example/kinh-te/lua-gao-123.html?usqp=mq331',
  'https://news-example.cdn.ampproject.org/v/s/m.news.example/kinh-te/lua-gao-123.html?amp_js_v=0.1',
])('%s is the same page', (address) => {
  expect(addressKey(address)).toBe(addressKey(PAGE));
});

test.each([
  ['https://news.example/a', 'https://news.example/A'],
  ['https://news.example/story?id=1', 'https://news.example/story?id=2'],
  ['https://news.example/story?id=1', 'https://news.example/story'],
  ['https://news.example/story?id=1', 'https://news.example/story?id=1&page=2'],
  ['https://news.example/#!/story/1', 'https://news.example/#!/story/2'],
  ['https://news.example/#/story/1', 'https://news.example/'],
  ['https://m.com.vn/a', 'https://amp.com.vn/a'],
  ['https://m.com/a', 'https://www.com/a'],
  ['https://en.m.news.example/a', 'https://de.m.news.example/a'],
  ['https://sport.news.example/a-1', 'https://news.example/a-1'],
  ['https://news.example:8080/a-1', 'https://news.example/a-1'],
  ['https://shop.example/guitars/amp', 'https://shop.example/guitars'],
  ['https://shop.example/amp', 'https://shop.example/'],
  ['https://shop.example/amp/fender', 'https://shop.example/fender'],
  ['https://news.example/a-1?amp=no', 'https://news.example/a-1'],
  [
    'https://www.google.com/amp/s/news.example/a-1',
    'https://www.google.com/amp/s/news.example/a-2',
  ],
  ['https://www.google.com/amp/phones', 'https://phones/'],
  ['https://news.example/a-1?ref=2', 'https://news.example/a-1?ref=3'],
])('%s is not %s', (one, other) => {
  expect(addressKey(one)).not.toBe(addressKey(other));
});

test('what the order of a query and the letters of an escape say is nothing', () => {
  expect(addressKey('https://e.example/a?b=1&a=2')).toBe(addressKey('https://e.example/a?a=2&b=1'));
  expect(addressKey('https://e.example/%c3%a1')).toBe(addressKey('https://e.example/á'));
});

test('a page is known by its canonical address and by the one that was open', () => {
  const page = { url: `${PAGE}?p=2`, canonicalUrl: PAGE };
  expect(pageKeys(page)).toEqual([addressKey(PAGE), addressKey(page.url)]);
  expect(
    pageKeys({ url: `http://m.news.example/kinh-te/lua-gao-123.html`, canonicalUrl: PAGE }),
  ).toHaveLength(1);
});

test('a page that is named in the fragment is not known by the address of all of them', () => {
  const canonicalUrl = 'https://app.example/';
  const first = pageKeys({ url: 'https://app.example/#!/story/1', canonicalUrl });
  const second = pageKeys({ url: 'https://app.example/#!/story/2', canonicalUrl });
  expect(first).toHaveLength(1);
  expect(first).not.toEqual(second);
});
