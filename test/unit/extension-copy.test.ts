// A summary that leaves the panel.
import { expect, test } from 'vitest';
import { asMarkdown } from '../../extension/features/summary/copy.ts';

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
