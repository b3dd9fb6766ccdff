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

/** A stretch of a block's text that is marked. */
interface Marked extends Stretch {
  /** Whether it is the one that was asked for. */
  isShown: boolean;
}

interface RunsProps {
  runs: readonly Run[];
  /** What of their text is marked, in its order. */
  marks: readonly Marked[];
}

const Plain = ({ runs }: { runs: readonly Run[] }) => runs.map((run) => <RunText run={run} />);

const Runs = ({ runs, marks }: RunsProps) => {
  const parts: ComponentChildren[] = [];
  let at = 0;
  for (const { start, end, isShown } of marks) {
    const marked = cutRuns(runs, { start, end });
    if (marked.length === 0) continue;
    parts.push(
      <Plain runs={cutRuns(runs, { start: at, end: start })} />,
      <mark aria-current={isShown || undefined}>
        <Plain runs={marked} />
      </mark>,
    );
    at = end;
  }
  return (
    <>
      {parts}
      <Plain runs={at === 0 ? runs : cutRuns(runs, { start: at, end: lengthOf(runs) })} />
    </>
  );
};

interface ListProps {
  items: readonly (readonly Run[])[];
  marks: readonly Marked[];
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
  marks: readonly Marked[];
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
  marks: readonly Marked[];
}

const BlockView = ({ block, marks }: BlockProps) => {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p class={block.standfirst ? 'standfirst' : undefined}>
          <Runs runs={block.runs} marks={marks} />
        </p>
      );
    case 'heading': {
      const Level = `h${block.level}` as const;
      return (
        <Level>
          <Runs runs={block.runs} marks={marks} />
        </Level>
      );
    }
    case 'list':
      return block.ordered ? (
        <ol>
          <ListItems items={block.items} marks={marks} />
        </ol>
      ) : (
        <ul>
          <ListItems items={block.items} marks={marks} />
        </ul>
      );
    case 'quote':
      return (
        <blockquote>
          <Runs runs={block.runs} marks={marks} />
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
            <Rows rows={block.rows} marks={marks} />
          </table>
        </div>
      );
  }
};

interface BlocksProps {
  blocks: readonly Block[];
  /** Sentences to be marked, in their order. */
  marks?: readonly Span[];
  /** Which of them was asked for; it counts as the current one. */
  shown?: number | null;
}

/** Draws blocks in order. Text stays text: there is no HTML in a block. */
export const Blocks = ({ blocks, marks = [], shown = null }: BlocksProps) => {
  const byBlock = Map.groupBy(
    marks.map((span, index) => ({ ...span, isShown: index === shown })),
    ({ block }) => block,
  );
  return blocks.map((block, index) => <BlockView block={block} marks={byBlock.get(index) ?? []} />);
};
