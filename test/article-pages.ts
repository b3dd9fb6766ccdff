// Pages that could be: an article in one of many layouts, with what sites set around it, and marks that trip readers.
import * as fc from 'fast-check';

const VIETNAMESE =
  'tỉnh huyện người dân nghị quyết kinh tế vùng đầm phá nông nghiệp trồng rừng ngập mặn hộ nghèo vay vốn mùa mưa bão đường sông trường học giáo viên học sinh bệnh viện bác sĩ chợ nổi tiểu thương giá lúa gạo xuất khẩu cầu cảng doanh nghiệp công nhân hội đồng biểu quyết thông qua đại biểu ngân sách hỗ trợ đồng bào'.split(
    ' ',
  );
const ENGLISH =
  'council river harbour vote the of to and that with farmers levee school teachers children winter storm bridge ferry crews contract pay weeks county library budget money houses roof engineers water summer market street bus drivers nurses hospital wards for was is on were said'.split(
    ' ',
  );
const NAMES = ['Dana Whitlock', 'Nguyễn Tấn Đạt', 'Trần Thị Mai Khê', 'Otto Lund', 'Zoë Lindgren'];

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

// How the same words can stand in a source: decomposed, glued with marks that take no room, with entities.
const DRESS: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.normalize('NFD'),
  (text) => text.replace(' ', '&nbsp;'),
  (text) => text.replace(' ', '\n   '),
  (text) => text.replace(/(\p{L}{3})(\p{L})/u, '$1&shy;$2'),
  (text) => text.replace(/(\p{L}{3})(\p{L})/u, '$1&#x200B;$2'),
  (text) => `&#x202E;${text}&#x202C;`,
  (text) => text.replace(/(\p{L}+) (\p{L}+)/u, '<b>$1</b> <i>$2</i>'),
  (text) => text.replace(/(\p{L}+ \p{L}+)/u, '<a href="/tag/x?utm_source=a">$1</a>'),
  (text) => text.replace(/(\p{L}+ \p{L}+)/u, '<a href="javascript:alert(1)">$1</a>'),
  (text) => text.replace(/(\p{L}+ \p{L}+)/u, '<a href="data:text/html,x">$1</a>'),
];
const dress = fc.constantFrom(...DRESS);

interface Tongue {
  readonly language: string;
  readonly words: readonly string[];
  readonly related: string;
  readonly source: string;
  readonly views: string;
  readonly date: string;
}

const TONGUES: readonly Tongue[] = [
  {
    language: 'vi',
    words: VIETNAMESE,
    related: 'Tin liên quan',
    source: 'Theo: nhandan.example',
    views: '1.267 lượt xem',
    date: 'Thứ Ba, 27/12/2022 | 08:05',
  },
  {
    language: 'en',
    words: ENGLISH,
    related: 'Related stories',
    source: 'Source: Reuters',
    views: '1,267 views',
    date: 'December 27, 2022 8:05 AM',
  },
];

const phrase = (words: readonly string[], least: number, most: number): fc.Arbitrary<string> =>
  fc
    .array(fc.constantFrom(...words), { minLength: least, maxLength: most })
    .map((chosen) => capital(chosen.join(' ')));

const sentence = (words: readonly string[]): fc.Arbitrary<string> =>
  fc
    .tuple(phrase(words, 9, 22), fc.constantFrom('.', '.', ', 47%.', ' “2023”.', '?', ' & co.'))
    .map(([text, end]) => text + end);

const prose = (words: readonly string[]): fc.Arbitrary<string> =>
  fc.array(sentence(words), { minLength: 2, maxLength: 5 }).map((sentences) => sentences.join(' '));

const paragraph = (words: readonly string[]): fc.Arbitrary<string> =>
  fc
    .tuple(prose(words), dress)
    .map(([text, dressed]) => `<p>${dressed(text.replaceAll('&', '&amp;'))}</p>`);

const figure = (words: readonly string[]): fc.Arbitrary<string> =>
  fc
    .tuple(
      sentence(words),
      fc.constantFrom('', ' <span class="credit">Otto Lund</span>', ' Ảnh: Tấn Đạt', ' (AFP)'),
      fc.constantFrom('/a.jpg', 'https://cdn.example/b.jpg', 'data:image/gif;base64,R0', '::'),
    )
    .map(
      ([caption, credit, source]) =>
        `<figure><img src="${source}" width="800" height="500" alt="A lake"><figcaption>${caption.replaceAll('&', '&amp;')}${credit}</figcaption></figure>`,
    );

