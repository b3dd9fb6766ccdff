// Pages that lead to articles or say nothing, in the layouts of fronts, sections, searches and missing pages; none
// is of a real site.

export interface PageWithoutArticle {
  readonly name: string;
  readonly url: string;
  readonly html: string;
}

const times = (count: number, item: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => item(index + 1)).join('\n');

const page = (language: string, title: string, body: string, head = ''): string =>
  `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${title}</title>${head}</head><body>${body}</body></html>`;

const meta = (property: string, content: string): string =>
  `<meta property="${property}" content="${content}">`;
const ld = (value: object): string =>
  `<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', ...value })}</script>`;

const NAV = `<header><nav>${['World', 'Politics', 'Business', 'Sport'].map((name) => `<a href="/${name}">${name}</a>`).join(' ')}</nav></header>`;
const FOOT =
  '<footer><p>© 2025 The Daily Front. All rights reserved. <a href="/terms">Terms</a> <a href="/privacy">Privacy</a></p></footer>';
const title = (index: number): string => `Council decides on matter ${index} after long debate`;
const teaser = (index: number): string =>
  `The council voted on Monday evening to go ahead with plan number ${index}, which will cost 3 million pounds and take four years, officials said.`;
const more = (index: number): string =>
  `It was the ${index}th vote on the matter in as many years, and the mayor, who had asked for more time, said that the building work would begin in the spring. Shopkeepers along the street fear for their trade and asked for help with the rent until the work is done.`;

const DANH_MUC = `<div class="menu">${['Thời sự', 'Thế giới', 'Kinh doanh', 'Giáo dục', 'Pháp luật'].map((name) => `<a href="/${encodeURIComponent(name)}">${name}</a>`).join(' ')}</div>`;
const CHAN_TRANG =
  '<div class="footer"><p>Cơ quan chủ quản: Sở Thông tin tỉnh. Giấy phép hoạt động báo điện tử số 12/GP-BTTTT do Bộ Thông tin và Truyền thông cấp ngày 3/1/2020. Tổng biên tập: Nguyễn Văn Khê. Ghi rõ nguồn khi phát hành lại thông tin từ trang này. Điện thoại: 0200 555 000.</p></div>';
const tit = (index: number): string =>
  `Hội đồng thông qua nghị quyết số ${index}, lùi việc tăng giá nước`;
const sapo = (index: number): string =>
  `Giá nước sinh hoạt giữ nguyên đến hết quý III để chờ phương án hỗ trợ hộ nghèo, theo quyết định số ${index} vừa được ban hành chiều 12/7.`;

