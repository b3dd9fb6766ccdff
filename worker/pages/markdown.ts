// A clip as Markdown (CommonMark 0.31, tables as in GitHub's): what of it can be taken into a text of one's own.
import type { Block, Run } from '../../shared/schema/block.ts';
import type { Clip } from '../../shared/schema/clip.ts';
import { escapeAddress, escapeInline, escapeLine } from '../../shared/text/markdown.ts';

/** As many backticks as no stretch of them in the text has. */
const fence = (text: string, least: number): string => {
  const longest = Math.max(0, ...Array.from(text.matchAll(/`+/g), ([ticks]) => ticks.length));
  return '`'.repeat(Math.max(least, longest + 1));
};

const codeSpan = (text: string): string => {
  const ticks = fence(text, 1);
  const room = /^`|`$/.test(text) ? ' ' : '';
  return `${ticks}${room}${text}${room}${ticks}`;
};

// White space just inside the marks would make them words like others.
const marked = (text: string, mark: string): string =>
  text.replace(/^(\s*)(.*?)(\s*)$/su, (_, before: string, words: string, after: string) =>
    words === '' ? before + after : `${before}${mark}${words}${mark}${after}`,
  );

const runText = (run: Run, isFirst: boolean): string => {
  let text = run.code ? codeSpan(run.text) : (isFirst ? escapeLine : escapeInline)(run.text);
  if (run.bold) text = marked(text, '**');
  if (run.italic) text = marked(text, '*');
  return run.href === undefined ? text : `[${text}](${escapeAddress(run.href)})`;
};

const runsText = (runs: readonly Run[]): string =>
  runs.map((run, at) => runText(run, at === 0)).join('');

const tableText = (rows: readonly (readonly (readonly Run[])[])[]): string => {
  const columns = Math.max(1, ...rows.map((cells) => cells.length));
  const line = (cells: readonly string[]): string =>
    `| ${Array.from({ length: columns }, (_, at) => cells[at] ?? '').join(' | ')} |`;
  const [head = '', ...body] = rows.map((cells) =>
    line(cells.map((runs) => runsText(runs).replace(/\|/g, String.raw`\|`))),
  );
  return [head, line(Array.from({ length: columns }, () => '---')), ...body].join('\n');
};

const blockMarkdown = (block: Block): string => {
  switch (block.kind) {
    case 'paragraph':
      return runsText(block.runs);
    case 'heading':
      return `${'#'.repeat(block.level)} ${runsText(block.runs)}`;
    case 'quote':
      return `> ${runsText(block.runs)}`;
    case 'list':
      return block.items
        .map((runs, at) => `${block.ordered ? `${at + 1}.` : '-'} ${runsText(runs)}`)
        .join('\n');
    case 'code': {
      const ticks = fence(block.text, 3);
      return `${ticks}\n${block.text}\n${ticks}`;
    }
    case 'table':
      return tableText(block.rows);
    case 'figure': {
      const words = [block.caption, block.credit].filter((part) => part !== null).map(escapeLine);
      const image = block.src
        ? [`![${escapeInline(block.alt ?? '')}](${escapeAddress(block.src)})`]
        : [];
      return [...image, ...words].join('\n\n');
    }
  }
};

/** A whole clip: headline, source with the address and date in words, and the text. */
export const clipMarkdown = (clip: Clip, site: string, date: string | null): string => {
  const facts = [
    `[${escapeInline(site)}](${escapeAddress(clip.url)})`,
    ...[date, ...clip.authors].filter((part) => part !== null).map(escapeInline),
  ];
  return [`# ${escapeInline(clip.title)}`, facts.join(' · '), ...clip.blocks.map(blockMarkdown)]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n');
};