const other = ({ words, related }: Tongue): fc.Arbitrary<string> =>
  fc.oneof(
    phrase(words, 3, 7).map((text) => `<h2>${text}</h2>`),
    fc
      .array(sentence(words), { minLength: 2, maxLength: 5 })
      .map(
        (items) =>
          `<ul>${items.map((item) => `<li>${item.replaceAll('&', '&amp;')}</li>`).join('')}</ul>`,
      ),
    prose(words).map((text) => `<blockquote>${text.replaceAll('&', '&amp;')}</blockquote>`),
    figure(words),
    phrase(words, 4, 8).map(
      (text) =>
        `<div class="box"><b>${related}</b><ul><li><a href="/town/one">${text} một</a></li><li><a href="/town/two">${text} two</a></li></ul></div>`,
    ),
    fc.constant('<div class="ad-slot"><span>Advertisement</span></div>'),
    fc.constant(
      '<table><tr><th>Year</th><th>Tonnes</th></tr><tr><td>2021</td><td>1.204</td></tr></table>',
    ),
  );

// The text's own box.
const BOXES: readonly ((content: string) => string)[] = [
  (content) => `<article>${content}</article>`,
  (content) => `<main><div class="detail-content">${content}</div></main>`,
  (content) => `<table width="100%"><tr><td><div>${content}</div></td></tr></table>`,
  (content) => `<div id="wrap"><div hidden id="S:0"><div>${content}</div></div></div>`,
];

const metadata = (title: string): fc.Arbitrary<string> =>
  fc
    .record({
      og: fc.boolean(),
      ld: fc.boolean(),
      twice: fc.boolean(),
      author: fc.constantFrom(...NAMES, 'Admin', ''),
      canonical: fc.constantFrom(
        '/town/a-story?utm_source=x',
        'javascript:alert(1)',
        'https://other.example/x',
        '::',
      ),
      base: fc.constantFrom('', '<base href="https://cdn.example/">', '<base href="data:,x">'),
    })
    .map(({ og, ld, twice, author, canonical, base }) => {
      const escaped = title.replaceAll('&', twice ? '&amp;amp;' : '&amp;');
      const json = JSON.stringify({
        '@type': 'NewsArticle',
        headline: title,
        datePublished: '2022-12-27T08:05:00+07:00',
        author: { '@type': 'Person', name: author },
        articleSection: 'Town',
        image: 'data:image/gif;base64,R0',
      });
      return [
        base,
        `<title>${escaped} | The Paper</title><link rel="canonical" href="${canonical}">`,
        '<meta property="og:site_name" content="The Paper">',
        og ? `<meta property="og:title" content="${escaped}">` : '',
        ld ? `<script type="application/ld+json">${json}</script>` : '',
      ].join('');
    });

export interface ArticlePage {
  readonly html: string;
  /** How many paragraphs the text has. */
  readonly paragraphs: number;
}

const pageIn = (tongue: Tongue): fc.Arbitrary<ArticlePage> =>
  phrase(tongue.words, 5, 11)
    .chain((title) =>
      fc.record({
        title: fc.constant(title),
        head: metadata(title),
        box: fc.constantFrom(...BOXES),
        standfirst: fc.option(sentence(tongue.words)),
        first: paragraph(tongue.words),
        // What is beside the paragraphs stands between two of them.
        parts: fc.array(fc.tuple(fc.option(other(tongue)), paragraph(tongue.words)), {
          minLength: 3,
          maxLength: 8,
        }),
        name: fc.constantFrom(...NAMES),
        foot: fc.constantFrom('', tongue.source, tongue.views),
        comments: fc.boolean(),
      }),
    )
    .map(({ title, head, box, standfirst, first, parts, name, foot, comments }) => {
      const lead = standfirst ? `<p class="sapo">${standfirst.replaceAll('&', '&amp;')}</p>` : '';
      const rest = parts.map(([beside, text]) => (beside ?? '') + text);
      const body = [first, ...rest].join('\n');
      const html = `<!doctype html><html lang="${tongue.language}"><head>${head}</head><body>
        <header><nav><ul><li><a href="/">Home</a></li><li><a href="/town">Town</a></li></ul></nav></header>
        ${box(`<h1>${title}</h1><div class="meta"><span class="author">${name}</span> <span>${tongue.date}</span></div>${lead}<div class="text">${body}</div><p>${foot}</p>`)}
        ${comments ? '<section class="comments"><h3>Comments</h3><div class="comment"><b>Kim Noisy</b><p>I have lived here for thirty years and nobody ever asked me about it, not once.</p></div></section>' : ''}
        <footer><p>© 2024 The Paper</p></footer></body></html>`;
      return { html, paragraphs: 1 + parts.length };
    });

/** Article pages of invented words in Vietnamese and English. */
export const articlePages: fc.Arbitrary<ArticlePage> = fc
  .constantFrom(...TONGUES)
  .chain((tongue) => pageIn(tongue));
