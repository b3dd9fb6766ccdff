// The parts of the reader that need no page: one line in, what it says out.
import { describe, expect, it } from 'vitest';
import { fitAddress, resolve, sameSite } from '../../shared/article/address.ts';
import { sourceIn, takeAttribution } from '../../shared/article/attribution.ts';
import { namesIn, namesUnder } from '../../shared/article/names.ts';
import { withoutTracking } from '../../shared/article/address.ts';
import { fitArticle } from '../../shared/article/fit.ts';
import { withoutNoise } from '../../shared/article/noise.ts';
import { withoutSite } from '../../shared/article/title.ts';
import { viewsIn } from '../../shared/article/views.ts';
import { offsetOfWall } from '../../shared/article/zones.ts';
import type { Article } from '../../shared/schema/article.ts';
import type { Block } from '../../shared/schema/block.ts';
import { MAX_KEEP_BYTES } from '../../shared/schema/keep.ts';

const paragraph = (text: string): Block => ({ kind: 'paragraph', runs: [{ text }] });

describe('the source line', () => {
  it.each([
    ['Theo: nhandan.vn', 'nhandan.vn'],
    ['Theo báo Nhân Dân', 'báo Nhân Dân'],
    ['(Theo TTXVN)', 'TTXVN'],
    ['Nguồn: Cổng thông tin điện tử tỉnh', 'Cổng thông tin điện tử tỉnh'],
    ['Source: Associated Press', 'Associated Press'],
    ['Via Reuters', 'Reuters'],
    ['来源：新华社', '新华社'],
    ['Via dei Fori was closed.', null],
    ['Theo ông Bình, giá sẽ còn tăng.', null],
    ['Theo nghị quyết, đến năm 2027, diện tích nuôi tôm sẽ giảm.', null],
    ['Nguồn nước ở đây đã cạn', null],
  ])('%s', (line, source) => {
    expect(sourceIn(line)).toBe(source);
  });

  it('leaves the body and becomes the attribution', () => {
    const { blocks, attribution } = takeAttribution(
      [paragraph('Câu cuối của bài.'), paragraph('Theo: nhandan.vn')],
      [],
    );
    expect(attribution).toEqual({ name: 'nhandan.vn', url: null });
    expect(blocks).toEqual([paragraph('Câu cuối của bài.')]);
  });
});

describe('views', () => {
  it.each([
    ['267 lượt xem', 267],
    ['Lượt xem: 1.234', 1_234],
    ['1,234 views', 1_234],
    ['1.2K views', 1_200],
    ['12 345 vues', 12_345],
    ['Xem 3 ảnh', null],
    ['27/12/2022', null],
  ])('%s', (line, views) => {
    expect(viewsIn(line)).toBe(views);
  });
});

describe('the byline', () => {
  it.each([
    ['By Dana Whitlock and Marcus Oyelaran, Staff Writers', ['Dana Whitlock', 'Marcus Oyelaran']],
    ['Bùi Giang (TTXVN)', ['Bùi Giang']],
    ['Tin, ảnh: Đậu Tất Thành', ['Đậu Tất Thành']],
    ['Theo Hồ Hương', ['Hồ Hương']],
    ['Von Birgit Baumann, Anna Giulia Fink', ['Birgit Baumann', 'Anna Giulia Fink']],
    ['Jane Doe - Reuters', ['Jane Doe']],
    ['(责编：牛镛、岳弘彬)', ['牛镛', '岳弘彬']],
    ['（记者王敬照）', ['王敬照']],
    ['홍길동 기자', ['홍길동']],
    ['Sehernur Karsu | 05.04.2025 - Güncelleme : 06.04.2025', ['Sehernur Karsu']],
    ['https://www.facebook.com/paper', []],
    ['jane@paper.example', []],
    ['Admin', []],
    ['Authors: Jane Doe and John Roe', ['Jane Doe', 'John Roe']],
    ['Autoren Jane Doe und Otto Roe', ['Jane Doe', 'Otto Roe']],
    ['Written by: Jane Doe', ['Jane Doe']],
    ['By Jane Doe | 12/10/2020', ['Jane Doe']],
    ['Sat, 27 Dec, 2025', []],
    ['By Jane Doe Updated May 3, 2024', ['Jane Doe']],
    ['By Jane Doe December 3, 2024', ['Jane Doe']],
    ['Jane Doe Staff Writer', ['Jane Doe']],
    ['May Doe', ['May Doe']],
    ['Jane Doe, Unsubscribe from updates', ['Jane Doe']],
    ['Jane Doe, RN, MPH', ['Jane Doe']],
    ['Ursula von der Leyen', ['Ursula von der Leyen']],
  ])('%s', (line, names) => {
    expect(namesIn(line)).toEqual(names);
  });

  it('stands under the text in Vietnamese papers', () => {
    expect(namesUnder(['Minh Anh - Hải Yến'])).toEqual(['Minh Anh', 'Hải Yến']);
    expect(namesUnder(['Xem thêm ảnh ở đây'])).toEqual([]);
  });
});

