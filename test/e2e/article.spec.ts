// What the reader leaves out, when it answers nothing, and how the harness reads with it.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { expect } from '@playwright/test';
import { extract } from '../../worker/local/predict/extract.ts';
import { read, readOrNull, test } from './article-reader.ts';

const PREDICT = path.resolve(import.meta.dirname, '../../worker/local/predict.ts');
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
