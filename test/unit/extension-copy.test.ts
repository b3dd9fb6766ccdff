// A summary that leaves the panel: as Markdown, and marked in the article's own text.
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { asMarkdown } from '../../extension/features/summary/copy.ts';
import { type Block, blockText } from '../../shared/schema/block.ts';
import { Blocks } from '../../shared/ui/Blocks.tsx';

test('whatever a page writes stays text in Markdown', () => {
  const article = {
    title: 'A [link](x) & <b>bold</b>',
    site: '# Site',
    canonicalUrl: 'https://news.example/a_(b)',
  };
  expect(asMarkdown(article, null, ['1. *Not* a `list` &amp; so on', '- nor\nthis'])).toBe(
    String.raw`**[A \[link\](x) & \<b>bold\</b>](https://news.example/a_%28b%29)**

\# Site

- 1\. \*Not\* a \`list\` \&amp; so on
- \- nor this`,
  );
});

const runs = (...texts: string[]) => texts.map((text) => ({ text }));

test.each<[Block, string]>([
  [
    {
      kind: 'paragraph',
      runs: [{ text: 'Said he. It ' }, { text: 'rains', bold: true }, { text: '. So.' }],
    },
    'It rains.',
  ],
  [
    {
      kind: 'list',
      ordered: false,
      items: [runs('It rains.'), runs('First. ', 'It rains', ' here.')],
    },
    'It rains here.',
  ],
  [{ kind: 'table', rows: [[runs('One'), runs('Two')], [runs('It rains.')]] }, 'It rains.'],
])('a sentence is marked where it stands in a block: %j', (block, sentence) => {
  const start = blockText(block).indexOf(sentence);
  const marks = [{ block: 0, start, end: start + sentence.length }];
  const html = renderToString(h(Blocks, { blocks: [block], marks }));
  expect(
    [...html.matchAll(/<mark>(.*?)<\/mark>/g)].map(([, inner]) => inner?.replace(/<[^>]*>/g, '')),
  ).toEqual([sentence]);
  expect(html.replace(/<\/?mark>/g, '')).toBe(renderToString(h(Blocks, { blocks: [block] })));
});
