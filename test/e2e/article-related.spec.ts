// The page's own offers of other articles, and which of them are of the same section.
import { expect } from '@playwright/test';
import { read, test } from './article-reader.ts';

const TEXT = '<p>The council has decided on the bridge after a long debate in its hall.</p>'.repeat(
  5,
);

const page = (offers: string): string =>
  `<!doctype html><html lang="vi"><head><title>Cầu mới</title></head><body>
   <h1>Hội đồng đã quyết định xây cầu mới</h1><article>${TEXT}</article>${offers}</body></html>`;

const link = (address: string, title: string): string =>
  `<li><a href="${address}">${title}</a></li>`;

test('what the page calls of the same section is, and what lies beside it in the address', async ({
  reader,
}) => {
  const html = page(`
    <div><h3>Tin cùng chuyên mục</h3><ul>${link('/2022/a-1.html', 'Tỉnh công bố quyết định mới')}
      ${link('/2022/a-2.html', 'Khai mạc kỳ họp thứ mười')}</ul></div>
    <div><h3>Tin liên quan</h3><ul>${link('/chinh-tri/b-1.html', 'Bộ trưởng trả lời chất vấn')}
      ${link('/the-thao/b-2.html', 'Đội tuyển thắng trận mở màn')}</ul></div>`);
  const { related } = await read(reader, html, 'https://bao.example.vn/chinh-tri/cau-moi.html');
  expect(related.map(({ title, sameSection }) => [title, sameSection === true])).toEqual([
    ['Tỉnh công bố quyết định mới', true],
    ['Khai mạc kỳ họp thứ mười', true],
    ['Bộ trưởng trả lời chất vấn', true],
    ['Đội tuyển thắng trận mở màn', false],
  ]);
});