it('a title loses the name of its site, and nothing else', () => {
  const site = ['The Ansel County Ledger', 'anselledger.example'];
  expect(withoutSite('Ferry strike ends - The Ansel County Ledger', site)).toBe(
    'Ferry strike ends',
  );
  expect(withoutSite('Ferry strike ends after 11 days | News | Anselledger.example', site)).toBe(
    'Ferry strike ends after 11 days',
  );
  expect(withoutSite('Chợ nổi dời bến - được gì, mất gì?', site)).toBe(
    'Chợ nổi dời bến - được gì, mất gì?',
  );
  expect(withoutSite('The Ansel County Ledger', site)).toBe('The Ansel County Ledger');
});

describe('addresses', () => {
  const base = new URL('https://bao.com.vn/muc/tin');

  it('are absolute, http(s) and short enough', () => {
    expect(resolve('../a?b=1#c', base)).toBe('https://bao.com.vn/a?b=1#c');
    expect(resolve('javascript:alert(1)', base)).toBeNull();
    expect(resolve('data:text/html,x', base)).toBeNull();
    expect(resolve(`/${'a'.repeat(3_000)}`, base)).toBeNull();
    expect(fitAddress(new URL(`https://a.example/b?q=${'a'.repeat(3_000)}`))).toBe(
      'https://a.example/b',
    );
    expect(
      fitAddress(new URL(`https://a.example/${'ạ'.repeat(3_000)}`)).length,
    ).toBeLessThanOrEqual(2_048);
  });

  it('lose tracking and fragment, and keep what tells pages apart', () => {
    expect(
      withoutTracking('https://a.example/x?id=5&utm_source=a&fbclid=b&page=2&zarsrc=30#top'),
    ).toBe('https://a.example/x?id=5&page=2');
    expect(withoutTracking('https://a.example/x?utm_medium=a')).toBe('https://a.example/x');
  });

  it('are of one site whatever the subdomain', () => {
    expect(sameSite(base, new URL('http://m.bao.com.vn/x'))).toBe(true);
    expect(sameSite(base, new URL('https://khac.com.vn/'))).toBe(false);
    expect(sameSite(base, new URL('https://bao.com.vn.ketrom.example/'))).toBe(false);
  });
});

const wall = (text: string): number => Date.parse(`${text}Z`);

it('a local time gets the offset that its zone had that day', () => {
  expect(offsetOfWall('Asia/Ho_Chi_Minh', wall('2022-12-27T08:05'))).toBe(420);
  expect(offsetOfWall('Europe/Berlin', wall('2022-07-01T12:00'))).toBe(120);
  expect(offsetOfWall('Europe/Berlin', wall('2022-03-27T01:30'))).toBe(60);
  expect(offsetOfWall('Europe/Berlin', wall('2022-03-27T03:30'))).toBe(120);
});

it('buttons, appeals and pointers are no text; sentences are', () => {
  const page = new URL('https://a.example/x');
  const pointer: Block = {
    kind: 'paragraph',
    runs: [{ text: 'How the strike began', href: 'https://a.example/y' }],
  };
  const text = paragraph('The boats will sail again on Thursday morning, the authority said.');
  const linked: Block = {
    kind: 'paragraph',
    runs: [
      { text: 'Read the ' },
      { text: 'whole contract', href: 'https://a.example/z' },
      { text: '.' },
    ],
  };
  const noise = [
    'Advertisement',
    'Chia sẻ',
    'Sign up for our newsletter',
    '© 2023 The Ledger',
    '—',
  ];
  expect(
    withoutNoise([paragraph('16:42'), text, ...noise.map(paragraph), pointer, linked], page),
  ).toEqual([text, linked]);
});

it('an article too large to keep is cut at a block, and says so', () => {
  const article: Article = {
    url: 'https://a.example/',
    canonicalUrl: 'https://a.example/',
    title: 'A',
    authors: [],
    site: null,
    section: [],
    published: null,
    modified: null,
    attribution: null,
    views: null,
    language: 'vi',
    leadImage: null,
    blocks: Array.from({ length: 200 }, () => paragraph('ơ'.repeat(5_000))),
    truncated: false,
    related: [],
  };
  const cut = fitArticle(article);
  expect(cut.truncated).toBe(true);
  expect(new TextEncoder().encode(JSON.stringify(cut)).length).toBeLessThan(MAX_KEEP_BYTES);
  expect(cut.blocks.length).toBeGreaterThan(140);
  const small = { ...article, blocks: article.blocks.slice(0, 3) };
  expect(fitArticle(small)).toEqual(small);
});
