// extract: {id, url, html} -> what a careful person reads off the page.
import { categorise } from '../../../shared/category/index.ts';
import type { Article, ArticleDate } from '../../../shared/schema/article.ts';
import { blockText } from '../../../shared/schema/block.ts';
import { ArticleReader } from './reader.ts';
import type { PageRecord } from './records.ts';

const written = (date: ArticleDate | null): string | null => date?.value ?? null;

/** The body as text: blocks joined by newlines, the standfirst first, no headline, no captions. */
export const bodyText = (article: Article): string =>
  article.blocks
    .map(blockText)
    .filter((text) => text !== '')
    .join('\n');

const captions = (article: Article): readonly string[] =>
  article.blocks.flatMap((block) =>
    block.kind === 'figure' && (block.caption || block.credit)
      ? [[block.caption, block.credit].filter(Boolean).join(' ')]
      : [],
  );

export const extract = (article: Article) => ({
  title: article.title,
  authors: article.authors,
  published: written(article.published),
  modified: written(article.modified),
  site: article.site,
  section: article.section,
  category: categorise({ ...article, text: bodyText(article) })?.category ?? null,
  attribution: article.attribution,
  views: article.views,
  language: article.language,
  text: bodyText(article),
  captions: captions(article),
  related: article.related.map(({ title, url }) => ({ title, url })),
});

/** Opens a browser and answers a function that reads one record, and one that closes the browser. */
export const openExtract = async () => {
  const reader = await ArticleReader.create();
  return {
    answer: async (record: PageRecord) => {
      const { article, ms } = await reader.read(record.html, record.url);
      if (!article) throw new Error('The page has neither title nor text.');
      return { id: record.id, ...extract(article), ms };
    },
    close: () => reader.close(),
  };
};
