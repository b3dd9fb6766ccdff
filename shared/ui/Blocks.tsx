// The body of an article, drawn from its blocks: used by the clip's page and by the reader.
import type { ComponentChildren } from 'preact';
import type { Block, Run } from '../schema/block.ts';

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

const Runs = ({ runs }: { runs: readonly Run[] }) => runs.map((run) => <RunText run={run} />);

const ListItems = ({ items }: { items: readonly (readonly Run[])[] }) =>
  items.map((runs) => (
    <li>
      <Runs runs={runs} />
    </li>
  ));

const BlockView = ({ block }: { block: Block }) => {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p class={block.standfirst ? 'standfirst' : undefined}>
          <Runs runs={block.runs} />
        </p>
      );
    case 'heading': {
      const Level = `h${block.level}` as const;
      return (
        <Level>
          <Runs runs={block.runs} />
        </Level>
      );
    }
    case 'list':
      return block.ordered ? (
        <ol>
          <ListItems items={block.items} />
        </ol>
      ) : (
        <ul>
          <ListItems items={block.items} />
        </ul>
      );
    case 'quote':
      return (
        <blockquote>
          <Runs runs={block.runs} />
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
            {block.rows.map((cells) => (
              <tr>
                {cells.map((runs) => (
                  <td>
                    <Runs runs={runs} />
                  </td>
                ))}
              </tr>
            ))}
          </table>
        </div>
      );
  }
};

/** Draws blocks in order. Text stays text: there is no HTML in a block. */
export const Blocks = ({ blocks }: { blocks: readonly Block[] }) =>
  blocks.map((block) => <BlockView block={block} />);
