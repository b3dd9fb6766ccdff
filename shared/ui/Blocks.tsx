// The body of an article, drawn from its blocks: used by the clip's page and by the reader.
import type { ComponentChildren } from 'preact';
import type { Block, Run } from '../schema/block.ts';
import { cutRuns, inParts, lengthOf, partsOf } from './cut.ts';
import type { TextMark } from './marks.ts';
import { Picture } from './Picture.tsx';

const RunText = ({ run }: { run: Run }) => {
  let content: ComponentChildren = run.text;
  if (run.code) content = <code>{content}</code>;
  if (run.bold) content = <b>{content}</b>;
  if (run.italic) content = <em>{content}</em>;
  if (run.dateline) content = <span class="dateline">{content}</span>;
  return run.href ? (
    <a href={run.href} rel="noreferrer">
      {content}
    </a>
  ) : (
    <>{content}</>
  );
};

interface RunsProps {
  runs: readonly Run[];
  /** What of their text is marked. */
  marks: readonly TextMark[];
}

const words = (all: readonly (string | undefined)[]): string | undefined =>
  [...new Set(all)].filter(Boolean).join(' ') || undefined;

const Plain = ({ runs }: { runs: readonly Run[] }) => runs.map((run) => <RunText run={run} />);

const Runs = ({ runs, marks }: RunsProps) => {
  if (marks.length === 0) return <Plain runs={runs} />;
  return partsOf(lengthOf(runs), marks).map(({ start, end, over }) => {
    const part = <Plain runs={cutRuns(runs, { start, end })} />;
    if (over.length === 0) return part;
    return (
      <mark
        data-kind={words(over.map(({ kind }) => kind))}
        data-id={words(over.map(({ id }) => id))}
        data-label={over.find(({ label }) => label)?.label}
        aria-current={over.some(({ isCurrent }) => isCurrent) || undefined}
      >
        {part}
      </mark>
    );
  });
};

interface ListProps {
  items: readonly (readonly Run[])[];
  marks: readonly TextMark[];
}

const ListItems = ({ items, marks }: ListProps) => {
  const inItems = inParts(items, marks);
  return items.map((runs, index) => (
    <li>
      <Runs runs={runs} marks={inItems[index] ?? []} />
    </li>
  ));
};

interface RowsProps {
  rows: readonly (readonly (readonly Run[])[])[];
  marks: readonly TextMark[];
}

const Rows = ({ rows, marks }: RowsProps) => {
  const inCells = inParts(rows.flat(), marks).values();
  return rows.map((cells) => (
    <tr>
      {cells.map((runs) => (
        <td>
          <Runs runs={runs} marks={inCells.next().value ?? []} />
        </td>
      ))}
    </tr>
  ));
};

interface BlockProps {
  block: Block;
  /** Its place among the blocks. */
  index: number;
  marks: readonly TextMark[];
  images: boolean;
}

const BlockView = ({ block, index, marks, images }: BlockProps) => {
  const place = { 'data-block': index };
  switch (block.kind) {
    case 'paragraph':
      return (
        <p {...place} class={block.standfirst ? 'standfirst' : undefined}>
          <Runs runs={block.runs} marks={marks} />
        </p>
      );
    case 'heading': {
      const Level = `h${block.level}` as const;
      return (
        <Level {...place}>
          <Runs runs={block.runs} marks={marks} />
        </Level>
      );
    }
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul';
      return (
        <List {...place}>
          <ListItems items={block.items} marks={marks} />
        </List>
      );
    }
    case 'quote':
      return (
        <blockquote {...place}>
          <Runs runs={block.runs} marks={marks} />
        </blockquote>
      );
    case 'code':
      return (
        <pre {...place}>
          <code>
            <Runs runs={[{ text: block.text }]} marks={marks} />
          </code>
        </pre>
      );
    case 'figure':
      return (
        <figure {...place}>
          {images && block.src && <Picture key={block.src} src={block.src} alt={block.alt ?? ''} />}
          {(block.caption || block.credit) && (
            <figcaption>{[block.caption, block.credit].filter(Boolean).join(' ')}</figcaption>
          )}
        </figure>
      );
    case 'table':
      return (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard (WCAG 2.1.1)
        <div {...place} class="table" tabindex={0}>
          <table>
            <Rows rows={block.rows} marks={marks} />
          </table>
        </div>
      );
  }
};

interface BlocksProps {
  blocks: readonly Block[];
  marks: readonly TextMark[];
  /** Whether images are shown: each is a request to where it is. */
  images: boolean;
}

/**
 * Draws blocks in order. Text stays text: there is no HTML in a block.
 *
 * A selection finds its way back to the blocks: the element of each carries its index as
 * `data-block`, and holds the characters of `blockText` and no others, but for the one that parts
 * two items or two cells, which stands between their `li` or `td`. So an offset is the length of the
 * text before it in its own item or cell, and of each one before that and 1. Marks change none of
 * this. A figure has no text in that sense: its caption cannot be marked.
 */
export const Blocks = ({ blocks, marks, images }: BlocksProps) => {
  const byBlock = Map.groupBy(marks, ({ block }) => block);
  return blocks.map((block, index) => (
    <BlockView block={block} index={index} marks={byBlock.get(index) ?? []} images={images} />
  ));
};
