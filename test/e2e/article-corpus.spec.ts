// Real pages of the ground truth, where `DATELINE_CORPUS` says it is.
import { expect } from '@playwright/test';
import { extract } from '../../worker/local/predict/extract.ts';
import { dayOf, sameTitle, shinglePrecisionAndRecall } from '../article-measures.ts';
import { madeUp, otherAddresses } from '../article-grounding.ts';
import { articleCorpus, goldFiles, goldRecords } from '../bench/article/gold.ts';
import { read, readPage, summaryOf, test } from './article-reader.ts';

const corpus = process.env['DATELINE_CORPUS'];
if (!corpus)
  console.log('DATELINE_CORPUS is not set: articles are measured on our own sample pages alone.');

// Of seven hundred pages: all of them would be a tenth of the whole test run.
function* everyThird<T>(items: Iterable<T>): Generator<T> {
  let index = 0;
  for (const item of items) if (index++ % 3 === 0) yield item;
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** UTF-16 units. */
const FRAGMENT = 200;

if (corpus) {
  const folder = articleCorpus();

  test('reads real Vietnamese news at least as well as it did', async ({ reader }) => {
    const seen = { pages: 0, titles: 0, days: 0, sections: 0 };
    const precisions: number[] = [];
    const recalls: number[] = [];
    for (const { html, url, gold } of goldRecords(folder, 'vn')) {
      const article = await read(reader, html, url);
      const measured = shinglePrecisionAndRecall(gold.body ?? '', extract(article).text);
      precisions.push(measured.precision);
      recalls.push(measured.recall);
      seen.pages += 1;
      if (sameTitle(article.title, gold.title ?? '')) seen.titles += 1;
      if (dayOf(article.published?.value) === dayOf(gold.date)) seen.days += 1;
      if (article.section.join(' > ') === [gold.section].flat().join(' > ')) seen.sections += 1;
    }
    const [precision, recall] = [mean(precisions), mean(recalls)];
    const f1 = (2 * precision * recall) / (precision + recall);
    console.log(
      `vn: ${seen.titles} titles, ${seen.days} days, ${seen.sections} sections of ${seen.pages}; body F1 ${f1.toFixed(4)}`,
    );
    expect(seen).toEqual({ pages: 13, titles: 13, days: 13, sections: 13 });
    expect(f1).toBeGreaterThanOrEqual(0.995);
  });

  for (const name of goldFiles(folder)) {
    test(`makes nothing up on the pages of ${name}, takes none with text for no article, and the contract takes every one`, async ({
      reader,
    }) => {
      test.setTimeout(180_000);
      let [pages, refused] = [0, 0];
      for (const { id, html, url } of everyThird(goldRecords(folder, name))) {
        const { article, isArticle } = await readPage(reader, html, url);
        if (!article) throw new Error(`${id} was read to nothing.`);
        pages += 1;
        if (!isArticle) {
          refused += 1;
          // Archived without its text, which a script was to fetch.
          expect(extract(article).text.length, id).toBeLessThan(FRAGMENT);
        }
        expect(summaryOf(article), id).not.toBeNull();
        expect(otherAddresses(article), id).toEqual([]);
        expect(await madeUp(reader, html.toWellFormed(), article), id).toEqual([]);
      }
      console.log(`${name}: ${refused} of ${pages} articles taken for none`);
    });
  }
}
