// An article as the plainest page that says all of it.
import type { Article } from '../shared/schema/article.ts';
import type { Block, Run } from '../shared/schema/block.ts';

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const inTag = (tag: string, text: string): string => `<${tag}>${text}</${tag}>`;

const runToHtml = ({ text, bold, italic, code, href }: Run): string => {
  let html = escape(text);
  if (code) html = inTag('code', html);
  if (italic) html = inTag('i', html);
  if (bold) html = inTag('b', html);
  return href ? `<a href="${escape(href)}">${html}</a>` : html;
};

const runsToHtml = (runs: readonly Run[]): string => runs.map(runToHtml).join('');

const blockToHtml = (block: Block): string => {
  switch (block.kind) {
    case 'paragraph':
      return block.standfirst
        ? `<p class="standfirst">${runsToHtml(block.runs)}</p>`
        : inTag('p', runsToHtml(block.runs));
    case 'heading':
      return inTag(`h${block.level}`, runsToHtml(block.runs));
    case 'quote':
      return inTag('blockquote', inTag('p', runsToHtml(block.runs)));
    case 'list':
      return inTag(
        block.ordered ? 'ol' : 'ul',
        block.items.map((item) => inTag('li', runsToHtml(item))).join(''),
      );
    case 'table':
      return inTag(
        'table',
        block.rows
          .map((row) => inTag('tr', row.map((cell) => inTag('td', runsToHtml(cell))).join('')))
          .join(''),
      );
    case 'code':
      return inTag('pre', escape(block.text));
    case 'figure': {
      const caption = escape(block.caption ?? '');
      const credit = block.credit ? ` <span class="credit">${escape(block.credit)}</span>` : '';
      const image = block.src
        ? `<img src="${escape(block.src)}" alt="${escape(block.alt ?? '')}">`
        : '';
      return inTag('figure', `${image}${inTag('figcaption', caption + credit)}`);
    }
  }
};

/** The article as HTML: headline, day, and its blocks. */
export const toHtml = ({ title, language, published, blocks }: Article): string => {
  const lang = language ? ` lang="${language}"` : '';
  const time = published
    ? `<time datetime="${published.value}">${published.value.slice(0, 10)}</time>`
    : '';
  return `<!doctype html><html${lang}><head><title>${escape(title)}</title></head><body><article><h1>${escape(title)}</h1>${time}${blocks.map(blockToHtml).join('')}</article></body></html>`;
};
