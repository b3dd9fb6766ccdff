// News of places that do not exist, to show what Dateline does with a page before one is open.
import type { InterfaceLanguage } from '../../../shared/schema/text.ts';
import type { Article } from '../../../shared/schema/article.ts';
import type { Summary } from '../../../shared/schema/summary.ts';
import { loadReading } from '../../lib/reading.ts';

interface SamplePage {
  url: string;
  html: string;
}

const ENGLISH = `<!doctype html>
<html lang="en">
  <head>
    <title>Marrow Bay brings back its night ferry after eleven years - The Marrow Bay Herald</title>
    <meta property="og:site_name" content="The Marrow Bay Herald">
    <meta property="article:published_time" content="2025-03-18T07:30:00+00:00">
  </head>
  <body>
    <nav class="breadcrumb"><a href="/">Home</a> › <a href="/news">News</a> › <a href="/news/transport">Transport</a></nav>
    <article>
      <h1>Marrow Bay brings back its night ferry after eleven years</h1>
      <p class="byline">By <a rel="author" href="/staff/ada-quill">Ada Quill</a></p>
      <p>The night ferry between Marrow Bay and the island of Sill will run again from 1 May, eleven years after the last ship was sold for scrap, the harbour board decided on Monday.</p>
      <p>It will leave at 23:15 every day and arrive at six in the morning. A berth costs 38 pounds, a seat 14, and children under twelve travel free.</p>
      <p>The board chose a smaller ship than before: the Annie Lowe holds 240 passengers and no cars, and needs half the fuel of the ship before her.</p>
      <p>“People on Sill have told us for years that they do not need a car deck, they need to be at a hospital before nine,” said Petra Lind, who chairs the board.</p>
      <p>Hotels on the island fear that guests will stay a night less. Their association counted 9,000 stays last summer that began with the late boat of another company.</p>
      <p>The county pays 1.2 million pounds a year towards the crossing until 2029. After that it must pay for itself, or it ends.</p>
    </article>
  </body>
</html>`;

const VIETNAMESE = `<!doctype html>
<html lang="vi">
  <head>
    <title>Vịnh Hương Tràm nối lại chuyến phà đêm sau mười một năm - Báo Hương Tràm</title>
    <meta property="og:site_name" content="Báo Hương Tràm">
    <meta property="article:published_time" content="2025-03-18T07:30:00+07:00">
  </head>
  <body>
    <nav class="breadcrumb"><a href="/">Trang chủ</a> › <a href="/xa-hoi">Xã hội</a> › <a href="/xa-hoi/giao-thong">Giao thông</a></nav>
    <article>
      <h1>Vịnh Hương Tràm nối lại chuyến phà đêm sau mười một năm</h1>
      <p class="byline">Tác giả: <a rel="author" href="/tac-gia/le-hai-yen">Lê Hải Yến</a></p>
      <p>Từ ngày 1/5, phà đêm giữa vịnh Hương Tràm và đảo Hòn Sẻ sẽ chạy trở lại, mười một năm sau khi con tàu cuối cùng bị bán sắt vụn, ban quản lý cảng quyết định hôm thứ Hai.</p>
      <p>Phà rời bến lúc 23 giờ 15 mỗi ngày và cập đảo lúc sáu giờ sáng. Giường nằm giá 380.000 đồng, ghế ngồi 140.000 đồng, trẻ dưới mười hai tuổi đi miễn phí.</p>
      <p>Ban quản lý chọn con tàu nhỏ hơn trước: tàu Hải Âu 2 chở 240 khách, không chở ô tô và chỉ tốn một nửa nhiên liệu so với tàu cũ.</p>
      <p>“Người dân Hòn Sẻ nói với chúng tôi nhiều năm nay rằng họ không cần khoang ô tô, họ cần có mặt ở bệnh viện trước chín giờ sáng”, bà Phan Thị Lành, trưởng ban quản lý, cho biết.</p>
      <p>Các khách sạn trên đảo lo khách sẽ ở ít đi một đêm. Hiệp hội khách sạn đếm được 9.000 lượt lưu trú mùa hè năm ngoái bắt đầu từ chuyến tàu muộn của một hãng khác.</p>
      <p>Tỉnh hỗ trợ tuyến phà mỗi năm 12 tỷ đồng đến năm 2029. Sau đó tuyến phà phải tự nuôi mình, nếu không sẽ dừng.</p>
    </article>
  </body>
</html>`;

const PAGES: Record<InterfaceLanguage, SamplePage> = {
  en: { url: 'https://herald.example/news/transport/night-ferry', html: ENGLISH },
  vi: { url: 'https://huongtram.example/xa-hoi/giao-thong/pha-dem', html: VIETNAMESE },
};

/** What Dateline reads off a page: the article, and the sentences that sum it up. */
export interface Sample {
  article: Article;
  summary: Summary;
}

/** Reads the sample of a language by the code that reads any page; null where it does not read. */
export const readSample = async (language: InterfaceLanguage): Promise<Sample | null> => {
  const { readArticle, summarise } = await loadReading();
  const { url, html } = PAGES[language];
  const article = readArticle(new DOMParser().parseFromString(html, 'text/html'), url);
  return article && { article, summary: summarise(article) };
};
