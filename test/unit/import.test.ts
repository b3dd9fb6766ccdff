// Files of other tools: whatever a person drops, what it holds is read, counted or refused, and never thrown at them.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { ImportItem } from '../../shared/schema/import.ts';
import { readImport } from '../../shared/import/index.ts';

const FIXTURES = path.resolve(import.meta.dirname, '../fixtures/import');
const NOW = new Date('2026-11-24T12:00:00Z');

const file = (name: string) => ({ name, bytes: readFileSync(path.join(FIXTURES, name)) });
const written = (text: string, name = 'file') => ({ name, bytes: new TextEncoder().encode(text) });

const readFiles = (...names: string[]) => readImport(names.map(file), NOW);
const readWritten = (text: string) => readImport([written(text)], NOW);

const refusal = (text: string) => readWritten(text).refused[0]?.reason;

/** What each address came with, without what is empty. */
const briefly = (items: readonly ImportItem[]) =>
  items.map(({ url, title, addedAt, tags, folder }) =>
    [url, title, addedAt?.slice(0, 10), tags.join(','), folder.join(' > ')].filter(Boolean),
  );

describe('bookmarks', () => {
  it('keep titles, dates and nested folders, and each address once', () => {
    const { items, duplicates, unusable, formats } = readFiles('chrome.html');
    expect(formats).toEqual([{ name: 'chrome.html', format: 'netscape' }]);
    expect(briefly(items)).toEqual([
      ['https://bao.example.vn/moi-truong/', 'Môi trường', 'Bookmarks bar > Thời sự'],
      [
        'https://news.example/politics/council?id=12&utm_source=mail',
        'Council adopts 21 resolutions & a budget',
        '2020-09-13',
        'Bookmarks bar',
      ],
      [
        'https://bao.example.vn/chinh-tri/tinh-mo-cong-du-lieu.html',
        'Tỉnh mở cổng dữ liệu đất đai',
        '2022-12-25',
        'Bookmarks bar > Thời sự > Chính trị',
      ],
    ]);
    expect(duplicates).toBe(1);
    expect(unusable).toEqual([
      { what: 'Read it later', reason: 'scheme' },
      { what: 'Settings', reason: 'scheme' },
    ]);
  });

  it('of Firefox keep tags, and an empty folder takes nothing in', () => {
    expect(briefly(readFiles('firefox.html').items)).toEqual([
      ['https://zeitung.example/verkehr', 'Verkehr', '2022-04-15'],
      [
        'https://zeitung.example/haushalt',
        'Der Haushalt steht',
        '2022-12-27',
        'haushalt,Stadt Köln',
        'Lesezeichen-Symbolleiste',
      ],
    ]);
  });

  it('of Safari come without dates, the last first, so that the first ends on top', () => {
    expect(briefly(readFiles('safari.html').items)).toEqual([
      ['https://news.example/two', 'Two', 'Reading List'],
      ['https://news.example/one', 'One', 'Favorites'],
    ]);
  });

  it.each(['linkding.html', 'ril_export.html', 'pocket-old.csv'])(
    'of %s keep tags with spaces',
    (name) => {
      const tagged = readFiles(name).items.find(({ tags }) => tags.length > 0);
      expect(tagged).toMatchObject({
        tags: ['economy', 'long read'],
        addedAt: '2022-12-27T03:05:53.000Z',
      });
    },
  );

  it('are read where no tag is ever closed', () => {
    const open =
      '<DL><DT><H3>A<DL><DT><A HREF=https://a.example/>One<DT><A HREF=https://b.example/>Two';
    expect(
      briefly(readWritten(`<!doctype netscape-bookmark-file-1>${open}`).items).toReversed(),
    ).toEqual([
      ['https://a.example/', 'One', 'A'],
      ['https://b.example/', 'Two', 'A'],
    ]);
  });

  it('of a lifetime are read, though no link is closed', () => {
    const links = Array.from(
      { length: 100_000 },
      (_, n) => `<DT><A HREF="https://a.example/${n}">`,
    );
    expect(readWritten(`<!DOCTYPE NETSCAPE-Bookmark-file-1>${links.join('')}`).items).toHaveLength(
      100_000,
    );
  });

  it('may lie deeper than the contract goes', () => {
    const html = `${'<DL><DT><H3>F</H3>'.repeat(30)}<DL><DT><A HREF="https://a.example/">A</A>`;
    const [item] = readWritten(html.replace(/^/, '<!DOCTYPE NETSCAPE-Bookmark-file-1>')).items;
    expect(item?.folder).toHaveLength(16);
  });
});

