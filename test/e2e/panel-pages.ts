// Pages to read, served on localhost: small, and each with one thing that a capture can get wrong.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export const BODY = `
  <p>The council of the province opened its register of land plots on Tuesday, and anyone may search it without a fee.</p>
  <p>So far 312,000 plots have been checked against the old paper maps, which is 78 percent of the whole.</p>
  <p>Four mountain districts will follow in the second quarter, three months later than was planned.</p>`;

export const article = (title: string, body: string, head = ''): string => `<!doctype html>
<html lang="en"><head><title>${title}</title>
<meta property="og:site_name" content="Province Daily">
<meta property="article:published_time" content="2022-12-27T08:05:00+07:00">
${head}</head><body><article><h1>${title}</h1>${body}</article></body></html>`;

const vietnamese = `<!doctype html><html lang="vi"><head><title>Tỉnh mở cổng dữ liệu đất đai</title>
<meta property="og:site_name" content="Báo Tỉnh">
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Tỉnh mở cổng dữ liệu đất đai, người dân tra quy hoạch từng thửa miễn phí","datePublished":"2022-12-27T08:05:00+07:00","author":{"@type":"Person","name":"Nguyễn Minh"}}</script>
<script type="application/ld+json">{"@context":"https://schema.org","@type":"BreadcrumbList","itemListElement":[{"@type":"ListItem","position":1,"name":"Chính trị"},{"@type":"ListItem","position":2,"name":"Tin trong tỉnh"}]}</script>
</head><body><article><h1>Tỉnh mở cổng dữ liệu đất đai, người dân tra quy hoạch từng thửa miễn phí</h1>
<p>Từ ngày 1/1, người dân tra được quy hoạch từng thửa đất trên cổng dữ liệu của tỉnh mà không phải nộp phí.</p>
<p>Sở cho biết đã có 312.000 thửa được chuẩn hóa, đạt 78% tổng số thửa đất trên địa bàn tỉnh tính đến cuối năm.</p>
<p>Bốn huyện miền núi sẽ hoàn tất trong quý II, chậm hơn kế hoạch ba tháng vì thiếu bản đồ số và thiếu người đo.</p>
<p>Theo: Cổng thông tin tỉnh</p></article>
<section><h2>Tin cùng chuyên mục</h2><ul>
<li><a href="/vi/1">Hội đồng thông qua 21 nghị quyết, lùi việc tăng giá nước</a></li>
<li><a href="/vi/2">Rút gọn 14 thủ tục cho doanh nghiệp nhỏ</a></li>
<li><a href="/vi/3">Số hóa hồ sơ đất đai chậm ở bốn huyện miền núi</a></li></ul></section></body></html>`;

const hidden = article(
  'Register of plots opens',
  `${BODY}
  <div id="host"></div>
  <script>
    const root = document.getElementById('host').attachShadow({ mode: 'closed' });
    root.innerHTML = '<p>The closed tree says that appeals are heard until the end of March.</p><slot></slot>';
    document.getElementById('host').innerHTML = '<p>The slotted part says that the hearing is held in public.</p>';
  </script>
  <iframe srcdoc="<p>The frame says that the maps were drawn by hand in the year 1931.</p>" width="600" height="200"></iframe>
  <p style="display:none">The hidden part says that nobody was asked.</p>
  <p style="visibility:hidden">The invisible part says that nobody was told.</p>
  <p data-dateline-hidden>The page cannot hide this part of its text by our mark.</p>
  <form><input value="typed secret one"><textarea>typed secret two</textarea></form>`,
);

// Chromium's parser flattens past 512, and its layout ends at some 2,500; a tree that is not laid out
// has no end.
const deep = article(
  'Ten thousand deep',
  `${BODY}${'<div>'.repeat(10_000)}The innermost part.${'</div>'.repeat(10_000)}
  <div id="deep" hidden></div><script>
    let at = document.getElementById('deep');
    for (let depth = 0; depth < 10000; depth++) { const next = document.createElement('div'); at.append(next); at = next; }
    at.textContent = 'The innermost hidden part.';
  </script>`,
);

const big = (): string =>
  article(
    'A very long report',
    Array.from(
      { length: 12_000 },
      (_, index) =>
        `<p>Paragraph ${index} of the report tells of plot number ${index * 7}, where it lies, who owns it, since when, and what may be built on it by the plan of the province.</p>`,
    ).join('\n'),
  );

const PAGES: Record<string, () => string> = {
  '/plain': () => article('The register of land opens', BODY),
  '/other': () => article('Another story altogether', BODY.replaceAll('council', 'court')),
  '/vi': () => vietnamese,
  '/vi/next': () => vietnamese.replaceAll('Tỉnh mở cổng', 'Huyện mở sổ'),
  '/undated': () =>
    article('A report without a date', BODY).replace(/<meta property="article:pub.*/, ''),
  '/hidden': () => hidden,
  '/deep': () => deep,
  '/big': big,
  '/empty': () => '<!doctype html><title>Nothing</title><body></body>',
  '/front': () =>
    `<!doctype html><title>Province Daily</title><main>${Array.from({ length: 9 }, (_, index) => `<article><h2><a href="/story/${index}">Council decides on matter ${index} at last</a></h2><p>The vote was close, and plan ${index} will be looked at once more in the spring.</p></article>`).join('')}</main>`,
  '/form': () =>
    '<!doctype html><title>Sign in</title><body><form><input><button>Go</button></form></body>',
};

const NAMED = /^\/named\/(.+)$/;

const namedArticle = (url: string): string | undefined => {
  const title = NAMED.exec(url)?.[1];
  return title && article(decodeURIComponent(title), BODY);
};

export interface Pages {
  /** Two addresses of one server, of two origins. */
  origin: string;
  otherOrigin: string;
  /** The address of an article with a title of one's own. */
  named: (title: string) => string;
  close: () => Promise<void>;
}

/** The port that a server listens on. */
export const portOf = (server: Server): number => (server.address() as AddressInfo).port;

/** A page, and the headers that it is served with. */
export interface ServedPage {
  html: string;
  headers?: Record<string, string>;
}

/** Serves the pages on a free port, and `more` beside them. */
export const servePages = async (more: Record<string, ServedPage> = {}): Promise<Pages> => {
  const server = createServer((request, response) => {
    const url = request.url ?? '';
    const html = PAGES[url]?.() ?? more[url]?.html ?? namedArticle(url);
    response.writeHead(html === undefined ? 404 : 200, {
      'content-type': 'text/html; charset=utf-8',
      ...more[url]?.headers,
    });
    response.end(html ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const port = portOf(server);
  return {
    origin: `http://127.0.0.1:${port}`,
    otherOrigin: `http://localhost:${port}`,
    named: (title) => `http://127.0.0.1:${port}/named/${encodeURIComponent(title)}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
};
