// What holds of any article page, however it is put together: nothing made up, nothing but web addresses, the same
// article each time, and again from the article itself.
import { expect } from '@playwright/test';
import * as fc from 'fast-check';
import type { Article } from '../../shared/schema/article.ts';
import { madeUp, otherAddresses } from '../article-grounding.ts';
import { articlePages } from '../article-pages.ts';
import { toHtml } from '../article-html.ts';
import { read, summaryOf, test } from './article-reader.ts';

const ADDRESS = 'https://paper.example/town/a-story';
const RUNS = 100;
// A failing page is made smaller, read by read.
test.setTimeout(180_000);

const essence = ({ title, blocks, published }: Article) => ({
  title,
  blocks,
  day: published?.value.slice(0, 10),
});

test('reads a page to an article that stands on it', async ({ reader }) => {
  await fc.assert(
    fc.asyncProperty(articlePages, async ({ html, paragraphs }) => {
      const article = await read(reader, html, ADDRESS);
      expect(summaryOf(article)).not.toBeNull();
      expect(await madeUp(reader, html, article)).toEqual([]);
      expect(otherAddresses(article)).toEqual([]);
      expect(await read(reader, html, ADDRESS)).toEqual(article);
      // Not so by reading nothing.
      expect(
        article.blocks.filter(({ kind }) => kind === 'paragraph').length,
      ).toBeGreaterThanOrEqual(paragraphs / 2);
    }),
    { numRuns: RUNS },
  );
});

test('reads an article set as a page to the same article', async ({ reader }) => {
  await fc.assert(
    fc.asyncProperty(articlePages, async ({ html }) => {
      const article = await read(reader, html, ADDRESS);
      const again = await read(reader, toHtml(article), ADDRESS);
      expect(essence(again)).toEqual(essence(article));
    }),
    { numRuns: RUNS },
  );
});
