// A page in, the article that a careful person reads off it out.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { expect } from '@playwright/test';
import * as v from 'valibot';
import { extract } from '../../worker/local/predict/extract.ts';
import { SAMPLES } from '../../worker/local/samples.ts';
import { read, readOrNull, render, test } from './article-reader.ts';

const PREDICT = path.resolve(import.meta.dirname, '../../worker/local/predict.ts');
/** What a careful person reads off each sample page. */
const EXPECTED = path.resolve(import.meta.dirname, '../fixtures/pages');

const Expected = v.object({
  address: v.string(),
  canonical: v.string(),
  title: v.string(),
  authors: v.array(v.string()),
  published: v.string(),
  evidence: v.string(),
  zoneAssumed: v.boolean(),
  modified: v.nullable(v.string()),
  site: v.string(),
  section: v.array(v.string()),
  attribution: v.nullable(v.string()),
  views: v.nullable(v.number()),
  language: v.string(),
  text: v.array(v.string()),
  standfirst: v.boolean(),
  captions: v.array(v.string()),
  related: v.array(v.object({ title: v.string(), url: v.string() })),
});

for (const name of readdirSync(EXPECTED)) {
  const file = path.join(SAMPLES, name.replace(/json$/, 'html'));
  const json: unknown = JSON.parse(readFileSync(path.join(EXPECTED, name), 'utf8'));
  const expected = v.parse(Expected, json);

  test(`reads ${name} as a careful person does`, async ({ reader, stage }) => {
    const html = await render(stage, readFileSync(file, 'utf8'), expected.address);
    const article = await read(reader, html, expected.address);
    const { published, canonicalUrl } = article;
    expect({
      ...extract(article),
      text: extract(article).text.split('\n'),
      canonical: canonicalUrl,
      evidence: published?.evidence,
      zoneAssumed: published?.precision === 'instant' && published.zoneAssumed,
      standfirst: article.blocks[0]?.kind === 'paragraph' && article.blocks[0].standfirst === true,
      address: expected.address,
    }).toEqual({ ...expected, category: null });
    expect(article.url).toBe(expected.address);
    expect(await read(reader, html, expected.address), 'the same page reads the same').toEqual(
      article,
    );
  });
}

const record = (id: string, title: string) => ({
  id,
  url: 'unknown::x',
  html: `<h1>${title}</h1><p>Text.</p>`,
});

test('the harness reads pages in order, and goes on after one that fails', async () => {
  const input = [
    record('a', 'The first title'),
    { id: 'b', url: 'https://x.example/' },
    { ...record('c', ''), html: '' },
    record('d', 'The last\uD800 title'),
  ];
  const child = spawn(process.execPath, [PREDICT, 'extract']);
  child.stdin.end(input.map((each) => `${JSON.stringify(each)}\n`).join(''));
  const answers = (await text(child.stdout))
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
  expect(answers).toEqual([
    expect.objectContaining({ id: 'a', title: 'The first title', published: null, text: 'Text.' }),
    { id: 'b', error: expect.stringContaining('html') },
    { id: 'c', error: expect.stringContaining('neither title nor text') },
    expect.objectContaining({ id: 'd', title: expect.stringMatching(/^The last/) }),
  ]);
});

test('leaves out what the capture marked as not rendered', async ({ reader }) => {
  const said =
    'The council met on Monday and agreed to repair the old bridge before winter comes. ';
  const html = `<h1>Council agrees to repair the bridge</h1>
    <article><p>${said.repeat(3)}</p><p data-dateline-hidden>Hidden. ${said.repeat(3)}</p><p>${said.repeat(3)}</p></article>`;
  const article = await read(reader, html, 'https://paper.example/bridge');
  expect(extract(article).text).not.toContain('Hidden');
  expect(article.blocks).toHaveLength(2);
});

test('answers null only for a page with neither title nor text', async ({ reader }) => {
  const answer = (html: string) => readOrNull(reader, html, 'https://paper.example/');
  expect(await answer('')).toBeNull();
  expect(await answer('<body><img src="a.png"><script>var a = 1</script></body>')).toBeNull();
  expect(await answer('<title>Only a title</title>')).toMatchObject({
    title: 'Only a title',
    blocks: [],
  });
  expect(await answer('<p>Only a word</p>')).toMatchObject({ title: 'Only a word' });
});