describe('a table of Pocket’s', () => {
  it('is read by the names of its columns, with commas and lines inside quotes', () => {
    const { items, formats } = readFiles('pocket-old.csv');
    expect(formats[0]?.format).toBe('pocket');
    expect(briefly(items)).toEqual([
      ['https://news.example/no', 'He said "no"', '2020-09-13'],
      [
        'https://news.example/rice?utm_campaign=x',
        'Rice, fish, and a river',
        '2022-12-27',
        'economy,long read',
      ],
    ]);
  });

  it('may write its columns otherwise, and an address in place of a title', () => {
    const { items, unusable } = readFiles('pocket-new.csv');
    expect(briefly(items)).toEqual([
      ['https://news.example/bare', '2022-04-15'],
      ['https://bao.example.vn/mo-cong', 'Tỉnh mở cổng dữ liệu', '2022-12-27', 'chính trị,đất đai'],
    ]);
    expect(unusable).toEqual([
      { what: 'An app', reason: 'scheme' },
      { what: 'Nothing', reason: 'no-address' },
    ]);
  });

  it('in several parts is one import, each address once', () => {
    const { items, duplicates, formats } = readFiles(
      'pocket-old.csv',
      'pocket-new.csv',
      'pocket-old.csv',
    );
    expect(formats).toHaveLength(3);
    expect(items).toHaveLength(4);
    expect(duplicates).toBe(2);
  });

  it('says where a quotation mark that is never closed ends it', () => {
    const { items, unusable } = readWritten(
      'title,url,time_added\nA,https://a.example/,1672110353\n"B,https://b.example/,1\nC,https://c.example/,1',
    );
    expect(items).toHaveLength(1);
    expect(unusable).toMatchObject([{ reason: 'open-quote' }]);
  });
});

it('a list of addresses is read in the ways in which people write one', () => {
  const { items, unusable } = readFiles('addresses.txt');
  expect(briefly(items).toReversed()).toEqual([
    ['https://news.example/one'],
    ['https://example.com/x'],
    ['https://www.example.org/'],
    ['https://news.example/two', 'Two | The Example'],
    ['https://news.example/three', 'Three'],
    ['https://news.example/four_(of_five)', 'Four (of five)'],
    ['https://news.example/five'],
    ['https://news.example/six', 'Six'],
    ['https://news.example/seven_(2024)'],
    ['https://news.example/eight'],
    ['https://news.example/nine'],
    ['https://news.example/ten'],
  ]);
  expect(unusable).toEqual([
    { what: 'mailto:someone@news.example', reason: 'scheme' },
    { what: 'notes.txt', reason: 'no-address' },
    { what: 'just a thought', reason: 'no-address' },
  ]);
});

describe('what stands twice', () => {
  it('keeps the earliest date, all tags, and the first title and folder that say something', () => {
    const { items, duplicates } = readWritten(`<!DOCTYPE NETSCAPE-Bookmark-file-1><DL>
      <DT><A HREF="https://a.example/?fbclid=1" ADD_DATE="1672110353" TAGS="one,two"></A>
      <DT><H3>Later</H3><DL><DT><A HREF="https://a.example/#part" ADD_DATE="1600000000" TAGS="two,three">Title</A></DL>
      <DT><A HREF="https://a.example/" TAGS="">Other title</A></DL>`);
    expect(duplicates).toBe(2);
    expect(items).toEqual([
      {
        url: 'https://a.example/?fbclid=1',
        title: 'Title',
        addedAt: '2020-09-13T12:26:40.000Z',
        tags: ['one', 'two', 'three'],
        folder: ['Later'],
      },
    ]);
  });
});

const addedAt = (stamp: string) =>
  readWritten(
    `<!DOCTYPE NETSCAPE-Bookmark-file-1><A HREF="https://a.example/" ADD_DATE="${stamp}">A</A>`,
  ).items[0]?.addedAt;

describe('a date', () => {
  it.each(['1672110353', '1672110353000', '1672110353000000', ' 1672110353 ', '1672110353.0'])(
    'of %s is an instant',
    (stamp) => expect(addedAt(stamp)).toBe('2022-12-27T03:05:53.000Z'),
  );

  it.each([
    '0',
    '-1',
    '1',
    'NaN',
    '',
    '1e99',
    '99999999999999999999',
    '13316584553000000',
    'yesterday',
  ])('of %j is none', (stamp) => expect(addedAt(stamp)).toBeNull());
});

