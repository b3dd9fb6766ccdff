// Agency and place before the first words ('(Dân trí) -', 'HAYWARD, Calif. (AP) —'): text, and marked as what it is.
import { type Block, blockText, type Run } from '../schema/block.ts';
import { datelineLength } from '../text/dateline.ts';

/** The first paragraphs that may begin with one: the standfirst, and the text after it. */
const MAX_PARAGRAPHS = 2;

const marked = (runs: readonly Run[], length: number): Run[] => {
  let left = length;
  return runs.flatMap((run) => {
    const part = run.text.slice(0, left);
    const rest = run.text.slice(left);
    left -= part.length;
    return [
      ...(part === '' ? [] : [{ ...run, text: part, dateline: true as const }]),
      ...(rest === '' ? [] : [{ ...run, text: rest }]),
    ];
  });
};

/** The blocks with the datelines of the first paragraphs marked as runs of their own. */
export const withDatelines = (blocks: readonly Block[]): Block[] => {
  let paragraphs = 0;
  return blocks.map((block) => {
    if (block.kind !== 'paragraph' || paragraphs === MAX_PARAGRAPHS) return block;
    paragraphs += 1;
    const length = datelineLength(blockText(block));
    return length === 0 ? block : { ...block, runs: marked(block.runs, length) };
  });
};
