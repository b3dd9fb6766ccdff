// The body of an article, drawn from its blocks: used by the clip's page and by the reader.
import type { ComponentChildren } from 'preact';
import type { Block, Run } from '../schema/block.ts';
import type { Span } from '../schema/summary.ts';
import { cutRuns, inParts, lengthOf, type Stretch } from './cut.ts';

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
  mark: Stretch | undefined;
}

const Plain = ({ runs }: { runs: readonly Run[] }) => runs.map((run) => <RunText run={run} />);

const Runs = ({ runs, mark }: RunsProps) => {
  const marked = mark ? cutRuns(runs, mark) : [];
  if (!mark || marked.length === 0) return <Plain runs={runs} />;
  return (
    <>
      <Plain runs={cutRuns(runs, { start: 0, end: mark.start })} />
      <mark>
        <Plain runs={marked} />
      </mark>
      <Plain runs={cutRuns(runs, { start: mark.end, end: lengthOf(runs) })} />
    </>
  );
};

interface ListProps {
  items: readonly (readonly Run[])[];
  mark: Stretch | undefined;
}

const ListItems = ({ items, mark }: ListProps) => {
  const marks = inParts(items, mark);
  return items.map((runs, index) => (
    <li>
      <Runs runs={runs} mark={marks[index]} />
    </li>
  ));
};

interface RowsProps {
  rows: readonly (readonly (readonly Run[])[])[];
  mark: Stretch | undefined;
}

const Rows = ({ rows, mark }: RowsProps) => {
  const marks = inParts(rows.flat(), mark).values();
  return rows.map((cells) => (
    <tr>
      {cells.map((runs) => (
        <td>
          <Runs runs={runs} mark={marks.next().value} />
        </td>
      ))}
    </tr>
  ));
};

interface BlockProps {
  block: Block;
  mark: Stretch | undefined;
}

const BlockView = ({ block, mark }: BlockProps) => {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p class={block.standfirst ? 'standfirst' : undefined}>
          <Runs runs={block.runs} mark={mark} />
        </p>
      );
    case 'heading': {
      const Level = `h${block.level}` as const;
      return (
        <Level>
          <Runs runs={block.runs} mark={mark} />
        </Level>
      );
    }
    case 'list':
      return block.ordered ? (
        <ol>
          <ListItems items={block.items} mark={mark} />
        </ol>
      ) : (
        <ul>
          <ListItems items={block.items} mark={mark} />
        </ul>
      );
    case 'quote':
      return (
        <blockquote>
          <Runs runs={block.runs} mark={mark} />
        </blockquote>
      );
    case 'code':
      return (
        <pre>
          <code>{block.text}</code>
        </pre>
      );
    case 'figure':
      return (
        <figure>
          {block.src && (
            <img
              src={block.src}
              alt={block.alt ?? ''}
              loading="lazy"
              referrerpolicy="no-referrer"
            />
          )}
          {(block.caption || block.credit) && (
            <figcaption>{[block.caption, block.credit].filter(Boolean).join(' ')}</figcaption>
          )}
        </figure>
      );
    case 'table':
      return (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard (WCAG 2.1.1)
        <div class="table" tabindex={0}>
          <table>
            <Rows rows={block.rows} mark={mark} />
          </table>
        </div>
      );
  }
};

interface BlocksProps {
  blocks: readonly Block[];
  /** A sentence to be marked. */
  mark?: Span | undefined;
}

/** Draws blocks in order. Text stays text: there is no HTML in a block. */
export const Blocks = ({ blocks, mark }: BlocksProps) =>
  blocks.map((block, index) => (
    <BlockView block={block} mark={mark?.block === index ? mark : undefined} />
  ));
