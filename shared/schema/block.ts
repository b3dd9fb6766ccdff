// One node of an article's body. A closed union without HTML: there is nothing to sanitise and nothing to inject.
import * as v from 'valibot';
import { filled, HttpUrl, text } from './text.ts';

/** A stretch of inline text with at most one link. */
export const Run = v.strictObject({
  text: text(100_000),
  bold: v.optional(v.literal(true)),
  italic: v.optional(v.literal(true)),
  code: v.optional(v.literal(true)),
  /** Agency or place before the first words: '(Dân trí) -', 'LONDON —'. Summaries leave it out. */
  dateline: v.optional(v.literal(true)),
  href: v.optional(HttpUrl),
});
export type Run = v.InferOutput<typeof Run>;

const Runs = v.pipe(v.array(Run), v.maxLength(5_000));

export const Paragraph = v.strictObject({
  kind: v.literal('paragraph'),
  /** The standfirst (sapo): always the first block where the article has one. */
  standfirst: v.optional(v.literal(true)),
  runs: Runs,
});

export const Heading = v.strictObject({
  kind: v.literal('heading'),
  level: v.picklist([2, 3, 4, 5, 6]),
  runs: Runs,
});

export const List = v.strictObject({
  kind: v.literal('list'),
  ordered: v.boolean(),
  items: v.pipe(v.array(Runs), v.maxLength(5_000)),
});

export const Quote = v.strictObject({ kind: v.literal('quote'), runs: Runs });

export const Code = v.strictObject({ kind: v.literal('code'), text: text(500_000) });

export const Figure = v.strictObject({
  kind: v.literal('figure'),
  src: v.nullable(HttpUrl),
  alt: v.nullable(filled(2_000)),
  caption: v.nullable(filled(5_000)),
  credit: v.nullable(filled(500)),
});

export const Table = v.strictObject({
  kind: v.literal('table'),
  /** Rows of cells. */
  rows: v.pipe(v.array(v.pipe(v.array(Runs), v.maxLength(200))), v.maxLength(5_000)),
});

export const Block = v.variant('kind', [Paragraph, Heading, List, Quote, Code, Figure, Table]);
export type Block = v.InferOutput<typeof Block>;

/** The version of what `blockText` answers: spans, highlights and fingerprints hang on it. */
export const BLOCK_TEXT_VERSION = 1;

const runsText = (runs: readonly Run[]): string => runs.map((run) => run.text).join('');

/**
 * The text of a block, in NFC; offsets into a block count its UTF-16 units. A list's items and a
 * table's rows stand on lines of their own, cells are parted by a tab. A figure has no body text:
 * its caption is not part of what the article says.
 */
export const blockText = (block: Block): string => {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
    case 'quote':
      return runsText(block.runs).normalize('NFC');
    case 'list':
      return block.items.map(runsText).join('\n').normalize('NFC');
    case 'code':
      return block.text.normalize('NFC');
    case 'table':
      return block.rows
        .map((cells) => cells.map(runsText).join('\t'))
        .join('\n')
        .normalize('NFC');
    case 'figure':
      return '';
  }
};
