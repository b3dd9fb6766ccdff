// The headline as a reader sees it, where the page tells it in more than one wording.
import { expect } from '@playwright/test';
import { read, test } from './article-reader.ts';

const PROSE =
  'The members of the council voted on Tuesday to accept the plan for the lake. '.repeat(9);

const page = (heading: string, title: string, metadata = ''): string =>
  `<html lang="en"><head><title>${title} | The Lake</title><meta property="og:title" content="${title}">
  <meta property="og:site_name" content="The Lake">${metadata}</head><body>${heading}<p>${PROSE}</p></body></html>`;

const headlineLd = (headline: string): string =>
  `<meta name="twitter:title" content="${headline}">
  <script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline })}</script>`;

const HEADLINES: Record<string, { html: string; title: string }> = {
  'a kicker in an element of its own is not part of it': {
    html: page(
      '<h1><span>Storm over the lake</span><span> - </span><span>A mast fell on the quay</span></h1>',
      'A mast fell on the quay',
    ),
    title: 'A mast fell on the quay',
  },
  'a kicker is left out where the title has another one': {
    html: page(
      '<h1><div>Our harbours</div><span>A mast fell on the quay</span></h1>',
      'Storms: A mast fell on the quay',
    ),
    title: 'A mast fell on the quay',
  },
  'a dash in the headline is not the end of a kicker where a title has all of it': {
    html: page(
      '<h1>Tears on the quay – then came the turn</h1>',
      'Regatta: Tears at the lake – then came the turn',
      headlineLd('Tears on the quay – then came the turn').replace(/^<meta[^>]*>/, ''),
    ),
    title: 'Tears on the quay – then came the turn',
  },
  'a first word in an element of its own stays': {
    html: page(
      '<h1><em>Moby</em> sails once more this year</h1>',
      'Moby sails once more this year',
    ),
    title: 'Moby sails once more this year',
  },
  'a kicker over the heading is part of it where all titles have it': {
    html: page(
      '<div>Kenara</div><h1>The city from below</h1>',
      'Kenara: The city from below',
      headlineLd('Kenara: The city from below'),
    ),
    title: 'Kenara: The city from below',
  },
  'a title for search engines does not displace it': {
    html: page('<h1>How the mast fell on the quay</h1>', 'Mast and quay: all you need to know'),
    title: 'How the mast fell on the quay',
  },
};

for (const [name, { html, title }] of Object.entries(HEADLINES)) {
  test(name, async ({ reader }) => {
    expect((await read(reader, html, 'https://lake.example/a')).title).toBe(title);
  });
}
