// What a page says of its date, in many places that need not agree, and what a careful person makes of it.
import { expect } from '@playwright/test';
import { read, test } from './article-reader.ts';

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
  'a date in one short box with the headline': {
    html: `<html lang="en-US"><head><title>A cup in a day</title></head><body>
      <div><h1>A cup in a day</h1><p>Dec 26, 2025 • <a href="/who">Sam Roe</a> in Craft</p></div>
      <p>${(PROSE['en-US'] ?? '').repeat(9)}</p></body></html>`,
    published: { precision: 'day', value: '2025-12-26', evidence: 'text' },
  },
  'the line right over the headline is nearer than one far under it': {
    html: `<html lang="vi"><head><title>${HEADLINE}</title></head><body><p>27/12/2022 08:05</p>
      <h1>${HEADLINE}</h1><p>${(PROSE['vi'] ?? '').repeat(9)}</p><p>30/12/2022</p></body></html>`,
    published: {
      precision: 'instant',
      value: '2022-12-27T08:05+07:00',
      evidence: 'text',
      zoneAssumed: true,
    },
  },
  'a printed paper dates its pages to the day after they went online': {
    html: dated('28/12/2022', ld('2022-12-27T19:30:00+07:00')),
    address: 'https://paper.example/2022/12/28/tin',
    published: {
      precision: 'instant',
      value: '2022-12-27T19:30:00+07:00',
      evidence: 'json-ld',
      zoneAssumed: false,
    },
  },
  'a time marked as the date counts in an aside as well': {
    html: dated(
      '<aside><time itemprop="datePublished" datetime="2022-12-27">thứ Ba</time></aside>',
    ),
    published: { precision: 'day', value: '2022-12-27', evidence: 'time-element' },
  },
  'a vague name in the metadata is less sure than the line under the headline': {
    html: dated('27/12/2022', '<meta name="date" content="2022-12-29">'),
    published: { precision: 'day', value: '2022-12-27', evidence: 'text' },
  },
  'months are read in the languages of many where none is known': {
    html: `<html><head><title>Nr. 8</title></head><body><h1>Nr. 8</h1><p>9 oktober 2020 11:12</p></body></html>`,
    published: { precision: 'local', value: '2020-10-09T11:12', evidence: 'text' },
  },
  'an article dates itself in its own footer': {
    html: dated('Chính trị').replace(
      '<ul>',
      '<article><footer><span class="created">27/12/2022</span></footer></article><ul>',
    ),
    published: { precision: 'day', value: '2022-12-27', evidence: 'text' },
  },
  'a date that stands alone far from the headline is better than none': {
    html: dated('Chính trị').replace(
      '<ul>',
      `<p>${(PROSE['vi'] ?? '').repeat(70)}</p><b>27/12/2022</b><ul>`,
    ),
    published: { precision: 'day', value: '2022-12-27', evidence: 'text' },
  },
  'a clock in the header and the dates of other articles tell nothing': {
    html: dated('Chính trị'),
    published: null,
  },
};

for (const [name, { html, address, published }] of Object.entries(DATES)) {
  test(name, async ({ reader }) => {
    const article = await read(reader, html, address ?? 'https://paper.example/tin');
    expect(article.published).toEqual(published);
  });
}

const SEEN = '2022-12-27T18:30:00Z';

// In Vietnam it is half past one on the 28th.
const AGO: Record<string, [line: string, day: string | null]> = {
  'hours ago': ['3 giờ trước', '2022-12-27'],
  'minutes ago': ['20 phút trước', '2022-12-28'],
  yesterday: ['Hôm qua', '2022-12-27'],
  'a comment of hours ago is none': ['<div class="comments">2 ngày trước</div>', null],
};

for (const [name, [line, day]] of Object.entries(AGO))
  test(`a day told by how long ago it is: ${name}`, async ({ reader }) => {
    const html = dated(`<span>${line}</span>`).replace(/<ul>.*<\/ul>/, '');
    const address = 'https://paper.example/tin';
    const { published } = await read(reader, html, address, SEEN);
    expect(published).toEqual(day && { precision: 'day', value: day, evidence: 'text' });
    expect((await read(reader, html, address)).published, 'nobody knows when').toBeNull();
  });