describe('what is no export', () => {
  it.each([
    ['', 'empty'],
    [' \n\t\n', 'empty'],
    ['PK\u0003\u0004 and so on', 'packed'],
    ['GIF89a', 'picture'],
    ['%PDF-1.7', 'binary'],
    ['SQLite format 3\0', 'binary'],
    ['{"bookmarks": []}', 'json'],
    ['[{"url": "https://a.example/"}]', 'json'],
    ['URL,Title,Selection,Folder\nhttps://a.example/,A,,Unread', 'table'],
    ['<!doctype html><title>A page</title><a href="https://a.example/">a</a>', 'web-page'],
    ['<?xml version="1.0"?><opml></opml>', 'web-page'],
    ['Dear all,\nnothing here.', 'no-addresses'],
    ['<!DOCTYPE NETSCAPE-Bookmark-file-1><DL></DL>', 'no-addresses'],
    ['title,url,time_added,tags,status\n', 'no-addresses'],
  ])('%j is refused with its reason', (text, reason) => {
    expect(readWritten(text)).toMatchObject({ items: [], unusable: [] });
    expect(refusal(text)).toBe(reason);
  });

  it('is told beside what can be read', () => {
    const { items, refused } = readImport(
      [file('pocket-new.csv'), written('PK\u0003\u0004', 'all.zip')],
      NOW,
    );
    expect(items).toHaveLength(2);
    expect(refused).toEqual([{ name: 'all.zip', reason: 'packed' }]);
  });
});

it('an address longer than the contract takes is refused with its title', () => {
  const { unusable } = readWritten(`Long - https://a.example/${'x'.repeat(2_100)}`);
  expect(unusable).toEqual([{ what: 'Long', reason: 'too-long' }]);
});

describe('the encoding', () => {
  const LIST = 'Đọc báo - https://a.example/';
  const utf16 = new Uint8Array([
    0xff,
    0xfe,
    ...Array.from(LIST, (letter) => letter.charCodeAt(0)).flatMap((unit) => [
      unit & 0xff,
      unit >> 8,
    ]),
  ]);

  it('is UTF-16 where a mark says so', () => {
    expect(readImport([{ name: 'list', bytes: utf16 }], NOW).items[0]?.title).toBe('Đọc báo');
  });

  it('is what a page says where it is not UTF-8', () => {
    const page =
      '<!DOCTYPE NETSCAPE-Bookmark-file-1><META CONTENT="text/html; charset=windows-1250"><A HREF="https://a.example/">Wi\u00b9zanie</A>';
    const bytes = Uint8Array.from(page, (letter) => letter.charCodeAt(0));
    expect(readImport([{ name: 'page', bytes }], NOW).items[0]?.title).toBe('Wiązanie');
  });
});

describe('whatever comes', () => {
  const pieces = fc.constantFrom(
    '<DL>',
    '</DL>',
    '<DT>',
    '<H3>',
    '</H3>',
    '<A HREF="https://a.example/',
    '">',
    '</A>',
    '<DD>',
    'https://b.example/',
    '"',
    ',',
    '\n',
    '\r',
    '|',
    '[',
    '](',
    ')',
    ' - ',
    '&amp;',
    '&#0;',
    '\ud800',
    'example.com',
    'title,url,time_added,tags\n',
    'ADD_DATE="1',
    '<!DOCTYPE NETSCAPE-Bookmark-file-1>',
    '<title>',
    '<!--',
    '<![CDATA[',
  );
  const texts = fc
    .tuple(
      fc.constantFrom('', '<!DOCTYPE NETSCAPE-Bookmark-file-1>', 'title,url,time_added,tags\n'),
      fc.array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 20 })), { maxLength: 60 }),
    )
    .map(([head, rest]) => head + rest.join(''));
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 500 }),
    texts.map((text) => new TextEncoder().encode(text)),
  );

  it('nothing is thrown, and every item keeps the contract', () => {
    fc.assert(
      fc.property(fc.array(bytes, { maxLength: 3 }), (files) => {
        const { items, formats, refused } = readImport(
          files.map((content, index) => ({ name: String(index), bytes: content })),
          NOW,
        );
        for (const item of items) expect(v.safeParse(ImportItem, item).issues).toBeUndefined();
        expect(formats.length + refused.length).toBe(files.length);
      }),
      { numRuns: 1_000 },
    );
  });
});