export const PAGES_WITHOUT_ARTICLE: readonly PageWithoutArticle[] = [
  {
    name: 'a front page of article elements',
    url: 'https://daily.example/',
    html: page(
      'en',
      'The Daily Front',
      `${NAV}<main>${times(30, (index) => `<article><h2><a href="/story/${index}">${title(index)}</a></h2><p>${teaser(index)}</p></article>`)}</main>${FOOT}`,
      meta('og:site_name', 'The Daily Front'),
    ),
  },
  {
    name: 'a front page of cards that are links as a whole',
    url: 'https://daily.example/en/',
    html: page(
      'en',
      'The Daily Front | News, sport and weather',
      `${NAV}<main><h1>The Daily Front</h1>${times(24, (index) => `<a class="card" href="/story/${index}"><img src="/${index}.jpg" alt=""><h3>${title(index)}</h3><p>${teaser(index)}</p></a>`)}</main>${FOOT}`,
      meta('og:type', 'website') + meta('og:site_name', 'The Daily Front'),
    ),
  },
  {
    name: 'a front page of cards that are not named anything',
    url: 'https://daily.example/index.html',
    html: page(
      'en',
      'The Daily Front',
      `${NAV}<div>${times(12, (index) => `<div><div><a href="/story/${index}"><img src="/${index}.jpg" alt="${title(index)}"></a></div><div><a href="/story/${index}">${title(index)}</a></div><div>${teaser(index)}</div><div>By Dana Whitlock · 3 hours ago</div></div>`)}</div>${FOOT}`,
    ),
  },
  {
    name: 'the front page of a blog, with the beginnings of its posts',
    url: 'https://blog.example/',
    html: page(
      'en',
      'Notes from the Harbour',
      `<header><h1><a href="/">Notes from the Harbour</a></h1></header><main>${times(6, (index) => `<article class="post"><h2 class="entry-title"><a href="/2025/07/${index}/">${title(index)}</a></h2><div class="entry-content"><p>${teaser(index)}</p><p>${more(index)}</p><p><a class="more-link" href="/2025/07/${index}/#more">Continue reading</a></p></div></article>`)}</main>`,
      meta('og:type', 'website') + meta('og:site_name', 'Notes from the Harbour'),
    ),
  },
  {
    name: 'a front page of tables',
    url: 'http://old.example/index.php',
    html: page(
      'en',
      'Old Town Courier',
      `<table width="100%"><tr><td width="150"><a href="a.php">Home</a><br><a href="b.php">Archive</a></td><td>${times(10, (index) => `<table><tr><td><a href="story.php?id=${index}"><b>${title(index)}</b></a><br>${teaser(index)} <a href="story.php?id=${index}">more</a></td></tr></table>`)}</td></tr></table>`,
    ),
  },
  {
    name: 'a section with a few words about it',
    url: 'https://daily.example/category/politics/',
    html: page(
      'en',
      'Politics Archives - The Daily Front',
      `${NAV}<main><h1 class="page-title">Politics</h1><div class="archive-description"><p>News and analysis from the county hall and the town councils: who decides what, what it costs, and what it means for the people who live here, from our reporters in five towns.</p></div>${times(10, (index) => `<article><h2 class="entry-title"><a href="/2025/07/${index}/story/" rel="bookmark">${title(index)}</a></h2><div class="entry-meta">By <a href="/author/dana">Dana Whitlock</a> <time datetime="2025-07-${10 + index}T08:00:00+01:00">${10 + index} July 2025</time></div><div class="entry-summary"><p>${teaser(index)} […]</p></div></article>`)}<nav><a href="/category/politics/page/2/">Older posts</a></nav></main>${FOOT}`,
      meta('og:type', 'website') + ld({ '@type': 'CollectionPage', name: 'Politics' }),
    ),
  },
  {
    name: 'the results of a search',
    url: 'https://daily.example/search?q=council',
    html: page(
      'en',
      'council - Search - The Daily Front',
      `<header>${NAV}<form><input name="q" value="council"></form></header><main><h1>Search results for “council”</h1><p>About 2,340 results</p><ol>${times(20, (index) => `<li><a href="/story/${index}">${title(index)}</a><br><cite>daily.example › news</cite><p>${teaser(index)}</p></li>`)}</ol></main>${FOOT}`,
    ),
  },
  {
    name: 'the results of a blog’s search',
    url: 'https://blog.example/?s=harbour',
    html: page(
      'en',
      'You searched for harbour - Notes from the Harbour',
      `<main><h1>Search Results for: harbour</h1>${times(5, (index) => `<div class="result"><h2><a href="/2025/07/${index}/">${title(index)}</a></h2><p>${index} July 2025</p><p>${teaser(index)} … ${teaser(index + 20)}</p></div>`)}</main>`,
      meta('og:type', 'article') + ld({ '@type': ['CollectionPage', 'SearchResultsPage'] }),
    ),
  },
  {
    name: 'a search without a result',
    url: 'https://daily.example/search?q=xyzzy',
    html: page(
      'en',
      'xyzzy - Search - The Daily Front',
      `${NAV}<main><h1>Search</h1><p>Nothing was found for “xyzzy”. Please check the spelling, or try other and more general words.</p></main>${FOOT}`,
    ),
  },
  {
    name: 'a missing page',
    url: 'https://daily.example/2025/07/12/gone-for-good',
    html: page(
      'en',
      'The Daily Front',
      `${NAV}<main><h1>Page not found</h1><p>Sorry, the page you are looking for does not exist. It may have been moved or deleted.</p><p><a href="/">Go to the front page</a></p></main>${FOOT}`,
      meta('og:site_name', 'The Daily Front'),
    ),
  },
  {
    name: 'a missing page with the latest news under it',
    url: 'https://daily.example/2025/07/12/gone-for-good',
    html: page(
      'en',
      '404 - The Daily Front',
      `${NAV}<main><h1>Error 404</h1><p>The address may have been typed wrongly, or the story that you look for has been taken off this site, as we do with some notices after a year. Our archive has everything that we printed since 1931; ask for it at the front desk on weekdays between nine and five.</p><section><h2>Just in</h2><ul>${times(6, (index) => `<li><a href="/story/${index}">${title(index)}</a> <time datetime="2025-07-12T0${index}:00:00Z">12 July 2025</time></li>`)}</ul></section></main>${FOOT}`,
    ),
  },
  {
    name: 'a page to sign in on',
    url: 'https://daily.example/account/login',
    html: page(
      'en',
      'Sign in',
      `${NAV}<main><h1>Sign in</h1><form><label>E-mail <input></label><label>Password <input type="password"></label><button>Sign in</button></form><p>No account yet? Register for free and read five articles a month.</p></main>${FOOT}`,
    ),
  },
  {
    name: 'a Vietnamese front page of article elements',
    url: 'https://bao.example.vn/',
    html: page(
      'vi',
      'Báo Tỉnh điện tử',
      `${DANH_MUC}<main>${times(25, (index) => `<article><h3><a href="/tin/${index}">${tit(index)}</a></h3><p>${sapo(index)}</p></article>`)}</main>${CHAN_TRANG}`,
      meta('og:site_name', 'Báo Tỉnh'),
    ),
  },
  {
    name: 'a Vietnamese section whose teasers are links too',
    url: 'https://bao.example.vn/thoi-su',
    html: page(
      'vi',
      'Thời sự - Báo Tỉnh',
      `${DANH_MUC}<h1 class="title-page">Thời sự</h1><div class="list-news">${times(20, (index) => `<div class="item-news"><h3 class="title-news"><a href="/tin-${index}.html" title="${tit(index)}">${tit(index)}</a></h3><p class="description"><a href="/tin-${index}.html">${sapo(index)}</a></p></div>`)}</div>${CHAN_TRANG}`,
      meta('og:type', 'website'),
    ),
  },
  {
    name: 'a Vietnamese section with times between title and teaser',
    url: 'https://bao.example.vn/kinh-te.html',
    html: page(
      'vi',
      'Kinh tế',
      `${DANH_MUC}<div class="zone">${times(12, (index) => `<div class="box"><a class="avatar" href="/kinh-te/tin-${index}.html"><img src="/${index}.jpg" alt=""></a><div class="r"><a class="tit" href="/kinh-te/tin-${index}.html">${tit(index)}</a><span class="time">12/07/2025 0${index % 10}:15</span><div class="sapo">${sapo(index)}</div></div></div>`)}</div>${CHAN_TRANG}`,
    ),
  },
  {
    name: 'a Vietnamese front page of titles alone',
    url: 'https://bao.example.vn/trang-chu',
    html: page(
      'vi',
      'Báo Tỉnh: tin trong ngày',
      `${DANH_MUC}<div class="cols">${times(30, (index) => `<div class="it"><h2><a href="/tin/${index}">${tit(index)}</a></h2></div>`)}</div>${CHAN_TRANG}`,
    ),
  },
  {
    name: 'the results of a Vietnamese search',
    url: 'https://bao.example.vn/tim-kiem?tu-khoa=gi%C3%A1+n%C6%B0%E1%BB%9Bc',
    html: page(
      'vi',
      'Tìm kiếm: giá nước',
      `${DANH_MUC}<h1>Kết quả tìm kiếm cho “giá nước”</h1><p>Tìm thấy 214 kết quả</p><ul>${times(10, (index) => `<li><h3><a href="/tin/${index}">${tit(index)}</a></h3><p>${sapo(index)}</p></li>`)}</ul>${CHAN_TRANG}`,
    ),
  },
  {
    name: 'a missing page in Vietnamese',
    url: 'https://bao.example.vn/chinh-tri/bai-da-go-2025071.html',
    html: page(
      'vi',
      'Không tìm thấy trang',
      `${DANH_MUC}<div class="content"><h1>Không tìm thấy trang</h1><p>Đường dẫn đã thay đổi hoặc bài viết không còn trên hệ thống. Mời bạn trở về <a href="/">trang chủ</a> hoặc tìm bài theo từ khóa.</p></div>${CHAN_TRANG}`,
    ),
  },
];
