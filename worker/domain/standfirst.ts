// The standfirst of a clip: the first block of its text, where that is one.
import { type Block, blockText } from '../../shared/schema/block.ts';
import type { ChosenText } from '../../shared/schema/edit.ts';
import { type Span, type Summary, summarySentences } from '../../shared/schema/summary.ts';

/** The standfirst of a text; null where it has none. */
export const standfirstOf = ([first]: readonly Block[]): string | null =>
  first?.kind === 'paragraph' && first.standfirst === true ? blockText(first) : null;

/** The sentences that stand in the first block, as far as they do; what follows counts its blocks anew. */
const spansAfter = (
  summary: Summary,
  before: readonly Block[],
  blocks: readonly Block[],
): Span[] => {
  const [first] = blocks;
  const text = first ? blockText(first) : '';
  const sentences = summarySentences(summary, before) ?? [];
  const had = standfirstOf(before) !== null;
  const has = standfirstOf(blocks) !== null;
  const moved = Number(has) - Number(had);
  let from = 0;
  return summary.sentences.flatMap((span, at): Span[] => {
    if (!had || span.block > 0) return [{ ...span, block: span.block + moved }];
    const start = has ? text.indexOf(sentences[at] ?? '', from) : -1;
    if (start < 0) return [];
    from = start + span.end - span.start;
    return [{ block: 0, start, end: from }];
  });
};

/**
 * A text with another standfirst, or with none. Of the sentences that sum it up those remain that still stand in it. A
 * text that has nothing else keeps the block, as its body.
 */
export const withStandfirst = (
  { blocks: before, truncated, summary }: ChosenText,
  standfirst: string | null,
): ChosenText => {
  const body = standfirstOf(before) === null ? before : before.slice(1);
  const [old] = before;
  if (standfirst === null && body.length === 0 && old?.kind === 'paragraph')
    return { blocks: [{ kind: 'paragraph', runs: old.runs }], truncated, summary };
  const blocks: Block[] =
    standfirst === null
      ? body
      : [{ kind: 'paragraph', standfirst: true, runs: [{ text: standfirst }] }, ...body];
  return {
    blocks,
    truncated,
    summary: { ...summary, sentences: spansAfter(summary, before, blocks) },
  };
};
