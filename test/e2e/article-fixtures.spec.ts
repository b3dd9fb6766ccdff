// Pages in the layouts that matter in, what a careful person reads off them out.
import { expect } from '@playwright/test';
import * as v from 'valibot';
import type { Article } from '../../shared/schema/article.ts';
import { type Block, blockText } from '../../shared/schema/block.ts';
import { extract } from '../../worker/local/predict/extract.ts';
import { fixturePages } from '../fixture-pages.ts';
import { read, render, test } from './article-reader.ts';

const Expected = v.strictObject({
  address: v.string(),
  canonical: v.string(),
  title: v.string(),
  authors: v.array(v.string()),
  published: v.nullable(v.string()),
  evidence: v.nullable(v.string()),
  zoneAssumed: v.boolean(),
  modified: v.nullable(v.string()),
  site: v.nullable(v.string()),
  section: v.array(v.string()),
  attribution: v.nullable(v.string()),
  views: v.nullable(v.number()),
  language: v.string(),
  leadImage: v.nullable(v.string()),
  /** What each block is, in the body's order. */
  kinds: v.array(v.string()),
  /** The lines of the body, without figures. */
  text: v.array(v.string()),
  standfirst: v.boolean(),
  datelines: v.array(v.string()),
  figures: v.array(
    v.strictObject({
      src: v.string(),
      caption: v.nullable(v.string()),
      credit: v.nullable(v.string()),
    }),
  ),
  related: v.array(v.strictObject({ title: v.string(), url: v.string() })),
});

const datelineOf = (block: Block): string =>
  'runs' in block
    ? block.runs
        .filter(({ dateline }) => dateline)
        .map(({ text }) => text)
        .join('')
        .trim()
    : '';

const summed = (article: Article): v.InferOutput<typeof Expected> => {
  const { blocks, published } = article;
  const [first] = blocks;
  return {
    address: article.url,
    canonical: article.canonicalUrl,
    title: article.title,
    authors: article.authors,
    published: published?.value ?? null,
    evidence: published?.evidence ?? null,
    zoneAssumed: published?.precision === 'instant' && published.zoneAssumed,
    modified: article.modified?.value ?? null,
    site: article.site,
    section: article.section,
    attribution: article.attribution,
    views: article.views,
    language: article.language ?? '',
    leadImage: article.leadImage,
    kinds: blocks.map(({ kind }) => kind),
    text: blocks
      .filter(({ kind }) => kind !== 'figure')
      .flatMap((block) => blockText(block).split('\n')),
    standfirst: first?.kind === 'paragraph' && first.standfirst === true,
    datelines: blocks.map(datelineOf).filter((dateline) => dateline !== ''),
    figures: blocks.flatMap((block) =>
      block.kind === 'figure' && block.src
        ? [{ src: block.src, caption: block.caption, credit: block.credit }]
        : [],
    ),
    related: extract(article).related,
  };
};

for (const { name, html, expected } of fixturePages())
  test(`reads ${name} as a careful person does`, async ({ reader, stage }) => {
    if (html === null) throw new Error(`${name}.json has no page beside it.`);
    if (expected === null) throw new Error(`${name}.html has no expectation beside it.`);
    const wanted = v.parse(Expected, expected);
    const rendered = await render(stage, html, wanted.address);
    const article = await read(reader, rendered, wanted.address);
    expect(summed(article)).toEqual(wanted);
    expect(await read(reader, rendered, wanted.address), 'the same page reads the same').toEqual(
      article,
    );
  });
